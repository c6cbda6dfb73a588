"""Attributions: who is made the source of what, in texts that people marked, exactly the same words on both sides.

Reads files of sentences in the form of CofeNet (`res/polnear/test.txt` of cofe-ai/CofeNet: a line of JSON with "tokens"
and "labels", B- and I- of source, cue and content), which are measured and never shipped:
`python -m bench.attributions FILE ... [--errors N]`.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.balance import balance
from depositary.reading.attributing import attributed, quoted_in
from depositary.reading.encoder import encoder
from depositary.reading.language import Tree

PARTS = ("source", "cue", "content")
PUBLISHED = """\
Published for the test part of PolNeAR, exact F1 of source, cue, content: rules .107 .228 .056, CRF .506 .534 .286,
two-layer LSTM with CofeNet .712 .670 .622, BERT with CofeNet .832 .753 .729 (Wang and others, COLING 2022)."""
CLITIC = re.compile(r"['’](?:s|re|ve|ll|d|m)", re.IGNORECASE)
OPENING, CLOSING = {"``": "“", "`": "‘"}, {"''": "”", "'": "’"}
CLOSE_UP = frozenset({"”", "’", ",", ".", ";", ":", "?", "!", ")", "%", "n't"})
ENDS = frozenset({".", "?", "!"})
Place = tuple[int, int]
"""First word, and the one after the last; or code points in the same manner."""


@dataclass(slots=True)
class Tally:
    """What was right, too much and missed."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def said(self) -> str:
        """Precision, recall and F1."""
        return balance(self.right, self.false, self.missed)


@dataclass(slots=True)
class Passage:
    """The words of a line as running text: `starts` are the code points at which they begin."""

    words: list[str]
    text: str = ""
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Set the words as a newspaper would."""
        self.words = [{**OPENING, **CLOSING}.get(word, word) for word in self.words]
        for at, word in enumerate(self.words):
            is_close = word in CLOSE_UP or bool(CLITIC.fullmatch(word)) or self.text[-1:] in ("“", "‘", "(", "$")
            self.text += "" if at == 0 or is_close else " "
            self.starts.append(len(self.text))
            self.text += word

    def sentences(self) -> list[Place]:
        """The sentences, in code points: up to a mark that ends one, with the closing quotation marks after it."""
        found, begin, at, last = [], 0, 0, len(self.words) - 1
        while at <= last:
            if self.words[at] in ENDS:
                while at < last and self.words[at + 1] in ("”", "’", ")"):
                    at += 1
                if at == last or not self.words[at + 1][0].islower():
                    found.append((begin, at))
                    begin = at + 1
            at += 1
        if begin <= last:
            found.append((begin, last))
        return [(self.starts[first], self.end(final)) for first, final in found]

    def end(self, at: int) -> int:
        """The code point after a word."""
        return self.starts[at] + len(self.words[at])

    def of(self, place: Place) -> Place | None:
        """The words that share code points with this place."""
        inside = [at for at, begin in enumerate(self.starts) if begin < place[1] and self.end(at) > place[0]]
        return (inside[0], inside[-1] + 1) if inside else None


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each file."""
    parser = argparse.ArgumentParser(prog="python -m bench.attributions", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="print so many passages that differ")
    asked = parser.parse_args(arguments)
    print(PUBLISHED)
    for file in asked.files:
        tallies = {part: Tally() for part in PARTS}
        lines = file.read_text(encoding="utf-8").splitlines()
        for line in lines:
            given = json.loads(line)
            passage = Passage(given["tokens"])
            wanted, found = set(marked(given["labels"])), set(told(passage))
            for part in PARTS:
                of_part = {each for each in wanted if each[0] == part}, {each for each in found if each[0] == part}
                tallies[part].right += len(of_part[0] & of_part[1])
                tallies[part].false += len(of_part[1] - of_part[0])
                tallies[part].missed += len(of_part[0] - of_part[1])
            if wanted != found and asked.errors > 0:
                asked.errors -= 1
                print(f"\n{passage.text}\n  marked {_words(passage, wanted)}\n  found  {_words(passage, found)}")
        print(f"\n{file.name}, {len(lines)} passages")
        for part in PARTS:
            print(f"  {part:8} {tallies[part].said()}")


def marked(labels: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """The parts that the labels mark: what it is, the first word, the one after the last."""
    for at, label in enumerate(labels):
        if label.startswith("B-"):
            end = at + 1
            while end < len(labels) and labels[end] == f"I-{label[2:]}":
                end += 1
            yield label[2:], at, end


def told(passage: Passage) -> Iterator[tuple[str, int, int]]:
    """What is found, without nesting, as the corpus has it: what comes first keeps its words."""
    trees = encoder().parse(passage.text, passage.sentences())
    taken: list[Place] = []
    for part, place in _in_turn(trees):
        words = passage.of(place)
        if words is not None and not any(begin < words[1] and words[0] < end for begin, end in taken):
            taken.append(words)
            yield part, *words


def _in_turn(trees: Sequence[Tree]) -> Iterator[tuple[str, Place]]:
    """Cues with their sources and contents, and last the quotations that begin a sentence, which go on from others."""
    quotations = list(_quotations(trees))
    for tree, inside in zip(trees, quoted_in(trees), strict=True):
        for each in attributed(tree, inside):
            yield "cue", _place(tree, each.cue)
            if each.source is not None:
                yield "source", _place(tree, each.source)
            for run in each.contents:
                yield "content", _grown(_place(tree, run), quotations)
                yield "content", _place(tree, run)
    begins = {tree.start for tree in trees}
    yield from (("content", each) for each in quotations if each[0] in begins)


def _place(tree: Tree, run: Place) -> Place:
    return tree.tokens[run[0]].start, tree.tokens[run[1]].end


def _grown(place: Place, quotations: Sequence[Place]) -> Place:
    """With the whole of the quotations that it begins or ends in: they may go over several sentences."""
    begin, end = place
    for first, last in quotations:
        if first < end and begin < last:
            begin, end = (min(begin, first) if begin >= first else begin), (max(end, last) if end <= last else end)
    return begin, end


def _quotations(trees: Sequence[Tree]) -> Iterator[Place]:
    begin = None
    for token in (token for tree in trees for token in tree.tokens):
        if begin is None and token.text == "“":
            begin = token.start
        elif begin is not None and token.text == "”":
            yield begin, token.end
            begin = None
    if begin is not None:
        yield begin, trees[-1].end


def _words(passage: Passage, parts: set[tuple[str, int, int]]) -> str:
    in_order = sorted(parts, key=lambda each: each[1])
    return " | ".join(f"{part}: {' '.join(passage.words[begin:end])}" for part, begin, end in in_order)


if __name__ == "__main__":
    main()
