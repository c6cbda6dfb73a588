"""Rows of the register in words: who, in what standing, since when and on whose word, with what is still awaited."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING

from depositary.cli import signs, wording
from depositary.cli.paper import Paper
from depositary.terms import Expectation, ExpectationEnd, Participation

if TYPE_CHECKING:
    from rich.text import Text


WITNESSES = 2
"""How many of those whose word a row rests on are named in its line; `because` names all."""


class First(Enum):
    """What a list of rows names first: those who take part, or what is taken part in."""

    PARTICIPANT = "who"
    AGREEMENT = "in what"


def put_rows(paper: Paper, rows: Sequence[Participation], *, first: First) -> None:
    """Set rows as a table, and under it what a reader must see beside them."""
    table = paper.table("", first.value, "standing", "since", "on whose word", ratios=(None, 4, 4, None, 3))
    for row in rows:
        since = wording.moment(row.since) if row.since or row.takes_part else ""
        table.add_row(_sign(row), _named(row, first), _stood(row), since, _vouched(row.word))
    paper.put(table)
    for note, names in _noted(rows, first).items():
        paper.say(f"{', '.join(names)}: {wording.written_out(note)}", indent=3, hang=2)


def _noted(rows: Sequence[Participation], first: First) -> dict[str, list[str]]:
    """Each note once, with the names that it is about."""
    noted: dict[str, list[str]] = {}
    for row in rows:
        for note in row.notes:
            noted.setdefault(note, []).append(name(row, first))
    return noted


def name(row: Participation, first: First) -> str:
    """What a row is called in its list."""
    return row.participant.name if first is First.PARTICIPANT else row.agreement.name


def awaited(item: Expectation) -> str:
    """An expectation in words: "sign, by 31 Dec 2025: overdue"."""
    due = f", due {wording.moment(item.due)}" if item.due else ", no day given"
    end = "" if item.end is ExpectationEnd.PENDING else f": {item.end.value}"
    return f"expected to {item.action.value.replace('_', ' ')}{due}{end}"


def _vouched(word: Sequence[str]) -> str:
    named = ", ".join(word[:WITNESSES])
    return named if len(word) <= WITNESSES else f"{named} and {len(word) - WITNESSES} more"


def _sign(row: Participation) -> Text:
    from rich.text import Text

    sign = signs.of_row(row)
    return Text(sign, style=signs.COLOURS.get(sign, ""))


def _named(row: Participation, first: First) -> Text:
    from rich.text import Text

    return Text(name(row, first), style="bold")


def _stood(row: Participation) -> Text:
    from rich.text import Text

    lines = [row.status]
    beside = signs.beside(row.assurance)
    lines += [beside] if beside else []
    lines += [f"{signs.EXPECTED} {awaited(item)}" for item in row.expectations if signs.is_open(item)]
    return Text("\n".join(lines))
