"""The command `state`: where one State or organisation stands towards everything that it has to do with."""

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
from depositary.cli.wording import counted


@click.command()
@click.argument("participant", metavar="PARTICIPANT")
@on_option
@known_option
@json_option
@click.pass_obj
def state(given: Given, participant: str, *, on: date, known: date, as_json: bool) -> None:
    """Show where one State or organisation stands, agreement by agreement.

    \b
    depositary state "the Emirates"
    depositary state KAZ --on 2025-11-08 --known 2025-11-05
    """
    with opened(given) as register:
        answer = questions.state(register, participant, on=on, known=known)
    if as_json:
        for row in answer.rows:
            data.put(data.dated(data.participation(row), answer))
        return
    paper = Paper()
    paper.title(answer.participant.name, counted(len(answer.rows), "agreement"))
    put_clocks(paper, answer)
    if answer.rows:
        paper.gap()
        put_rows(paper, answer.rows, first=First.AGREEMENT)
    put_again(paper, answer)
