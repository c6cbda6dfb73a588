"""Disputes: what a denial does to the occurrence that it targets (DOMAIN 3.2, denial)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from depositary.register.occurrences import Occurrence, Outcome, best_first
from depositary.register.setting import Setting
from depositary.register.testimony import Testimony, dimension
from depositary.register.weighing import Weigher, word
from depositary.terms import Action, Organ, Participant

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
    if not denials:
        return list(occurrences)
    aimed: dict[Target, list[Testimony]] = {}
    for denial in denials:
        for action in _HIT_BY.get(denial.action, frozenset({denial.action})):
            aimed.setdefault((_id(denial.subject), action, denial.claim.organ), []).append(denial)
    found = []
    for occurrence in occurrences:
        at = aimed.get((_id(occurrence.subject), occurrence.action, occurrence.organ), ())
        hitting = [denial for denial in at if hits(denial, occurrence)]
        found.append(_disputed(occurrence, hitting, setting, weigher) if hitting else occurrence)
    return found


Target = tuple[str, Action, Organ | None]
"""What a denial is aimed at, besides the day: the subject's id ("" for the agreement), the act, the organ."""


def _id(subject: Participant | None) -> str:
    return subject.id if subject else ""


def _disputed(occurrence: Occurrence, hitting: list[Testimony], setting: Setting, weigher: Weigher) -> Occurrence:
    hitting.sort(key=best_first)
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
    """Whether a denial of such an act targets this one: one that had come about by the day that it speaks of.

    A denial with a date speaks of acts of that date, one without of all that had happened by the day it was known; so
    the denial of an exit in 2024 leaves the exit in 2025 alone.
    """
    if denial.dated:
        return denial.moment.overlaps(occurrence.moment)
    return occurrence.moment.is_by(denial.known) is True
