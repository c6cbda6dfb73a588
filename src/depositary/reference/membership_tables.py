"""Membership tables: who was in an organisation from when to when, a term a line (read only by the compiler)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from depositary.reference.citing import Citations, unknown_key
from depositary.reference.membership import Role
from depositary.reference.sheets import Sheet, UnreadableSheet
from depositary.reference.tables import read_lines, refuse_unknown, term_of
from depositary.terms import OPEN_BEGIN, OPEN_END, Moment

COLUMNS = ("participant", "role", "begin", "end", "entry", "exit", "source", "note")
"""The columns of a table: `begin` and `end` are EDTF, `end` is the last day; `source` are keys of the sheet
beside, with a space between them."""

ENTRIES = ("", "found", "accede", "succeed", "sign", "admit", "resume", "suspend")
EXITS = ("", "withdraw", "expel", "dissolve", "succeeded", "lapse", "resume")

OUTSIDE = "outside its dates"
"""How the note of a term begins that runs, rightly, before its State began or after its end."""

Bounds = Mapping[str, tuple[str | None, str | None]]
"""The begin and exclusive end of each participant, in ISO form."""

Term = tuple[str, list[Any]]
"""A term with its place."""


def read_terms(path: Path, place: str, sheet: Sheet, citations: Citations, participants: Bounds) -> Iterator[Term]:
    """The terms of a table, each with its place; raises `UnreadableSheet` for one that breaks a rule of form."""
    keyed = citations.keyed(sheet)
    citations.of_sheet(sheet, *COLUMNS)
    for at, line in read_lines(path, place, COLUMNS):
        yield at, _term(at, line, keyed, participants)


def _term(at: str, line: dict[str, str], keyed: dict[str, int], participants: Bounds) -> list[Any]:
    refuse_unknown(at, line, participants)
    term = term_of(at, line)
    term.word("role", Role)
    term.word("entry", ENTRIES, default="")
    term.word("exit", EXITS, default="")
    term.span()
    keys = line["source"].split()
    for key in keys or [""]:
        if key not in keyed:
            raise unknown_key(at, key, keyed)
    return [*(line[column] for column in COLUMNS[:6]), [keyed[key] for key in keys], line["note"]]


def impossible(terms: list[Term], participants: Bounds) -> Iterator[UnreadableSheet]:
    """What no terms may say together: a member twice on one day, or one that was no State on all its days."""
    seen: dict[tuple[str, str], list[tuple[str, Moment]]] = {}
    for at, row in terms:
        certain = _certain(row)
        begin, end = participants[row[0]]
        excused = row[7].startswith(OUTSIDE)
        if begin and _last_begin(row) < date.fromisoformat(begin) and not excused:
            mend = f'mend begin, or begin its note with "{OUTSIDE}" and say why'
            yield UnreadableSheet(at, f"{row[0]} is in before it begins, on {begin}", mend)
        if end and _first_end(row) > date.fromisoformat(end) and not excused:
            mend = f'mend end, or begin its note with "{OUTSIDE}" and say why'
            yield UnreadableSheet(at, f"{row[0]} is in after its end, on {end}", mend)
        for other_at, other in seen.get((row[0], row[1]), ()):
            if max(certain.begin, other.begin) < min(certain.end, other.end):
                trouble = f"{row[0]} is {row[1]} here and in {other_at.rpartition('.csv ')[2]} on the same days"
                yield UnreadableSheet(at, trouble, "end the one before the other begins")
        seen.setdefault((row[0], row[1]), []).append((at, certain))


def _certain(row: list[Any]) -> Moment:
    """The days on which a term ran whatever its coarse dates mean; an empty interval where there is none."""
    begin, end = _last_begin(row), _first_end(row)
    return Moment("", begin, max(begin, end))


def _last_begin(row: list[Any]) -> date:
    return Moment.parse(row[2]).last if row[2] else OPEN_BEGIN


def _first_end(row: list[Any]) -> date:
    """The first day on which it may be over."""
    return Moment.of(Moment.parse(row[3]).begin).end if row[3] else OPEN_END
