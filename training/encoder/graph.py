"""The fitted encoder as an ONNX graph in whole numbers of eight bits, put together node by node.

Nothing is traced: the graph is written down, so that it holds only what runs. Weights of the layers are quantised
column by column, word embeddings row by row; what flows between them is quantised in the run, over one sentence,
since a sentence is a run of its own. Weights keep to seven bits, because processors without VNNI saturate on eight
and would answer otherwise than those with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Weights = Mapping[str, NDArray[np.float32]]

# The largest whole number of a quantised weight of a layer; embeddings are only looked up and use all eight bits.
MOST = 63
MOST_OF_ROW = 127
EPSILON = 1e-12


@dataclass(slots=True)
class _Graph:
    """Nodes and numbers gathered so far."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    numbers: list[onnx.TensorProto] = field(default_factory=list)

    def number(self, name: str, value: NDArray[np.generic]) -> str:
        self.numbers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: Sequence[str], output: str, *, ours: bool = True, **attributes: object) -> str:
        """One node with one output; `ours` stands for the standard operators, the others are ONNX Runtime's."""
        domain = "" if ours else "com.microsoft"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], domain=domain, **attributes))
        return output

    def product(self, at: str, name: str, weight: NDArray[np.float32], bias: NDArray[np.float32], output: str) -> str:
        """`at` times a quantised weight (in torch's order, outputs first) plus a bias."""
        whole, scale = by_column(weight.T)
        zero = self.number(f"{name}.zero", np.zeros(len(scale), np.int8))
        inputs = [at, self.number(name, whole), self.number(f"{name}.scale", scale), zero]
        return self.node("DynamicQuantizeMatMul", [*inputs, self.number(f"{name}.bias", bias)], output, ours=False)

    def model(self, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]) -> onnx.ModelProto:
        graph = helper.make_graph(self.nodes, "encoder", inputs, outputs, self.numbers)
        sets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
        model: onnx.ModelProto = helper.make_model(graph, opset_imports=sets, ir_version=9, producer_name="depositary")
        return model


def by_column(weight: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """The weight in whole numbers, and what each column's are to be multiplied by."""
    scale = np.maximum(np.abs(weight).max(axis=0), 1e-8) / MOST
    return np.clip(np.rint(weight / scale), -MOST, MOST).astype(np.int8), scale.astype(np.float32)


def by_row(weight: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """The weight in whole numbers, and what each row's are to be multiplied by."""
    scale = np.maximum(np.abs(weight).max(axis=1, keepdims=True), 1e-8) / MOST_OF_ROW
    return np.clip(np.rint(weight / scale), -MOST_OF_ROW, MOST_OF_ROW).astype(np.int8), scale.astype(np.float32)


def sentence_graph(weights: Weights, *, layers: int, heads: int, arc: int, tag_sizes: Sequence[int]) -> onnx.ModelProto:
    """Pieces of one sentence in; tags, scores of heads and what the relations are told from out.

    Inputs: `pieces` and `shapes` [1, pieces], `words` [words]: the place of each word's first piece.
    Outputs: `tags` [words, kinds of tags], `arcs` [words, 1 + words] whose first column is the root, and `below` and
    `above` [1 + words, width], to be handed to `relation_graph`.
    """
    graph = _Graph()
    hidden = _embedded(graph, weights)
    for layer in range(layers):
        hidden = _layer(graph, weights, f"layers.{layer}", hidden, heads)
    graph.node("Squeeze", [hidden, graph.number("first", np.array([0]))], "row")
    graph.node("Gather", ["row", "words"], "of_words", axis=0)
    tags = graph.product("of_words", "tags", weights["tags.weight"], weights["tags.bias"], "tag_scores")
    begun, chosen = 0, []
    for index, size in enumerate(tag_sizes):
        ends = [
            graph.number(f"tags.{index}.{end}", np.array([at])) for end, at in (("from", begun), ("to", begun + size))
        ]
        one = graph.node("Slice", [tags, *ends, "axis"], f"tag_scores.{index}")
        chosen.append(graph.node("ArgMax", [one], f"tag.{index}", axis=1, keepdims=1))
        begun += size
    graph.number("axis", np.array([1]))
    graph.node("Concat", chosen, "tags_chosen", axis=1)
    graph.node("Cast", ["tags_chosen"], "tags_found", to=TensorProto.INT32)
    graph.node("Concat", [graph.number("root", np.array([0])), "words"], "rooted", axis=0)
    graph.node("Gather", ["row", "rooted"], "of_rooted", axis=0)
    graph.product("of_rooted", "sides", weights["sides.weight"], weights["sides.bias"], "sides_raw")
    graph.node("Gelu", ["sides_raw"], "sides_all", ours=False)
    width = (weights["sides.weight"].shape[0] - 2 * arc) // 2
    graph.number("cuts", np.array([arc, arc, width, width]))
    graph.nodes.append(
        helper.make_node("Split", ["sides_all", "cuts"], ["arc_below", "arc_above", "below", "above"], axis=1)
    )
    graph.node(
        "Slice",
        ["arc_below", graph.number("one", np.array([1])), graph.number("end", np.array([2**31])), "first"],
        "arc_words",
    )
    graph.node("MatMul", ["arc_words", graph.number("arc.weight", weights["arc"])], "arc_turned")
    graph.node("Add", ["arc_turned", graph.number("arc.bias", weights["arc_bias"])], "arc_moved")
    graph.node("Transpose", ["arc_above"], "arc_heads", perm=[1, 0])
    graph.node("MatMul", ["arc_moved", "arc_heads"], "arcs")
    return graph.model(
        [
            helper.make_tensor_value_info("pieces", TensorProto.INT64, [1, "pieces"]),
            helper.make_tensor_value_info("shapes", TensorProto.INT64, [1, "pieces"]),
            helper.make_tensor_value_info("words", TensorProto.INT64, ["words"]),
        ],
        [
            helper.make_tensor_value_info("tags_found", TensorProto.INT32, ["words", len(tag_sizes)]),
            helper.make_tensor_value_info("arcs", TensorProto.FLOAT, ["words", "rooted"]),
            helper.make_tensor_value_info("below", TensorProto.FLOAT, ["rooted", width]),
            helper.make_tensor_value_info("above", TensorProto.FLOAT, ["rooted", width]),
        ],
    )


def relation_graph(weights: Weights) -> onnx.ModelProto:
    """`below` and `above` of `sentence_graph` and the `heads` chosen [words], the root as 0, in; `relations` out."""
    graph = _Graph()
    width = weights["relation.weight"].shape[1] // 3
    graph.number("first", np.array([0]))
    graph.node(
        "Slice", ["below", graph.number("one", np.array([1])), graph.number("end", np.array([2**31])), "first"], "own"
    )
    graph.node("Gather", ["above", "heads"], "of_head", axis=0)
    graph.node("Mul", ["own", "of_head"], "both")
    graph.node("Concat", ["both", "own", "of_head"], "sides", axis=1)
    weight = graph.number("relation", weights["relation.weight"].T)
    graph.node("MatMul", ["sides", weight], "turned")
    graph.node("Add", ["turned", graph.number("relation.bias", weights["relation.bias"])], "scores")
    graph.node("ArgMax", ["scores"], "chosen", axis=1, keepdims=0)
    graph.node("Cast", ["chosen"], "relations", to=TensorProto.INT32)
    return graph.model(
        [
            helper.make_tensor_value_info("below", TensorProto.FLOAT, ["rooted", width]),
            helper.make_tensor_value_info("above", TensorProto.FLOAT, ["rooted", width]),
            helper.make_tensor_value_info("heads", TensorProto.INT64, ["words"]),
        ],
        [helper.make_tensor_value_info("relations", TensorProto.INT32, ["words"])],
    )


def _embedded(graph: _Graph, weights: Weights) -> str:
    """Words, their places and their shapes, added and normed."""
    whole, scale = by_row(weights["word.weight"])
    graph.node("Gather", [graph.number("word", whole), "pieces"], "word_whole", axis=0)
    graph.node("Gather", [graph.number("word.scale", scale), "pieces"], "word_scale", axis=0)
    graph.node("Cast", ["word_whole"], "word_real", to=TensorProto.FLOAT)
    graph.node("Mul", ["word_real", "word_scale"], "word_value")
    graph.node("Gather", [graph.number("shape", weights["shape.weight"]), "shapes"], "shape_value", axis=0)
    graph.node("Add", ["word_value", "shape_value"], "shaped")
    graph.node("Shape", ["pieces"], "length", start=1)
    ends = [graph.number("place.from", np.array([0])), "length", graph.number("place.axis", np.array([0]))]
    graph.node("Slice", [graph.number("place", weights["position.weight"]), *ends], "places")
    graph.node("Unsqueeze", ["places", "place.axis"], "place_value")
    for name, value in (("ones", np.ones), ("noughts", np.zeros)):
        graph.node(
            "Slice", [graph.number(f"{name}.all", value(len(weights["position.weight"]), np.float32)), *ends], name
        )
    return _normed(graph, weights, "norm", "shaped", "place_value")


def _layer(graph: _Graph, weights: Weights, name: str, hidden: str, heads: int) -> str:
    """One layer of attention and of the two products after it."""
    numbers = [f"{name}.in.{each}" for each in ("whole", "scale", "zero")]
    graph.nodes.append(helper.make_node("DynamicQuantizeLinear", [hidden], numbers))
    whole, scale = by_column(weights[f"{name}.attention.weight"].T)
    inputs = [
        numbers[0],
        graph.number(f"{name}.attention", whole),
        graph.number(f"{name}.attention.bias", weights[f"{name}.attention.bias"]),
        numbers[1],
        graph.number(f"{name}.attention.scale", scale),
        "",
        numbers[2],
        graph.number(f"{name}.attention.zero", np.zeros(len(scale), np.int8)),
    ]
    graph.node("QAttention", inputs, f"{name}.attended", ours=False, num_heads=heads, unidirectional=0)
    after = _product(graph, weights, f"{name}.output", f"{name}.attended")
    middle = _normed(graph, weights, f"{name}.norm1", after, hidden)
    inner = _product(graph, weights, f"{name}.inner", middle)
    graph.node("Gelu", [inner], f"{name}.active", ours=False)
    outer = _product(graph, weights, f"{name}.outer", f"{name}.active")
    return _normed(graph, weights, f"{name}.norm2", outer, middle)


def _product(graph: _Graph, weights: Weights, name: str, at: str) -> str:
    return graph.product(at, name, weights[f"{name}.weight"], weights[f"{name}.bias"], f"{name}.value")


def _normed(graph: _Graph, weights: Weights, name: str, at: str, skipped: str) -> str:
    """The sum of both, each piece normed over its numbers.

    Told as the norm of an instance, with the pieces as its channels: ONNX Runtime reckons that three times as fast as
    the norm of a layer, which here took a fifth of the time.
    """
    graph.node("Add", [at, skipped], f"{name}.sum")
    graph.node("InstanceNormalization", [f"{name}.sum", "ones", "noughts"], f"{name}.even", epsilon=EPSILON)
    weight, bias = (graph.number(f"{name}.{end}", weights[f"{name}.{end}"]) for end in ("weight", "bias"))
    graph.node("Mul", [f"{name}.even", weight], f"{name}.scaled")
    return graph.node("Add", [f"{name}.scaled", bias], f"{name}.value")
