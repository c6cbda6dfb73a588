"""Gate: whether a text can say anything about agreements at all, told cheaply before anything is parsed."""

from __future__ import annotations

import re

from depositary.reading.lexicon import Lexicon


class Gate:
    """Passes a text that holds a word of an act; made once from the lexicon."""

    def __init__(self, words: Lexicon) -> None:
        acts = {form for form, found in words.forms.items() if any(one.lemma in words.frames for one in found)}
        every = sorted({*acts, *words.nominals}, key=len, reverse=True)
        self._acts = re.compile(r"\b(?:" + "|".join(map(re.escape, every)) + r")\b", re.IGNORECASE)

    def is_open(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Whether the text between these code points holds such a word."""
        return self._acts.search(text, start, len(text) if end is None else end) is not None
