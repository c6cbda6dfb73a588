"""Targets: what an act is done to; an agreement named or described, a body, relations, an instrument, talks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from depositary.reading.analysis import Analysed
from depositary.reading.beside import is_of_another_thing, stands_for_a_state
from depositary.reading.introduced import NamedByText
from depositary.reading.lexicon import Kind, Lexicon
from depositary.reading.mention import Mention, Thing
from depositary.reading.naming import is_trade_zone, slug
from depositary.reading.parties import Parties
from depositary.reading.phrases import description, extent, inside_of, is_pointing_back
from depositary.reference import NameUse, Reference
from depositary.terms import AgreementKind, AgreementRef, Participant

_INSIDE_NAMES = frozenset("on of the for to and against in all concerning".split())
_OF_ANY_NAME = _INSIDE_NAMES | {
    "optional", "additional", "supplementary", "free", "trade", "partnership", "economic", "peace", "framework",
    "accession", "cooperation", "agreement", "protocol", "convention", "treaty", "declaration", "memorandum",
    "understanding", "strategic", "temporary", "security", "defence", "defense", "mutual", "investment", "investments",
    "air", "services", "transport", "status", "forces", "visa", "extradition", "assistance", "legal", "tax", "double",
    "taxation", "understandings", "memoranda",
    "nuclear", "energy", "military", "technical", "scientific", "cultural", "comprehensive", "bilateral",
}  # fmt: skip
"""Words that names of agreements share: a name of these alone names none."""
_UNDER_WITHIN = 7
_FOUNDING = frozenset(
    {"establishing", "re-establishing", "founding", "creating", "setting", "constituting", "instituting"}
)
_OF_SIDES = frozenset(
    "deal agreement accord pact contract memorandum arrangement understanding compact truce mou".split()
)
"""Nouns of an agreement that an organisation concludes with others rather than consists of."""
_OF_MEMBERSHIP = frozenset(
    "accession membership founding revised constitutive constituent amended treaty charter protocol statute of the to "
    "full observer participation articles association cooperation instrument ratification and its".split()
)
_LEAVINGS = frozenset((noun,) for noun in ("abrogation", "withdrawal", "termination", "denunciation"))
"""Of what a letter is a notice: "the letter of abrogation of the agreement"."""
_PAPERS = frozenset({"papers", "paper", "documents", "document"})
_CONSENT = frozenset({"accession", "ratification", "admission", "membership", "entry", "joining"})
_OF_BODIES = frozenset({Kind.BODY, Kind.PROGRAMME, Kind.EVENT})
_WHO_MEET = frozenset({"minister", "leader", "president", "delegate", "head"})
"""Those of all members together are a meeting: "played host to the bloc's trade ministers"."""


@dataclass(frozen=True, slots=True)
class Target:
    """What an act is done to. `head` is its token; `kinds` what it can be; `start`-`end` its place in the text.

    `agreement` is what it names; None for one that is described (`noun`, `description`) or pointed back to.
    `parties` are the participants named inside it ("a pact with Japan", "the Russia-Belarus treaty").
    """

    head: int
    kinds: frozenset[Kind]
    start: int
    end: int
    agreement: AgreementRef | None = None
    noun: str = ""
    description: str = ""
    parties: tuple[Participant, ...] = ()
    is_pointing: bool = False
    of: AgreementRef | None = None


def is_of_any_name(word: str) -> bool:
    """Whether the names of many agreements share the word: "free", "trade", "agreement"."""
    return word in _OF_ANY_NAME or word.rstrip("s") in _OF_ANY_NAME


def is_membership(ref: AgreementRef, noun: str, description: str) -> bool:
    """Whether a noun with an organisation's name means belonging to it: "ECOWAS treaty", not "EU trade deal"."""
    if ref.kind is not AgreementKind.ORGANISATION:
        return True
    told = {word for word in re.findall(r"[a-z]+", description.lower()) if word.rstrip("s") != noun}
    own = set(re.findall(r"[a-z]+", ref.name.lower()))
    words = told - own - {"on"} if own <= told else told  # "the treaty on the Eurasian Economic Union"
    if noun in _OF_SIDES:
        return bool(words) and words <= _OF_MEMBERSHIP
    return words <= _OF_MEMBERSHIP


@dataclass(frozen=True, slots=True)
class Targets:
    """Tells what the noun phrases of a sentence could be done to."""

    known: Reference
    words: Lexicon
    parties: Parties
    introduced: Sequence[NamedByText] = ()

    def at(self, a: Analysed, head: int) -> Target | None:
        """What the phrase with this head is; None where no act of ours is done to such a thing."""
        mention = a.at.get(head)
        if mention is not None:
            return self._named(a, head, mention)
        token = a.tokens[head]
        for place in self.introduced:
            if place.start <= token.start < place.end:
                kinds = frozenset({Kind.AGREEMENT, Kind.NAMED, Kind.BODY, Kind.BODY_TO_JOIN})
                return Target(head, kinds, place.start, place.end, place.ref, place.noun, place.noun)
        if token.pos not in ("NOUN", "PROPN", "VERB", "ADJ", "X") and a.lower[head] not in ("it", "them", "they"):
            return None
        if a.lower[head] in ("it", "latter"):
            return Target(head, frozenset({Kind.AGREEMENT, Kind.BODY}), token.start, token.end, is_pointing=True)
        if a.lower[head] == "them" or (a.lower[head] == "they" and a.tokens[head].relation == "nsubj:pass"):
            kinds = frozenset({Kind.AGREEMENT, Kind.RELATION})
            return Target(head, kinds, token.start, token.end, is_pointing=True)
        return self._described(a, head)

    def _named(self, a: Analysed, head: int, mention: Mention) -> Target | None:
        if mention.thing is Thing.AGREEMENT:
            entry = self.known.agreements[mention.ids[0]]
            kinds = {Kind.AGREEMENT, Kind.NAMED, Kind.BODY, Kind.BODY_TO_JOIN}
            parties = tuple(
                self.known.participants[side].participant for side in entry.sides if side in self.known.participants
            )
            return Target(head, frozenset(kinds), mention.start, mention.end, entry.ref, entry.ref.name, "", parties)
        participants = self.parties.of_mention(mention)
        if not participants:
            return None
        kinds = {Kind.PARTY}
        ref = None
        if mention.agreement is not None and not mention.is_adjective:
            ref = self.known.agreements[mention.agreement].ref
            kinds |= {Kind.BODY, Kind.BODY_TO_JOIN, Kind.NAMED}
            if ref.kind is not AgreementKind.ORGANISATION:
                kinds.add(Kind.AGREEMENT)
        indexes = a.coordinated(head)
        everyone: dict[str, Participant] = {}
        for index in indexes:
            for participant in self.parties.of_mention(a.at[index]):
                everyone.setdefault(participant.id, participant)
        return Target(head, frozenset(kinds), mention.start, mention.end, ref, "", "", tuple(everyone.values()))

    def _described(self, a: Analysed, head: int) -> Target | None:
        lemma = a.lemma(head) if a.tokens[head].pos != "VERB" else a.lower[head]
        if lemma == "round":  # "held a third round of talks"
            talks = (child for child in a.tree.related(head, "nmod") if self.words.is_noun(a.lemma(child), "talks"))
            return next((self._described(a, child) for child in talks), None)
        kinds = {kind for kind in Kind if kind.value in self.words.nouns and self.words.is_noun(lemma, kind.value)}
        if a.lower[head] in ("ties", "relations", "links"):
            kinds.add(Kind.RELATION)
        if lemma in ("letter", "note") and a.lower[head + 1 : head + 2] == ("of",):
            what = a.lower[head + 2 : head + 3]
            kinds = {Kind.NOTICE} if what in _LEAVINGS else kinds
        if not kinds and self.words.is_noun(lemma, "part"):
            kinds = {Kind.AGREEMENT}
        if not kinds and stands_for_a_state(a, head):
            party = self.parties.of(a, head)
            token = a.tokens[head]
            if party:
                return Target(head, frozenset({Kind.PARTY}), token.start, token.end, parties=party.participants)
            kinds = {Kind.MEETING} if token.tag == "NNS" and lemma in _WHO_MEET else set()
        if kinds == {Kind.MEETING} and lemma in _WHO_MEET:
            inside = inside_of(a, head)
            start, end = extent(a, inside, head)
            named = self._agreement_inside(a, head, inside)
            return Target(head, frozenset(kinds), start, end, named, "meeting", "", (), named is None, named)
        if not kinds:
            return None
        inside = inside_of(a, head)
        named = self._agreement_inside(a, head, inside) or self._founded(a, head) or self._apposed(a, head)
        named = named or self._whose(a, head)
        is_several = a.tokens[head].tag == "NNS" and kinds <= _OF_BODIES and a.lower[head] != "talks"
        if is_several and named is not None and named.kind is AgreementKind.ORGANISATION and head - 1 in a.at:
            return None  # "31 UN entities", "NATO agencies"
        if named is None and kinds == {Kind.COMMITMENT}:
            named = self._under(a, head)
        parties = self._parties_inside(a, head, inside)
        start, end = extent(a, inside, head)
        is_plural = a.lower[head] in ("ties", "relations", "links")
        if Kind.RELATION in kinds and not is_plural and not self._is_of_states(a, head, parties):
            kinds.discard(Kind.RELATION)
        is_weak = self.words.is_noun(lemma, "weak") or self.words.is_noun(lemma, "part")
        is_pointing = is_pointing_back(a, head)
        told = description(a, head, inside)
        if "constitutional" in told.split() and named is None:
            return None
        noun_inside = (
            self._noun_inside(a, head, inside) if self.words.is_noun(lemma, "part") and named is None else None
        )
        if noun_inside is not None:
            inner = self._described(a, noun_inside)
            if inner is not None:
                return Target(
                    head, frozenset(kinds | inner.kinds), start, max(end, inner.end), inner.agreement, inner.noun,
                    inner.description, inner.parties or parties, inner.is_pointing, inner.of,
                )  # fmt: skip
        if Kind.AGREEMENT in kinds and is_weak and not (named or parties or is_pointing or len(told.split()) > 1):
            kinds.discard(Kind.AGREEMENT)
        if Kind.PAPER in kinds and a.lower[head] in _PAPERS and _CONSENT & set(told.split()):
            kinds = {Kind.PAPER, Kind.INSTRUMENT}  # "the accession papers"
        if Kind.AGREEMENT in kinds:
            kinds.discard(Kind.PAPER)
        if not kinds:
            return None
        is_own = named is not None and named.kind is AgreementKind.ORGANISATION and self._is_instrument(a, head, lemma)
        proper = None
        if Kind.AGREEMENT in kinds and (named is None or is_own):
            proper = self._proper_name(a, head, inside)
        if proper is not None:
            return Target(head, frozenset(kinds | {Kind.NAMED}), start, end, proper, lemma, told, parties, False, None)
        agreement = (
            named if kinds & {Kind.AGREEMENT, Kind.BODY} and self._names_itself(a, head, named, inside) else None
        )
        is_zone = is_trade_zone(lemma, told) and agreement is not None and agreement.kind is AgreementKind.ORGANISATION
        if is_zone or (Kind.BODY not in kinds and agreement is not None and not is_membership(agreement, lemma, told)):
            agreement = None
        return Target(head, frozenset(kinds), start, end, agreement, lemma, told, parties, is_pointing, named)

    def _proper_name(self, a: Analysed, head: int, inside: Sequence[int]) -> AgreementRef | None:
        """A name in capitals that we do not know: "the Bangkok Declaration", "the Treaty of Accession"."""
        if a.is_heading or not a.tokens[head].text[0].isupper():
            return None
        first = head
        while first - 1 in inside and a.tokens[first - 1].text[0].isupper() and a.tokens[first - 1].pos != "DET":
            first -= 1
        last = self._end_of_name(a, head)
        own = [
            index
            for index in range(first, last + 1)
            if index != head and (not a.is_participant(index) or a.at[index].use is NameUse.METONYM)
        ]
        if all(self.words.is_noun(a.lower[index], "vague") or a.lower[index] in _OF_ANY_NAME for index in own):
            return None
        name = a.text[a.tokens[first].start : a.tokens[last].end]
        return AgreementRef(slug(name), name, AgreementKind.TREATY)

    def _is_instrument(self, a: Analysed, head: int, lemma: str) -> bool:
        """Whether the noun is an instrument of the body before it: "UN Convention on", not "ECOWAS treaty"."""
        is_such = lemma in ("convention", "protocol", "agreement", "covenant", "pact")
        return is_such and a.lower[head + 1 : head + 2] in (("on",), ("against",), ("for",), ("to",), ("concerning",))

    def _end_of_name(self, a: Analysed, head: int) -> int:
        """The last token of a name that goes on: "Convention on the Rights of the Child"."""
        last = head
        at = head + 1
        while at < len(a.tokens):
            low = a.lower[at]
            if low in ("in", "at") and at + 1 < len(a.tokens) and a.is_participant(at + 1):
                break  # "signed the Agreement in London"
            if a.tokens[at].text[0].isupper() or (at in a.at and not a.is_participant(at)):
                if at in a.timed:
                    break
                last = at
            elif low not in _INSIDE_NAMES:
                break
            at += 1
        return last

    def _founded(self, a: Analysed, head: int) -> AgreementRef | None:
        """ "the treaty establishing the East African Community": the membership of what it founds."""
        for at in range(head + 1, min(len(a.tokens), head + 8)):
            mention = a.at.get(at)
            ref = self._ref(mention) if mention is not None else None
            if ref is not None:
                between = a.lower[head + 1 : at]
                return ref if any(word in _FOUNDING for word in between) else None
        return None

    def _apposed(self, a: Analysed, head: int) -> AgreementRef | None:
        """ "A rival bloc, the East African Community": the name that follows between commas."""
        if a.lower[head + 1 : head + 2] != (",",):
            return None
        at = head + 2 + (a.lower[head + 2 : head + 3] == ("the",))
        mention = a.at.get(at)
        if mention is None or mention.is_adjective or a.at.get(at - 1) is mention:
            return None
        return self._ref(mention)

    def _whose(self, a: Analysed, head: int) -> AgreementRef | None:
        """ "The Commonwealth, whose summit Samoa is hosting": the name before the comma."""
        if head < 3 or a.lower[head - 2 : head] != (",", "whose"):
            return None
        mention = a.at.get(head - 3)
        return self._ref(mention) if mention is not None and not mention.is_adjective else None

    def _under(self, a: Analysed, head: int) -> AgreementRef | None:
        """ "Its obligations towards Chad under the defence pact": the name after "under"."""
        for at in range(head + 1, min(len(a.tokens) - 1, head + _UNDER_WITHIN)):
            if a.tokens[at].pos in ("VERB", "AUX", "PUNCT"):
                return None
            if a.lower[at] == "under":
                mention = a.at.get(at + 1 + (a.tokens[at + 1].pos == "DET"))
                return self._ref(mention) if mention is not None and not mention.is_adjective else None
        return None

    def _names_itself(self, a: Analysed, head: int, named: AgreementRef | None, inside: Sequence[int]) -> bool:
        """Whether the noun and the name inside it are one: "the CPTPP trade pact", not "a protocol to the treaty"."""
        if named is None:
            return False
        for index in inside:
            mention = a.at.get(index)
            if mention is not None and self._ref(mention) == named:
                relation = a.tokens[index].relation
                return relation.startswith(("compound", "appos", "flat", "nmod:poss", "amod")) or not a.cases(index)
        return False

    def _ref(self, mention: Mention) -> AgreementRef | None:
        if mention.thing is Thing.AGREEMENT:
            return self.known.agreements[mention.ids[0]].ref
        return self.known.agreements[mention.agreement].ref if mention.agreement else None

    def _agreement_inside(self, a: Analysed, head: int, inside: Sequence[int]) -> AgreementRef | None:
        best: tuple[int, AgreementRef] | None = None
        for index in inside:
            mention = a.at.get(index)
            ref = self._ref(mention) if mention is not None and not mention.is_adjective else None
            if ref is None or index == head or (mention is not None and self._is_side(a, index, mention)):
                continue
            distance = abs(index - head)
            if best is None or distance < best[0]:
                best = (distance, ref)
        return best[1] if best else None

    def _is_side(self, a: Analysed, index: int, mention: Mention) -> bool:
        """Whether the organisation is a side of the agreement: "a trade agreement with the European Union"."""
        if mention.thing is not Thing.PARTICIPANT:
            return False
        left = index - 1
        while left >= 0 and a.tokens[left].pos in ("DET", "ADJ"):
            left -= 1
        return len(a.coordinated(index)) > 1 or (left >= 0 and a.lower[left] in ("with", "between"))

    def _parties_inside(self, a: Analysed, head: int, inside: Sequence[int]) -> tuple[Participant, ...]:
        found: dict[str, Participant] = {}
        for index in inside:
            if not a.is_participant(index):
                continue
            case = a.cases(index)
            is_place = bool({"in", "at", "near"} & set(case))
            if is_place or is_of_another_thing(a, index, head) or self._is_where_it_was_made(a, index, head):
                continue
            for other in a.coordinated(index):
                for participant in self.parties.of_mention(a.at[other]):
                    found.setdefault(participant.id, participant)
        return tuple(found.values())

    def _is_where_it_was_made(self, a: Analysed, index: int, head: int) -> bool:
        """ "The Ottawa landmine convention": a city before a treaty says where it was made, and not with whom."""
        is_alone = index < head and len(a.coordinated(index)) == 1 and not a.cases(index)
        is_city = is_alone and a.at[index].use is NameUse.METONYM
        return is_city and a.tokens[head].text.islower() and self.words.is_noun(a.lower[head], "agreement")

    def _is_of_states(self, a: Analysed, head: int, parties: Sequence[Participant]) -> bool:
        adjectives = {a.lower[child] for child in a.phrase(head, ("amod", "compound", "det"))}
        before = a.lower[head - 1] if head else ""
        return bool(parties) or "diplomatic" in adjectives or before in ("diplomatic", "consular", "full", "formal")

    def _noun_inside(self, a: Analysed, head: int, inside: Sequence[int]) -> int | None:
        for index in inside:
            is_noun = index > head and a.at.get(index) is None and a.tokens[index].pos in ("NOUN", "PROPN")
            if is_noun and self.words.is_noun(a.lemma(index), "agreement"):
                return index
        return None
