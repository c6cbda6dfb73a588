"""Worlds: claims written as lines, taken into a ledger with documents that consist of those lines."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from depositary.claims.intake import intake
from depositary.claims.ledger import Ledger
from depositary.claims.lines import parse_lines, texts_of
from depositary.claims.recorded import RecordedClaim, RecordedDocument, Taken
from depositary.terms import Claim, DepositaryError, Finding

READER = "lines"
"""The reader that is named with documents made of lines."""


class TextNotInLines(DepositaryError):
    """Lines quote a document whose whole text they do not hold, so that it cannot be made from them."""

    def __init__(self, document: str) -> None:
        super().__init__(f"The lines quote document {document!r}, and do not hold its text: read the document itself.")


@dataclass(frozen=True, slots=True)
class _Said:
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...] = field(default=())


def record_lines(ledger: Ledger, text: str) -> tuple[Taken, ...]:
    """Take a text of claim lines into the ledger, one document after the other; a second time adds nothing.

    Raises `UnreadableLine`, or `TextNotInLines` where a line quotes a text that is elsewhere.
    """
    return record_world(ledger, parse_lines(text))


def record_world(ledger: Ledger, claims: Iterable[RecordedClaim]) -> tuple[Taken, ...]:
    """Take claims that were read from lines into the ledger, as `record_lines` does."""
    ordered = sorted(claims, key=lambda recorded: recorded.claim.document)
    texts = dict(texts_of(ordered))
    taken = []
    for document_id, group in groupby(ordered, key=lambda recorded: recorded.claim.document):
        if document_id not in texts:
            raise TextNotInLines(document_id)
        same = list(group)
        document = _document(document_id, texts[document_id], same[0])
        said = _Said(tuple(recorded.claim for recorded in same))
        taken.append(intake(ledger, document, said, recorded=document.recorded, reader=READER))
    return tuple(taken)


def _document(document_id: str, text: str, first: RecordedClaim) -> RecordedDocument:
    return RecordedDocument(
        id=document_id,
        text=text,
        captured=first.recorded,
        title=first.title,
        outlet=first.outlet,
        url=first.url,
        published=first.known,
        published_from="given",
        media_type="text/plain",
        origin="",
        text_hash=hashlib.sha256(text.encode()).hexdigest(),
        known=first.known,
        reader=READER,
        recorded=first.recorded,
        sequence=0,
    )
