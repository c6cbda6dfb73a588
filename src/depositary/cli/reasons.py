"""Reasons in words: the grounds of a row with their quotes, the rule that gave a day, what is awaited, what lost."""

from __future__ import annotations

from collections.abc import Iterable

from depositary.claims import RecordedClaim
from depositary.cli import signs, wording
from depositary.cli.claims_list import put_claim
from depositary.cli.paper import Paper
from depositary.cli.rows import awaited
from depositary.register import Because, Ground, Outcome
from depositary.terms import Assurance, Participation, Rule


def stood(row: Participation) -> str:
    """A row in one line: "○ announced, since 6 Nov 2025, on the word of Kazakhstan"."""
    parts = [f"{signs.of_row(row)} {row.status}"]
    if row.since:
        parts.append(f"since {wording.moment(row.since)}")
    if row.word:
        parts.append(f"on the word of {', '.join(row.word)}")
    if beside := signs.beside(row.assurance):
        parts.append(beside)
    return ", ".join(parts)


def put_reasons(paper: Paper, because: Because) -> None:
    """Set everything that a row rests on, and everything that was weighed and lost."""
    if because.grounds:
        paper.heading("What it rests on")
    for ground in because.grounds:
        _put_ground(paper, ground)
    if because.doubtful:
        paper.heading("Not known whether by then")
    for ground in because.doubtful:
        _put_ground(paper, ground)
    if because.foretold:
        paper.heading("What was foretold")
    for item in because.foretold:
        paper.say(f"{signs.EXPECTED} {awaited(item.expectation)}", hang=2)
        put_told(paper, item.claims, indent=2)
    if because.set_aside:
        paper.heading("Set aside")
    for aside in because.set_aside:
        put_told(paper, [aside.claim])
        paper.say(wording.written_out(aside.reason), indent=2)


def _put_ground(paper: Paper, ground: Ground) -> None:
    contested = f" {signs.beside(Assurance.CONTESTED)}" if ground.outcome is Outcome.CONTESTED else ""
    paper.say(f"{wording.written_out(ground.what)}{contested}", style="bold")
    if ground.rule:
        paper.say(f"By rule: {clause(ground.rule)}", indent=2, hang=2)
    put_told(paper, ground.claims, indent=2)
    if ground.alternatives:
        paper.say("Others give another date:", indent=2)
        put_told(paper, ground.alternatives, indent=4)


def put_told(paper: Paper, told: Iterable[RecordedClaim], *, indent: int = 0) -> None:
    """Set claims with the documents that tell them."""
    for item in told:
        put_claim(paper, item.claim, outlet=item.outlet, indent=indent)
        title = f" “{item.title}”" if item.title else ""
        paper.say(f"in {item.claim.document}{title}, known from {wording.day(item.known)}", indent=indent + 2)


def clause(rule: Rule, *, with_source: bool = True) -> str:
    """A rule by its article, how it counts, and where it stands."""
    number = f" ({rule.delay.n})" if rule.delay.n else ""
    said = f"{rule.article}: {rule.delay.convention.value}{number}"
    return f"{said}; {rule.source}" if with_source else said
