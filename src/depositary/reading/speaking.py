"""Speaking: words in quotation marks that go on over sentences, and who "we" is in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from depositary.documents import Document
from depositary.reading.analysis import Analysed
from depositary.reading.mentions import Linker
from depositary.reading.party import Party
from depositary.reading.voices import Reported, Voices
from depositary.reference import Reference
from depositary.terms import Attribution, Participant

SPEAKING = frozenset({"we", "i", "ourselves"})
OF_SPEAKER = frozenset({"our", "my"})
_OFFICES = ("ministr", "government", "embassy", "presiden", "prime minister", "mission", "office", "secretariat", "mfa")
"""Parts of words by which an outlet is an office that speaks for its State or its body."""
_QUOTATION = re.compile(r"“[^”\n]{0,2000}”?|(?<!\w)\"[^\"\n]{0,2000}\"?")
_MARKS = frozenset("“”\"‘’'")
_MOST = 0.6
"""The share of a sentence that stands in quotation marks where all of it does but for a word or two."""
_AHEAD = 4
"""Sentences that a speaker may be named after."""


@dataclass(slots=True)
class Quotations:
    """Gives each sentence of a story what others say in it, speakers named in a neighbouring sentence too."""

    voices: Voices
    story: Sequence[Analysed]
    quoted: list[frozenset[int]] = field(init=False)
    _goes_on: Attribution = field(init=False, default_factory=Attribution)
    _spoke: int = field(init=False, default=-2)

    def __post_init__(self) -> None:
        spans = list(_quotations(self.story[0].text, self.story)) if self.story else []
        self.quoted = [
            frozenset(t.index for t in a.tokens if any(start <= t.start < end for start, end in spans))
            for a in self.story
        ]

    def told(self) -> Iterator[tuple[Analysed, list[Reported]]]:
        """The sentences in order, each with what is reported in it."""
        for at, a in enumerate(self.story):
            found = self.voices.of(a)
            if found:
                self._spoke = at if self.quoted[at] else -2
                self._goes_on = found[-1].attribution
            elif self._is_quotation(at) and (speaker := self._speaker(at)).voices:
                found = [Reported(0, len(a.tokens) - 1, speaker, frozenset())]
                self._spoke, self._goes_on = at, speaker
            yield a, found

    def _is_quotation(self, at: int) -> bool:
        return len(self.quoted[at]) >= _MOST * len(self.story[at].tokens)

    def _speaker(self, at: int) -> Attribution:
        """Who says a sentence that names no speaker: whoever is named where its quotation ends, or spoke before."""
        first = 0 in self.quoted[at] and self.story[at].tokens[0].text not in _MARKS
        if first and self._spoke == at - 1:
            return self._goes_on
        for after in range(at, min(len(self.story), at + _AHEAD)):
            if after > at:
                found = self._peeked(after)
                if found.voices:
                    return found
            if len(self.story[after].tokens) - 1 not in self.quoted[after] or self._ends(after):
                break
        return self._goes_on if self._spoke == at - 1 else Attribution()

    def _ends(self, at: int) -> bool:
        return any(token.text in ("”", '"') for token in self.story[at].tokens[-2:])

    def _peeked(self, at: int) -> Attribution:
        kept = self.voices.last
        found = self.voices.of(self.story[at])
        self.voices.last = kept
        return found[-1].attribution if found else Attribution()


def _quotations(text: str, story: Sequence[Analysed]) -> Iterator[tuple[int, int]]:
    """Where words stand in quotation marks, these included, in the sentences of a story and between them.

    A quotation ends with its paragraph, if no mark ends it before.
    """
    start, end = min(a.tree.start for a in story), max(a.tree.end for a in story)
    for match in _QUOTATION.finditer(text, start, end):
        yield match.span()


def is_of_speaker(a: Analysed, party: Party) -> bool:
    """Whether the phrase means those who speak: "we", "our country"."""
    if party.place is None:
        return False
    whose = {a.lower[child] for child in a.tree.related(party.place, "nmod:poss")}
    return a.lower[party.place] in SPEAKING or bool(whose & OF_SPEAKER)


def author_of(document: Document, linker: Linker, known: Reference) -> tuple[Participant, ...]:
    """The State or body whose office the outlet is: "we" in a statement of the Ministry of Foreign Affairs of Chile."""
    if not any(part in document.outlet.lower() for part in _OFFICES):
        return ()
    ids = {mention.ids[0] for mention in linker.mentions(document.outlet, document.published) if mention.ids}
    found = tuple(known.participants[id].participant for id in sorted(ids) if id in known.participants)
    return found if len(found) == 1 else ()


def speaker_of(
    place: int, reported: Sequence[Reported], author: tuple[Participant, ...], known: Reference
) -> tuple[Participant, ...]:
    """Who "we" in this place is: for whom the innermost voice speaks, or whose statement it is; nobody by a guess."""
    covering = [each for each in reported if each.covers(place)]
    if not covering:
        return author
    voice = covering[-1].attribution.innermost
    entry = known.participants.get(voice.participant) if voice is not None and voice.participant else None
    return (entry.participant,) if entry is not None else ()
