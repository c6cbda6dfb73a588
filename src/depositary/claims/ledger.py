"""The ledger: documents and claims as they came in, append-only; the one truth that the register is computed from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, exists, func, insert, or_, select, text

from depositary.claims import rows
from depositary.claims.recorded import RecordedClaim, RecordedDocument
from depositary.store import Database
from depositary.store import claims as claims_table
from depositary.store import counterparties as counterparties_table
from depositary.store import documents as documents_table
from depositary.store import evidence as evidence_table
from depositary.store import findings as findings_table
from depositary.store import voices as voices_table
from depositary.terms import AgreementKind, AgreementRef, DepositaryError, Finding

BATCH = 500
"""Claims that are put together at a time; SQLite takes 32,766 parameters in a statement."""


class UnknownDocument(DepositaryError):
    """No document of this id was read into the ledger."""

    def __init__(self, document: str) -> None:
        super().__init__(f"There is no document {document!r} in this register.")


class UnknownClaim(DepositaryError):
    """No claim of this id is in the ledger."""

    def __init__(self, claim: str) -> None:
        super().__init__(f"There is no claim {claim!r} in this register.")


class UnreadableSearch(DepositaryError):
    """Nothing to search for is left of what was asked."""

    def __init__(self, words: str) -> None:
        super().__init__(f"{words!r} holds no word to search for.")


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that a search found; `excerpt` shows where, the found words between [ and ]."""

    document: str
    title: str
    outlet: str
    known: date
    excerpt: str


class Ledger:
    """Reads what was recorded; `intake` alone adds documents and claims to it."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def head(self) -> int:
        """The sequence of the latest claim, 0 where there is none."""
        with self.database.reading() as connection:
            return int(connection.execute(select(func.max(claims_table.c.sequence))).scalar() or 0)

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

        `participant` matches actors and counterparties. `known` keeps what was known up to that day (inclusive),
        `after` what came in after that sequence.
        """
        column = claims_table.c
        wanted = [
            *([column.agreement == agreement] if agreement is not None else []),
            *([_concerns(participant)] if participant is not None else []),
            *([column.document == document] if document is not None else []),
            *([column.known <= known.isoformat()] if known is not None else []),
            *([column.sequence > after] if after else []),
        ]
        yield from self._claims(wanted)

    def claim(self, claim_id: str) -> RecordedClaim:
        """The claim of this id; raises `UnknownClaim`."""
        for found in self._claims([claims_table.c.id == claim_id]):
            return found
        raise UnknownClaim(claim_id)

    def documents(self, *, known: date | None = None) -> Iterator[RecordedDocument]:
        """Documents in the order of (known, id)."""
        query = select(documents_table).order_by(documents_table.c.known, documents_table.c.id)
        if known is not None:
            query = query.where(documents_table.c.known <= known.isoformat())
        with self.database.reading() as connection:
            for row in connection.execute(query).mappings():
                yield rows.recorded_document(row)

    def find_document(self, document_id: str) -> RecordedDocument | None:
        """The document of this id, or None."""
        with self.database.reading() as connection:
            query = select(documents_table).where(documents_table.c.id == document_id)
            row = connection.execute(query).mappings().one_or_none()
            return rows.recorded_document(row) if row else None

    def document(self, document_id: str) -> RecordedDocument:
        """The document of this id; raises `UnknownDocument`."""
        found = self.find_document(document_id)
        if found is None:
            raise UnknownDocument(document_id)
        return found

    def agreements(self) -> Iterator[AgreementRef]:
        """Each agreement that a claim names, by id; of several names the least, of kinds one that is known."""
        column = claims_table.c
        known_kind = func.min(func.nullif(column.agreement_kind, AgreementKind.UNKNOWN.value))
        query = select(
            column.agreement, func.min(column.agreement_name), func.coalesce(known_kind, AgreementKind.UNKNOWN.value)
        )
        with self.database.reading() as connection:
            for id, name, kind in connection.execute(query.group_by(column.agreement).order_by(column.agreement)):
                yield AgreementRef(id, name, AgreementKind(kind))

    def findings(self) -> Iterator[Finding]:
        """What was wrong with what came in, in the order of recording."""
        with self.database.reading() as connection:
            for row in connection.execute(select(findings_table).order_by(findings_table.c.sequence)):
                yield Finding(row.place, row.message, row.concerns)

    def record_findings(self, findings: Iterable[Finding], *, recorded: datetime) -> tuple[Finding, ...]:
        """Keep the findings that are not kept yet, and return those."""
        with self.database.writing() as connection:
            return add_findings(connection, findings, recorded=recorded)

    def search(self, words: str, *, limit: int = 20) -> tuple[Hit, ...]:
        """Documents that hold all these words (or forms of them), best first; a "quoted phrase" is found whole."""
        with self.database.reading() as connection:
            found = connection.execute(_SEARCH, {"words": _query(words), "limit": limit})
            return tuple(
                Hit(row.id, row.title, row.outlet, date.fromisoformat(row.known), row.excerpt) for row in found
            )

    def _claims(self, wanted: Sequence[ColumnElement[bool]]) -> Iterator[RecordedClaim]:
        documents = documents_table.c
        query = (
            select(claims_table, documents.outlet, documents.title, documents.url, documents.recorded)
            .join(documents_table, documents.id == claims_table.c.document)
            .where(*wanted)
            .order_by(claims_table.c.known, claims_table.c.document, claims_table.c.place)
        )
        with self.database.reading() as connection:
            for batch in connection.execute(query).mappings().partitions(BATCH):
                yield from _put_together(connection, batch)


def add_findings(connection: Connection, findings: Iterable[Finding], *, recorded: datetime) -> tuple[Finding, ...]:
    """Add the findings that are not there yet, inside a transaction that is under way."""
    added = []
    column = findings_table.c
    for finding in findings:
        there = select(column.sequence).where(
            column.place == finding.place, column.message == finding.message, column.concerns == finding.concerns
        )
        if connection.execute(there).first() is None:
            row = {"place": finding.place, "message": finding.message, "concerns": finding.concerns}
            connection.execute(insert(findings_table).values(**row, recorded=instant(recorded)))
            added.append(finding)
    return tuple(added)


def instant(moment: datetime) -> str:
    """An aware instant as the tables have it: ISO text in UTC; raises `ValueError` for one without a time zone."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} bears no time zone")
    return moment.astimezone(UTC).isoformat()


_SEARCH = text(
    "SELECT documents.id, documents.title, documents.outlet, documents.known,"
    " snippet(document_search, -1, '[', ']', ' … ', 24) AS excerpt"
    " FROM document_search JOIN documents ON documents.sequence = document_search.rowid"
    " WHERE document_search MATCH :words ORDER BY document_search.rank, documents.id LIMIT :limit"
)


def _query(words: str) -> str:
    """The words as FTS5 takes them, each in quotes, so that no sign in them is an operator."""
    parts = [part.strip() for part in words.split('"')]
    found = [
        token for index, part in enumerate(parts) for token in ([part] if index % 2 else part.split()) if token.strip()
    ]
    kept = [f'"{token}"' for token in found if any(character.isalnum() for character in token)]
    if not kept:
        raise UnreadableSearch(words)
    return " ".join(kept)


def _concerns(participant: str) -> ColumnElement[bool]:
    other = counterparties_table.c
    named = exists().where(other.claim == claims_table.c.id, other.participant == participant)
    return or_(claims_table.c.actor == participant, named)


def _put_together(connection: Connection, batch: Sequence[RowMapping]) -> Iterator[RecordedClaim]:
    ids = [row["id"] for row in batch]
    evidence, voices, others = (
        _parts(connection, table, ids) for table in (evidence_table, voices_table, counterparties_table)
    )
    for row in batch:
        own = row["id"]
        yield rows.recorded_claim(row, evidence[own], voices.get(own, ()), others.get(own, ()))


def _parts(connection: Connection, table: Table, ids: Sequence[str]) -> dict[str, tuple[RowMapping, ...]]:
    query = select(table).where(table.c.claim.in_(ids)).order_by(table.c.claim, table.c.position)
    found = connection.execute(query).mappings()
    return {claim: tuple(parts) for claim, parts in groupby(found, key=lambda row: str(row["claim"]))}
