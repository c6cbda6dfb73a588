"""Meetings: which agreement or format a meeting is of that somebody hosts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from depositary.reading.actors import Actors
from depositary.reading.analysis import Analysed
from depositary.reading.lexicon import Kind
from depositary.reading.memory import Memory
from depositary.reading.naming import described, slug
from depositary.reading.targets import Target
from depositary.reference import Reference
from depositary.terms import AgreementKind, AgreementRef, Participant

_MEETING_WORDS = frozenset({"summit", "meeting", "conference", "format"})
_FORMATS = frozenset({AgreementKind.ORGANISATION, AgreementKind.POLITICAL, AgreementKind.TREATY})
_MEETING_WITHIN = 12


@dataclass(frozen=True, slots=True)
class Meetings:
    """Tells what a meeting is of."""

    known: Reference
    memory: Memory
    actors: Actors

    def of(
        self, a: Analysed, target: Target | None, actors: Sequence[Participant]
    ) -> tuple[AgreementRef | None, tuple[Participant, ...]]:
        """What the meeting is of, and its sides; None where the text does not tell."""
        if target is not None and len(target.parties) > 1 and (between := self._between(a, target)) is not None:
            return between, ()
        if target is not None and (target.agreement or target.of):
            return target.agreement or target.of, ()
        for party in target.parties if target is not None else ():
            if (entry := self.known.agreements.get(party.id)) is not None:
                return entry.ref, ()
        coming = self.actors.joining()[1]
        if target is not None and Kind.EVENT in target.kinds and target.is_pointing and coming is not None:
            return coming, sides_of(
                self.known, self.memory, coming
            )  # "will host the ceremony": of what is to be signed or joined
        named = self.memory.format
        if named is not None and not self._has_name_of_its_own(a, target):
            return named, ()
        sides = tuple(dict.fromkeys([*actors, *(target.parties if target else ())]))
        if target is None or len(sides) < 2:
            spoken = self.memory.pointed_back_to(None)
            is_format = spoken is not None and spoken.ref.kind in _FORMATS and not spoken.sides
            if spoken is not None and is_format:
                return spoken.ref, ()
            return self._meeting_of(a, target) or self._unnamed_meeting(a, target), ()
        return described(sides, target.noun, target.description), ()

    def _has_name_of_its_own(self, a: Analysed, target: Target | None) -> bool:
        """ "The Summit of the Americas", "the Leaders' Summit": a meeting with a name, which is none that we know."""
        if target is None or not a.holds(target.start) or a.is_heading or not a.tokens[target.head].text[0].isupper():
            return False
        inside = (token for token in a.tokens if target.start <= token.start < target.end and token.index not in a.at)
        return any(token.text[0].isupper() and token.index != target.head for token in inside)

    def _between(self, a: Analysed, target: Target) -> AgreementRef | None:
        """ "The first summit between the European Union and Central Asia": called by the names of both."""
        if a.lower[target.head + 1 : target.head + 2] != ("between",):
            return None
        names = list(dict.fromkeys(a.at[at].text for at in range(target.head + 2, len(a.tokens)) if at in a.at))
        if len(names) < 2 or "and" not in a.lower[target.head : target.head + 8]:
            return None
        name = f"{'–'.join(sorted(names[:2]))} {target.noun}"
        return AgreementRef(slug(name), name, AgreementKind.POLITICAL)

    def _meeting_of(self, a: Analysed, target: Target | None) -> AgreementRef | None:
        """ "Hosted ministers for a meeting of the China-CELAC Forum": the body that is named with the meeting."""
        if target is None or not a.holds(target.start):
            return None
        after = range(target.head + 1, min(len(a.tokens), target.head + _MEETING_WITHIN))
        at = next((at for at in after if a.lemma(at) in _MEETING_WORDS), None)
        for near in range(at, min(len(a.tokens), at + 6)) if at is not None else ():
            mention = a.at.get(near)
            if mention is not None and mention.agreement is not None and not mention.is_adjective:
                return self.known.agreements[mention.agreement].ref
        return None

    def _unnamed_meeting(self, a: Analysed, target: Target | None) -> AgreementRef | None:
        """ "Hosts East African leaders": a meeting that is called by who comes."""
        if target is None or not a.holds(target.start):
            return None
        name = re.sub(r"\s+", " ", a.text[target.start : target.end])
        if not re.match(r"[A-Z][\w-]+ [\w -]*(?:leaders|ministers|presidents)$", name):
            return None
        return AgreementRef(slug(f"meeting of {name}"), f"Meeting of {name}", AgreementKind.UNKNOWN)

    def look_for_format(self, sentences: Iterable[Analysed]) -> None:
        """Note the format whose meetings the document speaks of ("the C5+1 summit"), wherever it names it."""
        for a in sentences:
            for index, mention in a.at.items():
                if mention.agreement is None or not self._is_of_meeting(a, index):
                    continue
                ref = self.known.agreements[mention.agreement].ref
                if ref.kind in (AgreementKind.POLITICAL, AgreementKind.ORGANISATION) and self.memory.format is None:
                    self.memory.format = ref

    def _is_of_meeting(self, a: Analysed, index: int) -> bool:
        """ "The C5+1 summit", "the first summit of the European Political Community"."""
        if index + 1 < len(a.tokens) and a.lemma(index + 1) in _MEETING_WORDS:
            return True
        if a.at[index].text.lower().split()[-1] in _MEETING_WORDS:
            return True
        before = index - 1 if a.lower[index - 1 : index] != ("the",) else index - 2
        return before > 0 and a.lower[before] == "of" and a.lemma(before - 1) in _MEETING_WORDS


def sides_of(known: Reference, memory: Memory, ref: AgreementRef) -> tuple[Participant, ...]:
    """The sides of an agreement between a few, as known beforehand or as the text told; none for an open one."""
    entry = known.agreements.get(ref.id)
    if entry is not None and entry.sides:
        return tuple(known.participants[side].participant for side in entry.sides if side in known.participants)
    return memory.sides(ref)
