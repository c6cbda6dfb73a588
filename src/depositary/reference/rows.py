"""Rows: entries as the compiled file keeps them, made into the types of `entries`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from depositary.reference.entries import AgreementEntry, Name, NameUse, ParticipantEntry, Person, Source, Witness
from depositary.reference.shelf import Row
from depositary.terms import (
    Action,
    AgreementKind,
    AgreementRef,
    Convention,
    Delay,
    Participant,
    ParticipantKind,
    Rule,
    Scope,
)

AMBIGUOUS = 1
"""The flag in the fifth place of a name's row."""


def day(text: str | None) -> date | None:
    """The day that a row writes in ISO form, or None where it leaves it open."""
    return date.fromisoformat(text) if text else None


def name(row: Sequence[Any]) -> Name:
    """A name from `[text, use]` or `[text, use, begin, end, flags, office]`."""
    if len(row) == 2:
        return Name(row[0], NameUse(row[1]))
    return Name(row[0], NameUse(row[1]), day(row[2]), day(row[3]), bool(row[4] & AMBIGUOUS), row[5])


def participant(id: str, row: Row) -> ParticipantEntry:
    """A State, territory, organisation or group."""
    return ParticipantEntry(
        Participant(id, row["name"], ParticipantKind(row["kind"])),
        tuple(map(name, row["names"])),
        row["source"],
        day(row.get("begin")),
        day(row.get("end")),
        tuple(row.get("predecessors", ())),
        tuple(row.get("successors", ())),
        tuple(row.get("members", ())),
        row.get("homepage", ""),
    )


def rule(row: Row) -> Rule:
    """A final clause."""
    return Rule(
        Scope(row["scope"]),
        frozenset(map(Action, row["by"])),
        Delay(Convention(row["convention"]), row["n"]),
        row["article"],
        row["source"],
    )


def agreement(id: str, row: Row) -> AgreementEntry:
    """An agreement."""
    return AgreementEntry(
        AgreementRef(id, row["name"], AgreementKind(row["kind"])),
        tuple(map(name, row["names"])),
        row["binding"],
        tuple(row["sources"]),
        row["member_word"],
        row.get("depositary"),
        row.get("body"),
        row.get("parent"),
        tuple(row.get("components", ())),
        tuple(row.get("sides", ())),
        tuple(map(rule, row.get("rules", ()))),
        day(row.get("opened")),
        day(row.get("closed")),
        day(row.get("in_force")),
    )


def person(row: Sequence[Any]) -> Person:
    """A term in office, from `[id, name, surname, participant, office, begin, end, source, also]`."""
    return Person(row[0], row[1], row[2], row[3], row[4], day(row[5]), day(row[6]), row[7], tuple(row[8]))


def source(id: str, row: Row) -> Source:
    """An outlet, agency, ministry or depositary."""
    return Source(
        id,
        row["name"],
        Witness(row["witness"]),
        tuple(map(name, row["names"])),
        row.get("participant"),
        row.get("homepage", ""),
        row["source"],
    )
