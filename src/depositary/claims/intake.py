"""Intake: the one way into the ledger; one document and all that was read in it, in one transaction or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import chain
from typing import Protocol

from sqlalchemy import Connection, Table, bindparam, case, func, insert, select
from sqlalchemy.dialects.sqlite import Insert
from sqlalchemy.dialects.sqlite import insert as upsert

from depositary.claims import rows
from depositary.claims.ledger import Ledger, add_findings, instant
from depositary.claims.recorded import Status, Taken
from depositary.store import agreements, claims, counterparties, documents, evidence, participants, voices
from depositary.terms import AgreementKind, Claim, Finding, Participant, Span


class TakenDocument(Protocol):
    """What intake needs of a document: `depositary.documents.Document` is one, a `RecordedDocument` another."""

    @property
    def id(self) -> str:
        """One id is one text, for ever."""

    @property
    def text(self) -> str:
        """The whole text, as its spans count it."""

    @property
    def text_hash(self) -> str:
        """sha256 of the text."""

    @property
    def captured(self) -> datetime:
        """When it was fetched or opened, aware."""

    @property
    def published(self) -> date | None:
        """When it came out, None where nothing says it."""

    @property
    def published_from(self) -> str:
        """How that is known."""

    @property
    def known(self) -> date:
        """The day from which it counts."""

    @property
    def title(self) -> str:
        """Its title or headline, or ""."""

    @property
    def outlet(self) -> str:
        """Who brought it out, or ""."""

    @property
    def url(self) -> str:
        """Where it can be read, or ""."""

    @property
    def media_type(self) -> str:
        """What it was before it was text."""

    @property
    def origin(self) -> str:
        """The path or URL that it came from, or ""."""


class TakenReading(Protocol):
    """What intake needs of a reading: `depositary.reading.Reading` is one, and so is whatever a test makes by hand."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Claims in the order of their place in the text."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was wrong with the document."""


def intake(
    ledger: Ledger, document: TakenDocument, reading: TakenReading, *, recorded: datetime, reader: str = ""
) -> Taken:
    """Record a document with its claims and findings, all or nothing; a second time adds nothing.

    `recorded` is the instant of recording (aware), `reader` the name and version of the reader (`Reader.name`).
    A claim that does not quote its document as it is is left out, and a finding says so. Another text under an id that
    is there already is a conflict: nothing of it is recorded but a finding.
    """
    accepted, refused = _weighed(document, reading.claims)
    with ledger.database.writing() as connection:
        there = connection.execute(_TEXT_HASH, {"document": document.id}).scalar()
        if there == document.text_hash:
            return Taken(document.id, Status.KNOWN, 0)
        if there is not None:
            kept = add_findings(connection, [_conflict(document)], recorded=recorded)
            return Taken(document.id, Status.CONFLICT, 0, kept)
        _add(connection, documents, [_document_row(connection, document, recorded, reader)])
        _add_claims(connection, document, accepted)
        kept = add_findings(connection, (*reading.findings, *refused), recorded=recorded)
    return Taken(document.id, Status.NEW, len(accepted), kept)


def _weighed(document: TakenDocument, said: Iterable[Claim]) -> tuple[list[Claim], list[Finding]]:
    """Claims to record, each once, and findings of those that are refused."""
    accepted: dict[str, Claim] = {}
    refused = []
    for claim in said:
        reason = _objection(document, claim)
        if reason:
            message = f"A claim was refused ({claim.action} by {claim.made_by or 'an unnamed step'}): {reason}."
            refused.append(Finding(document.origin or document.id, message, document.id))
        else:
            accepted.setdefault(claim.id, claim)
    return list(accepted.values()), refused


def _objection(document: TakenDocument, claim: Claim) -> str:
    if claim.document != document.id:
        return f"it is of another document, {claim.document!r}"
    spans = [item for item in claim.evidence if isinstance(item, Span)]
    spans += [voice.evidence for voice in claim.attribution.voices if voice.evidence]
    for span in spans:
        if document.text[span.start : span.end] != span.quote:
            return f"the text from {span.start} to {span.end} does not read {span.quote!r}"
    return ""


def _conflict(document: TakenDocument) -> Finding:
    message = f"Another text is recorded under the id {document.id!r}: nothing of this one was recorded."
    return Finding(document.origin or document.id, message, document.id)


def _next(connection: Connection, table: Table) -> int:
    """The next place in the order of recording; we alone write."""
    return int(connection.execute(_LATEST[table]).scalar() or 0) + 1


def _document_row(connection: Connection, document: TakenDocument, recorded: datetime, reader: str) -> rows.Row:
    return {
        "id": document.id,
        "sequence": _next(connection, documents),
        "title": document.title,
        "outlet": document.outlet,
        "url": document.url,
        "published": document.published.isoformat() if document.published else None,
        "published_from": document.published_from,
        "known": document.known.isoformat(),
        "captured": instant(document.captured),
        "recorded": instant(recorded),
        "media_type": document.media_type,
        "origin": document.origin,
        "reader": reader,
        "text_hash": document.text_hash,
        "text": document.text,
    }


def _add_claims(connection: Connection, document: TakenDocument, accepted: Sequence[Claim]) -> None:
    known, first = document.known, _next(connection, claims)
    made = [{**rows.claim_row(claim, place, known), "sequence": first + place} for place, claim in enumerate(accepted)]
    _add(connection, claims, made)
    _add(connection, evidence, chain.from_iterable(map(rows.evidence_rows, accepted)))
    _add(connection, voices, chain.from_iterable(map(rows.voice_rows, accepted)))
    _add(connection, counterparties, chain.from_iterable(map(rows.counterparty_rows, accepted)))
    _name(connection, accepted)


def _add(connection: Connection, table: Table, made: Iterable[rows.Row]) -> None:
    many = list(made)
    if many:
        connection.execute(_INSERT[table], many)


def _name(connection: Connection, accepted: Iterable[Claim]) -> None:
    """Name agreements and participants for people who read the tables; the same whatever order documents came in."""
    named: set[Participant] = set()
    for claim in accepted:
        named |= {*claim.counterparties, *([claim.actor] if claim.actor else [])}
    _keep_names(connection, participants, [(who.id, who.name, who.kind) for who in sorted(named)])
    refs = sorted({claim.agreement for claim in accepted})
    _keep_names(connection, agreements, [(ref.id, ref.name, ref.kind) for ref in refs])


def _keep_names(connection: Connection, table: Table, named: Sequence[tuple[str, str, str]]) -> None:
    if named:
        connection.execute(_KEEP[table], [{"id": id, "name": name, "kind": str(kind)} for id, name, kind in named])


def _keeping(table: Table) -> Insert:
    """The least of two names, and the kind that says more: neither depends on which came first."""
    statement = upsert(table)
    new, there = statement.excluded, table.c
    unknown = AgreementKind.UNKNOWN.value
    kind = case(
        (there.kind == unknown, new.kind), (new.kind == unknown, there.kind), else_=func.min(there.kind, new.kind)
    )
    return statement.on_conflict_do_update(
        index_elements=[there.id], set_={"name": func.min(there.name, new.name), "kind": kind}
    )


# Statements are made once: to make them again for each document costs more than to run them.
_TEXT_HASH = select(documents.c.text_hash).where(documents.c.id == bindparam("document"))
_LATEST = {table: select(func.max(table.c.sequence)) for table in (documents, claims)}
_INSERT = {table: insert(table) for table in (documents, claims, evidence, voices, counterparties)}
_KEEP = {table: _keeping(table) for table in (participants, agreements)}
