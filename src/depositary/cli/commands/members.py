"""The command `members`: who takes part in an agreement, and who stands in some other way towards it."""

from __future__ import annotations

from datetime import date

import click

from depositary import questions
from depositary.cli import data
from depositary.cli.asking import put_again, put_clocks
from depositary.cli.opening import opened
from depositary.cli.options import json_option, known_option, on_option
from depositary.cli.paper import Paper
from depositary.cli.program import Given
from depositary.cli.rows import First, put_rows
from depositary.questions import Members, command


@click.command()
@click.argument("agreement", metavar="AGREEMENT")
@on_option
@known_option
@json_option
@click.pass_obj
def members(given: Given, agreement: str, *, on: date, known: date, as_json: bool) -> None:
    """Show who takes part in an agreement. "Announced" and "expected" are shown, and never counted.

    \b
    depositary members "Abraham Accords" --on 2020-12-31
    depositary members nato --known 2023-04-01 --json
    """
    with opened(given) as register:
        answer = questions.members(register, agreement, on=on, known=known)
    if as_json:
        for row in answer.rows:
            data.put(data.dated(data.participation(row), answer))
    else:
        put_members(Paper(), answer)


def put_members(paper: Paper, answer: Members) -> None:
    """Set the answer: those who take part, then the others, then those of whom only something is foretold."""
    number = len(answer.participants)
    paper.title(answer.agreement.name, f"{number} take part" if number != 1 else "1 takes part")
    put_clocks(paper, answer)
    for heading, rows in (
        ("", answer.participants),
        ("Not counted among them", answer.others),
        ("Expected", answer.expected),
    ):
        if not rows:
            continue
        if heading:
            paper.heading(heading)
        else:
            paper.gap()
        put_rows(paper, rows, first=First.PARTICIPANT)
    put_again(paper, answer, _why(answer))


def _why(answer: Members) -> str:
    if not answer.rows:
        return ""
    row = answer.rows[0]
    return command("because", row.participant.name, answer.agreement.name, on=answer.on, known=answer.known)
