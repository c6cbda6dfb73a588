"""Refusals: what the compiler will not take, gathered so that a person mends several texts in one go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from depositary.reference.sheets import UnreadableSheet

MOST_REFUSALS = 20
"""How many are shown at once: a screen."""


class UnreadableTexts(UnreadableSheet):
    """Several texts break a rule: their sentences, a line each, up to `MOST_REFUSALS`."""

    def __init__(self, refusals: list[UnreadableSheet]) -> None:
        shown = [str(refusal) for refusal in refusals[:MOST_REFUSALS]]
        if len(refusals) > MOST_REFUSALS:
            shown.append(f"And {len(refusals) - MOST_REFUSALS} more.")
        Exception.__init__(self, "\n".join(shown))
        self.refusals = refusals


class Refusals:
    """The refusals of one run, in the order in which they were met."""

    def __init__(self) -> None:
        self._found: list[UnreadableSheet] = []

    @contextmanager
    def gathering(self) -> Iterator[None]:
        """Keep a refusal that is raised inside, and go on after the block."""
        try:
            yield
        except UnreadableSheet as refusal:
            self._found.append(refusal)

    def extend(self, refusals: Iterator[UnreadableSheet]) -> None:
        """Keep all of these."""
        self._found.extend(refusals)

    def raise_any(self) -> None:
        """Raise what was kept: the refusal itself where it is one, `UnreadableTexts` for several."""
        if len(self._found) == 1:
            raise self._found[0]
        if self._found:
            raise UnreadableTexts(self._found)
