"""Apart: an act that a sentence tells once and that was done to several agreements, each of one or two."""

from __future__ import annotations

from dataclasses import replace

from depositary.reading.act import Act
from depositary.reading.analysis import Analysed
from depositary.reading.lexicon import Kind
from depositary.reading.party import Party
from depositary.terms import Action


def apart(a: Analysed, act: Act) -> list[Act]:
    """The act as often as there are agreements between two: "signed pacts with Chad and Mali" are two."""
    target = act.target
    if len(act.other.participants) > 1 and (
        act.frame.action is Action.RECOGNISE or act.frame.id == "withdraw-recognition"
    ):
        who = act.subject.participants
        return [_of_one(a, act, at) for at, one in enumerate(act.other.participants) if one not in who]
    if target is None or not target.noun or target.agreement is not None or target.of is not None:
        return [act]
    who = act.subject.participants
    if act.is_again and len(who) > 1 and len(target.parties) == 1:
        return [replace(act, subject=replace(act.subject, participants=(one,))) for one in who]
    others = tuple(party for party in target.parties if party not in who)
    is_many = a.holds(target.start) and a.tokens[target.head].tag in ("NNS", "NNPS") and len(who) < 2
    if not is_many or len(others) < 2 or Kind.AGREEMENT not in target.kinds:
        return [act]
    if a.lower[target.head + 1 : target.head + 2] != ("with",):
        return [act]
    return [replace(act, target=replace(target, parties=(other,))) for other in others]


def _of_one(a: Analysed, act: Act, at: int) -> Act:
    """The recognition of one of several: "recognised Croatia and Slovenia" are two."""
    one = act.other.participants[at]
    first = min(act.other.indexes)
    named = next((n for n in range(first, len(a.tokens)) if n in a.at and a.at[n].ids[:1] == (one.id,)), first)
    return replace(act, other=Party((one,), (named,)))
