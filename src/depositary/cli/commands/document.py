"""The command `document`: the text as it was read, with its evidence marked, and the claims that rest on it."""

from __future__ import annotations

from collections.abc import Sequence

import click

from depositary import questions
from depositary.claims import RecordedClaim, RecordedDocument
from depositary.cli import data
from depositary.cli.asking import put_again
from depositary.cli.claims_list import put_claim
from depositary.cli.opening import opened
from depositary.cli.options import json_option
from depositary.cli.paper import Paper
from depositary.cli.program import Given
from depositary.cli.wording import counted, day
from depositary.terms import Span

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@click.command()
@click.argument("document_id", metavar="ID")
@json_option
@click.pass_obj
def document(given: Given, document_id: str, *, as_json: bool) -> None:
    """Show one document with its evidence in [brackets], numbered like the claims below.

    \b
    depositary document north-pier-2016-09-03
    """
    with opened(given) as register:
        answer = questions.document(register, document_id)
    found = answer.document
    if as_json:
        known = found.known.isoformat()
        said = [data.claim(item.claim, known=known) for item in answer.rows]
        data.put({"id": found.id, "title": found.title, "known": known, "text": found.text, "claims": said})
        return
    paper = Paper()
    _put_head(paper, found, len(answer.rows))
    for line in marked(found.text, [_spans(item) for item in answer.rows]).splitlines():
        paper.say(line)
    if answer.rows:
        paper.heading("Claims")
    for number, item in enumerate(answer.rows, start=1):
        put_claim(paper, item.claim, outlet=found.outlet, mark=f"{number:>2}")
    for note in answer.notes:
        paper.gap()
        paper.say(note)
    put_again(paper, answer)


def marked(text: str, spans: Sequence[Sequence[Span]]) -> str:
    """The text with each claim's spans in brackets, closed by the claim's number; `spans[0]` are those of claim 1.

    >>> marked("Kazakhstan joined.", [[Span(0, 17, "Kazakhstan joined")]])
    '[Kazakhstan joined]¹.'
    """
    numbers: dict[tuple[int, int], list[int]] = {}
    for number, places in enumerate(spans, start=1):
        for span in dict.fromkeys(places):
            numbers.setdefault((span.start, span.end), []).append(number)
    marks = [(end, 0, -start, f"]{'˙'.join(map(_raised, said))}") for (start, end), said in numbers.items()]
    marks += [(start, 1, -end, "[") for start, end in numbers]
    pieces, at = [], 0
    for place, _, _, mark in sorted(marks):
        pieces += [text[at:place], mark]
        at = place
    return "".join([*pieces, text[at:]])


def _raised(number: int) -> str:
    return str(number).translate(SUPERSCRIPT)


def _spans(item: RecordedClaim) -> list[Span]:
    return [span for span in item.claim.evidence if isinstance(span, Span)]


def _put_head(paper: Paper, found: RecordedDocument, claims: int) -> None:
    paper.title(found.title or found.id, counted(claims, "claim"))
    if found.published:
        dated = f"published {day(found.published)} ({found.published_from or 'given'})"
    else:
        dated = f"publication not known, captured {day(found.known)}"
    paper.say(f"{found.outlet or 'outlet not known'}, {dated}")
    if found.url or found.origin:
        paper.say(found.url or found.origin)
    paper.gap()
