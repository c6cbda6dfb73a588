"""The command `rebuild`: the register's tables computed anew from the ledger, which alone is the truth."""

from __future__ import annotations

import click

from depositary.cli import data
from depositary.cli.opening import opened
from depositary.cli.options import json_option
from depositary.cli.program import Given
from depositary.cli.wording import counted


@click.command()
@json_option
@click.pass_obj
def rebuild(given: Given, *, as_json: bool) -> None:
    """Compute the register's tables anew from the ledger. No answer changes by it.

    \b
    depositary rebuild
    """
    with opened(given) as register:
        rows, claims = register.rebuild(), register.ledger.head()
    if as_json:
        data.put({"participations": rows, "head": claims})
    else:
        click.echo(f"{counted(rows, 'participation')} computed anew from the ledger.")
