"""Conditions: whether an act hangs on a condition in its sentence, or is the condition of another."""

from __future__ import annotations

from depositary.reading.analysis import Analysed

_WORDS = frozenset({"if", "unless", "provided", "providing", "once", "should"})


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
        if low == "should" and a.tokens[other].pos == "AUX" and a.tree.related(a.tokens[other].head, "nsubj"):
            continue
        if low in ("provided", "providing") and not (other + 1 < len(a.tokens) and a.lower[other + 1] == "that"):
            continue
        return True
    text = a.text[a.sentence.start : a.sentence.end].lower()
    if "as soon as" in text and "would" in a.lower:
        return True
    return "as long as" in text or "on condition that" in text or "only after" in text
