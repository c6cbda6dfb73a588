"""The command `findings`: what was wrong with what came in, as it was kept."""

from __future__ import annotations

import click

from depositary.cli import data
from depositary.cli.opening import opened
from depositary.cli.options import json_option
from depositary.cli.paper import Paper
from depositary.cli.program import Given
from depositary.cli.wording import counted


@click.command()
@json_option
@click.pass_obj
def findings(given: Given, *, as_json: bool) -> None:
    """List what was wrong with what came in: the place, and what is the matter there.

    \b
    depositary findings --json
    """
    with opened(given) as register:
        found = list(register.ledger.findings())
    if as_json:
        for finding in found:
            data.put({"place": finding.place, "message": finding.message, "concerns": finding.concerns or None})
        return
    paper = Paper()
    paper.title("Findings", counted(len(found), "finding"))
    for finding in found:
        paper.say(str(finding), hang=2)
    if not found:
        paper.say("Nothing was wrong with what came in.")
