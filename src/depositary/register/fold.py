"""The fold: from recorded claims and two days to where each participant stands; a pure function."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from depositary.claims import RecordedClaim
from depositary.register.expectations import expectations
from depositary.register.history import History, gather_histories
from depositary.register.labels import EXPECTED, NOT_KNOWN, NOT_PARTICIPANT, status, status_in_law
from depositary.register.moves import MOVE_OF_ACTION, Move, moved
from depositary.register.notes import notes
from depositary.register.occurrences import Occurrence, Outcome, best_first
from depositary.register.setting import Setting
from depositary.register.steps import Step, move_of
from depositary.register.testimony import Testimony
from depositary.register.weighing import Weigher, word
from depositary.terms import (
    AgreementKind,
    Assurance,
    Consent,
    Expectation,
    ExpectationEnd,
    Moment,
    Participation,
    Standing,
)

NOWHERE = Standing()
"""Where everyone stands before the first act."""

_ENDS = frozenset({Move.ENDED, Move.END_OF_NOTICE})
_WAYS_TOWARDS = frozenset({Move.INVITED, Move.APPLIED, Move.ANNOUNCED, Move.APPROVED, Move.JOINED, Move.SIGNED})
_WAYS_IN = _WAYS_TOWARDS | {Move.BOUND, Move.IN_FORCE, Move.PROVISIONAL}


@dataclass(frozen=True, slots=True)
class Run:
    """A standing and the steps that gave it: `setters` those of its parts, `since` the one that gave its status."""

    standing: Standing
    setters: tuple[Step, ...]
    since: Step | None


@dataclass(frozen=True, slots=True)
class SetAside:
    """A claim that lost, and why, in a sentence without a full stop."""

    testimony: Testimony
    reason: str


@dataclass(frozen=True, slots=True)
class Folded:
    """A row of the register with what it was folded from.

    `carrying` are the steps it rests on, in their order, `doubtful` those that may have been taken by then or not.
    """

    participation: Participation
    history: History
    carrying: tuple[Step, ...]
    doubtful: tuple[Step, ...]
    set_aside: tuple[SetAside, ...]


def fold(
    claims: Iterable[RecordedClaim], setting: Setting, weigher: Weigher, *, on: date, known: date
) -> tuple[Participation, ...]:
    """Where each participant stands towards the agreement on day `on`, by what was known on day `known`.

    By participant id. A participant of whom by `on` nothing was told or foretold has no row. The order of the claims
    does not matter, and claims known later than `known` do not.
    """
    found = gather_histories(claims, setting, weigher, known=known)
    return tuple(row.participation for row in fold_histories(found.histories, on=on, known=known))


def fold_histories(found: Iterable[History], *, on: date, known: date) -> Iterator[Folded]:
    """The rows that histories give on day `on`; `known` is the day that they were made for."""
    for history in found:
        row = stand(history, on=on, known=known)
        if row is not None:
            yield row


def stand(history: History, *, on: date, known: date) -> Folded | None:
    """Where one participant stands; None where by `on` there is nothing to say of it."""
    kind = history.setting.kind
    certain = [step for step in history.steps if step.moment.is_by(on) is True]
    run = sharpened(certain, kind)
    is_before_it = history.setting.opened is not None and on < history.setting.opened
    doubtful = () if is_before_it else _doubtful(history.steps, certain, run, on, kind)
    foretold = expectations(history, on=on, known=known)
    aside = tuple(_set_aside(history, on))
    label = _status(run.standing, doubtful, foretold, kind)
    if label is None and not _has_purported(history, on):
        return None
    carrying = tuple(sorted({*run.setters, *_agreeing(run.since, certain)}, key=lambda step: step.order))
    carriers = _carriers(carrying)
    participation = Participation(
        participant=history.participant,
        agreement=history.setting.ref,
        standing=run.standing,
        status=label or NOT_PARTICIPANT,
        since=run.since.moment if run.since else None,
        assurance=_assurance(carrying, certain, doubtful, run, kind, known if on > known else on),
        word=tuple(dict.fromkeys(word(item.recorded) for item in sorted(carriers, key=best_first))),
        claims=tuple(dict.fromkeys(item.id for item in carriers)),
        set_aside=tuple(dict.fromkeys(item.testimony.id for item in aside)),
        notes=notes(history, run.standing, carrying, doubtful, on),
        expectations=foretold,
    )
    return Folded(participation, history, carrying, doubtful, aside)


def _agreeing(since: Step | None, certain: Sequence[Step]) -> list[Step]:
    """The step that gave the status, and those that tell of the same end: a clause and the body's own word."""
    if since is None:
        return []
    if since.move not in _ENDS:
        return [since]
    return [since, *(step for step in certain if step.move in _ENDS and step.moment.overlaps(since.moment))]


def run_steps(steps: Sequence[Step], kind: AgreementKind) -> Run:
    """Take the steps one after the other."""
    standing, since = NOWHERE, None
    setters: dict[str, Step] = {}
    for step in steps:
        after = moved(standing, step.move, kind)
        if after == standing:
            continue
        if status_in_law(after, kind) != status_in_law(standing, kind):
            since = step
        for part in ("intent", "consent", "force", "application"):
            if getattr(after, part) != getattr(standing, part):
                setters[part] = step
        standing = after
    kept = {step for part, step in setters.items() if getattr(standing, part)}
    if status_in_law(standing, kind) == NOT_PARTICIPANT:
        since = None
    return Run(standing, tuple(sorted(kept, key=lambda step: step.order)), since)


def sharpened(steps: Sequence[Step], kind: AgreementKind) -> Run:
    """The run of the steps, where a wide report of the same thing does not blur the date of a narrower one.

    The wide report may be of several steps, as a deposit without its day and the entry into force that follows from it.
    """
    run = run_steps(steps, kind)
    standing, since, blurring = run.standing, run.since, list[Step]()
    while since is not None and not since.moment.is_day:
        told_at_once = [step for step in steps if step.moment == since.moment]
        for left_out in ([since], told_at_once):
            without = run_steps([step for step in steps if step not in blurring and step not in left_out], kind)
            is_same = status(without.standing, kind) == status(standing, kind)
            is_entry = _is_one_entry(without.standing, standing)
            if (is_same or is_entry) and without.since is not None and _is_sharper(without.since.moment, since.moment):
                break
        else:
            break
        blurring.extend(left_out)
        since = without.since
        standing = without.standing if is_entry else standing
    if not blurring:
        return run
    sharper = [since] if since else []
    return replace(
        run, standing=standing, since=since, setters=tuple(dict.fromkeys((*run.setters, *blurring, *sharper)))
    )


def _is_one_entry(one: Standing, other: Standing) -> bool:
    """Whether "joined" and "signed" can tell of one entry: an undated signature is no reason to date it later."""
    return one.consent is Consent.JOINED and replace(one, consent=Consent.SIGNED) == other


def _is_sharper(one: Moment, other: Moment) -> bool:
    return one.lies_within(other) and not other.lies_within(one)


def _doubtful(
    steps: Sequence[Step], certain: Sequence[Step], run: Run, on: date, kind: AgreementKind
) -> tuple[Step, ...]:
    """The steps that may or may not have been taken by then, where they would change the standing."""
    maybe = [step for step in steps if step.moment.is_by(on) is None]
    if not maybe:
        return ()

    def tells(more: Sequence[Step]) -> bool:
        then = run_steps(_with(certain, more), kind).standing
        return then != run.standing and not _is_one_entry(run.standing, then)

    telling = tuple(step for step in maybe if tells([step]))
    if telling:
        return telling
    return tuple(maybe) if tells(maybe) else ()


def _with(certain: Sequence[Step], more: Sequence[Step]) -> list[Step]:
    return sorted((*certain, *more), key=lambda step: step.order)


def _status(
    standing: Standing, doubtful: Sequence[Step], foretold: Sequence[Expectation], kind: AgreementKind
) -> str | None:
    """The label of a row, None where there is nothing to say."""
    label = status(standing, kind)
    if label != NOT_PARTICIPANT:
        return label
    if doubtful:
        return NOT_KNOWN
    moving = [item for item in foretold if item.action in MOVE_OF_ACTION]
    if not moving:
        return None
    closed = (ExpectationEnd.CANCELLED, ExpectationEnd.SUPERSEDED)
    live = [item for item in moving if item.end not in closed]
    if any(MOVE_OF_ACTION[item.action] in _WAYS_IN for item in live):
        return EXPECTED
    return NOT_KNOWN if live else NOT_PARTICIPANT


def _has_purported(history: History, on: date) -> bool:
    """Whether by then something was claimed of it that had no effect, which is worth a row."""
    return any(
        item.outcome is Outcome.PURPORTED and item.moment.begin <= on and move_of(item, history.setting)
        for item in history.occurrences
        if item.subject is not None
    )


def _assurance(
    carrying: Sequence[Step],
    certain: Sequence[Step],
    doubtful: Sequence[Step],
    run: Run,
    kind: AgreementKind,
    by: date,
) -> Assurance:
    """How sure the row is; `by` is the last day that both clocks reach."""
    if any(step.is_contested for step in carrying):
        return Assurance.CONTESTED
    if doubtful:
        return Assurance.DATE_UNCERTAIN
    reached = [step for step in certain if step.moment.is_by(by) is True]
    if len(reached) < len(certain) and run_steps(reached, kind).standing != run.standing:
        return Assurance.PROJECTED
    return Assurance.CERTAIN


def _carriers(carrying: Sequence[Step]) -> list[Testimony]:
    """The claims that the steps rest on: in the order of the steps, the best witness of each first."""
    return [item for step in carrying for ground in step.grounds for item in ground.carriers]


def _set_aside(history: History, on: date) -> Iterator[SetAside]:
    """The claims that lost, of acts that may lie by then."""
    for occurrence in history.occurrences:
        if occurrence.moment.begin > on or not (occurrence.organ or move_of(occurrence, history.setting)):
            continue
        if occurrence.outcome is Outcome.PURPORTED:
            yield from (SetAside(item, f"purported: {occurrence.reason}") for item in occurrence.carriers)
        elif occurrence.outcome is Outcome.OBJECTED:
            yield from (SetAside(item, "objection noted") for item in occurrence.denials)
        elif occurrence.outcome is Outcome.CONTESTED:
            yield from (SetAside(item, "contests it with equal authority") for item in occurrence.denials)
        yield from (SetAside(item, _other_date(occurrence, item)) for item in occurrence.alternatives)


def _other_date(occurrence: Occurrence, item: Testimony) -> str:
    return f"gives {item.moment.edtf}, where {occurrence.moment.edtf} is better attested"
