"""Nearness: which known names a misspelt one may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

LEAST_LIKENESS = 0.6
"""Ratio of common letters below which a name is no match (difflib's own default cut-off)."""


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
    return [candidate for _, candidate in found[:limit]]
