"""Intake: the one way into the ledger; one document and all that was read in it, in one transaction or not at all."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from depositary.claims.ledger import Ledger
from depositary.claims.recorded import Taken
from depositary.terms import Claim, Finding


class TakenDocument(Protocol):
    """What intake needs of a document; `depositary.documents.Document` is one."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def captured(self) -> datetime: ...
    @property
    def title(self) -> str: ...
    @property
    def outlet(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def published(self) -> date | None: ...
    @property
    def published_from(self) -> str: ...
    @property
    def media_type(self) -> str: ...
    @property
    def origin(self) -> str: ...
    @property
    def text_hash(self) -> str: ...
    @property
    def known(self) -> date: ...


class TakenReading(Protocol):
    """What intake needs of a reading; `depositary.reading.Reading` is one."""

    @property
    def claims(self) -> tuple[Claim, ...]: ...
    @property
    def findings(self) -> tuple[Finding, ...]: ...


def intake(
    ledger: Ledger, document: TakenDocument, reading: TakenReading, *, recorded: datetime, reader: str = ""
) -> Taken:
    """Record a document with its claims and findings, all or nothing; a second time adds nothing.

    `recorded` is the instant of recording (aware UTC), `reader` the name and version of the reader (`Reader.name`).
    """
    raise NotImplementedError
