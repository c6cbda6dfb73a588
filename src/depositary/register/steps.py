"""Steps: what occurrences do to a standing, each with the day on which it does it and its grounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from depositary.register.moves import FROM_ITS_END, MOVE_OF_ACTION, RUNG, Move
from depositary.register.occurrences import Occurrence, Outcome
from depositary.register.setting import Setting
from depositary.register.testimony import RELATIONS
from depositary.terms import Action, AgreementKind, Moment, Rule

_DOMESTIC = frozenset({Action.APPROVE, Action.RATIFY, Action.ACCEPT, Action.ACCEDE})
"""With an organ named, domestic approval: it binds nobody abroad (DOMAIN 1.1, `approve_domestically`)."""

_BY_INSTRUMENT = frozenset({Action.APPROVE, Action.RATIFY, Action.ACCEPT})
_OF_RELATIONS = frozenset({Action.ESTABLISH_RELATIONS, Action.SEVER_RELATIONS, Action.RECOGNISE})


@dataclass(frozen=True, slots=True)
class Step:
    """One move on one day.

    `grounds` are the occurrences it rests on, `rule` the final clause where one derived it, `why` the sentence that a
    reader must see ("" where the act speaks for itself).
    """

    moment: Moment
    move: Move
    grounds: tuple[Occurrence, ...]
    rule: Rule | None = None
    why: str = ""

    @property
    def is_contested(self) -> bool:
        """Whether witnesses of equal authority disagree about it."""
        return any(ground.outcome is Outcome.CONTESTED for ground in self.grounds)

    @property
    def order(self) -> tuple[date, int, date, str]:
        """Where it stands in the fold; stable whatever order claims came in."""
        day = self.moment.last if self.move in FROM_ITS_END else self.moment.begin
        identity = min((ground.key for ground in self.grounds), default="")
        return (day, RUNG[self.move], self.moment.last, identity)


BY_NOTICE = frozenset({Action.WITHDRAW, Action.DENOUNCE})
"""Acts by which one goes out of its own will: what they do and when, final clauses decide (`clauses`)."""


def plain_steps(occurrences: Iterable[Occurrence], setting: Setting) -> Iterator[Step]:
    """The steps that accepted occurrences make by themselves, without those by which one goes out."""
    for occurrence in occurrences:
        if occurrence.outcome is Outcome.PURPORTED or occurrence.action in BY_NOTICE:
            continue
        move = move_of(occurrence, setting)
        if move is None:
            continue
        yield Step(occurrence.moment, move, (occurrence,))


def move_of(occurrence: Occurrence, setting: Setting) -> Move | None:
    """The move that an occurrence makes; None for one that leaves every standing as it is."""
    action = occurrence.action
    if action in _OF_RELATIONS and setting.kind not in RELATIONS:
        return None
    if occurrence.about_leaving and action in (*_DOMESTIC, Action.ANNOUNCE_INTENT, Action.DECLINE):
        return None
    if occurrence.organ is not None and action in _DOMESTIC:
        return Move.APPROVED
    if action in _BY_INSTRUMENT and setting.kind is AgreementKind.ORGANISATION:
        return Move.BOUND if any(action in rule.by for rule in setting.rules) else Move.APPROVED
    if action is Action.RESUME:
        if setting.kind is AgreementKind.RELATION:
            return Move.IN_FORCE
        return Move.NOTICE_REVOKED if occurrence.about_leaving else Move.RESUMED
    if occurrence.subject is None and action is Action.ENTER_INTO_FORCE:
        return Move.IN_FORCE_IF_BOUND
    return MOVE_OF_ACTION.get(action)
