"""What the ledger holds: a document and a claim with the day from which they are known, and how they came in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from depositary.terms import Claim, Finding, Span, cite


@dataclass(frozen=True, slots=True)
class RecordedClaim:
    """A claim as the ledger holds it.

    `known` is the day from which it counts (its document was published, else captured). `outlet`, `title` and `url`
    are the document's. `recorded` and `sequence` say when and in what order it came in here; they are for audit and
    for catching up, and decide no answer.
    """

    claim: Claim
    known: date
    outlet: str
    title: str
    url: str
    recorded: datetime
    sequence: int


@dataclass(frozen=True, slots=True)
class RecordedDocument:
    """A document as the ledger holds it; `reader` names the reader (and its version) that read it."""

    id: str
    text: str
    captured: datetime
    title: str
    outlet: str
    url: str
    published: date | None
    published_from: str
    media_type: str
    origin: str
    text_hash: str
    known: date
    reader: str
    recorded: datetime
    sequence: int

    def cite(self, start: int, end: int) -> Span:
        """The span of the text from `start` to `end`: code points from 0, end exclusive."""
        return cite(self.text, start, end)


class Status(StrEnum):
    """What became of a document that was taken in."""

    NEW = "new"
    KNOWN = "known"  #: the same id and the same text are there already: nothing was added
    CONFLICT = "conflict"  #: another text is there under this id: nothing but a finding was added


@dataclass(frozen=True, slots=True)
class Taken:
    """The outcome of one intake: `claims` counts those recorded now, `findings` are those recorded now."""

    document_id: str
    status: Status
    claims: int
    findings: tuple[Finding, ...] = ()
