"""Invisible: a text without the characters that nobody sees, and where each of those that stay stood."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate

from depositary.terms import Claim, Evidence, Span, Voice, cite

_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+"
    r"| ?&?#39(?=;)|&?quot(?=;)|&(?:amp|#38)(?=;)|</?[a-z]{1,9}/?>"
    r"|(?<=\bU) (?=\. [SKN] \.)|(?<=\bU \.) (?=[SKN] \.)|(?<=\bU \. [SKN]) (?=\.)"
    r"|(?<=\bU \. [SKN] \.) (?=-[A-Z])"
)
"""Soft hyphens, spaces and joiners of no width, marks of direction (Unicode, general categories Cf); what feeds leave
of HTML: "Australia #39;s"; and the blanks that collections of news put into "U . S .". Of a character that was written
as a word the last letter stays, and is read as it."""
_READ_AS = {"#39": "'", "quot": '"', "amp": "&", "#38": "&"}
_DEBRIS = str.maketrans({"\\": " ", "´": "'", "ʼ": "’"})
"""Characters that feeds have for others: a break in a line, an apostrophe."""


class Seen:
    """What of a text is seen, as `text`; spans of it are led back to the original.

    >>> Seen("Ken\\u00adya signed it.").text
    'Kenya signed it.'
    """

    def __init__(self, original: str) -> None:
        self._original = original
        kept: list[tuple[int, int]] = []
        at = 0
        letters: dict[int, str] = {}
        for match in _UNSEEN.finditer(original):
            if match.start() > at:
                kept.append((at, match.start()))
            at = match.end()
            if (letter := _READ_AS.get(match.group().strip(" &"))) is not None:
                letters[at] = letter
        if at < len(original):
            kept.append((at, len(original)))
        self.text = "".join(
            letters.get(start, original[start]) + original[start + 1 : end] for start, end in kept
        ).translate(_DEBRIS)
        self._starts = [start for start, _ in kept]
        self._before = [0, *accumulate(end - start for start, end in kept)]

    def led_back(self, claim: Claim) -> Claim:
        """The claim with its quotes as they stand in the original, characters that nobody sees inside them too."""
        voices = tuple(self._voice(voice) for voice in claim.attribution.voices)
        attribution = replace(claim.attribution, voices=voices)
        return replace(claim, evidence=tuple(map(self._piece, claim.evidence)), attribution=attribution)

    def _voice(self, voice: Voice) -> Voice:
        return replace(voice, evidence=self._span(voice.evidence)) if voice.evidence else voice

    def _piece(self, evidence: Evidence) -> Evidence:
        return self._span(evidence) if isinstance(evidence, Span) else evidence

    def _span(self, span: Span) -> Span:
        return cite(self._original, self._place(span.start), self._place(span.end - 1) + 1)

    def _place(self, at: int) -> int:
        """Where in the original the code point at this place of what is seen stands."""
        piece = bisect_right(self._before, at) - 1
        return self._starts[piece] + at - self._before[piece]


def seen_of(text: str) -> Seen | None:
    """What of the text is seen, where that is not all of it."""
    is_plain = _UNSEEN.search(text) is None and not any(chr(letter) in text for letter in _DEBRIS)
    return None if is_plain else Seen(text)
