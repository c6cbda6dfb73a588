"""Names of persons, organisations and places: what people marked in two corpora, in one manner of marking.

A name is told word by word as the Universal NER annotation does: "B-PER" begins one, "I-PER" goes on, "O" is in none.
Where a corpus marks what the other does not (the people of a country as a place), its mark is left open (`None`), and
nothing is learnt from that word.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.language.treebanks import Sentence, Word

KINDS = ("PER", "ORG", "LOC")
LABELS = ("O", *(f"{side}-{kind}" for kind in KINDS for side in "BI"))

Names = tuple[str | None, ...]

# Endings of the peoples that Re-DocRED marks as places ("Swedish"); Iran and Japan are left open with them.
_OF_A_PEOPLE = ("ish", "ese", "an", "ch", "i", "ek", "ss", "ans", "is")


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence of which only words are known, and their marks."""

    sentence: Sentence
    names: Names


def universal(path: Path) -> Iterator[Named]:
    """The sentences of a file of Universal NER; other kinds than ours are in no name."""
    block: list[list[str]] = []
    text = ""
    for line in [*gzip.decompress(path.read_bytes()).decode("utf-8").split("\n"), ""]:
        if not line and block:
            names = tuple(row[2] if row[2] in LABELS else "O" for row in block)
            yield Named(_bare([row[1] for row in block], text), names)
            block = []
        elif line.startswith("# text = "):
            text = line.removeprefix("# text = ")
        elif line and not line.startswith("#"):
            block.append(line.split("\t"))


def of_documents(path: Path) -> Iterator[Named]:
    """The sentences of a file of Re-DocRED, a list of documents with every mention of each thing."""
    for document in json.loads(path.read_text("utf-8")):
        marks: list[list[str | None]] = [["O"] * len(words) for words in document["sents"]]
        for mention in (mention for thing in document["vertexSet"] for mention in thing):
            if mention["type"] not in KINDS:
                continue
            words = document["sents"][mention["sent_id"]]
            first, last = mention["pos"]
            first += words[first].lower() == "the" and last - first > 1
            row = marks[mention["sent_id"]]
            people = mention["type"] == "LOC" and last - first == 1 and words[first].endswith(_OF_A_PEOPLE)
            for at in range(first, min(last, len(row))):
                row[at] = None if people else f"{'B' if at == first else 'I'}-{mention['type']}"
        for words, row in zip(document["sents"], marks, strict=True):
            kept = [(word, mark) for word, mark in zip(words, row, strict=True) if word.strip()]
            if kept:
                yield Named(_bare([word for word, _ in kept]), tuple(mark for _, mark in kept))


def _bare(forms: Sequence[str], text: str = "") -> Sentence:
    """A sentence of which only the words are known, with the spaces of the text as far as the words are found in it."""
    words, at = [], 0
    for index, form in enumerate(form.replace(" ", "") for form in forms):
        spaced = True
        if text.startswith(form, at):
            at += len(form)
            spaced = text[at : at + 1] in ("", " ")
            at += len(text[at:]) - len(text[at:].lstrip())
        words.append(Word(form, "_", "X", "_", index, "dep", spaced))
    return Sentence(tuple(words))
