"""A line of an export: one participation on one day, as known on one day, with the quotes that carry it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from depositary.claims import RecordedClaim
from depositary.terms import Participation, Span

COLUMNS = (
    "agreement_id",
    "agreement",
    "participant_id",
    "participant",
    "status",
    "takes_part",
    "intent",
    "consent",
    "force",
    "application",
    "since",
    "since_first_day",
    "since_last_day",
    "assurance",
    "word",
    "on",
    "known",
    "claims",
    "set_aside",
    "notes",
)
"""The fields of a line before its evidence, in the order in which they are written."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote that carries a participation.

    `start` and `end` are code points of the document's text, the end exclusive. `known` is the day from which the
    document counts as known.
    """

    claim: str
    document: str
    outlet: str
    url: str
    known: date
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Line:
    """What is written of one participation: `fields` by the names of `COLUMNS`, all of them text, "" for nothing.

    Lists (`word`, `claims`, `set_aside`, `notes`) are parted by " | ". `since` is EDTF; its first and last day bound
    it, both inclusive.
    """

    fields: Mapping[str, str]
    evidence: tuple[Quoted, ...]


def lines(
    rows: Iterable[Participation], claims: Mapping[str, RecordedClaim], *, on: date, known: date
) -> Iterator[Line]:
    """A line for each participation; `claims` holds, by id, the claims that the rows rest on."""
    for row in rows:
        carried = [claims[name] for name in row.claims if name in claims]
        yield Line(_fields(row, on, known), tuple(quote for item in carried for quote in _quotes(item)))


def _fields(row: Participation, on: date, known: date) -> dict[str, str]:
    since = row.since
    values = (
        row.agreement.id,
        row.agreement.name,
        row.participant.id,
        row.participant.name,
        row.status,
        "yes" if row.takes_part else "no",
        row.standing.intent.value,
        row.standing.consent.value,
        row.standing.force.value,
        row.standing.application.value,
        since.edtf if since else "",
        since.begin.isoformat() if since and since.begin != date.min else "",
        since.last.isoformat() if since and since.end != date.max else "",
        row.assurance.value,
        " | ".join(row.word),
        on.isoformat(),
        known.isoformat(),
        " | ".join(row.claims),
        " | ".join(row.set_aside),
        " | ".join(row.notes),
    )
    return dict(zip(COLUMNS, values, strict=True))


def _quotes(item: RecordedClaim) -> Iterator[Quoted]:
    claim = item.claim
    for piece in claim.evidence:
        if isinstance(piece, Span):
            yield Quoted(
                claim.id, claim.document, item.outlet, item.url, item.known, piece.start, piece.end, piece.quote
            )
