"""Asked: the reader `llm` asks a language model for the claims of a text, and takes those that quote it exactly.

The model says which words show an act, who does it, to what, how firmly and on whose word. What the words stand for,
and which day "Thursday" is, the house finds out itself: no code, no id and no date is taken from a model.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from depositary.documents import Document
from depositary.reading.answers import Refused, Told, VoiceTold, told
from depositary.reading.dates import Direction, time_words
from depositary.reading.endpoint import Endpoint, Unanswered
from depositary.reading.gate import Gate
from depositary.reading.lexicon import Kind, Lexicon, lexicon
from depositary.reading.mention import Link, Mention, Thing
from depositary.reading.mentions import linker_of
from depositary.reading.merging import first_place, merged
from depositary.reading.naming import described, recognition_of, relations
from depositary.reading.reader import Reading
from depositary.reading.sentences import sentences
from depositary.reference import Reference
from depositary.terms import (
    Action,
    AgreementRef,
    Attribution,
    Claim,
    Finding,
    Modality,
    Moment,
    Participant,
    Span,
    Voice,
    cite,
)

PIECE = 12_000
"""Characters of one question: what a small model still reads with care."""
MOST_PIECES = 40
"""Questions for one document: a longer one is a book, and is refused."""

_RELATIONS = frozenset({Action.ESTABLISH_RELATIONS, Action.SEVER_RELATIONS})
_DONE = frozenset({Modality.HAPPENED, Modality.DENIED})
_ENDS = re.compile(r"\s(?:with|between|among)\s", re.I)
_ARTICLE = re.compile(r"(?:the|an?|its|their|this|that)\s+", re.I)


class AskedReader:
    """A reader that asks a model behind an endpoint; see `Reader`.

    The same text is asked in the same words with the same seed, but no model promises the same answer twice.
    """

    def __init__(self, endpoint: Endpoint, known: Reference) -> None:
        self._endpoint = endpoint
        self._known = known
        self._words = lexicon()
        self._linker = linker_of(known)
        self._gate = Gate(self._words, known)
        self._instructions = files("depositary.reading").joinpath("rules", "asking.md").read_text("utf-8")

    @property
    def name(self) -> str:
        """See `Reader.name`."""
        return f"llm {self._endpoint.model}"

    def read(self, document: Document) -> Reading:
        """The claims that the model told with quotes; what was refused is counted in a finding.

        Raises `Unanswered` where the model gives no answer that can be read: nothing is then known of the document.
        """
        text = document.text
        if not self._gate.lets_in(text):
            return Reading(())
        links = [link for link in self._linker.links(text, document.published) if link.is_link]
        claims: list[Claim] = []
        refused: list[str] = []
        number = 0
        for start, end in _pieces(text):
            items, not_taken = told(self._endpoint.ask(self._instructions, _question(document, text[start:end])))
            number += len(items) + len(not_taken)
            refused += not_taken
            words = Quoted(document, start, end, links, self._known, self._words)
            for item in items:
                try:
                    claims.append(words.claim(item, f"{self.name}: {item.action}"))
                except Refused as reason:
                    refused.append(str(reason))
        ordered = tuple(sorted(merged(sorted(claims, key=first_place)), key=first_place))
        return Reading(ordered, _finding(document, refused, number))


def _finding(document: Document, refused: Sequence[str], number: int) -> tuple[Finding, ...]:
    if not refused:
        return ()
    counts = sorted(Counter(refused).items(), key=lambda each: (-each[1], each[0]))
    reasons = "; ".join(f"{reason}: {times}" for reason, times in counts)
    message = f"{len(refused)} of {number} claims of the model were refused ({reasons})."
    return (Finding(document.origin or document.id, message, document.id),)


def _question(document: Document, piece: str) -> str:
    day = document.published.isoformat() if document.published else "not known"
    return f"Published: {day}\nOutlet: {document.outlet or 'not known'}\nText:\n{piece}"


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of whole sentences, each up to `PIECE` characters; raises `Unanswered` for too many."""
    start = end = None
    number = 0
    for sentence in sentences(text):
        if start is not None and end is not None and sentence.end - start > PIECE:
            number += 1
            yield start, end
            start = None
        start, end = sentence.start if start is None else start, sentence.end
        if number >= MOST_PIECES:
            raise Unanswered(f"It is longer than the {PIECE * MOST_PIECES:,} characters that a model is asked about.")
    if start is not None and end is not None:
        yield start, end


@dataclass(slots=True)
class Quoted:
    """The words of a document from `start` to `end`, in which quotes are found and names are known."""

    document: Document
    start: int
    end: int
    links: Sequence[Link]
    known: Reference
    words: Lexicon

    def claim(self, item: Told, made_by: str) -> Claim:
        """The claim of an item; raises `Refused` where a quote is not in the text or stands for nothing."""
        act = self._evidence(item)
        actor = self._participant(item.actor, act, "actor") if item.actor is not None else None
        others = tuple(dict.fromkeys(self._participant(each, act, "counterparty") for each in item.counterparties))
        others = tuple(each for each in others if each != actor)
        moment, effect = self._moment(item.date, act, item.modality), self._moment(item.effect, act, Modality.PLANNED)
        published = self.document.published
        if item.modality in _DONE and moment is not None and published is not None and moment.begin > published:
            raise Refused("done on a day still to come")
        return Claim(
            document=self.document.id,
            agreement=self._agreement(item, act, actor, others),
            actor=actor,
            action=item.action,
            modality=item.modality,
            evidence=(act,),
            counterparties=others,
            moment=moment,
            effect=effect,
            attribution=Attribution(tuple(self._voice(voice, act) for voice in item.voices)),
            organ=item.organ,
            made_by=made_by,
        )

    def _evidence(self, item: Told) -> Span:
        """Where the act is shown: of several places, the one nearest to the actor's name, else the first."""
        places = self._places(item.evidence, "evidence")
        names = self._places(item.actor, "actor") if item.actor is not None else []
        if not names:
            return places[0]
        return min(places, key=lambda place: (min(_gap(place, name) for name in names), place.start))

    def _places(self, quote: str, key: str) -> list[Span]:
        """The places where the words stand, none inside a longer word; raises `Refused` where there is none."""
        text, words = self.document.text, quote.strip()
        left = r"(?<!\w)" if re.match(r"\w", words) else ""
        right = r"(?!\w)" if re.search(r"\w\Z", words) else ""
        found = re.compile(left + re.escape(words) + right).finditer(text, self.start, self.end)
        places = [cite(text, *match.span()) for match in found]
        if not places:
            raise Refused(f"{key} that the text does not hold")
        return places

    def _place(self, quote: str, act: Span, key: str) -> Span:
        """The place of the words nearest to the act."""
        return min(self._places(quote, key), key=lambda place: (_gap(place, act), place.start))

    def _inside(self, place: Span) -> list[Mention]:
        first = bisect_left(self.links, place.start, key=lambda link: link.mention.start)
        found: list[Mention] = []
        for link in self.links[first:]:
            if link.mention.end > place.end:
                break
            found.append(link.mention)
        return found

    def _participant(self, quote: str, act: Span, key: str) -> Participant:
        found = self._participants(self._place(quote, act, key))
        if len(found) != 1:
            raise Refused(f"{key} that names {'several' if found else 'nobody that is known'}")
        return found[0]

    def _participants(self, place: Span) -> list[Participant]:
        ids = [each.ids[0] for each in self._inside(place) if each.thing in (Thing.PARTICIPANT, Thing.PERSON)]
        return [self.known.participants[id].participant for id in dict.fromkeys(ids) if id in self.known.participants]

    def _agreement(
        self, item: Told, act: Span, actor: Participant | None, others: Sequence[Participant]
    ) -> AgreementRef:
        place = self._place(item.agreement, act, "agreement")
        named = [each for each in self._inside(place) if each.agreement is not None or each.thing is Thing.AGREEMENT]
        if named:
            best = max(named, key=lambda each: (each.end - each.start, -each.start))
            return self.known.agreements[best.agreement or best.ids[0]].ref
        sides = tuple(dict.fromkeys([*([actor] if actor else []), *others, *self._participants(place)]))
        description, noun = self._described(place)
        if item.action is Action.RECOGNISE and len(others) == 1:
            return recognition_of(others[0])
        if len(sides) < 2:
            raise Refused("agreement that is not known, between sides that are not told")
        if item.action in _RELATIONS or self.words.is_noun(noun, Kind.RELATION):
            if len(sides) != 2:
                raise Refused("relations between more than two")
            return relations(sides)
        return described(sides, noun, description)

    def _described(self, place: Span) -> tuple[str, str]:
        """The words that say which agreement it is, without its sides, and the noun among them."""
        inside = self._inside(place)
        start = inside[0].end if inside and inside[0].start == place.start else place.start
        rest = self.document.text[start : place.end].lstrip("–—-’'s ") if start != place.start else place.quote
        words = " ".join(_ENDS.split(_ARTICLE.sub("", rest, count=1))[0].lower().split())
        nouns = [word for word in words.split() if self.words.is_noun(word, Kind.AGREEMENT)]
        return words, nouns[0] if nouns else (words.split() or ["agreement"])[-1]

    def _moment(self, quote: str | None, act: Span, modality: Modality) -> Moment | None:
        """The day that the words mean, by the house's own reckoning; None where it can tell none."""
        if quote is None:
            return None
        place = self._place(quote, act, "date")
        direction = Direction.PAST if modality in _DONE else Direction.FUTURE
        found = time_words(self.document.text, place.start, place.end)
        return found[0].moment(self._published, direction) if found else None

    @property
    def _published(self) -> date | None:
        return self.document.published

    def _voice(self, voice: VoiceTold, act: Span) -> Voice:
        place = self._place(voice.name, act, "voice")
        speaks_for = self._participants(place)
        return Voice(place.quote, voice.role, speaks_for[0].id if len(speaks_for) == 1 else None, place)


def _gap(one: Span, other: Span) -> int:
    """Code points between two stretches; 0 where they touch or overlap."""
    return max(one.start - other.end, other.start - one.end, 0)
