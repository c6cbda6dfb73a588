"""Tables: the register's derived tables in the store, written anew from the ledger; drop them and nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from depositary.store import agreements as agreements_table
from depositary.store import documents as documents_table
from depositary.store import folded as folded_table
from depositary.store import participants as participants_table
from depositary.store import participations as participations_table
from depositary.terms import AgreementKind, AgreementRef, Claim, Expectation, Moment, Participant, Participation

VERSION = "1"
"""The rules by which participations are computed: tables of another version are computed again."""

Row = dict[str, Any]  # Any: what a driver takes, text, numbers and None


class Names:
    """The name and kind under which each participant and agreement is kept, whatever order claims came in."""

    def __init__(self) -> None:
        self.participants: dict[str, tuple[str, str]] = {}
        self.agreements: dict[str, tuple[str, str]] = {}

    def add(self, claim: Claim) -> None:
        """Take in those whom a claim names."""
        for who in (*claim.counterparties, *([claim.actor] if claim.actor else [])):
            self._keep(self.participants, who)
        self._keep(self.agreements, claim.agreement)

    def _keep(self, kept: dict[str, tuple[str, str]], named: Participant | AgreementRef) -> None:
        name, kind = kept.get(named.id, (named.name, str(named.kind)))
        kept[named.id] = (min(name, named.name), _kind(kind, str(named.kind)))


def _kind(one: str, other: str) -> str:
    unknown = AgreementKind.UNKNOWN.value
    if unknown in (one, other):
        return other if one == unknown else one
    return min(one, other)


def last_day(connection: Connection) -> date:
    """The last day from which a document is known; the first of all days in an empty ledger."""
    found = connection.execute(select(func.max(documents_table.c.known))).scalar()
    return date.fromisoformat(found) if found else date.min


def is_current(connection: Connection, sequence: int, on: date, known: date) -> bool:
    """Whether the tables hold the participations of this state of the ledger and these days."""
    row = connection.execute(select(folded_table)).one_or_none()
    return row is not None and (row.sequence, row.on_day, row.known_day, row.register_version) == (
        sequence,
        on.isoformat(),
        known.isoformat(),
        VERSION,
    )


def write(
    connection: Connection, rows: Iterable[Participation], names: Names, *, sequence: int, on: date, known: date
) -> None:
    """Write the tables anew; `sequence` is the ledger's last claim that they rest on."""
    for table in (participations_table, participants_table, agreements_table, folded_table):
        connection.execute(delete(table))
    for table, kept in ((participants_table, names.participants), (agreements_table, names.agreements)):
        named = [{"id": id, "name": name, "kind": kind} for id, (name, kind) in sorted(kept.items())]
        if named:
            connection.execute(insert(table), named)
    written = [participation_row(row) for row in rows]
    if written:
        connection.execute(insert(participations_table), written)
    days = {"on_day": on.isoformat(), "known_day": known.isoformat()}
    connection.execute(insert(folded_table), {"id": 1, "sequence": sequence, **days, "register_version": VERSION})


def participation_row(row: Participation) -> Row:
    """The row of `participations`; lists are JSON, which Datasette shows as such."""
    standing = row.standing
    return {
        "participant": row.participant.id,
        "agreement": row.agreement.id,
        "participant_name": row.participant.name,
        "participant_kind": row.participant.kind.value,
        "agreement_name": row.agreement.name,
        "agreement_kind": row.agreement.kind.value,
        "status": row.status,
        "takes_part": int(row.takes_part),
        **_moment_columns(row.since),
        "intent": standing.intent.value,
        "consent": standing.consent.value,
        "force": standing.force.value,
        "application": standing.application.value,
        "assurance": row.assurance.value,
        "word": _listed(row.word),
        "claims": _listed(row.claims),
        "set_aside": _listed(row.set_aside),
        "notes": _listed(row.notes),
        "expectations": _listed([_expectation(item) for item in row.expectations]),
    }


def _moment_columns(moment: Moment | None) -> Mapping[str, str | None]:
    if moment is None:
        return {"since": None, "since_begin": None, "since_end": None}
    return {"since": moment.edtf, "since_begin": moment.begin.isoformat(), "since_end": moment.end.isoformat()}


def _expectation(item: Expectation) -> Mapping[str, object]:
    due = item.due.edtf if item.due else None
    return {"action": item.action.value, "due": due, "end": item.end.value, "claims": list(item.claims)}


def _listed(values: Iterable[object]) -> str:
    return json.dumps(list(values), ensure_ascii=False)
