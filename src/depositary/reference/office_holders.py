"""Office-holders: the one table of people, a term in office a line (read only by the compiler)."""

from __future__ import annotations

import csv
from collections.abc import Collection
from itertools import pairwise
from pathlib import Path
from typing import Any

from depositary.reference.folding import fold
from depositary.reference.sheets import Sheet, UnreadableSheet

COLUMNS = ("name", "surname", "also", "participant", "office", "begin", "end", "source")
"""The columns of the table: `also` holds other spellings, split by "; "; `end` is the last day, inclusive.

Who is given by one word only ("Abbott") gets an id with the participant in it, since others may bear that word.
"""


def read_people(path: Path, participants: Collection[str]) -> list[list[Any]]:
    """The rows of all terms in office, in the order of name, then begin."""
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines)
        if tuple(table.fieldnames or ()) != COLUMNS:
            raise UnreadableSheet(path.name, "its first line is not as expected", f"write {','.join(COLUMNS)}")
        rows = [_read_term(f"{path.name} line {table.line_num}", line, participants) for line in table]
    rows.sort(key=lambda row: (row[0], row[5] or "", row[4], row[3]))
    for one, other in pairwise(rows):
        if one[:6] == other[:6]:
            raise UnreadableSheet(path.name, f"{one[1]} begins as {one[4]} twice", "keep one of the lines")
    return rows


def _read_term(place: str, line: dict[str, str], participants: Collection[str]) -> list[Any]:
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
        term.word("source"),
        also,
    ]
