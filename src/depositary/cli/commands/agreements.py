"""The command `agreements`: what the register tells of, at a glance."""

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
from depositary.cli.wording import counted, day
from depositary.register import Overview


@click.command()
@on_option
@known_option
@json_option
@click.pass_obj
def agreements(given: Given, *, on: date, known: date, as_json: bool) -> None:
    """List the agreements that documents speak of, with how many claims tell of each.

    \b
    depositary agreements --known 2020-12-31
    """
    with opened(given) as register:
        answer = questions.agreements(register, on=on, known=known)
    if as_json:
        for row in answer.rows:
            data.put(data.dated(_record(row), answer))
        return
    paper = Paper()
    paper.title("Agreements", counted(len(answer.rows), "agreement"))
    put_clocks(paper, answer)
    paper.gap()
    table = paper.table("agreement", "take part", "claims", "documents", "last told of")
    table.columns[0].no_wrap = False
    for row in answer.rows:
        figures = (str(number) for number in (row.taking_part, row.claims, row.documents))
        table.add_row(row.ref.name, *figures, day(row.latest))
    paper.put(table)
    put_again(paper, answer)


def _record(row: Overview) -> dict[str, object]:
    return {
        **data.agreement(row.ref),
        "taking_part": row.taking_part,
        "claims": row.claims,
        "documents": row.documents,
        "latest": row.latest.isoformat(),
    }
