"""Organs: what becomes of an act when an organ of the State does it: a parliament approves, and leaves nothing."""

from __future__ import annotations

from depositary.reading.act import Act
from depositary.reading.analysis import Analysed
from depositary.reading.mention import Thing
from depositary.terms import Action, Organ

_DECIDING = frozenset({Organ.PARLIAMENT, Organ.REFERENDUM, Organ.CABINET})
_OF_STATE = _DECIDING | {Organ.PRESIDENT}
_DECIDED = frozenset({Action.WITHDRAW, Action.DENOUNCE, Action.JOIN, Action.ACCEDE, Action.ACCEPT})
_BY_LAW = frozenset({Action.SUSPEND, Action.TERMINATE, Action.RESUME, Action.EXTEND})
BILLS = frozenset({"bill", "law", "legislation", "motion", "resolution", "decree", "act"})
_LAWS = frozenset({"bill", "law", "legislation"})
"""What a president signs into force at home; by a decree the State acts itself."""
_VOTE_DOWN = frozenset({"kill", "scuttle", "axe"})
SIGNS = frozenset({"sign"})
_PASSES = frozenset({"approve", "adopt", "pass", "back", "endorse"})


def organ_of(a: Analysed, act: Act) -> Organ | None:
    """The organ of the State that acts; a people that votes is a referendum."""
    is_signed = act.frame.id == "sign-law" or law_signed(a, act.index) is not None
    if act.subject.organ is None and is_signed:
        return Organ.PRESIDENT
    is_vote = act.frame.organ or any(a.lemma(at) == "vote" for at in range(max(0, act.index - 4), act.index + 1))
    if act.subject.organ is not None or not is_vote or not act.subject.indexes:
        return act.subject.organ
    index = act.subject.indexes[0]
    if index not in a.at:
        return None
    mention = a.at[index]
    is_people = mention.is_adjective and a.tokens[index].text.endswith("s")
    # "Britain has voted to leave": a State that votes on its own way is its people
    is_on_its_way = act.frame.action in _DECIDED and a.lower[act.index - 1] == "to" and a.lemma(act.index - 2) == "vote"
    is_on_its_way = is_on_its_way or act.frame.id in ("vote-yes", "vote-no")
    is_land = mention.thing is Thing.PARTICIPANT and mention.agreement is None and not mention.is_adjective
    return Organ.REFERENDUM if is_people or (is_on_its_way and is_land) else None


def action_of(a: Analysed, act: Act, organ: Organ | None) -> Action:
    """The action; an organ of the State that decides to join or leave approves, and does neither itself."""
    if organ in _DECIDING and act.frame.action in _DECIDED:
        return Action.APPROVE
    if organ is Organ.PRESIDENT and act.frame.action in _DECIDED | _BY_LAW and law_signed(a, act.index) is not None:
        return Action.APPROVE  # "signed a law to leave the court"
    is_by_law = act.is_again or vote_on_bill(a, act.index) is not None
    if organ in _DECIDING and act.frame.action in _BY_LAW and is_by_law:
        return Action.APPROVE  # "the Duma passed the bill halting cooperation under it"
    if organ is Organ.COURT and act.frame.action is Action.WITHDRAW:
        return Action.TERMINATE  # "EU court ditches data transfer deal"
    if organ is Organ.PARLIAMENT and act.frame.id == "terminate" and a.lemma(act.index) in _VOTE_DOWN:
        return Action.DECLINE  # "Dutch Parliament kills ACTA"
    return act.frame.action


def qualifier_of(act: Act, organ: Organ | None) -> str | None:
    """What the organ decides on, where it is no joining: "withdrawal", "suspension"; "initial" for initialling."""
    leaves = act.frame.action in (Action.WITHDRAW, Action.DENOUNCE, Action.TERMINATE)
    if leaves and organ in _OF_STATE:
        return "withdrawal"
    target = act.target
    is_on_intent = act.frame.action in (Action.APPROVE, Action.ANNOUNCE_INTENT)
    if is_on_intent and target is not None and target.noun in ("withdrawal", "departure", "exit"):
        return "withdrawal"
    if act.frame.action is Action.SUSPEND and organ in _OF_STATE:
        return "suspension"
    return "initial" if act.frame.id == "initial" else None


def law_made(a: Analysed, index: int) -> int | None:
    """The verb by which the law or bill that this act stands in is passed, or else signed."""
    passed = vote_on_bill(a, index)
    return passed if passed is not None else law_signed(a, index)


def law_signed(a: Analysed, index: int) -> int | None:
    """The verb by which somebody signs the law that the act stands in: "signs law suspending the treaty"."""
    return verb_over(a, index, _LAWS, SIGNS, 6)


def vote_on_bill(a: Analysed, index: int) -> int | None:
    """The verb by which an organ passes the bill that this act stands in: "approved a bill to withdraw"."""
    return verb_over(a, index, BILLS, _PASSES, 12)


def verb_over(a: Analysed, index: int, bills: frozenset[str], verbs: frozenset[str], within: int) -> int | None:
    """The nearest of these verbs, fewer than `within` tokens before a bill that stands right before the act."""
    bill = next((at for at in range(index - 1, max(-1, index - 6), -1) if a.lemma(at) in bills), None)
    left = range(bill - 1, max(-1, bill - within), -1) if bill is not None else ()
    return next((at for at in left if (form := a.form(at)) is not None and form.lemma in verbs), None)
