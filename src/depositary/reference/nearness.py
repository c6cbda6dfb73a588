"""Nearness: which known names a misspelt one may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

LEAST_LIKENESS = 0.7
"""Ratio of common letters below which a name is no match: at difflib's 0.6 "Turkiye" also meant Burkina Faso."""

WIDEST_GAP = 0.2
"""How much less like than the best match a name may be and still be shown."""


def nearest(folded: str, candidates: Iterable[str], limit: int) -> list[str]:
    """The candidates most like `folded`, best first; equal likeness goes by the alphabet, so that the order is fixed.

    A name that holds all the words asked for ("abraham" in "abraham accords") is like enough whatever its length.
    """
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(folded)
    words = set(folded.split())
    found: list[tuple[float, str]] = []
    for candidate in candidates:
        matcher.set_seq1(candidate)
        if words and words <= set(candidate.split()):
            found.append((1 + matcher.ratio(), candidate))
        elif (
            matcher.real_quick_ratio() >= LEAST_LIKENESS
            and matcher.quick_ratio() >= LEAST_LIKENESS
            and (ratio := matcher.ratio()) >= LEAST_LIKENESS
        ):
            found.append((ratio, candidate))
    found.sort(key=lambda match: (-match[0], match[1]))
    best = min(1.0, found[0][0]) if found else 0.0
    return [candidate for likeness, candidate in found[:limit] if likeness >= best - WIDEST_GAP]
