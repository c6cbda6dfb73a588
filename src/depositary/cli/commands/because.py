"""The command `because`: why a row stands: claims and their quotes, the rule, what is awaited, what was set aside."""

from __future__ import annotations

from datetime import date

import click

from depositary import questions
from depositary.cli import data, signs
from depositary.cli.asking import put_again, put_clocks
from depositary.cli.opening import opened
from depositary.cli.options import json_option, known_option, on_option
from depositary.cli.paper import Paper
from depositary.cli.program import Given
from depositary.cli.reasons import put_reasons, stood
from depositary.cli.wording import written_out


@click.command()
@click.argument("participant", metavar="PARTICIPANT")
@click.argument("agreement", metavar="AGREEMENT")
@on_option
@known_option
@json_option
@click.pass_obj
def because(given: Given, participant: str, agreement: str, *, on: date, known: date, as_json: bool) -> None:
    """Show why a participant stands as it does: each claim with its quote and place, and the rule behind a day.

    \b
    depositary because Kazakhstan "Abraham Accords"
    depositary because Niger ECOWAS --on 2024-06-01 --known 2024-01-28
    """
    with opened(given) as register:
        answer = questions.because(register, participant, agreement, on=on, known=known)
    if as_json:
        data.put(data.dated(data.reasons(answer.because), answer))
        return
    row = answer.because.participation
    paper = Paper()
    paper.title(f"{row.participant.name} · {row.agreement.name}")
    put_clocks(paper, answer)
    paper.gap()
    paper.say(stood(row), hang=len(signs.of_row(row)) + 1)
    for note in row.notes:
        paper.say(written_out(note), indent=2)
    put_reasons(paper, answer.because)
    put_again(paper, answer)
