"""Consistency: what the dates of States, their names, seats and successions may not say together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from depositary.reference.conflicts import Rows
from depositary.reference.sheets import Sheet, UnreadableSheet
from depositary.terms import OPEN_BEGIN, OPEN_END, Moment, ParticipantKind

Sheets = Mapping[str, Sheet]

CAPITAL = "capital"


def cycles(participants: Rows, sheets: Sheets) -> Iterator[UnreadableSheet]:
    """A State that would come after itself: told once, at the first of its circle."""
    before = {id: [row[0] for row in entry.get("succeeds", ())] for id, entry in participants.items()}
    clear: set[str] = set()
    for id in before:
        walk = _circle(id, before, clear, [])
        if walk:
            clear.update(walk)
            names = " follows ".join([*walk, walk[0]])
            yield UnreadableSheet(sheets[walk[0]].at(walk[1 % len(walk)]), f"{names}", "take one [[succeeds]] away")


def _circle(id: str, before: Mapping[str, list[str]], clear: set[str], walk: list[str]) -> list[str]:
    if id in walk:
        return walk[walk.index(id) :]
    if id in clear:
        return []
    for predecessor in before.get(id, ()):
        if found := _circle(predecessor, before, clear, [*walk, id]):
            return found
    clear.add(id)
    return []


def two_capitals(sheets: Sheets) -> Iterator[UnreadableSheet]:
    """Two capitals of one State on a day, unless one is a spelling of the other or both are seats."""
    for sheet in sheets.values():
        capitals = [
            (item, _certain(item))
            for item in sheet.table.get("metonyms", ())
            if isinstance(item, dict) and item.get("office") == CAPITAL
        ]
        for place, (one, days) in enumerate(capitals):
            for other, other_days in capitals[:place]:
                if not (_is_one_seat(one, other) or (one.get("seat") and other.get("seat"))) and max(
                    days.begin, other_days.begin
                ) < min(days.end, other_days.end):
                    trouble = f"{other['text']} and {one['text']} are both its capital on the same days"
                    mend = 'mend from and until, write spelling_of = "...", or seat = true in both'
                    yield UnreadableSheet(sheet.at(one["text"]), trouble, mend)


def _is_one_seat(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return bool(one.get("spelling_of", one["text"]) == other.get("spelling_of", other["text"]))


def names_before(participants: Rows, sheets: Sheets) -> Iterator[UnreadableSheet]:
    """A former name that a State would have begun to bear before it was there."""
    for id, row in participants.items():
        is_state = row["kind"] in (ParticipantKind.STATE, ParticipantKind.TERRITORY)
        for name in row["names"] if is_state and row.get("begin") else ():
            if name[1] == "former" and len(name) > 2 and name[2] and name[2] < row["begin"]:
                trouble = f"its former name {name[0]!r} begins before it does, on {row['begin']}"
                mend = "mend the dates, or leave its `from` out where it was the land's name before"
                yield UnreadableSheet(sheets[id].at(name[0]), trouble, mend)


def rosters_outside(participants: Rows, sheets: Sheets) -> Iterator[UnreadableSheet]:
    """A roster that begins after one of its States has ended, or ends before one has begun."""
    for id, row in participants.items():
        for of, begin, end, _ in row.get("rosters", ()):
            for member in of:
                there = participants.get(member, {})
                if (end and end <= there.get("begin", "")) or (begin and begin >= there.get("end", "9999")):
                    trouble = f"{member} is in a list of days on which it was not there"
                    yield UnreadableSheet(sheets[id].at("roster"), trouble, "mend the list or its dates")


def _certain(item: Mapping[str, Any]) -> Moment:
    """The days on which a name was in use whatever its coarse dates mean."""
    begin = Moment.parse(item["from"]).last if item.get("from") else OPEN_BEGIN
    end = _after(Moment.parse(item["until"]).begin) if item.get("until") else OPEN_END
    return Moment("", begin, max(begin, end))


def _after(day: date) -> date:
    return Moment.of(day).end
