"""Rows: entries as the compiled file keeps them, made into the types of `entries`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import Any

from depositary.reference.citation import Citation
from depositary.reference.entries import (
    AgreementEntry,
    Code,
    CodeSystem,
    KnownAct,
    Name,
    NameUse,
    ParticipantEntry,
    Person,
    Source,
    Succession,
    SuccessionMode,
    Witness,
)
from depositary.reference.membership import MembershipTerm, Role, Roster
from depositary.terms import (
    Action,
    AgreementKind,
    AgreementRef,
    Convention,
    Delay,
    Moment,
    Participant,
    ParticipantKind,
    Rule,
    Scope,
)

AMBIGUOUS = 1
"""The flag in the fifth place of a name's row."""

Row = dict[str, Any]  # Any: a row of the compiled file, whose shape the compiler has checked

Cited = Callable[[int], Citation]
"""The source that a row names by its number."""


def day(text: str | None) -> date | None:
    """The day that a row writes in ISO form, or None where it leaves it open."""
    return date.fromisoformat(text) if text else None


@lru_cache(maxsize=4096)
def moment(text: str) -> Moment | None:
    """The moment that a row writes as EDTF text, or None where it leaves it open."""
    return Moment.parse(text) if text else None


def name(row: Sequence[Any]) -> Name:
    """A name from `[text, use]` or `[text, use, begin, end, flags, office]`, with what it is unlike as a seventh."""
    if len(row) == 2:
        return Name(row[0], NameUse(row[1]))
    unlike = row[6] if len(row) > 6 else ""
    return Name(row[0], NameUse(row[1]), day(row[2]), day(row[3]), bool(row[4] & AMBIGUOUS), row[5], unlike)


def citation(table: Sequence[Sequence[str]], number: int) -> Citation:
    """The source of this number in the list of all that is cited."""
    work, at, seen = table[number]
    return Citation(work, at, seen)


def citations(cited: Cited, row: Row) -> tuple[Citation, ...]:
    """The sources of an entry, from `[number, [keys]]` each."""
    found = ((cited(number), of) for number, of in row["sources"])
    return tuple(Citation(one.work, one.at, one.seen, tuple(of)) if of else one for one, of in found)


def participant(cited: Cited, id: str, row: Row) -> ParticipantEntry:
    """A State, territory, organisation or group."""
    return ParticipantEntry(
        Participant(id, row["name"], ParticipantKind(row["kind"])),
        tuple(map(name, row["names"])),
        citations(cited, row),
        day(row.get("begin")),
        day(row.get("end")),
        row.get("homepage", ""),
        tuple(Code(CodeSystem(code[0]), code[1], day(code[2]), day(code[3])) for code in row.get("codes", ())),
        tuple(map(partial(succession, cited), row.get("successions", ()))),
        tuple(Roster(tuple(of), day(begin), day(end), cited(at)) for of, begin, end, at in row.get("rosters", ())),
        row.get("derived_from"),
        row.get("disputed", False),
        row.get("founded_by"),
        row.get("founded_by_text", ""),
        tuple(row.get("languages", {}).items()),
    )


def succession(cited: Cited, row: Sequence[Any]) -> Succession:
    """A succession, from `[successor, predecessor, mode, on, sources]`."""
    return Succession(row[0], row[1], SuccessionMode(row[2]), moment(row[3]), tuple(map(cited, row[4])))


def rule(cited: Cited, row: Row) -> Rule:
    """A final clause, whose source is a text of its own or a number."""
    source = row["source"]
    return Rule(
        Scope(row["scope"]),
        frozenset(map(Action, row["by"])),
        Delay(Convention(row["convention"]), row["n"]),
        row["article"],
        source if isinstance(source, str) else str(cited(source)),
    )


def act(cited: Cited, row: Sequence[Any]) -> KnownAct:
    """An act of a participant, from `[who, act, on, component, source]`."""
    return KnownAct(row[0], Action(row[1]), Moment.parse(row[2]), row[3] or None, (cited(row[4]),))


def agreement(cited: Cited, id: str, row: Row) -> AgreementEntry:
    """An agreement."""
    return AgreementEntry(
        AgreementRef(id, row["name"], AgreementKind(row["kind"])),
        tuple(map(name, row["names"])),
        row["binding"],
        citations(cited, row),
        row["member_word"],
        row.get("depositary"),
        row.get("body"),
        row.get("parent"),
        tuple(row.get("components", ())),
        tuple(row.get("sides", ())),
        tuple(map(partial(rule, cited), row.get("rules", ()))),
        day(row.get("opened")),
        day(row.get("closed")),
        moment(row.get("in_force", "")),
        moment(row.get("adopted", "")),
        row.get("relation", ""),
        tuple(row.get("unlike", ())),
        tuple((register, number) for register, number in row.get("ids", ())),
        tuple(map(partial(act, cited), row.get("acts", ()))),
        tuple(row.get("told_with", ())),
    )


def term(cited: Cited, body: str, row: Sequence[Any]) -> MembershipTerm:
    """A term of membership, from `[participant, role, begin, end, entry, exit, sources, note]`."""
    sources = tuple(map(cited, row[6]))
    return MembershipTerm(body, row[0], Role(row[1]), moment(row[2]), moment(row[3]), row[4], row[5], sources, row[7])


def terms(cited: Cited, body: str, table: Sequence[Sequence[Any]]) -> tuple[MembershipTerm, ...]:
    """All terms of membership in one body, in the order of its table."""
    return tuple(term(cited, body, row) for row in table)


def person(cited: Cited, row: Sequence[Any]) -> Person:
    """A term in office, from `[id, name, surname, participant, office, begin, end, sources, also]`."""
    sources = tuple(map(cited, row[7]))
    return Person(row[0], row[1], row[2], row[3], row[4], day(row[5]), day(row[6]), sources, tuple(row[8]))


def source(cited: Cited, id: str, row: Row) -> Source:
    """An outlet, agency, ministry or depositary."""
    return Source(
        id,
        row["name"],
        Witness(row["witness"]),
        tuple(map(name, row["names"])),
        row.get("participant"),
        row.get("homepage", ""),
        "; ".join(map(str, citations(cited, row))),
    )
