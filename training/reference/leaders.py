"""Take leaders since 1990 from the REIGN leader list into the table of people, for States that have none of their own.

Run as `python -m training.reference.leaders LIST.csv` from the root of a checkout, then compile the reference. LIST.csv
is the `leaderlist` of the REIGN data set (OEF Research; Bell, Besaw and Frank; MIT licence). It is in Latin-1. Its
`ccode` is the number of the Correlates of War, which the reference knows of every State. It names effective leaders
only, and gives the month of an end, not the day: so that is what is written. Many are named by surname alone, some are
misspelt, and of two surnames the last comes in as the surname: read what is new before you commit it. What is there
already stays as it is: running it twice adds nothing.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from depositary.reference import CodeSystem, Reference, reference
from depositary.reference.office_holders import COLUMNS

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "src" / "depositary" / "reference"
TABLE = FOLDER / "people.csv"

FIRST_YEAR = 1990
"""Terms that ended before this year are left out."""

EDITION = "REIGN leader list of March 2021"
LAST_YEAR = 2021
"""In the year of the edition an end is the edition's, not the leader's: later tables know better."""

_REMARK = re.compile(r"\([^)]*\)")
"""What the list adds to a name: "(f)", "(2nd time)", "(acting)"."""

Line = dict[str, str]


def terms(leaders: Iterable[Line], known: Reference) -> Iterator[Line]:
    """The terms of the list as lines of the table of people, without those of no State that is known on the day."""
    for leader in leaders:
        try:
            begin = date(int(leader["syear"]), int(leader["smonth"]), int(leader["sdate"]))
            end = date(int(leader["eyear"]), int(leader["emonth"]), 1)
        except ValueError:
            continue
        state = participant(leader["ccode"], begin, known)
        if state is None or not FIRST_YEAR <= end.year < LAST_YEAR:
            continue
        name = spelt(leader["leader"])
        yield {
            "name": name,
            "surname": name.rpartition(" ")[2],
            "also": "",
            "participant": state,
            "office": "effective leader",
            "begin": begin.isoformat(),
            "end": f"{end:%Y-%m}",
            "source": f"{EDITION}, {leader['leadid']}",
        }


def spelt(leader: str) -> str:
    """The name of a leader as the list writes it, without its remarks, the surname last.

    >>> spelt("Gian Franco Terenzi (2nd time)"), spelt("Soglo, N")
    ('Gian Franco Terenzi', 'N Soglo')
    """
    surname, _, given = " ".join(_REMARK.sub(" ", leader).split()).partition(", ")
    return f"{given} {surname}".strip()


def participant(number: str, day: date, known: Reference) -> str | None:
    """The State that had this number of the Correlates of War on this day, while it existed."""
    for id, entry in known.participants.items():
        is_there = entry.is_there(day)
        for code in entry.codes:
            is_in_use = code.is_given(day)
            if code.system is CodeSystem.COW and code.text == number and is_in_use and is_there:
                return id
    return None


def merged(lines: list[Line], found: Iterable[Line], covered: frozenset[str]) -> tuple[list[Line], int]:
    """The table with what is new in it, in the order of names, and how many lines that is."""
    have = {line["source"] for line in lines} | {
        (line["participant"], line["surname"], line["begin"]) for line in lines
    }
    new = [
        line
        for line in found
        if line["participant"] not in covered
        and line["source"] not in have
        and (line["participant"], line["surname"], line["begin"]) not in have
    ]
    return sorted([*lines, *new], key=lambda line: (line["name"], line["begin"])), len(new)


def main(arguments: list[str] | None = None) -> int:
    """Rewrite the table of people with what the list adds."""
    parser = argparse.ArgumentParser(prog="python -m training.reference.leaders", description=__doc__)
    parser.add_argument("list", type=Path, help="leaderlist_3_21.csv")
    given = parser.parse_args(arguments)
    with given.list.open(encoding="latin-1", newline="") as table:
        found = list(terms(csv.DictReader(table), reference()))
    with TABLE.open(encoding="utf-8", newline="") as table:
        lines = list(csv.DictReader(table))
    covered = frozenset(path.stem for path in (FOLDER / "people").glob("*.csv"))
    table_of_all, added = merged(lines, found, covered)
    with TABLE.open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(table_of_all)
    print(f"{added} terms added, {len(table_of_all)} in all.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
