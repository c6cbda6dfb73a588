"""Places: the file and line of the reference's texts in which a fact stands."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from pathlib import Path

from depositary.reference import Person


class Places:
    """Where in a folder of texts something is written: "states/KAZ.toml line 6", or the file alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lines = cache(self._read)
        self._rows = cache(self._table)

    def _read(self, file: str) -> tuple[str, ...]:
        return tuple((self.folder / file).read_text(encoding="utf-8").splitlines())

    def _table(self, file: str) -> dict[tuple[str, ...], int]:
        """The lines of a table by their first cells, of those that a fact is known by."""
        with (self.folder / file).open(encoding="utf-8", newline="") as lines:
            table = csv.reader(lines)
            return {tuple(cells): table.line_num for cells in table}

    def sheet_of_agreement(self, id: str) -> str:
        """The sheet of an agreement, which for a membership is that of the organisation."""
        own = f"agreements/{id}.toml"
        return own if (self.folder / own).exists() else f"organisations/{id}.toml"

    def of_key(self, file: str, *keys: str) -> str:
        """The first line that gives a value to one of the keys."""
        lines = enumerate(self._lines(file), 1)
        found = (number for number, line in lines if line.partition("=")[0].strip() in keys)
        return _told(file, next(found, None))

    def of_text(self, file: str, text: str, beside: str = "") -> str:
        """The first line that holds a text, one that holds `beside` too before any other."""
        numbers = [number for number, line in enumerate(self._lines(file), 1) if text in line]
        both = [number for number in numbers if beside and beside in self._lines(file)[number - 1]]
        return _told(file, next(iter((*both, *numbers)), None))

    def of_listing(self, file: str, member: str, begin: date | None) -> str:
        """The line of a member in the list of a group that begins on this day; `from` stands below the names."""
        numbers = [number for number, line in enumerate(self._lines(file), 1) if f'"{member}"' in line]
        begins = (number for number, line in enumerate(self._lines(file), 1) if _begins(line, begin))
        last = next(begins, None)
        above = [number for number in numbers if last is not None and number < last]
        return _told(file, next(iter((*above[-1:], *numbers)), None))

    def of_line(self, file: str, *cells: str) -> str:
        """The line of a table that begins with these cells."""
        rows = self._rows(file).items()
        return _told(file, next((number for row, number in rows if row[: len(cells)] == cells), None))

    def of_term(self, person: Person) -> str:
        """The line of a term in office: in the table of the participant, or in the one of all others."""
        own = f"people/{person.participant}.csv"
        begin = str(person.begin or "")
        for file, skipped in ((own, 0), ("people.csv", 1)):
            if (self.folder / file).exists():
                for row, number in self._rows(file).items():
                    office, begun = row[3 + skipped], row[4 + skipped]
                    is_own = not skipped or row[3] == person.participant
                    if is_own and row[0] == person.name and office == person.office and begin.startswith(begun):
                        return _told(file, number)
        return own


def _begins(line: str, begin: date | None) -> bool:
    """Whether a line says that something begins on a day, or in the year or month of which it is the first."""
    key, _, value = line.partition("=")
    return begin is not None and key.strip() == "from" and str(begin).startswith(value.strip().strip('"'))


def _told(file: str, line: int | None) -> str:
    return f"{file} line {line}" if line else file
