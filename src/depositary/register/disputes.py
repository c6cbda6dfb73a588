"""Disputes: what a denial does to the occurrence that it targets (DOMAIN 3.2, denial)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from depositary.register.occurrences import Occurrence, Outcome, best_first
from depositary.register.setting import Setting
from depositary.register.testimony import Testimony, dimension
from depositary.register.weighing import Weigher, word
from depositary.terms import Action

_ENTRY_AS_A_WHOLE = frozenset({Action.JOIN, Action.ACCEDE, Action.ENTER_INTO_FORCE})
_CONSENT = frozenset({Action.RATIFY, Action.ACCEPT, Action.APPROVE, Action.ACCEDE, Action.DEPOSIT})
_HALT = frozenset({Action.SUSPEND, Action.FREEZE})
_HIT_BY: dict[Action, frozenset[Action]] = {
    Action.JOIN: _ENTRY_AS_A_WHOLE,
    Action.ACCEDE: _ENTRY_AS_A_WHOLE,
    Action.ENTER_INTO_FORCE: frozenset({Action.ENTER_INTO_FORCE, Action.JOIN}),
    Action.RATIFY: _CONSENT,
    Action.ACCEPT: _CONSENT,
    Action.DEPOSIT: frozenset({Action.DEPOSIT}),
    Action.SIGN: frozenset({Action.SIGN, Action.SIGN_DEFINITIVE}),
    Action.SUSPEND: _HALT,
    Action.FREEZE: _HALT,
}
"""The acts that a denial of one hits: who has not joined has not acceded either, whatever verb the other side used."""


def dispute(
    occurrences: Sequence[Occurrence], denials: Sequence[Testimony], setting: Setting, weigher: Weigher
) -> list[Occurrence]:
    """The occurrences with what denials make of them."""
    return [_disputed(occurrence, denials, setting, weigher) for occurrence in occurrences]


def _disputed(occurrence: Occurrence, denials: Sequence[Testimony], setting: Setting, weigher: Weigher) -> Occurrence:
    hitting = sorted((denial for denial in denials if hits(denial, occurrence)), key=best_first)
    if not hitting:
        return occurrence
    moved = dimension(occurrence.action)
    rank = min(weigher.rank(denial.recorded, moved, setting.kind) for denial in hitting)
    if rank < occurrence.rank:
        outcome = Outcome.PURPORTED
    elif rank == occurrence.rank:
        outcome = Outcome.CONTESTED
    else:
        outcome = Outcome.OBJECTED
    words = ", ".join(dict.fromkeys(word(denial.recorded) for denial in hitting))
    return replace(occurrence, outcome=outcome, denials=tuple(hitting), reason=f"denied by {words}")


def hits(denial: Testimony, occurrence: Occurrence) -> bool:
    """Whether a denial targets this occurrence: one that had come about by the day that the denial speaks of.

    A denial with a date speaks of acts of that date, one without of all that had happened by the day it was known; so
    the denial of an exit in 2024 leaves the exit in 2025 alone.
    """
    if denial.subject != occurrence.subject and not (
        denial.subject and occurrence.subject and denial.subject.id == occurrence.subject.id
    ):
        return False
    targets = _HIT_BY.get(denial.claim.action, frozenset({denial.claim.action}))
    if occurrence.action not in targets or (denial.claim.organ or None) != occurrence.organ:
        return False
    if denial.dated:
        return denial.moment.overlaps(occurrence.moment)
    return occurrence.moment.is_by(denial.known) is True
