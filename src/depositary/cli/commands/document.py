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
from depositary.documents import Document
from depositary.reading import NameRead, Why, why
from depositary.reference import Reference
from depositary.terms import Claim, Span

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@click.command()
@click.argument("document_id", metavar="ID")
@click.option("--why", "with_why", is_flag=True, help="Say of each claim how the reader came to it.")
@json_option
@click.pass_obj
def document(given: Given, document_id: str, *, with_why: bool, as_json: bool) -> None:
    """Show one document with its evidence in [brackets], numbered like the claims below.

    With --why, each claim says which pattern made it, which names it rests on and why they stand for what they do, and
    whether the reader of today still makes it.

    \b
    depositary document north-pier-2016-09-03
    depositary document north-pier-2016-09-03 --why
    """
    with opened(given) as register:
        answer = questions.document(register, document_id)
    found = answer.document
    reasons = _reasons(found, [item.claim for item in answer.rows], register.reference) if with_why else ()
    if as_json:
        known = found.known.isoformat()
        said = [data.claim(item.claim, known=known, text=found.text) for item in answer.rows]
        for row, reason in zip(said, reasons, strict=False):
            row["why"] = data.why(reason)
        data.put({"id": found.id, "title": found.title, "known": known, "text": found.text, "claims": said})
        return
    paper = Paper()
    _put_head(paper, found, len(answer.rows))
    for line in marked(found.text, [_spans(item) for item in answer.rows]).rstrip().splitlines():
        paper.say(line)
    if answer.rows:
        paper.heading("Claims")
    for number, item in enumerate(answer.rows, start=1):
        put_claim(paper, item.claim, outlet=found.outlet, mark=f"{number:>2}")
        for line in why_lines(reasons[number - 1]) if with_why else ():
            paper.say(line, indent=5, hang=2, style="dim")
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


def _reasons(found: RecordedDocument, claims: Sequence[Claim], known: Reference) -> tuple[Why, ...]:
    """How the claims came about, read again from the text as it was kept."""
    kept = Document(found.id, found.text, found.captured, found.title, found.outlet, published=found.published)
    return why(kept, claims, known)


def why_lines(reason: Why) -> list[str]:
    """How a claim came about, a line a step: the pattern, the names, those left alone, and whether it still holds."""
    pattern = reason.pattern
    lines = [f"made by {reason.claim.made_by or 'a step that left no name'}"]
    if pattern is not None:
        with_what = f", with one of: {', '.join(pattern.objects)}" if pattern.objects else ""
        lines = [f"pattern {pattern.id}: {', '.join(pattern.words)}{with_what}"]
    stand = [name for name in reason.names if not name.is_left_alone]
    lines += [f"{_quoted(name)} is {', '.join(name.ids)}: {_because(name)}" for name in stand]
    lines += [f"{_quoted(name)} stands for nothing: {_because(name)}" for name in reason.names if name.is_left_alone]
    lines += [f"no name stands for {id}: told by pointing words, or by what is said" for id in reason.unnamed]
    if not reason.is_made_again:
        lines.append("the reader of today does not make this claim")
    return lines


def _quoted(name: NameRead) -> str:
    return f"“{' '.join(name.place.quote.split())}”"


def _because(name: NameRead) -> str:
    return f"{name.reason}, by “{name.cue}”" if name.cue else name.reason


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
