"""Actions: what a participant does to an agreement, each with the article or practice it rests on."""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """An act of treaty practice or of diplomacy.

    The values are the words that claims are printed with. Articles are of the Vienna Convention on the
    Law of Treaties (VCLT, 1969) unless another text is named.
    """

    NEGOTIATE = "negotiate"  #: talks on the text, VCLT 2(1)(e)
    CONCLUDE = "conclude"  #: the text is agreed or struck, VCLT 9
    INITIAL = "initial"  #: authenticates the text, VCLT 10
    ADOPT = "adopt"  #: adoption of the text, VCLT 9
    SIGN = "sign"  #: signature, subject to ratification unless the text says otherwise, VCLT 10, 14, 18
    SIGN_DEFINITIVE = "sign_definitive"  #: signature that itself expresses consent, VCLT 12
    APPROVE = "approve"  #: an organ of the State agrees: domestic approval; without an organ, VCLT 14(2)
    RATIFY = "ratify"  #: VCLT 14(1), 16
    ACCEPT = "accept"  #: VCLT 14(2)
    ACCEDE = "accede"  #: VCLT 15
    SUCCEED = "succeed"  #: Vienna Convention on Succession of States, 1978
    DEPOSIT = "deposit"  #: deposit of an instrument, VCLT 16(b)
    JOIN = "join"  #: the abstract act of the press, above announce, sign, accede and in force
    ENTER_INTO_FORCE = "enter_into_force"  #: of the agreement, or for its actor, VCLT 24
    PROVISIONALLY_APPLY = "provisionally_apply"  #: VCLT 25
    IMPLEMENT = "implement"  #: measures taken
    NOT_IMPLEMENTED = "not_implemented"  #: agreed, and not put into effect
    EXTEND = "extend"  #: of the term or the circle
    AMEND = "amend"  #: VCLT 39-41
    SUSPEND = "suspend"  #: VCLT 57, 58, 60; or of a member by the body
    FREEZE = "freeze"  #: participation halted in fact; no category of law
    RESUME = "resume"  #: a suspension or a notice of withdrawal is taken back, VCLT 68
    WITHDRAW = "withdraw"  #: VCLT 54, 56
    DENOUNCE = "denounce"  #: notice of withdrawal, VCLT 56, 65-67
    EXPEL = "expel"  #: act of the body, under its constituent instrument
    TERMINATE = "terminate"  #: end of the agreement, VCLT 54, 59
    APPLY = "apply"  #: a request to join
    INVITE = "invite"  #: an invitation to join
    ANNOUNCE_INTENT = "announce_intent"  #: says publicly that it will join, sign, leave; political
    DECLINE = "decline"  #: an invitation, a vote against, a veto
    RECOGNISE = "recognise"  #: a State, a government, a sovereignty; customary
    ESTABLISH_RELATIONS = "establish_relations"  #: Vienna Convention on Diplomatic Relations, 2
    SEVER_RELATIONS = "sever_relations"  #: the same, 45
    HOST_MEETING = "host_meeting"  #: a meeting of the format


FIRMNESS: tuple[frozenset[Action], ...] = (
    frozenset({Action.INVITE, Action.APPLY}),
    frozenset({Action.ANNOUNCE_INTENT}),
    frozenset({Action.JOIN}),
    frozenset({Action.SIGN}),
    frozenset(
        {
            Action.RATIFY,
            Action.ACCEPT,
            Action.APPROVE,
            Action.ACCEDE,
            Action.SUCCEED,
            Action.DEPOSIT,
            Action.SIGN_DEFINITIVE,
        }
    ),
    frozenset({Action.ENTER_INTO_FORCE}),
)
"""Acts on the way in, from the loosest to the firmest: a later one meets an expectation of an earlier one."""
