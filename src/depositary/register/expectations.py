"""Expectations: what was foretold, and what became of it by a day; computed, never stored (DOMAIN 3.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from depositary.register.history import History
from depositary.register.moves import Move
from depositary.register.occurrences import Occurrence, Outcome, best_first
from depositary.register.testimony import Testimony
from depositary.terms import FIRMNESS, Action, Expectation, ExpectationEnd, Moment

GRACE = timedelta(days=30)
"""How long after the day it was due an act may be unheard of before it is overdue (the reference model's)."""

_WAYS_IN = frozenset[Action]().union(*FIRMNESS) | {Action.PROVISIONALLY_APPLY}
_HALTS = frozenset({Action.SUSPEND, Action.FREEZE})
_MET_BY: dict[Action, frozenset[Action]] = {
    Action.WITHDRAW: frozenset({Action.WITHDRAW, Action.EXPEL, Action.TERMINATE}),
    Action.DENOUNCE: frozenset({Action.DENOUNCE, Action.WITHDRAW}),
    Action.SUSPEND: _HALTS,
    Action.FREEZE: _HALTS,
}
_PARTLY_MET_BY: dict[Action, frozenset[Action]] = {
    Action.WITHDRAW: frozenset({Action.DENOUNCE, Action.WITHDRAW}),
    Action.ESTABLISH_RELATIONS: frozenset({Action.ANNOUNCE_INTENT, Action.RECOGNISE}),
}


@dataclass(slots=True)
class _Foretold:
    """Claims that foretell one act for one day: `due` is the narrowest day told, None where none is."""

    due: Moment | None
    claims: list[Testimony]

    @property
    def first_known(self) -> date:
        return min(item.known for item in self.claims)

    @property
    def last_known(self) -> date:
        return max(item.known for item in self.claims)


def expectations(history: History, *, on: date, known: date) -> tuple[Expectation, ...]:
    """What had been foretold of a participant by `on`, and what had become of it then, as known on `known`."""
    if not history.foretold:
        return ()
    found = []
    so_far = _done(history, on)
    by_act: dict[tuple[Action, str], list[Testimony]] = {}
    for item in history.foretold:
        by_act.setdefault((item.action, item.claim.organ or ""), []).append(item)
    for action, organ in sorted(by_act):
        foretold = _by_day(by_act[action, organ])
        for index, one in enumerate(foretold):
            if one.first_known > on:
                continue
            newer = [other for other in foretold[index + 1 :] if other.first_known <= on]
            end = _end(_Asked(history, so_far, on, min(on, known)), one, action, organ, newer)
            claims = tuple(item.id for item in sorted(one.claims, key=best_first))
            found.append(Expectation(history.participant, history.setting.ref, action, one.due, end, claims))
    return tuple(found)


def _by_day(testimonies: Sequence[Testimony]) -> list[_Foretold]:
    """One entry a day foretold, by when it was first known: compatible days are one, the narrower is kept.

    A claim without a day adds to the latest expectation that was then open.
    """
    found: list[_Foretold] = []
    for item in sorted(testimonies, key=lambda item: (item.known, not item.dated, item.id)):
        due = (item.claim.effect or item.moment) if item.dated else None
        home = next((one for one in reversed(found) if _is_open_for(one, due, item.known)), None)
        if home is None:
            found.append(_Foretold(due, [item]))
            continue
        home.claims.append(item)
        if due is not None and (home.due is None or due.lies_within(home.due)):
            home.due = due
    return found


def _is_open_for(one: _Foretold, due: Moment | None, known: date) -> bool:
    """Whether what was told on `known` can be of that expectation: days that agree, or none told and it not past."""
    if one.due is None:
        return True
    return one.due.overlaps(due) if due else known - GRACE <= one.due.last


@dataclass(frozen=True, slots=True)
class _Asked:
    """What had been done by `on`; `by` is the last day that both clocks reach."""

    history: History
    done: list[Occurrence]
    on: date
    by: date


def _end(asked: _Asked, one: _Foretold, action: Action, organ: str, newer: Sequence[_Foretold]) -> ExpectationEnd:
    since = min(one.first_known, one.due.begin) if one.due else one.first_known
    done = [item for item in asked.done if item.moment.last >= since]
    met = [item for item in done if _meets(item, action, organ)]
    met_by_rule = _steps_that_meet(asked, action, since)
    if met or met_by_rule:
        first = min([item.moment.begin for item in met] + met_by_rule)
        is_late = one.due is not None and first > one.due.last
        return ExpectationEnd.FULFILLED_LATE if is_late else ExpectationEnd.FULFILLED
    if _is_cancelled(one, action, asked, done):
        return ExpectationEnd.CANCELLED
    if newer:
        return ExpectationEnd.SUPERSEDED
    if one.due is not None and asked.by - GRACE > one.due.last:
        return ExpectationEnd.OVERDUE
    if not organ and any(_meets_partly(item, action) for item in done):
        return ExpectationEnd.PARTLY_FULFILLED
    return ExpectationEnd.PENDING


def _done(history: History, on: date) -> list[Occurrence]:
    return [
        item
        for item in history.occurrences
        if item.outcome is not Outcome.PURPORTED and item.moment.is_by(on) is True and not item.about_leaving
    ]


def _meets(occurrence: Occurrence, action: Action, organ: str) -> bool:
    if organ:
        return occurrence.action is action and occurrence.organ == organ
    if action in _WAYS_IN and occurrence.organ is None:
        return _rung(occurrence.action) >= _rung(action)
    return occurrence.action in _MET_BY.get(action, frozenset({action}))


def _meets_partly(occurrence: Occurrence, action: Action) -> bool:
    if action in _WAYS_IN:
        return occurrence.action in _WAYS_IN
    return occurrence.action in _PARTLY_MET_BY.get(action, frozenset())


def _rung(action: Action) -> int:
    """How firm an act is on the way in; -1 for one that is not on it."""
    return next((rung for rung, acts in enumerate(FIRMNESS) if action in acts), -1)


def _steps_that_meet(asked: _Asked, action: Action, since: date) -> list[date]:
    """Days on which a clause brought about what was foretold: an entry into force, an end after notice."""
    if action is Action.WITHDRAW and any(item.action is Action.RESUME for item in asked.done):
        return []
    wanted = {
        Action.ENTER_INTO_FORCE: (Move.IN_FORCE_IF_BOUND, Move.IN_FORCE),
        Action.JOIN: (Move.IN_FORCE_IF_BOUND,),
        Action.WITHDRAW: (Move.END_OF_NOTICE,),
    }.get(action, ())
    return [
        step.moment.begin
        for step in asked.history.steps
        if step.move in wanted and step.moment.is_by(asked.on) is True and step.moment.last >= since
    ]


def _is_cancelled(one: _Foretold, action: Action, asked: _Asked, done: Sequence[Occurrence]) -> bool:
    """Whether it was denied by a voice as good as those who foretold it, or refused or taken back since."""
    rank = min(item.rank for item in one.claims)
    denied = any(
        denial.action is action and one.first_known <= denial.known <= asked.on and denial.rank <= rank
        for denial in asked.history.denials
    )
    if denied:
        return True
    undone_by = Action.DECLINE if action in _WAYS_IN else Action.RESUME
    is_undoable = action in _WAYS_IN or action in (Action.WITHDRAW, Action.DENOUNCE, *_HALTS)
    return is_undoable and any(item.action is undone_by for item in done)
