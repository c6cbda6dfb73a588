"""The command `timeline`: what happened in an agreement, act by act, and what was foretold."""

from __future__ import annotations

from datetime import date

import click

from depositary import questions
from depositary.cli import data, signs
from depositary.cli.asking import put_again, put_clocks
from depositary.cli.claims_list import voices
from depositary.cli.opening import opened
from depositary.cli.options import json_option, known_option
from depositary.cli.paper import Paper
from depositary.cli.program import Given
from depositary.cli.wording import counted, moment, written_out
from depositary.register import Event, Mark

DONE = (Mark.HAPPENED, Mark.CONTESTED, Mark.DERIVED)


@click.command()
@click.argument("agreement", metavar="AGREEMENT")
@known_option
@json_option
@click.pass_obj
def timeline(given: Given, agreement: str, *, known: date, as_json: bool) -> None:
    """Show what happened in an agreement: filled signs have happened, hollow ones are foretold.

    \b
    depositary timeline NATO --known 2023-04-05
    """
    with opened(given) as register:
        answer = questions.timeline(register, agreement, known=known)
    if as_json:
        for event in answer.rows:
            data.put(data.dated(data.event(event), answer))
        return
    paper = Paper()
    paper.title(answer.agreement.name, counted(len(answer.rows), "act"))
    put_clocks(paper, answer)
    paper.gap()
    table = paper.table("", "when", "who", "what", "on whose word", ratios=(None, 3, 3, 5, 4))
    for event in answer.rows:
        who = event.participant.name if event.participant else "the agreement"
        sign = signs.of_act(event.action, done=event.mark in DONE)
        table.add_row(sign, moment(event.moment), who, _what(event), _told(event))
    paper.put(table)
    put_again(paper, answer)


def _what(event: Event) -> str:
    text = event.action.value.replace("_", " ")
    if event.organ:
        text += f" (by its {event.organ})"
    lines = [text]
    match event.mark:
        case Mark.HAPPENED:
            pass
        case Mark.CONTESTED:
            lines.append(f"{signs.DISPUTED} disputed")
        case Mark.PURPORTED:
            lines.append("claimed, without effect")
        case Mark.DERIVED:
            lines.append(f"by rule: {event.rule.article}" if event.rule else "by rule")
        case Mark.PLANNED | Mark.EXPECTED:
            lines.append(f"{event.mark}{f', {event.end}' if event.end else ''}")
    if event.note and event.mark is not Mark.DERIVED:
        lines.append(written_out(event.note))
    return "\n".join(lines)


def _told(event: Event) -> str:
    first = [voices(item.claim, item.outlet or item.title) for item in event.claims[:1]]
    more = [f"and {counted(len(event.claims) - 1, 'more claim')}"] if len(event.claims) > 1 else []
    return "\n".join([*first, *more])
