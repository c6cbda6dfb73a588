"""The command `documents`: what was read, from when and from whom."""

from __future__ import annotations

from datetime import date

import click

from depositary import questions
from depositary.cli import data
from depositary.cli.asking import put_again, put_clocks
from depositary.cli.opening import opened
from depositary.cli.options import json_option, known_option
from depositary.cli.paper import Paper
from depositary.cli.program import Given
from depositary.cli.wording import counted, day
from depositary.questions import DocumentRow


@click.command()
@known_option
@json_option
@click.pass_obj
def documents(given: Given, known: date, *, as_json: bool) -> None:
    """List the documents that were read, in the order in which they became known.

    \b
    depositary documents --known 2020-12-31
    """
    with opened(given) as register:
        answer = questions.documents(register, known=known)
    if as_json:
        for row in answer.rows:
            data.put(_record(row))
        return
    paper = Paper()
    paper.title("Documents", counted(len(answer.rows), "document"))
    put_clocks(paper, answer)
    paper.gap()
    table = paper.table("known from", "document", "outlet", "title", "claims", ratios=(None, None, 2, 3, None))
    for row in answer.rows:
        told = row.document
        table.add_row(day(told.known), told.id, told.outlet or "not known", told.title, str(row.claims))
    paper.put(table)
    put_again(paper, answer)


def _record(row: DocumentRow) -> dict[str, object]:
    document = row.document
    return {
        "id": document.id,
        "title": document.title,
        "outlet": document.outlet,
        "url": document.url,
        "published": document.published.isoformat() if document.published else None,
        "published_from": document.published_from,
        "known": document.known.isoformat(),
        "captured": document.captured.isoformat(),
        "media_type": document.media_type,
        "origin": document.origin,
        "text_hash": document.text_hash,
        "reader": document.reader,
        "recorded": document.recorded.isoformat(),
        "claims": row.claims,
    }
