"""Office-holders: the tables of people, a term in office a line (read only by the compiler)."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from depositary.reference.citing import Citations
from depositary.reference.folding import fold
from depositary.reference.sheets import Sheet, UnreadableSheet

COLUMNS = ("name", "surname", "also", "participant", "office", "begin", "end", "source")
"""The columns of the one table of all: `also` holds other spellings, split by "; "; `end` is the last day, inclusive.

Who is given by one word only ("Abbott") gets an id with the participant in it, since others may bear that word.
A table of one participant bears its id as name and lacks that column.
"""


def read_people(
    path: Path, place: str, citations: Citations, participants: Collection[str], participant: str | None = None
) -> Iterator[tuple[str, list[Any]]]:
    """The terms in office of a table, each with its place."""
    columns = tuple(column for column in COLUMNS if participant is None or column != "participant")
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines)
        if tuple(table.fieldnames or ()) != columns:
            raise UnreadableSheet(f"{place} line 1", "its first line is not as expected", f"write {','.join(columns)}")
        for line in table:
            at = f"{place} line {table.line_num}"
            yield at, _read_term(at, {"participant": participant or "", **line}, citations, participants)


def in_order(terms: list[tuple[str, list[Any]]]) -> Iterator[UnreadableSheet]:
    """Sort the terms by name, then begin; yields a refusal for one that stands twice."""
    terms.sort(key=lambda term: (term[1][0], term[1][5] or "", term[1][4], term[1][3]))
    for (_, one), (at, other) in pairwise(terms):
        if one[:6] == other[:6]:
            yield UnreadableSheet(at, f"{one[1]} begins as {one[4]} twice", "keep one of the lines")


def _read_term(place: str, line: dict[str, str], citations: Citations, participants: Collection[str]) -> list[Any]:
    if None in line or None in line.values():
        raise UnreadableSheet(place, "it has not as many cells as there are columns", "mend its commas or quotes")
    dates = {key: line[column] for key, column in (("from", "begin"), ("until", "end")) if line[column]}
    term = Sheet(place, {**line, **dates})
    if line["participant"] not in participants:
        raise UnreadableSheet(place, f"unknown code {line['participant']!r}", "write the id of a State or organisation")
    name, begin_end = term.word("name"), term.span()
    also = [spelling.strip() for spelling in line["also"].split(";") if spelling.strip()]
    one_word = " " not in name.strip()
    id = fold(f"{name} {line['participant']}" if one_word else name).replace(" ", "-")
    return [
        *(id, name, term.word("surname"), line["participant"], term.word("office")),
        *begin_end,
        citations.of_text(term.word("source")),
        also,
    ]
