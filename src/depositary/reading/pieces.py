"""Pieces: the words of a sentence cut into the parts of words that the encoder knows, each with the shape of its print.

The vocabulary knows small letters only; whether a word was printed "Will" or "will" is told beside it by its shape.
The cutting is that of BERT (Wu et al. 2016, WordPiece): the longest known beginning first, "##" before what goes on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

FIRST, UNKNOWN = "[CLS]", "[UNK]"

# A word is told from no more pieces than these; only addresses and formulas have more.
MOST_PIECES_OF_WORD = 6

# Longer words have no pieces: they are not words.
LONGEST_WORD = 100

# Places that the encoder knows. A sentence with more pieces is told from fewer pieces of each word.
MOST_PIECES = 512

# Words remembered with their pieces; then all are forgotten, so that a process that reads for weeks does not grow.
_MOST_WORDS_KEPT = 100_000

_PART = re.compile(r"\w+|[^\w\s]|_")


class Shape(IntEnum):
    """How a word is printed."""

    MARK = 0
    SMALL = 1
    TITLE = 2
    CAPITALS = 3
    MIXED = 4
    DIGITS = 5
    INITIAL = 6


def shape(word: str) -> Shape:
    """How the word is printed: "the" is small, "The" has a title's capital, "UN" is in capitals, "A" is an initial."""
    if word.islower():
        return Shape.DIGITS if word[0].isdigit() else Shape.SMALL
    if word.isupper():
        if len(word) == 1:
            return Shape.INITIAL
        return Shape.MIXED if word[0].isdigit() else Shape.CAPITALS
    if any(letter.isalpha() for letter in word):
        return Shape.TITLE if word[0].isupper() and word[1:].islower() else Shape.MIXED
    return Shape.DIGITS if any(sign.isdigit() for sign in word) else Shape.MARK


@dataclass(frozen=True, slots=True)
class Cut:
    """A sentence in pieces: numbers of the vocabulary, shapes, and for each word the place of its first piece."""

    pieces: list[int]
    shapes: list[int]
    words: list[int]


@dataclass(slots=True)
class Pieces:
    """The vocabulary, and the words it was asked for."""

    numbers: dict[str, int]
    _kept: dict[str, tuple[tuple[int, ...], int]] = field(default_factory=dict)

    def cut(self, words: Sequence[str]) -> Cut:
        """The words in pieces; a first piece that is no word's stands at place 0."""
        found = [self._word(word) for word in words]
        most = MOST_PIECES_OF_WORD
        while most > 1 and sum(min(len(parts), most) for parts, _ in found) >= MOST_PIECES:
            most -= 1
        pieces, shapes, places = [self.numbers[FIRST]], [int(Shape.MARK)], []
        for parts, printed in found:
            places.append(len(pieces))
            pieces.extend(parts[:most])
            shapes.extend([printed] * min(len(parts), most))
        return Cut(pieces, shapes, places)

    def _word(self, word: str) -> tuple[tuple[int, ...], int]:
        kept = self._kept.get(word)
        if kept is None:
            if len(self._kept) >= _MOST_WORDS_KEPT:
                self._kept.clear()
            kept = tuple(self._parts(word))[:MOST_PIECES_OF_WORD], int(shape(word))
            self._kept[word] = kept
        return kept

    def _parts(self, word: str) -> Iterable[int]:
        unknown = self.numbers[UNKNOWN]
        if len(word) > LONGEST_WORD:
            return [unknown]
        plain = "".join(
            letter for letter in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(letter) != "Mn"
        )
        return [number for part in _PART.findall(plain) for number in self._longest(part, unknown)] or [unknown]

    def _longest(self, part: str, unknown: int) -> list[int]:
        found, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                number = self.numbers.get(part[start:end] if start == 0 else "##" + part[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return [unknown]
        return found


def pieces_of(lines: str) -> Pieces:
    """The vocabulary of a text that holds one piece a line; the number of a piece is the number of its line, from 0."""
    return Pieces({piece: number for number, piece in enumerate(lines.rstrip("\n").split("\n"))})
