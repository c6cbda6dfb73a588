"""The ledger: documents and claims as they came in, append-only; the one truth that the register is computed from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from depositary.claims.recorded import RecordedClaim, RecordedDocument
from depositary.store import Database
from depositary.terms import AgreementRef, Finding


class Ledger:
    """Reads what was recorded; `intake` alone adds to it."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def head(self) -> int:
        """The sequence of the latest claim, 0 where there is none."""
        raise NotImplementedError

    def claims(
        self,
        *,
        agreement: str | None = None,
        participant: str | None = None,
        document: str | None = None,
        known: date | None = None,
        after: int = 0,
    ) -> Iterator[RecordedClaim]:
        """Claims in the order of (known, document, place in its text), whatever order they came in.

        `participant` matches actors and counterparties. `known` keeps what was known up to that day (inclusive).
        `after` keeps what came in after that sequence.
        """
        raise NotImplementedError

    def claim(self, claim_id: str) -> RecordedClaim:
        """The claim of this id; raises `UnknownClaim`."""
        raise NotImplementedError

    def documents(self, *, known: date | None = None) -> Iterator[RecordedDocument]:
        """Documents in the order of (known, id)."""
        raise NotImplementedError

    def document(self, document_id: str) -> RecordedDocument:
        """The document of this id; raises `UnknownDocument`."""
        raise NotImplementedError

    def agreements(self) -> Iterator[AgreementRef]:
        """Each agreement that a claim names, by id."""
        raise NotImplementedError

    def findings(self) -> Iterator[Finding]:
        """What was wrong with what came in, in the order of recording."""
        raise NotImplementedError

    def record_findings(self, findings: Iterable[Finding], *, recorded: datetime) -> int:
        """Keep findings that are not kept yet; returns how many were added."""
        raise NotImplementedError
