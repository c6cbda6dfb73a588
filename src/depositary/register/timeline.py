"""The timeline of an agreement: the acts of all participants in their order, doubtful days as wide as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from depositary.claims import RecordedClaim
from depositary.register.expectations import expectations
from depositary.register.history import Gathered, History
from depositary.register.notes import sentence
from depositary.register.occurrences import Occurrence, Outcome
from depositary.register.steps import Step
from depositary.terms import OPEN_END, Action, ExpectationEnd, Modality, Moment, Organ, Participant, Rule


class Mark(StrEnum):
    """How an event of a timeline is to be taken."""

    HAPPENED = "happened"
    CONTESTED = "contested"
    PURPORTED = "purported"  #: told as done, without effect
    DERIVED = "by rule"  #: brought about by a final clause
    PLANNED = "planned"  #: decided by the actor, still to come or overdue
    EXPECTED = "expected"  #: foretold by others


@dataclass(frozen=True, slots=True)
class Event:
    """One act of a timeline; `participant` is None for an act of the agreement itself, `moment` None for no day told.

    `end` says what became of what was foretold, as known on the day of the timeline; None for other events.
    """

    moment: Moment | None
    participant: Participant | None
    action: Action
    organ: Organ | None
    mark: Mark
    end: ExpectationEnd | None
    rule: Rule | None
    note: str
    claims: tuple[RecordedClaim, ...]


_MARKS = {Outcome.CONTESTED: Mark.CONTESTED, Outcome.PURPORTED: Mark.PURPORTED}
_DERIVED = {True: Action.ENTER_INTO_FORCE, False: Action.WITHDRAW}


def timeline(gathered: Gathered, *, known: date) -> tuple[Event, ...]:
    """The events by their first possible day; those with no day at all come last.

    An act of which only the day of a report is known stands at that day.
    """
    found = [_event(item) for item in (*gathered.common, *gathered.aside)]
    for history in gathered.histories:
        found += [_event(item) for item in history.occurrences if item.subject is not None]
        found += [_derived(step, history) for step in history.steps if step.rule is not None]
        found += list(_foretold(history, known))
    return tuple(sorted(found, key=_order))


def _event(occurrence: Occurrence) -> Event:
    return Event(
        moment=occurrence.moment,
        participant=occurrence.subject,
        action=occurrence.action,
        organ=occurrence.organ,
        mark=_MARKS.get(occurrence.outcome, Mark.HAPPENED),
        end=None,
        rule=None,
        note=sentence(occurrence.reason) if occurrence.reason else "",
        claims=tuple(item.recorded for item in occurrence.carriers),
    )


def _derived(step: Step, history: History) -> Event:
    rule = step.rule
    is_entry = step.move.name.startswith("IN_FORCE")
    return Event(
        moment=step.moment,
        participant=history.participant,
        action=_DERIVED[is_entry],
        organ=None,
        mark=Mark.DERIVED,
        end=None,
        rule=rule,
        note=sentence(step.why),
        claims=tuple(item.recorded for ground in step.grounds for item in ground.carriers),
    )


def _foretold(history: History, known: date) -> Iterator[Event]:
    testimonies = {item.id: item for item in history.foretold}
    for item in expectations(history, on=known, known=known):
        told = [testimonies[id] for id in item.claims]
        is_planned = any(one.claim.modality is Modality.PLANNED for one in told)
        yield Event(
            moment=item.due,
            participant=item.participant,
            action=item.action,
            organ=told[0].claim.organ,
            mark=Mark.PLANNED if is_planned else Mark.EXPECTED,
            end=item.end,
            rule=None,
            note="",
            claims=tuple(one.recorded for one in told),
        )


def _order(event: Event) -> tuple[date, date, str, str, str, str]:
    moment = event.moment
    day = OPEN_END if moment is None else moment.begin if moment.begin != date.min else moment.last
    last = OPEN_END if moment is None else moment.last
    who = event.participant.id if event.participant else ""
    return (day, last, who, event.action, event.mark, min((item.claim.id for item in event.claims), default=""))
