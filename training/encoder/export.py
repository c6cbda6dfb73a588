"""Export: what was fitted, written as the graphs and tables that the package reads."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import spacy

from training.encoder.examples import Labels
from training.encoder.graph import Weights, relation_graph, sentence_graph
from training.encoder.model import Encoder, Sizes


def numbers_of(model: Encoder) -> Weights:
    """The weights by name, in 32 bits."""
    return {name: value.detach().float().numpy() for name, value in model.state_dict().items()}


def write(weights: Weights, sizes: Sizes, labels: Labels, pieces: list[str], output: Path) -> None:
    """Write the graphs, the labels, the vocabulary and spaCy's rules for words; lemmas come from elsewhere."""
    output.mkdir(parents=True, exist_ok=True)
    tags = [len(kind) for kind in labels.kinds]
    graph = sentence_graph(weights, layers=sizes.layers, heads=sizes.heads, arc=sizes.arc, tag_sizes=tags)
    (output / "sentence.onnx").write_bytes(graph.SerializeToString(deterministic=True))
    (output / "relation.onnx").write_bytes(relation_graph(weights).SerializeToString(deterministic=True))
    (output / "labels.json").write_text(json.dumps(asdict(labels), indent=0), "utf-8")
    (output / "pieces.txt").write_text("\n".join(pieces) + "\n", "utf-8")
    spacy.blank("en").to_disk(output / "words")
