"""Evidence: the place in a document that shows a claim; a span of its text or a cell of its table."""

from __future__ import annotations

from dataclasses import dataclass

from depositary.terms.errors import DepositaryError


class MisquotedEvidence(DepositaryError):
    """A quote that is not what the document says at its place."""

    def __init__(self, start: int, end: int, quote: str) -> None:
        super().__init__(f"The text from {start} to {end} does not read {quote!r}.")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text: code points from 0, `end` exclusive; `text[start:end] == quote`, always."""

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.quote):
            raise MisquotedEvidence(self.start, self.end, self.quote)


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A cell of a table: sha256 of the file, row and column from 0, the cell's text as it stood, untrimmed."""

    file_hash: str
    row: int
    column: int
    original: str


Evidence = Span | Cell


def cite(text: str, start: int, end: int) -> Span:
    """The span of `text` from `start` to `end` (code points); raises `MisquotedEvidence` off the text."""
    return Span(start, end, text[start:end])
