"""Participation: a participant's standing towards an agreement on a day, as known on a day, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from depositary.terms.action import Action
from depositary.terms.agreement import AgreementRef
from depositary.terms.moment import Moment
from depositary.terms.participant import Participant
from depositary.terms.standing import Standing


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
