"""Moves: what an accepted act does to a standing, part by part (DOMAIN 3.2, the fold over the vector)."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from depositary.terms import Action, AgreementKind, Application, Consent, Force, Intent, Standing


class Move(StrEnum):
    """One change of a standing; an act makes none, one or two of them."""

    INVITED = "invited"
    APPLIED = "applied"
    ANNOUNCED = "announced"
    DECLINED = "declined"
    APPROVED = "approved at home"
    JOINED = "joined"
    SIGNED = "signed"
    BOUND = "bound"
    IN_FORCE_IF_BOUND = "in force for who is bound"  #: derived, or of the agreement itself: without consent nothing
    IN_FORCE = "in force"
    PROVISIONAL = "provisionally applied"
    NOTICE = "notice of withdrawal"
    SUSPENDED = "suspended"
    FROZEN = "frozen"
    NOT_IMPLEMENTED = "not implemented"
    APPLIED_AGAIN = "applied as agreed"
    RESUMED = "resumed"  #: a suspension is lifted, or else a notice taken back
    NOTICE_REVOKED = "notice of withdrawal revoked"
    END_OF_NOTICE = "end after notice"  #: nothing where the notice was taken back
    ENDED = "ended"


RUNG = {move: rung for rung, move in enumerate(Move)}
"""Which of two moves of one day comes first: the way in before the way out."""

FROM_ITS_END = frozenset(Move) - {
    Move.JOINED,
    Move.SIGNED,
    Move.BOUND,
    Move.IN_FORCE_IF_BOUND,
    Move.IN_FORCE,
    Move.PROVISIONAL,
}
"""Moves ordered by the last day they could mean. The way in is ordered by its first day, so that a report of an exit
finds the entry that it presupposes, and an undated entry never undoes a dated exit."""

ENTRIES = frozenset({Move.JOINED, Move.SIGNED, Move.BOUND, Move.IN_FORCE, Move.PROVISIONAL})
"""Moves that make a participant."""

EXITS = frozenset({Move.NOTICE, Move.ENDED, Move.END_OF_NOTICE, Move.SUSPENDED, Move.FROZEN})
"""Moves that nobody makes who was not in: each presupposes an entry."""

CONSENT_ORDER = (Consent.NONE, Consent.JOINED, Consent.SIGNED, Consent.BOUND)
"""How firm a consent is; a later or undated report of a looser act never loosens it."""

INTENT_ORDER = (Intent.NONE, Intent.INVITED, Intent.APPLIED, Intent.ANNOUNCED, Intent.APPROVED)
"""The way towards an agreement; each step is kept until a firmer one comes."""

_INTENTS = {
    Move.INVITED: Intent.INVITED,
    Move.APPLIED: Intent.APPLIED,
    Move.ANNOUNCED: Intent.ANNOUNCED,
    Move.APPROVED: Intent.APPROVED,
}
_CONSENTS = {Move.JOINED: Consent.JOINED, Move.SIGNED: Consent.SIGNED, Move.BOUND: Consent.BOUND}
_APPLICATIONS = {
    Move.SUSPENDED: Application.SUSPENDED,
    Move.FROZEN: Application.FROZEN,
    Move.NOT_IMPLEMENTED: Application.NOT_IMPLEMENTED,
}
_BOUND_BY = frozenset(
    {
        Action.RATIFY,
        Action.ACCEPT,
        Action.APPROVE,
        Action.ACCEDE,
        Action.SUCCEED,
        Action.DEPOSIT,
        Action.SIGN_DEFINITIVE,
    }
)

MOVE_OF_ACTION: dict[Action, Move] = {
    Action.INVITE: Move.INVITED,
    Action.APPLY: Move.APPLIED,
    Action.ANNOUNCE_INTENT: Move.ANNOUNCED,
    Action.DECLINE: Move.DECLINED,
    Action.JOIN: Move.JOINED,
    Action.SIGN: Move.SIGNED,
    **dict.fromkeys(_BOUND_BY, Move.BOUND),
    Action.ENTER_INTO_FORCE: Move.IN_FORCE,
    Action.PROVISIONALLY_APPLY: Move.PROVISIONAL,
    Action.IMPLEMENT: Move.APPLIED_AGAIN,
    Action.NOT_IMPLEMENTED: Move.NOT_IMPLEMENTED,
    Action.SUSPEND: Move.SUSPENDED,
    Action.FREEZE: Move.FROZEN,
    Action.RESUME: Move.RESUMED,
    Action.WITHDRAW: Move.ENDED,
    Action.DENOUNCE: Move.NOTICE,
    Action.EXPEL: Move.ENDED,
    Action.TERMINATE: Move.ENDED,
    Action.RECOGNISE: Move.BOUND,
    Action.ESTABLISH_RELATIONS: Move.IN_FORCE,
    Action.SEVER_RELATIONS: Move.ENDED,
}
"""What each act does; an act that is not here (talks, a text agreed, a meeting) moves no standing."""


def moved(standing: Standing, move: Move, kind: AgreementKind) -> Standing:
    """The standing after a move; the same standing where it changes nothing."""
    if move in _INTENTS:
        return _tending(standing, _INTENTS[move])
    if move in _CONSENTS:
        return _consenting(standing, _CONSENTS[move])
    if move in _APPLICATIONS:
        ended = standing.force is Force.ENDED
        return standing if ended else replace(standing, application=_APPLICATIONS[move])
    match move:
        case Move.DECLINED:
            return standing if _is_in(standing) else replace(standing, intent=Intent.DECLINED)
        case Move.IN_FORCE:
            return _in_force(standing, Force.IN_FORCE)
        case Move.IN_FORCE_IF_BOUND:
            return _in_force(standing, Force.IN_FORCE) if standing.consent is Consent.BOUND else standing
        case Move.PROVISIONAL:
            is_firmer = standing.force is Force.IN_FORCE
            return standing if is_firmer else replace(standing, force=Force.PROVISIONAL, intent=Intent.NONE)
        case Move.NOTICE:
            return replace(standing, intent=Intent.WITHDRAWAL_NOTICE) if _is_in(standing) else standing
        case Move.APPLIED_AGAIN:
            return replace(standing, application=Application.NORMAL)
        case Move.RESUMED:
            if standing.application is not Application.NORMAL:
                return replace(standing, application=Application.NORMAL)
            return _revoked(standing)
        case Move.NOTICE_REVOKED:
            return _revoked(standing)
        case Move.END_OF_NOTICE:
            return _ended(standing, kind) if standing.intent is Intent.WITHDRAWAL_NOTICE else standing
        case Move.ENDED:
            return _ended(standing, kind)
    raise AssertionError(move)


def _is_in(standing: Standing) -> bool:
    return standing.is_participant


def _tending(standing: Standing, intent: Intent) -> Standing:
    """Nearer to the agreement; an invitation does not lift a refusal, for only the one who refused can."""
    if standing.force is Force.IN_FORCE or standing.intent is Intent.WITHDRAWAL_NOTICE:
        return standing
    if _is_in(standing) and (intent is not Intent.APPROVED or standing.consent is Consent.BOUND):
        return standing
    if standing.intent is Intent.DECLINED:
        return standing if intent is Intent.INVITED else replace(standing, intent=intent)
    is_firmer = INTENT_ORDER.index(intent) > INTENT_ORDER.index(standing.intent)
    return replace(standing, intent=intent) if is_firmer else standing


def _consenting(standing: Standing, consent: Consent) -> Standing:
    """Consent never loosens; after an end it begins anew, not yet in force (invariant 7)."""
    if standing.force is Force.ENDED or standing.consent is Consent.RELEASED:
        return Standing(consent=consent)
    if CONSENT_ORDER.index(consent) <= CONSENT_ORDER.index(standing.consent):
        return standing
    keeps_intent = _is_in(standing) or (standing.intent is Intent.APPROVED and consent is not Consent.BOUND)
    return replace(standing, consent=consent, intent=standing.intent if keeps_intent else Intent.NONE)


def _in_force(standing: Standing, force: Force) -> Standing:
    if standing.force is force and standing.consent is Consent.BOUND:
        return standing
    anew = standing.force is Force.ENDED
    keeps_notice = standing.intent is Intent.WITHDRAWAL_NOTICE and not anew
    return Standing(
        intent=Intent.WITHDRAWAL_NOTICE if keeps_notice else Intent.NONE,
        consent=Consent.BOUND,
        force=force,
        application=Application.NORMAL if anew else standing.application,
    )


def _revoked(standing: Standing) -> Standing:
    if standing.intent is not Intent.WITHDRAWAL_NOTICE:
        return standing
    return replace(standing, intent=Intent.NONE)


def _ended(standing: Standing, kind: AgreementKind) -> Standing:
    """No longer in. Who had only signed a treaty takes the signature back, and was never a party (VCLT 18(a))."""
    if not _is_in(standing):
        return standing
    only_signed = standing.consent is Consent.SIGNED and standing.force is Force.NOT_IN_FORCE
    if only_signed and kind in (AgreementKind.TREATY, AgreementKind.ORGANISATION):
        return Standing(consent=Consent.RELEASED)
    return Standing(consent=Consent.RELEASED, force=Force.ENDED)
