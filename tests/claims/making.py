"""Documents, claims and ledgers made by hand for tests, without reading a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from depositary.claims import Ledger, RecordedClaim
from depositary.documents import Document
from depositary.store import open_store
from depositary.terms import (
    Action,
    AgreementKind,
    AgreementRef,
    Attribution,
    Claim,
    Finding,
    Modality,
    Moment,
    Participant,
    ParticipantKind,
    Role,
    Voice,
    cite,
)

NOON = datetime(2025, 11, 7, 12, tzinfo=UTC)
KAZAKHSTAN = Participant("KAZ", "Kazakhstan")
ISRAEL = Participant("ISR", "Israel")
NATO = Participant("nato", "NATO", ParticipantKind.ORGANISATION)
ACCORDS = AgreementRef("abraham-accords", "Abraham Accords", AgreementKind.POLITICAL)
SENTENCE = "Kazakhstan joined the Abraham Accords on Thursday, US officials told Axios."


@dataclass(frozen=True, slots=True)
class Said:
    """A reading made by hand."""

    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = field(default=())


@contextmanager
def ledger_at(place: Path) -> Iterator[Ledger]:
    """A ledger in the file `place`, made where it is missing."""
    with open_store(place, create=True) as database:
        yield Ledger(database)


def document(id: str = "d1", text: str = SENTENCE, published: date | None = date(2025, 11, 7)) -> Document:
    """A report of one outlet, captured at noon."""
    return Document(
        id, text, NOON, title=f"Title of {id}", outlet="Axios", url=f"https://example.org/{id}", published=published
    )


def claims_of(source: Document, action: Action = Action.JOIN) -> tuple[Claim, ...]:
    """A claim for each word of the text that begins with a capital, with a voice and a counterparty."""
    made = []
    for match in re.finditer(r"\b[A-Z]\w+", source.text):
        evidence = (cite(source.text, match.start(), match.end()), cite(source.text, 0, len(source.text)))
        voices = (
            Voice("Axios", Role.AGENCY),
            Voice(match.group(), Role.OFFICIALS, "USA", cite(source.text, match.start(), match.end())),
        )
        claim = Claim(
            document=source.id,
            agreement=ACCORDS,
            actor=KAZAKHSTAN,
            action=action,
            modality=Modality.HAPPENED,
            evidence=evidence,
            counterparties=(ISRAEL, NATO),
            moment=Moment.parse("2025-11-06"),
            attribution=Attribution(voices),
            made_by="hand",
        )
        made.append(claim)
    return tuple(made)


def content(claims: Iterator[RecordedClaim]) -> list[tuple[Claim, date, str, str, str]]:
    """What claims say, without when and in which order they came in."""
    return [(one.claim, one.known, one.outlet, one.title, one.url) for one in claims]
