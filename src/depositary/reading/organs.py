"""Organs: what becomes of an act when an organ of the State does it: a parliament approves, and leaves nothing."""

from __future__ import annotations

from depositary.reading.act import Act
from depositary.reading.analysis import Analysed
from depositary.terms import Action, Organ

_DECIDING = frozenset({Organ.PARLIAMENT, Organ.REFERENDUM, Organ.CABINET})
_DECIDED = frozenset({Action.WITHDRAW, Action.DENOUNCE, Action.JOIN, Action.ACCEDE, Action.ACCEPT})
_BY_LAW = frozenset({Action.SUSPEND, Action.TERMINATE, Action.RESUME, Action.EXTEND})
_BILLS = frozenset({"bill", "law", "motion", "resolution", "decree", "act"})
_PASSES = frozenset({"approve", "adopt", "pass", "back", "endorse"})


def organ_of(a: Analysed, act: Act) -> Organ | None:
    """The organ of the State that acts; a people that votes is a referendum."""
    is_vote = act.frame.organ or any(a.lemma(at) == "vote" for at in range(max(0, act.index - 4), act.index))
    if act.subject.organ is not None or not is_vote or not act.subject.indexes:
        return act.subject.organ
    index = act.subject.indexes[0]
    is_people = a.at[index].is_adjective and a.tokens[index].text.endswith("s")
    return Organ.REFERENDUM if is_people else None


def action_of(a: Analysed, act: Act, organ: Organ | None) -> Action:
    """The action; an organ of the State that decides to join or leave approves, and does neither itself."""
    if organ in _DECIDING and act.frame.action in _DECIDED:
        return Action.APPROVE
    is_by_law = act.is_again or vote_on_bill(a, act.index) is not None
    if organ in _DECIDING and act.frame.action in _BY_LAW and is_by_law:
        return Action.APPROVE  # "the Duma passed the bill halting cooperation under it"
    return act.frame.action


def qualifier_of(act: Act, organ: Organ | None) -> str | None:
    """What the organ decides on, where it is no joining: "withdrawal", "suspension"; "initial" for initialling."""
    leaves = act.frame.action in (Action.WITHDRAW, Action.DENOUNCE, Action.TERMINATE)
    if organ in _DECIDING and leaves:
        return "withdrawal"
    target = act.target
    is_on_intent = act.frame.action in (Action.APPROVE, Action.ANNOUNCE_INTENT)
    if is_on_intent and target is not None and target.noun in ("withdrawal", "departure", "exit"):
        return "withdrawal"
    if organ in _DECIDING and act.frame.action is Action.SUSPEND:
        return "suspension"
    return "initial" if act.frame.id == "initial" else None


def vote_on_bill(a: Analysed, index: int) -> int | None:
    """The verb by which an organ passes the bill that this act stands in: "approved a bill to withdraw"."""
    bill = next((at for at in range(index - 1, max(-1, index - 6), -1) if a.lemma(at) in _BILLS), None)
    if bill is None:
        return None
    left = range(bill - 1, max(-1, bill - 12), -1)
    return next((at for at in left if (form := a.form(at)) is not None and form.lemma in _PASSES), None)
