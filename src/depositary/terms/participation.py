"""Participation: a participant's standing towards an agreement on a day, as known on a day, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from depositary.terms.action import Action
from depositary.terms.agreement import AgreementKind, AgreementRef
from depositary.terms.moment import Moment
from depositary.terms.participant import Participant
from depositary.terms.standing import Consent, Force, Standing


class Assurance(StrEnum):
    """How sure an answer is; the first that applies from the bottom up is shown (DOMAIN 3.2, answers)."""

    CERTAIN = "certain"
    PROJECTED = "projected"  #: rests on a day later than `known`
    DATE_UNCERTAIN = "date uncertain"  #: an act may or may not lie before `on`
    CONTESTED = "contested"  #: witnesses of equal authority disagree


class ExpectationEnd(StrEnum):
    """What became of an expectation; computed, never stored."""

    PENDING = "pending"
    PARTLY_FULFILLED = "partly fulfilled"  #: a weaker act happened
    FULFILLED = "fulfilled"
    FULFILLED_LATE = "fulfilled late"
    OVERDUE = "overdue"  #: not a contradiction
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Expectation:
    """An act that somebody foretold: `due` is None where no day was given; `claims` are the ids that foretold it."""

    participant: Participant
    agreement: AgreementRef
    action: Action
    due: Moment | None
    end: ExpectationEnd
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Participation:
    """One row of the register.

    `status` is the label of `standing` in the words of the agreement's kind. `since` is the moment from which it
    stands so, None where no day is known. `word` names whose word it rests on, best first. `claims` are the ids of
    the claims that carry it, `set_aside` of those that lost. `notes` are sentences a reader must see beside it.
    """

    participant: Participant
    agreement: AgreementRef
    standing: Standing
    status: str
    since: Moment | None
    assurance: Assurance
    word: tuple[str, ...]
    claims: tuple[str, ...]
    set_aside: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    expectations: tuple[Expectation, ...] = ()

    @property
    def takes_part(self) -> bool:
        """Whether it counts as one of those who take part, by what kind of agreement it is.

        A signature alone makes no party of a treaty (VCLT 2(1)(g), 14), and one who accedes is not yet a member of the
        organisation. Announced and expected never count.
        """
        standing = self.standing
        match self.agreement.kind:
            case AgreementKind.TREATY:
                return standing.is_participant and (
                    standing.consent is not Consent.SIGNED or standing.force is Force.PROVISIONAL
                )
            case AgreementKind.ORGANISATION:
                return standing.is_participant and (
                    standing.force in (Force.IN_FORCE, Force.PROVISIONAL) or standing.consent is Consent.JOINED
                )
            case _:
                return standing.is_participant
