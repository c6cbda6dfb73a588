"""The command `read`: documents come in, claims are kept, and whatever was wrong is said at the end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import cache, partial

import click

from depositary.claims import Status
from depositary.cli import data
from depositary.cli.batch import Read, now, read_into, read_only, shown
from depositary.cli.claims_list import put_claims
from depositary.cli.opening import known_beforehand, opened
from depositary.cli.options import Day, json_option
from depositary.cli.paper import Paper
from depositary.cli.program import EXIT_FINDINGS, Given
from depositary.cli.wording import counted, day
from depositary.documents import Document, Intake, collect
from depositary.reading import AskedReader, Endpoint, Reader, standard_reader
from depositary.reference import Reference
from depositary.terms import Finding

MANY = 5
"""Documents after which a bar shows that the work goes on."""


@click.command()
@click.argument("places", nargs=-1, required=True, metavar="PATH|URL|-...")
@click.option("--published", type=Day(), help="The day of publication, whatever a text or page says itself.")
@click.option("--outlet", default="", help="Who published it, whatever a text or page says itself.")
@click.option("--dry-run", is_flag=True, help="Read and show; keep nothing.")
@click.option("--reader", "which", type=click.Choice(("rules", "llm")), default="rules", help="Who reads (rules).")
@click.option("--endpoint", envvar="DEPOSITARY_LLM_URL", help="For llm: an address that speaks OpenAI's protocol.")
@click.option("--model", envvar="DEPOSITARY_LLM_MODEL", help="For llm: the model's name there.")
@json_option
@click.pass_obj
def read(
    given: Given,
    places: tuple[str, ...],
    published: date | None,
    outlet: str,
    *,
    dry_run: bool,
    which: str,
    endpoint: str | None,
    model: str | None,
    as_json: bool,
) -> None:
    """Read documents, and keep what they say: text, HTML, JSON Lines, whole folders, web pages, or - for stdin.

    \b
    depositary read reports/ notice.html --outlet "The Levant Courier"
    depositary read --dry-run --json --published 2025-11-06 report.txt

    A line of JSON Lines holds id, text or html, title, published, outlet, url, and keeps what it says. Documents over
    10 MB are refused. The same document twice adds nothing. Exit code 1 if there were findings: they are listed, and
    kept.

    With --reader llm a language model is asked for the claims, and only those that quote the text exactly are taken.
    Its key is read from DEPOSITARY_LLM_KEY; the texts are sent to the endpoint, and nowhere else.
    """
    asked = _endpoint(endpoint, model) if which == "llm" else None
    captured = now()
    if published and published > captured.date() + timedelta(days=1):  # a day more, for who publishes in the east
        raise click.UsageError(f"--published {published} is later than today.")
    items = collect(places, Intake(captured=captured, published=published, outlet=outlet))
    if dry_run:
        reader = _reader(asked, known_beforehand(given))
        findings = _show(read_only(items, reader), as_json=as_json, where="Nothing was kept.")
    else:
        with opened(given, create=True) as register:
            where = f"Kept in {shown(register.ledger.database.place)}."
            reader = _reader(asked, register.reference)
            findings = _show(read_into(register.ledger, items, reader), as_json=as_json, where=where)
            register.refresh()
    if findings:
        _list(findings, kept=not dry_run)
        raise click.exceptions.Exit(EXIT_FINDINGS)


def _endpoint(url: str | None, model: str | None) -> Endpoint:
    if not url or not model:
        missing = " and ".join(name for name, value in (("--endpoint", url), ("--model", model)) if not value)
        raise click.UsageError(f"--reader llm needs {missing} (or DEPOSITARY_LLM_URL and DEPOSITARY_LLM_MODEL).")
    return Endpoint(url.rstrip("/"), model, os.environ.get("DEPOSITARY_LLM_KEY", ""))


def _reader(asked: Endpoint | None, known: Reference) -> Callable[[], Reader]:
    """What makes the reader when there is something to read."""
    return partial(standard_reader, known) if asked is None else cache(partial(AskedReader, asked, known))


def _show(reads: Iterable[Read], *, as_json: bool, where: str) -> list[Finding]:
    findings: list[Finding] = []
    if as_json:
        for item in with_progress(reads):
            findings += item.findings
            known, text = (item.document.known.isoformat(), item.document.text) if item.document else ("", "")
            for claim in item.claims:
                data.put(data.claim(claim, known=known, text=text))
        return findings
    paper = Paper()
    tally = dict.fromkeys(("read", *Status), 0)
    claims = 0
    for item in with_progress(reads):
        findings += item.findings
        if item.document is None:
            continue
        word = item.status or "read"
        tally[word] += 1
        claims += len(item.claims) if item.status in (None, Status.NEW) else 0
        paper.say(_line(paper, item.document, word, len(item.claims)).rstrip())
        if item.status is None:
            put_claims(paper, item.claims, outlet=item.document.outlet, indent=2)
    said = ", ".join(f"{number} {word}" for word, number in tally.items() if number) or "none"
    paper.gap()
    paper.say(f"Documents: {said}. {counted(claims, 'claim')} {'read' if tally['read'] else 'added'}. {where}")
    return findings


def _line(paper: Paper, document: Document, word: str, claims: int) -> str:
    start = f"{word:<8}  {day(document.known):>11}  {counted(claims, 'claim'):>9}  {document.id}"
    rest = "  " + ": ".join(part for part in (document.outlet, document.title) if part).strip()
    room = paper.width - len(start)
    return start + (rest if len(rest) <= room else f"{rest[: room - 1].rstrip()}…")


def _list(findings: list[Finding], *, kept: bool) -> None:
    click.echo(f"{counted(len(findings), 'finding')}{' (kept: depositary findings)' if kept else ''}:", err=True)
    for finding in findings:
        click.echo(f"  {finding}", err=True)


def with_progress(reads: Iterable[Read]) -> Iterator[Read]:
    """The same, with a bar on stderr once there are many; only a terminal is shown one."""
    if not sys.stderr.isatty():
        yield from reads
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    ours = sys.stdout.isatty()  # lines of ours go above the bar; piped ones are left alone
    with Progress(
        *columns, console=Console(stderr=True), transient=True, redirect_stdout=ours, redirect_stderr=False
    ) as progress:
        bar = progress.add_task("reading", total=None, visible=False)
        for number, item in enumerate(reads, start=1):
            progress.update(bar, completed=number, visible=number >= MANY)
            yield item
