"""Conditions: whether an act hangs on a condition in its sentence, is the condition of another, or is only imagined."""

from __future__ import annotations

from collections.abc import Sequence

from depositary.reading.act import Act
from depositary.reading.analysis import Analysed
from depositary.reading.firmness import Stance
from depositary.reading.voices import Reported
from depositary.terms import Modality

_SAYING = frozenset({"say", "argue", "claim", "insist", "object"})
_WORDS = frozenset({"if", "unless", "provided", "providing", "once", "should"})

_OTHERS = frozenset("nation country state government partner neighbour neighbor ally power member capital".split())
"""Who may be asked without being named."""
_LEADING_ON = frozenset({"to", "ready", "set", "willing", "prepared"})


def is_proviso(a: Analysed, index: int) -> bool:
    """Whether the act stands in "provided that ..." itself: it is the condition."""
    for left in range(index - 1, 0, -1):
        if a.lower[left] in (",", ";"):
            return False
        if a.lower[left] == "that" and a.lower[left - 1] in ("provided", "providing", "condition"):
            return True
    return False


def has_condition(a: Analysed, index: int) -> bool:
    """Whether the act hangs on a condition in the same sentence, outside its own clause."""
    for other in range(len(a.tokens)):
        low = a.lower[other]
        if low not in _WORDS or other == index:
            continue
        if low == "once" and (a.tokens[other].relation == "advmod" or a.tokens[other + 1 : other + 2][0].tag == "VBN"):
            continue  # "Riyadh, once bound by the treaty, gave notice"
        if low == "should" and a.tokens[other].pos == "AUX" and a.tree.related(a.tokens[other].head, "nsubj"):
            continue
        if low in ("provided", "providing") and not _is_provided(a, other):
            continue
        return True
    text = a.text[a.sentence.start : a.sentence.end].lower()
    if "as soon as" in text and "would" in a.lower:
        return True
    return "as long as" in text or "on condition that" in text or "only after" in text


def _is_provided(a: Analysed, at: int) -> bool:
    """ "Would sign provided that", "provided its farmers were given more time": not "a pact that provided jobs"."""
    if a.lower[at + 1 : at + 2] == ("that",):
        return True
    token = a.tokens[at]
    is_clause = any(a.tokens[n].tag in ("VBD", "VBZ", "VBP", "MD") for n in range(at + 2, min(len(a.tokens), at + 9)))
    return token.relation in ("mark", "advcl") and token.tag in ("VBN", "IN") and is_clause and "would" in a.lower[:at]


def _is_asked_of_others(a: Analysed, act: Act, how: Stance) -> bool:
    """ "Britain urges European nations to ratify it": those whom nobody names, and not who asks or says so."""
    first = max(act.subject.indexes, default=act.index)
    says = next((at for at in range(first + 1, act.index) if a.lemma(at) in _SAYING and at not in a.at), None)
    asks = how.demander if how.demander is not None else says
    if asks is None or first >= asks or asks > act.index:
        return False
    others = [at for at in range(asks + 1, act.index) if a.lemma(at) in _OTHERS and at not in a.at]
    is_named = any(a.is_participant(at) and not a.at[at].is_adjective for at in range(asks + 1, act.index))
    is_own = any(a.lower[at] in ("its", "their", "his", "her", "our", "by") for at in range(asks + 1, act.index))
    return bool(others) and not is_named and not is_own and a.lower[others[-1] + 1] in _LEADING_ON


def is_imagined(a: Analysed, act: Act, how: Stance, reported: Sequence[Reported]) -> bool:
    """ "Sceptics will say that it would never accede", "could enter into force, as I would call it": nobody says so."""
    if _is_asked_of_others(a, act, how):
        return True
    for each in reported:
        if each.verb is not None and each.covers(act.index) and a.lemma(each.verb) in _SAYING:
            return bool({"will", "would", "might"} & {a.lower[at] for at in a.tree.related(each.verb, "aux")})
    return how.modality is Modality.POSSIBLE and "i" in a.lower and "would" in a.lower
