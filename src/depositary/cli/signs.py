"""Signs: the form that stands before a word; filled has happened, hollow is expected, hatched is halted."""

from __future__ import annotations

from depositary.terms import (
    Action,
    Application,
    Assurance,
    Consent,
    Expectation,
    ExpectationEnd,
    Force,
    Intent,
    Modality,
    Participation,
    Standing,
)

EXPECTED = "◌"
DISPUTED = "◧"

COLOURS = {"■": "blue", "◼": "blue", "▣": "cyan", "◉": "cyan", "○": "cyan", "▨": "yellow", "◪": "yellow", "⊘": "dim"}
"""Colour comes after form, and says nothing that the form does not: blue is the way in, yellow is trouble."""


def of_standing(standing: Standing) -> str:
    """The sign of a standing: trouble and ways out before bonds, bonds before words."""
    if standing.force is Force.ENDED or standing.consent is Consent.RELEASED:
        return "⊘"
    if standing.application is not Application.NORMAL:
        return "▨"
    if standing.intent is Intent.WITHDRAWAL_NOTICE:
        return "◪"
    if standing.force in (Force.IN_FORCE, Force.PROVISIONAL):
        return "■"
    match standing.consent:
        case Consent.BOUND:
            return "◼"
        case Consent.SIGNED:
            return "▣"
        case Consent.JOINED:
            return "◉"
        case _:
            return _of_intent(standing.intent)


def _of_intent(intent: Intent) -> str:
    match intent:
        case Intent.INVITED | Intent.APPLIED | Intent.ANNOUNCED | Intent.APPROVED:
            return "○"
        case Intent.DECLINED:
            return "×"
        case _:
            return "·"


def of_row(row: Participation) -> str:
    """The sign of a row: hollow and dotted where it rests on expectations alone."""
    sign = of_standing(row.standing)
    return EXPECTED if sign == "·" and is_awaited(row) else sign


def is_awaited(row: Participation) -> bool:
    """Whether something foretold of this row is still to come."""
    return any(is_open(item) for item in row.expectations)


def is_open(item: Expectation) -> bool:
    """Whether an expectation still waits: one that was met, cancelled or superseded is history."""
    return item.end in (ExpectationEnd.PENDING, ExpectationEnd.PARTLY_FULFILLED, ExpectationEnd.OVERDUE)


def beside(assurance: Assurance) -> str:
    """What is said beside a status that is not certain: "projected", with its hollow point, or the dispute's half."""
    match assurance:
        case Assurance.CERTAIN:
            return ""
        case Assurance.CONTESTED:
            return f"{DISPUTED} disputed"
        case Assurance.PROJECTED:
            return "◇ projected"
        case Assurance.DATE_UNCERTAIN:
            return "◇ date uncertain"


def of_modality(modality: Modality) -> str:
    """The sign of how firmly a thing is said."""
    match modality:
        case Modality.HAPPENED:
            return "●"
        case Modality.PLANNED | Modality.EXPECTED:
            return EXPECTED
        case Modality.POSSIBLE | Modality.CONDITIONAL:
            return "◦"
        case Modality.DENIED:
            return "✕"
        case Modality.DEMANDED:
            return "!"


_SIGNATURES = frozenset({Action.SIGN, Action.INITIAL, Action.CONCLUDE, Action.ADOPT})
_BONDS = frozenset(
    {
        Action.SIGN_DEFINITIVE,
        Action.RATIFY,
        Action.ACCEPT,
        Action.ACCEDE,
        Action.SUCCEED,
        Action.DEPOSIT,
        Action.ENTER_INTO_FORCE,
        Action.PROVISIONALLY_APPLY,
        Action.ESTABLISH_RELATIONS,
        Action.RESUME,
    }
)
_HALTS = frozenset(
    {
        Action.SUSPEND,
        Action.FREEZE,
        Action.NOT_IMPLEMENTED,
        Action.WITHDRAW,
        Action.DENOUNCE,
        Action.EXPEL,
        Action.TERMINATE,
        Action.DECLINE,
        Action.SEVER_RELATIONS,
    }
)


def of_act(action: Action, *, done: bool) -> str:
    """The sign of an act on a timeline: ring a word given, square a signature, triangle a bond, cross a halt or exit.

    Filled (or heavy) has happened, hollow (or light) has not yet.
    """
    if action in _SIGNATURES:
        return "■" if done else "□"
    if action in _BONDS:
        return "▲" if done else "△"
    if action in _HALTS:
        return "✖" if done else "✕"
    return "●" if done else "○"
