"""Office-holders: the tables of people, a term in office a line (read only by the compiler)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from depositary.reference.citing import Citations
from depositary.reference.folding import fold
from depositary.reference.sheets import UnreadableSheet
from depositary.reference.tables import read_lines, refuse_unknown, term_of

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
    for at, line in read_lines(path, place, columns):
        yield at, _read_term(at, {"participant": participant or "", **line}, citations, participants)


def in_order(terms: list[tuple[str, list[Any]]]) -> Iterator[UnreadableSheet]:
    """Sort the terms by name, then begin; yields a refusal for one that stands twice."""
    terms.sort(key=lambda term: (term[1][0], term[1][5] or "", term[1][4], term[1][3]))
    for (_, one), (at, other) in pairwise(terms):
        if one[:6] == other[:6]:
            yield UnreadableSheet(at, f"{one[1]} begins as {one[4]} twice", "keep one of the lines")


def _read_term(place: str, line: dict[str, str], citations: Citations, participants: Collection[str]) -> list[Any]:
    refuse_unknown(place, line, participants)
    term = term_of(place, line)
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
