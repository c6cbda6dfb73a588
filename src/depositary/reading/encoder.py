"""The encoder: a language layer that weighs every word of a sentence against every other, and tells names too.

It is a small transformer fitted to the same treebanks as the small language (`training/encoder/`, described in
`docs/language.md`), in whole numbers of eight bits, run by ONNX Runtime on one thread.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from depositary.reading.arborescence import best_heads
from depositary.reading.language import MOST_TOKENS, Lemmas, Token, Tree, lemmas_of, runs
from depositary.reading.pieces import Pieces, pieces_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from spacy.language import Language as Pipeline

WEIGHTS = Path(__file__).with_name("weights") / "encoder"

# spaCy remembers each different word; see `language._MOST_WORDS_KEPT`.
_MOST_WORDS_KEPT = 300_000

_LONE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name that the encoder proposes: of a person ("PER"), an organisation ("ORG") or a place ("LOC").

    `start` and `end` are code points of the document, end exclusive.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Labels:
    """What the numbers that come out of the encoder stand for."""

    pos: tuple[str, ...]
    tag: tuple[str, ...]
    name: tuple[str, ...]
    relation: tuple[str, ...]


@cache
def encoder() -> Encoder:
    """The encoder that comes with the package; its weights are read once in a process, when first asked for."""
    return load(WEIGHTS)


def load(weights: Path) -> Encoder:
    """An encoder with other weights, as when newly fitted ones are measured."""
    digest = sha256()
    for path in sorted(weights.rglob("*")):
        if path.is_file():
            digest.update(path.read_bytes())
    labels = json.loads((weights / "labels.json").read_text("utf-8"))
    return Encoder(
        name=f"encoder 1 ({digest.hexdigest()[:8]})",
        _weights=weights,
        _labels=Labels(**{kind: tuple(names) for kind, names in labels.items()}),
        _pieces=pieces_of((weights / "pieces.txt").read_text("utf-8")),
        _lemmas=lemmas_of(weights),
        _words=_words(weights),
        _sentence=_session(weights / "sentence.onnx"),
        _relation=_session(weights / "relation.onnx"),
    )


def _session(path: Path) -> InferenceSession:
    """What runs a graph: on one thread, so that a process uses the core it was given."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _words(weights: Path) -> Pipeline:
    """spaCy's rules for English words and nothing else, knowing no words yet."""
    import spacy

    return spacy.load(weights / "words")


@dataclass(slots=True)
class Encoder:
    """See `encoder()`. It is a `Language`, and proposes names beside it."""

    name: str
    _weights: Path
    _labels: Labels
    _pieces: Pieces
    _lemmas: Lemmas
    _words: Pipeline
    _sentence: InferenceSession
    _relation: InferenceSession
    # Threads take turns at cutting words, which is remembered; the graphs are run beside each other.
    _turn: Lock = field(default_factory=Lock)

    def parse(self, text: str, sentences: Sequence[tuple[int, int]]) -> list[Tree]:
        """See `Language.parse`."""
        return [tree for tree, _ in self.read(text, sentences)]

    def names(self, text: str, sentences: Sequence[tuple[int, int]]) -> list[Name]:
        """The names in these sentences, in their order."""
        return [name for _, names in self.read(text, sentences) for name in names]

    def read(self, text: str, sentences: Sequence[tuple[int, int]]) -> list[tuple[Tree, tuple[Name, ...]]]:
        """The trees of these sentences as `Language.parse` gives them, each with the names proposed in it."""
        pieces = [piece for sentence in sentences for run in runs(text, *sentence) for piece in self._cut(text, *run)]
        return [self._read(text, spans) for spans in pieces]

    def _cut(self, text: str, start: int, end: int) -> Iterator[list[tuple[int, int]]]:
        """The words of this span, none of them white space, in pieces of at most `MOST_TOKENS` cut at spaces."""
        with self._turn:
            if len(self._words.vocab) > _MOST_WORDS_KEPT:
                self._words = _words(self._weights)
            words = self._words.make_doc(_LONE.sub("\ufffd", text[start:end]))
            spans = [(start + word.idx, start + word.idx + len(word)) for word in words if not word.is_space]
        while spans:
            size = len(spans)
            if size > MOST_TOKENS:
                spaced = (i + 1 for i in range(MOST_TOKENS - 1, 0, -1) if spans[i][1] < spans[i + 1][0])
                size = next(spaced, MOST_TOKENS)
            yield spans[:size]
            spans = spans[size:]

    def _read(self, text: str, spans: Sequence[tuple[int, int]]) -> tuple[Tree, tuple[Name, ...]]:
        """One sentence in one run: what stands beside it changes nothing."""
        words = [text[start:end] for start, end in spans]
        cut = self._pieces.cut(words)
        tags, arcs, below, above = self._sentence.run(
            None, {"pieces": _row(cut.pieces), "shapes": _row(cut.shapes), "words": np.array(cut.words, np.int64)}
        )
        heads = best_heads(arcs)
        (relations,) = self._relation.run(None, {"below": below, "above": above, "heads": heads})
        labels, tokens = self._labels, []
        rows = zip(words, spans, tags.tolist(), heads.tolist(), relations.tolist(), strict=True)
        for index, (word, (start, end), (pos_at, tag_at, _), head, relation) in enumerate(rows):
            pos, tag = labels.pos[pos_at], labels.tag[tag_at]
            lemma = self._lemmas.lemma(word, tag, pos)
            named = "root" if head == 0 else labels.relation[relation]
            tokens.append(Token(index, start, end, word, lemma, tag, pos, head - 1 if head else index, named))
        tree = Tree(spans[0][0], spans[-1][1], tuple(tokens))
        return tree, tuple(_names(spans, [labels.name[row[2]] for row in tags.tolist()]))


def _row(numbers: list[int]) -> NDArray[np.int64]:
    return np.array([numbers], np.int64)


def _names(spans: Sequence[tuple[int, int]], marks: Sequence[str]) -> Iterator[Name]:
    """The names that these marks of words make; a mark that goes on with nothing before it begins one."""
    start, end, kind = 0, 0, ""
    for (first, last), mark in zip(spans, marks, strict=True):
        if kind and mark != f"I-{kind}":
            yield Name(start, end, kind)
            kind = ""
        if mark != "O":
            if not kind:
                start, kind = first, mark[2:]
            end = last
    if kind:
        yield Name(start, end, kind)
