"""Reader: the steps of reading in order; a document goes in, claims with their evidence come out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from depositary.documents import Document
from depositary.reading.actors import Actors
from depositary.reading.acts import Acts
from depositary.reading.agreements import Agreements
from depositary.reading.analysis import Analysed
from depositary.reading.between import KnownBetween
from depositary.reading.certain import certain
from depositary.reading.composing import Composer
from depositary.reading.dates import time_words
from depositary.reading.encoder import encoder
from depositary.reading.gate import Gate
from depositary.reading.introduced import named_by_text, with_introduced
from depositary.reading.invisible import seen_of
from depositary.reading.language import Language
from depositary.reading.lexicon import Lexicon, lexicon
from depositary.reading.masking import trees
from depositary.reading.memory import Memory
from depositary.reading.mention import Mention
from depositary.reading.mentions import linker_of
from depositary.reading.merging import first_place, merged
from depositary.reading.parties import Parties
from depositary.reading.recognised import Recogniser
from depositary.reading.sentences import Sentence, sentences
from depositary.reading.speaking import Quotations, author_of
from depositary.reading.targets import Targets
from depositary.reading.voices import Voices
from depositary.reference import Reference, reference
from depositary.terms import Claim, Finding

VERSION = "rules 1"

READERS = 2
"""How many are kept: the one that comes with the program, and one with a folder laid over its reference."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out of a document: claims in the order of their first evidence, and what was wrong with it."""

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...] = ()


class Reader(Protocol):
    """What turns a document into claims."""

    @property
    def name(self) -> str:
        """Which reader it is, down to its version; it is kept with each document that it read."""

    def read(self, document: Document) -> Reading:
        """The claims of the document; the same document always gives the same claims."""


class RuleReader:
    """The reader that comes with the program: rules over the trees of the encoder."""

    def __init__(self, language: Language, known: Reference, words: Lexicon) -> None:
        self._language = language
        self._known = known
        self._words = words
        self._linker = linker_of(known)
        self._gate = Gate(words, known)
        self._between = KnownBetween(known)
        self._recogniser = Recogniser(known)

    @property
    def name(self) -> str:
        """See `Reader.name`."""
        return f"{VERSION}, {self._language.name}"

    def read(self, document: Document) -> Reading:
        """See `Reader.read`."""
        if (seen := seen_of(document.text)) is not None:
            claims = self._claims(replace(document, text=seen.text))
            return Reading(tuple(map(seen.led_back, claims)))
        return Reading(tuple(self._claims(document)))

    def _claims(self, document: Document) -> list[Claim]:
        text = document.text
        if not self._gate.lets_in(text):
            return []
        named = self._linker.mentions(text, document.published)
        analysed = self._analysed(document, named)
        claims: list[Claim] = []
        for story in _stories(analysed):
            claims.extend(self._of_story(document, named, story))
        claims = self._recogniser.recognised(claims, text, [a.sentence for a in analysed], named, document.published)
        return sorted(merged(claims), key=first_place)

    def _of_story(self, document: Document, named: list[Mention], analysed: Sequence[Analysed]) -> Iterator[Claim]:
        parties = Parties(self._known, self._words)
        voices = Voices(self._known, parties)
        targets = Targets(self._known, self._words, parties, named_by_text(document.text, named, self._words))
        acts = Acts(self._words, parties, targets)
        memory = Memory()
        actors = Actors(parties, author=author_of(document, self._linker, self._known))
        agreements = Agreements(self._known, parties, memory, actors, self._between, document.published, targets)
        composer = Composer(
            document.id, document.published, self._known, parties, voices, VERSION, memory, actors, agreements,
            frozenset(mention.ids[0] for mention in named if mention.ids),
        )  # fmt: skip
        agreements.meetings.look_for_format(analysed)
        for a, reported in Quotations(voices, analysed).told():
            yield from composer.claims(a, list(acts.of(a)), reported)

    def _analysed(self, document: Document, named: list[Mention]) -> list[Analysed]:
        text = document.text
        mentions = with_introduced(text, certain(named, self._known, text))
        starts = [mention.start for mention in mentions]
        found: list[Analysed] = []
        for sentence in sentences(text):
            first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
            inside = [mention for mention in mentions[first:last] if mention.end <= sentence.end]
            if not self._is_worth_parsing(text, sentence, bool(inside)):
                continue
            times = time_words(text, sentence.start, sentence.end)
            sentence, told_by = _without_source(text, sentence)
            for tree in trees(text, sentence, inside, self._language, self._words):
                found.append(Analysed(text, sentence, tree, inside, times, self._words, told_by))
        return found

    def _is_worth_parsing(self, text: str, sentence: Sentence, has_names: bool) -> bool:
        return has_names or self._gate.is_open(text, sentence.start, sentence.end)


def _stories(analysed: Sequence[Analysed]) -> Iterator[Sequence[Analysed]]:
    """The sentences of each story on the page; nothing points back from one to another."""
    first = next((at for at, a in enumerate(analysed) if a.sentence.opens_story), len(analysed))
    begins = [at for at, a in enumerate(analysed) if a.sentence.opens_story and at > first]
    for start, end in pairwise([0, *begins, len(analysed)]):
        yield analysed[start:end]


_ACCORDING_TO = re.compile(r"According to (?P<source>[^,;:\n]{2,120}?),\s+(?=\S)")


def _without_source(text: str, sentence: Sentence) -> tuple[Sentence, tuple[int, int] | None]:
    """The sentence without "According to X," before it, and the place of X."""
    match = _ACCORDING_TO.match(text, sentence.start, sentence.end)
    if match is None or match.end() >= sentence.end:
        return sentence, None
    return replace(sentence, start=match.end()), match.span("source")


def standard_reader(known: Reference | None = None) -> Reader:
    """The reader that comes with the program, made when first asked for.

    It finds the names of the reference that comes with the program, or of `known`.
    """
    return _reader_of(known or reference())


@lru_cache(maxsize=READERS)
def _reader_of(known: Reference) -> Reader:
    return RuleReader(encoder(), known, lexicon())
