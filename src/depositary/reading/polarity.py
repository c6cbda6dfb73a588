"""Polarity: words before a verb or in its object that turn what it says round."""

from __future__ import annotations

from collections.abc import Collection

from depositary.reading.analysis import Analysed

_HAVE = frozenset({"has", "have", "had"})
_ENDS = frozenset({",", ";", ":", "and", "but", "because"})


def is_no_longer(a: Analysed, verb: int) -> bool:
    """Whether "no longer" stands right before the verb or its helpers."""
    before = a.lower[max(0, verb - 4) : verb]
    return any(before[at : at + 2] == ("no", "longer") for at in range(len(before) - 1))


def is_none(a: Analysed, noun: int) -> bool:
    """ "Put no ink on paper", "has signed no such treaty"."""
    return any(a.lower[child] == "no" for child in a.tree.related(noun, "det"))


def is_only_since(a: Analysed, verb: int) -> bool:
    """ "Did not enter into force until 1994": it was done then; what "until" leads to must be a time.

    What "will not join until 2030" foretells is another matter, and so is "has not ratified until now".
    """
    if a.lower[max(0, verb - 4) : verb].count("not") + a.lower[max(0, verb - 4) : verb].count("n't") != 1:
        return False
    if not {"did", "was", "were", "could"} & set(a.lower[max(0, verb - 5) : verb]):
        return False
    for at in range(verb + 1, len(a.tokens) - 1):
        if a.lower[at] in ("until", "till"):
            return at + 1 in a.timed and a.lower[at + 1] != "now"
        if a.lower[at] in _ENDS or (a.tokens[at].pos == "VERB" and at not in a.at):
            return False
    return False


def is_yet_to(a: Analysed, verb: int, helpers: Collection[str]) -> bool:
    """Whether it has not been done: "has yet to sign", "has still to sign", "the only country yet to ratify it".

    "Still has to sign" says that it must.
    """
    if not set(helpers) & _HAVE:
        above = a.tokens[a.tokens[verb].head]
        is_of_one = a.tokens[verb].relation == "acl" or (above.pos in ("ADJ", "NOUN", "NUM") and above.index < verb)
        return a.lower[verb - 2 : verb] in (("yet", "to"), ("still", "to")) and is_of_one
    if "to" not in helpers or not {"yet", "still"} & set(helpers):
        return False
    before = a.lower[max(0, verb - 5) : verb]
    if "yet" in helpers or "still" not in before:
        return True
    return before.index("still") > max((at for at, word in enumerate(before) if word in _HAVE), default=-1)
