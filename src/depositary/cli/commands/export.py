"""The command `export`: participations with their evidence, for other programs."""

from __future__ import annotations

import io
from datetime import date

import click

from depositary import questions
from depositary.cli.opening import opened
from depositary.cli.options import json_option, known_option, on_option
from depositary.cli.program import Given
from depositary.exports import FORMATS, format_named, lines


@click.command()
@click.argument("agreement", metavar="[AGREEMENT]", required=False)
@click.option("--format", "name", type=click.Choice(list(FORMATS)), help="csv (unless told otherwise) or jsonl.")
@on_option
@known_option
@json_option
@click.pass_obj
def export(given: Given, agreement: str | None, name: str | None, *, on: date, known: date, as_json: bool) -> None:
    """Write participations with the quotes that carry them: of one agreement, or of all. --json is --format jsonl.

    \b
    depositary export --format csv > participations.csv
    depositary export "Abraham Accords" --format jsonl --on 2020-12-31
    """
    if as_json and name == "csv":
        raise click.UsageError("--json is --format jsonl: ask for one of them.")
    written = io.StringIO(newline="")
    with opened(given) as register:
        if agreement:
            answer = questions.members(register, agreement, on=on, known=known)
            rows, wanted = list(answer.rows), answer.agreement.id
        else:
            rows, wanted = list(register.participations(on=on, known=known)), None
        claims = {item.claim.id: item for item in register.ledger.claims(agreement=wanted, known=known)}
        format_named(name or ("jsonl" if as_json else "csv")).write(lines(rows, claims, on=on, known=known), written)
    click.echo(written.getvalue().encode(), nl=False)
