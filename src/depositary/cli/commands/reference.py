"""The command `reference`: what is known beforehand under a name, and which source says so."""

from __future__ import annotations

from datetime import date

import click

from depositary import questions
from depositary.cli import beforehand_data, data
from depositary.cli.beforehand import put_beforehand
from depositary.cli.opening import known_beforehand
from depositary.cli.options import Day, json_option
from depositary.cli.paper import Paper
from depositary.cli.program import Given


@click.command()
@click.argument("name", metavar="NAME")
@click.option("--on", type=Day(), help="Only what holds on this day in the world (all, with its dates).")
@json_option
@click.pass_obj
def reference(given: Given, name: str, *, on: date | None, as_json: bool) -> None:
    """Show what is known beforehand of a participant, agreement or person, and where each thing stands.

    \b
    depositary reference Kazakhstan --on 2020-12-31
    depositary reference "Paris Agreement" --json
    depositary --reference my-reference reference "Our Pact"

    No register is needed. An organisation and the agreement that it rests on are shown together.
    """
    answer = questions.beforehand(known_beforehand(given), name, on=on)
    if as_json:
        for row in answer.rows:
            data.put(beforehand_data.record(row, answer))
    else:
        put_beforehand(Paper(), answer)
