"""Footnotes: the sources of an answer, numbered where they are first named and written out once, at its end."""

from __future__ import annotations

from collections.abc import Iterable

from depositary.cli.paper import Paper
from depositary.reference import Citation

UNSEEN = "A source without “seen” says where a fact should stand, not that somebody looked."


class Footnotes:
    """The numbers of sources, in the order in which they are named."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._has_unseen = False

    def name(self, sources: Iterable[Citation]) -> str:
        """The numbers of these sources, parted by commas; a new one gets the next number."""
        named = []
        for source in sources:
            self._has_unseen = self._has_unseen or not source.seen
            named.append(self._number(str(source)))
        return ", ".join(map(str, sorted(set(named))))

    def name_text(self, source: str) -> str:
        """The number of a source that is told in one line, as clauses tell theirs."""
        return str(self._number(source))

    def put(self, paper: Paper) -> None:
        """Set the list: each number with its work, the place in it, and when it was seen."""
        if not self._numbers:
            return
        paper.heading("Sources")
        width = len(str(len(self._numbers)))
        for text, number in self._numbers.items():
            paper.say(f"{number:>{width}}  {text}", hang=width + 2)
        if self._has_unseen:
            paper.say(UNSEEN, style="dim")

    def _number(self, text: str) -> int:
        return self._numbers.setdefault(text, len(self._numbers) + 1)
