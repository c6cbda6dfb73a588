"""Tables: CSV files of terms, one a line, read with the place of each (only by the compiler)."""

from __future__ import annotations

import csv
from collections.abc import Container, Iterator, Sequence
from pathlib import Path

from depositary.reference.sheets import Sheet, UnreadableSheet

Line = dict[str, str]
"""The cells of a line by column."""


def read_lines(path: Path, place: str, columns: Sequence[str]) -> Iterator[tuple[str, Line]]:
    """The lines of a table, each with its place; raises `UnreadableSheet` where its columns are not these."""
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines)
        if tuple(table.fieldnames or ()) != tuple(columns):
            raise UnreadableSheet(f"{place} line 1", "its first line is not as expected", f"write {','.join(columns)}")
        for line in table:
            at = f"{place} line {table.line_num}"
            if None in line or None in line.values():
                mend = "mend its commas or quotes"
                raise UnreadableSheet(at, "it has not as many cells as there are columns", mend)
            yield at, line


def term_of(at: str, line: Line) -> Sheet:
    """The line as a sheet, in which `begin` and `end` are the span `from` and `until`; an empty one is open."""
    dates = {key: line[column] for key, column in (("from", "begin"), ("until", "end")) if line[column]}
    return Sheet(at, {**line, **dates})


def refuse_unknown(at: str, line: Line, participants: Container[str]) -> None:
    """Refuse a line of a participant that nothing else tells of; raises `UnreadableSheet`."""
    if line["participant"] not in participants:
        raise UnreadableSheet(at, f"unknown code {line['participant']!r}", "write the id of a State or organisation")
