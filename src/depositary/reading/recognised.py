"""Recognised: which known agreement the document means that it only describes, from all that it says of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from depositary.reading.between import AROUND, AT_ONCE, MAKING, kind_of, kinds_of, telling_words
from depositary.reading.mention import Mention, Thing
from depositary.reading.naming import is_organisation
from depositary.reading.sentences import Sentence
from depositary.reference import AgreementEntry, Reference, Role
from depositary.terms import Action, AgreementKind, AgreementRef, Claim, Modality, Participant, Span

_DESCRIBED = frozenset(
    {AgreementKind.UNKNOWN, AgreementKind.TREATY, AgreementKind.MEMORANDUM, AgreementKind.ORGANISATION}
)
_OTHER_THING = re.compile(r"\b(?:talks|negotiations|summit|meeting|visit)\b", re.IGNORECASE)
_OF_ANY_BODY = frozenset("bloc club group grouping body alliance forum organisation organization union".split())
_MOST_SIDES = 7
_ALONE = frozenset({Action.NOT_IMPLEMENTED, Action.IMPLEMENT})
"""What one side does without the other."""
_A_YEAR = timedelta(days=365)
_RARE = 4
"""Entries that at most bear a word by which one of them is told: "Chagos", "asylum"."""
_COVERED = 0.6
"""How much of a description the names of an open agreement have to say, each word by how few others bear it."""
_NOUN = re.compile(r"\b(treaty|memorandum|mou|declaration|convention|protocol|statement|charter)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """What a document says of one agreement that it describes.

    `words` are those of the description without the names in `who`, `bodies` those of the names of organisations among
    them; `around` are those of the sentences that speak of it, `anywhere` those of the whole text. `named` are those in
    its own name, `made` the days of its making; `is_joint` is whether it is told as made by each with the other.
    """

    words: frozenset[str]
    bodies: tuple[frozenset[str], ...]
    around: frozenset[str]
    anywhere: frozenset[str]
    who: frozenset[str]
    named: frozenset[str]
    is_body: bool
    noun: str
    made: tuple[date, ...]
    is_joint: bool


class Recogniser:
    """Finds the known agreement behind a description, by who is in the text, by its subject and by the time."""

    def __init__(self, known: Reference) -> None:
        self._known = known

    @cached_property
    def _entries(self) -> list[tuple[AgreementEntry, set[str], frozenset[str]]]:
        """What may be described, with the words of all its names and the kinds that they tell."""
        return [
            (entry, telling_words(name.text for name in entry.names), kinds_of(entry))
            for entry in self._known.agreements.values()
            if entry.ref.kind is not AgreementKind.RELATION
        ]

    @cached_property
    def _bearers(self) -> Counter[str]:
        """How many entries bear a word in their names."""
        return Counter(word for _, words, _ in self._entries for word in words)

    def recognised(
        self,
        claims: Sequence[Claim],
        text: str,
        sentences: Sequence[Sentence],
        mentions: Iterable[Mention],
        published: date | None,
    ) -> list[Claim]:
        """The claims, with what is described replaced by the one known agreement that it fits; else as they were."""
        if published is None:
            return list(claims)
        by_ref: dict[str, list[Claim]] = {}
        for claim in claims:
            ref = claim.agreement
            is_known = ref.id in self._known.agreements or ref.id in self._known.participants
            if ref.kind in _DESCRIBED and not is_known and not _OTHER_THING.search(ref.name):
                by_ref.setdefault(ref.id, []).append(claim)
        if not by_ref:
            return list(claims)
        present = frozenset(id for mention in mentions if mention.thing is not Thing.SOURCE for id in mention.ids[:1])
        anywhere = telling_words([text])
        parties = [self._known.participants[id].participant for id in present if id in self._known.participants]
        found: dict[str, AgreementRef] = {}
        for id, told_of in by_ref.items():
            if all(claim.action in MAKING and claim.modality is Modality.DENIED for claim in told_of):
                continue  # "failed to reach a deal" is of none that was made
            known = self._find(_told(told_of, text, sentences, anywhere, parties, published), present, published)
            if known is not None:
                found[id] = known
        return [
            self._of_known(claim, found[claim.agreement.id], present) if claim.agreement.id in found else claim
            for claim in claims
        ]

    def _of_known(self, claim: Claim, ref: AgreementRef, present: frozenset[str]) -> Claim:
        """The claim of the known agreement: the other side of one between two, none of one that is open."""
        entry = self._known.agreements.get(ref.id)
        sides = entry.sides if entry is not None else ()
        others = claim.counterparties
        if not sides and ref.kind is not AgreementKind.RELATION:
            others = ()
        elif len(sides) == 2 and not others and claim.actor is not None and claim.actor.id in sides:
            is_joint = claim.action not in _ALONE
            others = tuple(
                self._known.participants[id].participant
                for id in sides
                if is_joint and id != claim.actor.id and id in present
            )
        return replace(claim, agreement=ref, counterparties=others)

    def _find(self, told: Told, present: frozenset[str], published: date) -> AgreementRef | None:
        fits: list[tuple[float, AgreementEntry]] = []
        kind = kind_of(told.noun)
        for entry, words, kinds in self._entries:
            if kind is not None and kind not in kinds:
                continue
            is_body = entry.ref.kind is AgreementKind.ORGANISATION
            is_named = entry.ref.id in present
            if is_body and not (told.is_body and (is_named or told.who <= self._members(entry))):
                continue
            if not _is_of_the_time(entry, told, published):
                continue
            if 1 < len(entry.sides) <= _MOST_SIDES:
                degree = 0.0 if told.is_body else self._between(entry, words, told, present, published)
            else:
                degree = self._among_many(entry, words, told, published)
                if is_body and is_named and told.words and told.words <= words:  # "whaling body", named further on
                    degree += 1
            if degree > 0:
                fits.append((degree, entry))
        best = sorted(fits, key=lambda fit: -fit[0])[:2]
        if not best or (len(best) == 2 and best[0][0] < best[1][0] * 1.25):
            return None
        return best[0][1].ref

    def _between(
        self, entry: AgreementEntry, words: set[str], told: Told, present: frozenset[str], published: date
    ) -> float:
        """Degree for one between a few: they are those of the text, and a word or the day tells that it is this one."""
        inside = self._inside(entry)
        sides = set(entry.sides) - inside
        if not told.named <= inside.union(entry.sides):
            return 0.0  # "the EU–Kenya trade pact" is none of the Union with Ukraine
        is_named = entry.ref.id in present
        are_there = sides <= present and bool(told.who & sides) and (told.who <= sides or sides <= told.who)
        are_some = len(told.who) > 1 and told.who <= set(entry.sides)
        if not (are_there or are_some or (is_named and told.who <= sides)):
            return 0.0
        words = words - telling_words(self._known.participants[id].participant.name for id in entry.sides)
        said = self._weight(told.words & words)
        if self._is_of_another_subject(words, told.words) or (not told.who <= set(entry.sides) and not said):
            return 0.0
        nearby = max(self._weight(told.around & words, _RARE), self._weight(told.anywhere & words, _RARE) / 2)
        away = min((abs(day - entry.opened) for day in (*told.made, published)), default=None) if entry.opened else None
        is_then = away is not None and (away <= AT_ONCE or (bool(told.noun and told.made) and away <= _A_YEAR))
        return 2 * said + nearby + (0.1 if (is_then and told.who == sides) or is_named else 0.0)

    def _inside(self, entry: AgreementEntry) -> set[str]:
        """Who takes part as a member of a body that is a side."""
        terms = (term for side in entry.sides for term in self._known.terms_in(side))
        return {term.participant for term in terms if term.role is Role.MEMBER}

    def _members(self, entry: AgreementEntry) -> set[str]:
        """Who was ever in a body, where there is a table of them: who leaves an unnamed one was in it."""
        return {term.participant for term in self._known.terms_in(entry.ref.id)}

    def _among_many(self, entry: AgreementEntry, words: set[str], told: Told, published: date) -> float:
        """Degree for one that is open: its names say nearly all that the description says of the subject."""
        subject = told.words.union(*(name for name in told.bodies if name <= words))
        shared = subject & words  # "an Arab League draft" says nothing of a subject
        if not told.words & words or (entry.sides and not told.who <= set(entry.sides)):
            return 0.0
        is_old = entry.begun is not None and all(day - entry.begun > AROUND for day in told.made)
        if told.is_joint and told.made and is_old:
            return 0.0  # what two make with each other now is none that was opened for all long ago
        if told.is_joint and not any(self._bearers[word] <= _RARE for word in shared):
            return 0.0  # "the free trade agreement between Chad and Mali"
        is_between = (told.is_joint or len(told.named) > 1) and not told.bodies
        if is_between and not any(self._says_most_of(name.text, subject) for name in entry.names):
            return 0.0  # "their double taxation agreement" is no convention on that of royalties
        said = self._weight(shared)
        is_told = len(shared) > 1 or (len(subject) == 1 and any(self._bearers[word] == 1 for word in shared))
        if is_told and said / self._weight(subject) >= _COVERED:
            return said
        at_once = abs(published - entry.opened) <= AT_ONCE if entry.opened else False
        elsewhere = self._weight((told.anywhere - subject) & words, _RARE)
        return said + elsewhere if at_once and told.words <= words and elsewhere else 0.0

    def _says_most_of(self, name: str, subject: Iterable[str]) -> bool:
        """Whether the description says nearly all that this name does."""
        words = telling_words([name])
        return self._weight(words & set(subject)) >= _COVERED * self._weight(words)

    def _is_of_another_subject(self, words: set[str], said: frozenset[str]) -> bool:
        """Whether the description names a subject that other agreements have and this one has not."""
        return not said & words and any(self._bearers[word] for word in said)

    def _weight(self, words: Iterable[str], at_most: int | None = None) -> float:
        """How much words tell: each by how few entries bear it; one that none bears counts as borne by one."""
        borne = (max(self._bearers[word], 1) for word in sorted(words))  # sorted: sums must not hang on the order
        return sum(1 / bearers for bearers in borne if at_most is None or bearers <= at_most)


def _told(
    claims: Sequence[Claim],
    text: str,
    sentences: Sequence[Sentence],
    anywhere: set[str],
    present: Iterable[Participant],
    published: date,
) -> Told:
    ref = claims[0].agreement
    acting = (party for claim in claims for party in (claim.actor, *claim.counterparties) if party is not None)
    who = {party.id: party for party in (*acting, *(party for party in present if party.name in ref.name))}
    places = [span for claim in claims for span in claim.evidence if isinstance(span, Span)]
    near = [
        text[sentence.start : sentence.end]
        for sentence in sentences
        if any(sentence.start < span.end and span.start < sentence.end for span in places)
    ]
    named = telling_words([ref.name]) - _OF_ANY_BODY
    noun = _NOUN.search(ref.name)
    return Told(
        words=frozenset(named - telling_words(party.name for party in who.values())),
        bodies=tuple(frozenset(telling_words([party.name])) for party in who.values() if is_organisation(party)),
        around=frozenset(telling_words(near)),
        anywhere=frozenset(anywhere),
        who=frozenset(who),
        named=frozenset(party.id for party in who.values() if party.name in ref.name),
        is_body=ref.kind is AgreementKind.ORGANISATION,
        noun=noun.group() if noun else "",
        is_joint=any(claim.counterparties for claim in claims),
        made=tuple(claim.moment.begin if claim.moment else published for claim in claims if claim.action in MAKING),
    )


def _is_of_the_time(entry: AgreementEntry, told: Told, published: date) -> bool:
    """Whether the day fits: near its making if it is being made, else not before it was there."""
    if entry.begun is None:
        return False
    if told.made and entry.sides:
        return any(abs(day - entry.begun) <= AROUND for day in told.made)
    return published - entry.begun >= -AT_ONCE
