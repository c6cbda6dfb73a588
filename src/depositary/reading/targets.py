"""Targets: what an act is done to; an agreement named or described, a body, relations, an instrument, talks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from depositary.reading.analysis import Analysed
from depositary.reading.lexicon import Kind, Lexicon
from depositary.reading.mentions import Mention, Thing
from depositary.reading.parties import Parties
from depositary.reference import NameUse, Reference
from depositary.terms import AgreementKind, AgreementRef, Participant, ParticipantKind

_POINTING = frozenset(
    {"the", "this", "that", "these", "those", "its", "their", "it", "them", "his", "her", "our", "said"}
)
_INSIDE_CASES = frozenset({"of", "to", "with", "for", "in", "between", "from", "on", "among", "by", "at", "into"})
_PHRASE_ENDS = frozenset(
    [
        ";",
        ":",
        "after",
        "by",
        "that",
        "which",
        "before",
        "as",
        "at",
        "over",
        "during",
        "under",
        "ahead",
        "since",
        "until",
        "but",
        "while",
        "in",
        ".",
        "(",
        ")",
        "when",
        "where",
        "who",
    ]
)
_LEADING_ON = frozenset({"with", "between", "of", "on", "for", "to", "against", "in", "from", "under", "into"})
_FOUNDING = frozenset(
    {"establishing", "re-establishing", "founding", "creating", "setting", "constituting", "instituting"}
)
_WITH = frozenset({"with", "between", "and", "to", "from", "among"})


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


@dataclass(frozen=True, slots=True)
class Targets:
    """Tells what the noun phrases of a sentence could be done to."""

    known: Reference
    words: Lexicon
    parties: Parties

    def at(self, a: Analysed, head: int) -> Target | None:
        """What the phrase with this head is; None where no act of ours is done to such a thing."""
        mention = a.at.get(head)
        if mention is not None:
            return self._named(a, head, mention)
        token = a.tokens[head]
        if token.pos not in ("NOUN", "PROPN", "VERB", "ADJ", "X") and a.lower[head] not in ("it", "them"):
            return None
        if a.lower[head] == "it":
            return Target(head, frozenset({Kind.AGREEMENT, Kind.BODY}), token.start, token.end, is_pointing=True)
        if a.lower[head] == "them":
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
        kinds = {kind for kind in Kind if kind.value in self.words.nouns and self.words.is_noun(lemma, kind.value)}
        if a.lower[head] in ("ties", "relations", "links"):
            kinds.add(Kind.RELATION)
        if not kinds and self.words.is_noun(lemma, "part"):
            kinds = {Kind.AGREEMENT}
        if not kinds and self.parties.stands_for_a_state(a, head):
            party = self.parties.of(a, head)
            token = a.tokens[head]
            return (
                Target(head, frozenset({Kind.PARTY}), token.start, token.end, parties=party.participants)
                if party
                else None
            )
        if not kinds:
            return None
        inside = self._inside(a, head)
        named = self._agreement_inside(a, head, inside) or self._founded(a, head)
        parties = self._parties_inside(a, head, inside)
        start, end = self._extent(a, head, inside)
        is_plural = a.lower[head] in ("ties", "relations", "links")
        if Kind.RELATION in kinds and not is_plural and not self._is_of_states(a, head, parties):
            kinds.discard(Kind.RELATION)
        is_weak = self.words.is_noun(lemma, "weak") or self.words.is_noun(lemma, "part")
        is_pointing = self._is_pointing(a, head)
        description = self._description(a, head, inside)
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
        if (
            Kind.AGREEMENT in kinds
            and is_weak
            and not (named or parties or is_pointing or len(description.split()) > 1)
        ):
            kinds.discard(Kind.AGREEMENT)
        if not kinds:
            return None
        proper = self._proper_name(a, head, inside) if named is None and Kind.AGREEMENT in kinds else None
        if proper is not None:
            return Target(
                head, frozenset(kinds | {Kind.NAMED}), start, end, proper, lemma, description, parties, False, None
            )
        agreement = (
            named if kinds & {Kind.AGREEMENT, Kind.BODY} and self._names_itself(a, head, named, inside) else None
        )
        return Target(head, frozenset(kinds), start, end, agreement, lemma, description, parties, is_pointing, named)

    def _proper_name(self, a: Analysed, head: int, inside: Sequence[int]) -> AgreementRef | None:
        """A name in capitals that we do not know: "the Bangkok Declaration", "the Treaty of Accession"."""
        if a.is_heading or not a.tokens[head].text[0].isupper():
            return None
        first = head
        while first - 1 in inside and a.tokens[first - 1].text[0].isupper() and a.tokens[first - 1].pos != "DET":
            first -= 1
        last = head
        while last + 2 in inside and a.lower[last + 1] in ("of", "on", "for") and a.tokens[last + 2].text[0].isupper():
            last += 2
            while last + 1 in inside and (
                a.tokens[last + 1].text[0].isupper()
                or (a.lower[last + 1] == "and" and last + 2 in inside and a.tokens[last + 2].text[0].isupper())
            ):
                last += 1
        own = [
            index
            for index in range(first, last + 1)
            if index != head and (not a.is_participant(index) or a.at[index].use is NameUse.METONYM)
        ]
        if not own or all(self.words.is_noun(a.lower[index], "vague") for index in own):
            return None
        name = a.text[a.tokens[first].start : a.tokens[last].end]
        return AgreementRef(slug(name), name, AgreementKind.TREATY)

    def _founded(self, a: Analysed, head: int) -> AgreementRef | None:
        """ "the treaty establishing the East African Community": the membership of what it founds."""
        for at in range(head + 1, min(len(a.tokens), head + 8)):
            mention = a.at.get(at)
            ref = self._ref(mention) if mention is not None else None
            if ref is not None:
                between = a.lower[head + 1 : at]
                return ref if any(word in _FOUNDING for word in between) else None
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

    def _inside(self, a: Analysed, head: int) -> tuple[int, ...]:
        """Tokens of the phrase: by the tree, and the run of words right before the head by the eye."""
        found = {head}
        timed = a.timed
        left = head - 1
        while left >= 0 and (
            (
                a.tokens[left].pos in ("NOUN", "PROPN", "ADJ", "NUM", "PUNCT")
                and a.lower[left] not in (",", ";", ":", "(", "“", '"')
            )
            or a.tokens[left].tag == "POS"
            or left in a.at
            or (a.tokens[left].tag in ("VBG", "VBN") and a.tokens[left].relation in ("amod", "compound"))
        ):
            found.add(left)
            left -= 1
        right = head + 1
        if right < len(a.tokens) and a.lower[right] in _LEADING_ON:
            at = right + 1
            while at < len(a.tokens) and at < right + 9:
                token = a.tokens[at]
                is_verb = (
                    token.pos in ("VERB", "AUX") and at not in a.at and not (token.tag == "VBG" and at == right + 1)
                )
                if at in timed or is_verb or a.lower[at] in _PHRASE_ENDS:
                    break
                if a.lower[at] == "," and not (
                    a.is_participant(at - 1) and at + 1 < len(a.tokens) and a.is_participant(at + 1)
                ):
                    break
                if a.lower[at] == "on" and at + 1 in timed:
                    break
                if a.lower[at] == "and" and at + 1 < len(a.tokens) and a.tokens[at + 1].pos in ("VERB", "AUX", "PRON"):
                    break
                found.add(at)
                at += 1
            found.add(right)
        return tuple(sorted(found))

    def _ref(self, mention: Mention) -> AgreementRef | None:
        if mention.thing is Thing.AGREEMENT:
            return self.known.agreements[mention.ids[0]].ref
        return self.known.agreements[mention.agreement].ref if mention.agreement else None

    def _agreement_inside(self, a: Analysed, head: int, inside: Sequence[int]) -> AgreementRef | None:
        best: tuple[int, AgreementRef] | None = None
        for index in inside:
            mention = a.at.get(index)
            ref = self._ref(mention) if mention is not None and not mention.is_adjective else None
            if ref is None or index == head:
                continue
            distance = abs(index - head)
            if best is None or distance < best[0]:
                best = (distance, ref)
        return best[1] if best else None

    def _parties_inside(self, a: Analysed, head: int, inside: Sequence[int]) -> tuple[Participant, ...]:
        found: dict[str, Participant] = {}
        for index in inside:
            if not a.is_participant(index):
                continue
            case = a.cases(index)
            is_place = bool({"in", "at", "near"} & set(case))
            if is_place:
                continue
            for other in a.coordinated(index):
                for participant in self.parties.of_mention(a.at[other]):
                    found.setdefault(participant.id, participant)
        return tuple(found.values())

    def _is_of_states(self, a: Analysed, head: int, parties: Sequence[Participant]) -> bool:
        adjectives = {a.lower[child] for child in a.phrase(head, ("amod", "compound", "det"))}
        before = a.lower[head - 1] if head else ""
        return bool(parties) or "diplomatic" in adjectives or before in ("diplomatic", "consular", "full", "formal")

    def _is_pointing(self, a: Analysed, head: int) -> bool:
        """Whether the phrase points back: "the pact", "it", "this treaty"; a rich description does not."""
        left = head - 1
        while (
            left >= 0
            and a.tokens[left].pos in ("ADJ", "NUM")
            and left not in a.at
            and self.words.is_noun(a.lower[left], "vague")
        ):
            left -= 1
        return left >= 0 and a.lower[left] in _POINTING

    def _noun_inside(self, a: Analysed, head: int, inside: Sequence[int]) -> int | None:
        for index in inside:
            is_noun = index > head and a.at.get(index) is None and a.tokens[index].pos in ("NOUN", "PROPN")
            if is_noun and self.words.is_noun(a.lemma(index), "agreement"):
                return index
        return None

    def _extent(self, a: Analysed, head: int, inside: Sequence[int]) -> tuple[int, int]:
        near = [index for index in inside if abs(index - head) <= 12]
        return a.tokens[min(near)].start, a.tokens[max(near)].end

    def _description(self, a: Analysed, head: int, inside: Sequence[int]) -> str:
        """The words that say which: "free trade", "on critical minerals"; names of the sides left out."""
        words: list[str] = []
        for index in inside:
            token = a.tokens[index]
            low = a.lower[index]
            if index in a.at and a.is_participant(index):
                continue
            if (
                token.pos in ("DET", "PRON", "PUNCT", "CCONJ", "ADV", "AUX", "VERB")
                and index != head
                and "-" not in low
            ):
                continue
            if token.tag == "POS" or (index < head and self.words.is_noun(low, "vague")) or re.search(r"\d|[$€£]", low):
                continue
            if index > head and low in _WITH and index + 1 < len(a.tokens) and a.is_participant(index + 1):
                continue
            words.append(token.text if index in a.at else low)
        text = re.sub(r"\s-\s", "-", " ".join(words)).strip()
        return re.sub(r"\s+(?:of|on|for|to|with|between|in)$", "", text)


def names_of(participants: Sequence[Participant], known: Reference) -> str:
    """The sides as they are written in the name of an agreement between them, in the order of the alphabet."""
    return "–".join(sorted(participant.name for participant in participants))


def slug(text: str) -> str:
    """Small letters and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


_SAME_NOUN = {
    "pact": "agreement",
    "accord": "agreement",
    "deal": "agreement",
    "accords": "agreement",
    "pacts": "agreement",
    "deals": "agreement",
    "agreements": "agreement",
    "mou": "memorandum",
    "treaties": "treaty",
}


def described(sides: Sequence[Participant], target: Target, known: Reference) -> AgreementRef:
    """An agreement that the text only describes, with an id that does not hang on order or on "deal" for "pact"."""
    words = [_SAME_NOUN.get(word, word) for word in re.findall(r"[^\W_]+", (target.description or target.noun).lower())]
    kept = [word for word in words if word not in ("of", "on", "for", "the", "a", "and")]
    codes = "-".join(sorted(participant.id.lower() for participant in sides))
    name = f"{names_of(sides, known)} {target.description or target.noun}".strip()
    noun = target.noun.rstrip("s")
    kind = AgreementKind.MEMORANDUM if noun in ("memorandum", "mou", "memoranda") else AgreementKind.TREATY
    return AgreementRef(
        slug(f"{codes}-{'-'.join(kept)}"), name, kind if kind is AgreementKind.MEMORANDUM else AgreementKind.UNKNOWN
    )


def relations(sides: Sequence[Participant], known: Reference) -> AgreementRef:
    """The diplomatic relations between two."""
    codes = "-".join(sorted(participant.id.lower() for participant in sides))
    return AgreementRef(
        f"{codes}-diplomatic-relations", f"{names_of(sides, known)} diplomatic relations", AgreementKind.RELATION
    )


def is_organisation(participant: Participant) -> bool:
    """Whether the participant is an organisation, which can be a body that admits or expels."""
    return participant.kind is ParticipantKind.ORGANISATION
