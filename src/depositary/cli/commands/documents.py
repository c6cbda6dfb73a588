"""The command `documents`: what was read, from when and from whom."""

from __future__ import annotations

from contextlib import closing
from datetime import date

import click

from depositary.claims import Ledger, RecordedDocument
from depositary.cli import data
from depositary.cli.asking import put_question
from depositary.cli.options import json_option, known_option
from depositary.cli.paper import Paper
from depositary.cli.wording import counted, day
from depositary.store import open_store


@click.command()
@known_option
@json_option
@click.pass_obj
def documents(store: str | None, known: date, *, as_json: bool) -> None:
    """List the documents that were read, in the order in which they became known.

    \b
    depositary documents --known 2020-12-31
    """
    with closing(open_store(store, create=False)) as database:
        found = list(Ledger(database).documents(known=known))
    if as_json:
        for document in found:
            data.put(_record(document))
        return
    paper = Paper()
    paper.title("Documents", counted(len(found), "document"))
    table = paper.table("known", "document", "outlet", "title", ratios=(None, None, 2, 3))
    for document in found:
        table.add_row(day(document.known), document.id, document.outlet or "not known", document.title)
    paper.put(table)
    put_question(paper, "documents", known=known)


def _record(document: RecordedDocument) -> dict[str, object]:
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
    }
