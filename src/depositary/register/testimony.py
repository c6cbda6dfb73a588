"""Testimony: a recorded claim as the fold hears it: about whom, of when at the widest, with what weight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from depositary.claims import Dimension, RecordedClaim
from depositary.register.setting import Setting
from depositary.register.weighing import Weigher, witness_of
from depositary.terms import (
    OPEN_BEGIN,
    OPEN_END,
    Action,
    AgreementKind,
    Claim,
    Modality,
    Moment,
    Participant,
    ParticipantKind,
)

RELATIONS = frozenset({AgreementKind.RELATION, AgreementKind.UNKNOWN})
"""Kinds in which ties are opened and cut; ties with a third State are no participation in a treaty."""

_OF_BOTH_SIDES = frozenset({Action.ESTABLISH_RELATIONS, Action.SEVER_RELATIONS})
_OF_THE_BODY = frozenset({Action.SUSPEND, Action.RESUME})
_ON_ANOTHERS_ENTRY = frozenset({Action.APPROVE, Action.RATIFY, Action.ACCEPT, Action.DECLINE})
_COLLECTIVE = frozenset({ParticipantKind.ORGANISATION, ParticipantKind.GROUP})


@dataclass(frozen=True, slots=True)
class Testimony:
    """One claim about one subject; `subject` is None for an act of the agreement itself.

    `action` is the claim's, but for measures that were not taken: not implemented. `moment` is the widest that it could
    honestly mean: an act that is reported as done lies by the day on which the report was known. `dated` is whether
    the text gives any date.
    """

    recorded: RecordedClaim
    id: str
    subject: Participant | None
    action: Action
    moment: Moment
    dated: bool
    rank: int
    witness: str

    @property
    def claim(self) -> Claim:
        """What is said."""
        return self.recorded.claim

    @property
    def known(self) -> date:
        """The day from which it counts."""
        return self.recorded.known


DIMENSIONS: dict[Action, Dimension] = {
    Action.INVITE: Dimension.INTENT,
    Action.APPLY: Dimension.INTENT,
    Action.ANNOUNCE_INTENT: Dimension.INTENT,
    Action.DECLINE: Dimension.INTENT,
    Action.DENOUNCE: Dimension.INTENT,
    Action.SUSPEND: Dimension.APPLICATION,
    Action.FREEZE: Dimension.APPLICATION,
    Action.RESUME: Dimension.APPLICATION,
    Action.IMPLEMENT: Dimension.APPLICATION,
    Action.NOT_IMPLEMENTED: Dimension.APPLICATION,
    Action.ENTER_INTO_FORCE: Dimension.FORCE,
    Action.PROVISIONALLY_APPLY: Dimension.FORCE,
    Action.WITHDRAW: Dimension.FORCE,
    Action.EXPEL: Dimension.FORCE,
    Action.TERMINATE: Dimension.FORCE,
    Action.ESTABLISH_RELATIONS: Dimension.FORCE,
    Action.SEVER_RELATIONS: Dimension.FORCE,
}


def dimension(action: Action) -> Dimension:
    """The part of a standing that an act is weighed for; consent where nothing else is said."""
    return DIMENSIONS.get(action, Dimension.CONSENT)


def is_about_leaving(claim: Claim) -> bool:
    """Whether a vote or an announcement is for going out: it changes no standing (cases GUIDE, 3)."""
    qualifier = (claim.qualifier or "").casefold()
    return any(word in qualifier for word in ("withdraw", "exit", "leav", "denunc", "suspension", "terminat"))


def subjects(claim: Claim, setting: Setting) -> Iterator[Participant | None]:
    """Whom an act moves; None is the agreement itself. A group under one name is nobody who takes part."""
    others = sorted(claim.counterparties)
    match claim.action:
        case Action.EXPEL | Action.INVITE:
            found: list[Participant | None] = [*others]
        case Action.TERMINATE if claim.actor is None or setting.is_between_two or others:
            found = [None]
        case Action.ENTER_INTO_FORCE if claim.actor is None and others:
            found = [*others]
        case action if action in _OF_BOTH_SIDES or (action is Action.RESUME and setting.kind is AgreementKind.RELATION):
            found = [claim.actor, *(others or setting.sides)] if claim.actor else [*(others or setting.sides)]
        case action if action in _OF_THE_BODY and others and claim.actor and claim.actor.kind in _COLLECTIVE:
            found = [*others]
        case action if action in _ON_ANOTHERS_ENTRY and _is_anothers_entry(claim, setting):
            found = []
        case _:
            found = [claim.actor]
    seen = {who.id if who else "": who for who in found}
    return (who for who in seen.values() if who is None or who.kind is not ParticipantKind.GROUP)


def _is_anothers_entry(claim: Claim, setting: Setting) -> bool:
    """Whether an act of one is on the entry of others ("the EU let Croatia into Schengen"): it moves neither."""
    if not claim.counterparties or setting.is_between_two or setting.kind in (AgreementKind.UNKNOWN,):
        return False
    if claim.action is Action.DECLINE:
        return claim.actor is not None and claim.actor.kind in _COLLECTIVE
    return setting.kind in (AgreementKind.ORGANISATION, AgreementKind.POLITICAL)


def hear(recorded: RecordedClaim, setting: Setting, weigher: Weigher) -> Iterator[Testimony]:
    """The testimonies of a claim, one a subject."""
    yield from _testimonies(recorded, list(subjects(recorded.claim, setting)), setting, weigher)


def overhear(recorded: RecordedClaim, setting: Setting, weigher: Weigher) -> Iterator[Testimony]:
    """The testimony of an act that moves nobody ("Ankara let Finland in"): its actor's, for the timeline alone."""
    actor = recorded.claim.actor
    if actor is not None and not list(subjects(recorded.claim, setting)):
        yield from _testimonies(recorded, [actor], setting, weigher)


def _testimonies(
    recorded: RecordedClaim, heard: list[Participant | None], setting: Setting, weigher: Weigher
) -> Iterator[Testimony]:
    if not heard:
        return
    claim = recorded.claim
    moment, dated = honest_moment(recorded)
    action = Action.NOT_IMPLEMENTED if is_not_implemented(claim) else claim.action
    rank = weigher.rank(recorded, dimension(action), setting.kind)
    witness, identity = witness_of(recorded), claim.id
    for subject in heard:
        yield Testimony(recorded, identity, subject, action, moment, dated, rank, witness)


def is_not_implemented(claim: Claim) -> bool:
    """Whether it denies that measures were taken: the same as to say that it is not implemented (cases GUIDE)."""
    return claim.action is Action.IMPLEMENT and claim.modality is Modality.DENIED


def is_done(claim: Claim) -> bool:
    """Whether it says that something has come about: nothing else moves a standing."""
    return claim.modality is Modality.HAPPENED or is_not_implemented(claim)


def honest_moment(recorded: RecordedClaim) -> tuple[Moment, bool]:
    """When the act was, at the widest, and whether the text gives a date.

    What is reported as done lies by the day of the report; a date wholly after that day is left as it stands.
    """
    claim, known = recorded.claim, recorded.known
    stated = claim.moment
    if claim.action in (Action.ENTER_INTO_FORCE, Action.SUCCEED):
        stated = claim.effect or stated
    if not is_done(claim):
        return stated or Moment("..", OPEN_BEGIN, OPEN_END), stated is not None
    if stated is None:
        return Moment.until(known), False
    if stated.begin > known or stated.last <= known:
        return stated, True
    if stated.begin == OPEN_BEGIN:
        return Moment.until(known), True
    return between(stated.begin, known), True


def between(first: date, last: date) -> Moment:
    """Some day from `first` to `last`, both inclusive."""
    return Moment.of(first) if first == last else Moment.parse(f"{first.isoformat()}/{last.isoformat()}")
