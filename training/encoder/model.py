"""The encoder while it is being fitted: BERT's layers as MiniLM has them, and a head for each question."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn
from torch.nn import functional


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of an encoder; `arc` and `relation` are the widths from which heads and relations are told."""

    pieces: int
    layers: int = 6
    width: int = 384
    inner: int = 1536
    heads: int = 12
    places: int = 512
    shapes: int = 8
    arc: int = 256
    relation: int = 128


class Layer(nn.Module):
    """Attention, and two products after it."""

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        """A layer of these sizes."""
        super().__init__()
        self.attention = nn.Linear(sizes.width, 3 * sizes.width)
        self.output = nn.Linear(sizes.width, sizes.width)
        self.norm1 = nn.LayerNorm(sizes.width, eps=1e-12)
        self.inner = nn.Linear(sizes.width, sizes.inner)
        self.outer = nn.Linear(sizes.inner, sizes.width)
        self.norm2 = nn.LayerNorm(sizes.width, eps=1e-12)
        self.heads, self.dropout = sizes.heads, dropout

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """`hidden` [batch, pieces, width] one layer up; `mask` is true where a piece is looked at."""
        batch, length, width = hidden.shape
        parts = self.attention(hidden).view(batch, length, 3, self.heads, width // self.heads)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        dropout = self.dropout if self.training else 0.0
        attended = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask, dropout_p=dropout)
        attended = self.output(attended.transpose(1, 2).reshape(batch, length, width))
        hidden = self.norm1(hidden + functional.dropout(attended, self.dropout, self.training))
        outer = self.outer(functional.gelu(self.inner(hidden)))
        return self.norm2(hidden + functional.dropout(outer, self.dropout, self.training))


@dataclass(frozen=True, slots=True)
class Told:
    """What the heads say of a batch: scores of `tags` and `arcs`, and what relations are told from."""

    tags: Tensor
    arcs: Tensor
    below: Tensor
    above: Tensor


class Encoder(nn.Module):
    """The layers with heads for tags (several kinds in one product), heads of words, and relations."""

    def __init__(
        self, sizes: Sizes, tags: int, relations: int, dropout: float = 0.1, head_dropout: float = 0.33
    ) -> None:
        """An encoder that has learnt nothing."""
        super().__init__()
        self.sizes, self.dropout, self.head_dropout = sizes, dropout, head_dropout
        self.word = nn.Embedding(sizes.pieces, sizes.width)
        self.position = nn.Embedding(sizes.places, sizes.width)
        self.shape = nn.Embedding(sizes.shapes, sizes.width)
        self.norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(sizes, dropout) for _ in range(sizes.layers))
        self.tags = nn.Linear(sizes.width, tags)
        self.sides = nn.Linear(sizes.width, 2 * sizes.arc + 2 * sizes.relation)
        self.arc = nn.Parameter(torch.randn(sizes.arc, sizes.arc) / sizes.arc)
        self.arc_bias = nn.Parameter(torch.zeros(sizes.arc))
        self.relation = nn.Linear(3 * sizes.relation, relations)

    def forward(self, pieces: Tensor, shapes: Tensor, seen: Tensor, words: Tensor) -> Told:
        """Scores for a batch; `seen` [batch, pieces] tells pieces from padding, `words` where words begin."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        hidden = self.norm(self.word(pieces) + self.shape(shapes) + self.position(places))
        hidden = functional.dropout(hidden, self.dropout, self.training)
        mask = seen[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, mask)
        rooted = functional.pad(words, (1, 0))
        hidden = hidden.gather(1, rooted[..., None].expand(-1, -1, hidden.shape[2]))
        hidden = functional.dropout(hidden, self.head_dropout, self.training)
        sides = functional.dropout(functional.gelu(self.sides(hidden)), self.head_dropout, self.training)
        arc, relation = self.sizes.arc, self.sizes.relation
        arc_below, arc_above, below, above = sides.split((arc, arc, relation, relation), dim=2)
        arcs = (arc_below[:, 1:] @ self.arc + self.arc_bias) @ arc_above.transpose(1, 2)
        return Told(self.tags(hidden[:, 1:]), arcs, below, above)

    def relations(self, told: Told, heads: Tensor) -> Tensor:
        """Scores of relations [batch, words, relations] to these heads [batch, words], where 0 is the root."""
        above = told.above.gather(1, heads[..., None].expand(-1, -1, told.above.shape[2]))
        below = told.below[:, 1:]
        return self.relation(torch.cat((below * above, below, above), dim=2))


def started(sizes: Sizes, tags: int, relations: int, start: dict[str, Tensor], vocabulary: list[int]) -> Encoder:
    """An encoder whose layers are those of `start` (BERT's names) and whose pieces are these of its vocabulary.

    The heads begin at random, the shapes at nothing but the start's own vector for a single sentence.
    """
    model = Encoder(sizes, tags, relations)
    with torch.no_grad():
        model.word.weight.copy_(start["embeddings.word_embeddings.weight"][vocabulary])
        model.position.weight.copy_(start["embeddings.position_embeddings.weight"])
        model.shape.weight.copy_(start["embeddings.token_type_embeddings.weight"][0].expand(sizes.shapes, -1))
        model.norm.weight.copy_(start["embeddings.LayerNorm.weight"])
        model.norm.bias.copy_(start["embeddings.LayerNorm.bias"])
        for number, layer in enumerate(model.layers):
            assert isinstance(layer, Layer)
            at = f"encoder.layer.{number}"
            for end in ("weight", "bias"):
                three = [start[f"{at}.attention.self.{part}.{end}"] for part in ("query", "key", "value")]
                getattr(layer.attention, end).copy_(torch.cat(three))
                getattr(layer.output, end).copy_(start[f"{at}.attention.output.dense.{end}"])
                getattr(layer.norm1, end).copy_(start[f"{at}.attention.output.LayerNorm.{end}"])
                getattr(layer.inner, end).copy_(start[f"{at}.intermediate.dense.{end}"])
                getattr(layer.outer, end).copy_(start[f"{at}.output.dense.{end}"])
                getattr(layer.norm2, end).copy_(start[f"{at}.output.LayerNorm.{end}"])
        nn.init.normal_(model.sides.weight, std=1 / math.sqrt(sizes.width))
    return model


def lower(teacher: Encoder, layers: int) -> Encoder:
    """An encoder of the teacher's lower layers and all its heads, to be fitted further."""
    sizes = replace(teacher.sizes, layers=layers)
    model = Encoder(sizes, teacher.tags.out_features, teacher.relation.out_features)
    kept = {f"layers.{number}." for number in range(layers)}
    model.load_state_dict(
        {
            name: value
            for name, value in teacher.state_dict().items()
            if not name.startswith("layers.") or name[: name.index(".", 7) + 1] in kept
        }
    )
    return model
