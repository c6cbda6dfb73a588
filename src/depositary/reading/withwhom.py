"""With whom: the other side of what is done, after "with", before "with which", or told by the sentences before."""

from __future__ import annotations

from dataclasses import dataclass

from depositary.reading.act import Act
from depositary.reading.actors import Actors
from depositary.reading.analysis import Analysed
from depositary.reading.beside import is_of_another_thing
from depositary.reading.lexicon import Kind
from depositary.reading.memory import Memory
from depositary.reading.parties import Parties
from depositary.reading.party import Party
from depositary.reading.targets import Target
from depositary.reference import Reference
from depositary.terms import Participant

_BODIES = frozenset({"alliance", "bloc", "union", "organisation", "organization", "association", "community", "league"})


@dataclass(frozen=True, slots=True)
class WithWhom:
    """Finds the other side of an agreement or of relations."""

    known: Reference
    parties: Parties
    memory: Memory
    actors: Actors

    def of(self, a: Analysed, act: Act) -> tuple[Participant, ...]:
        """Participants after "with" in the clause of the act."""
        found: dict[str, Participant] = {}
        for index in range(act.index + 1, min(len(a.tokens), act.index + 18)):
            if a.lower[index] in (";", "–", "—") or (a.tokens[index].tag in ("VBD", "VBZ", "MD") and index not in a.at):
                break
            if a.lower[index] == "to" and index + 1 < len(a.tokens) and a.tokens[index + 1].tag == "VB":
                break  # "cut ties with the one to form ties with the other"
            if a.lower[index] != "with":
                continue
            for at in range(index + 1, min(len(a.tokens), index + 6)):
                party = self.parties.of(a, at) if a.is_participant(at) else self._body_at(a, at)
                if party and a.is_participant(at) and is_of_another_thing(a, at):
                    break  # "with a Swedish institute"
                if party:
                    found |= {participant.id: participant for participant in party.participants}
                    break
        return tuple(found.values())

    def before_which(self, a: Analysed) -> tuple[Participant, ...]:
        """ "Taiwan, with which Honduras has had relations": the one before the pronoun."""
        for index in range(2, len(a.tokens) - 1):
            if a.lower[index] == "with" and a.lower[index + 1] in ("which", "whom"):
                left = next((at for at in range(index - 1, max(-1, index - 5), -1) if a.is_participant(at)), None)
                return self.parties.of(a, left).participants if left is not None else ()
        return ()

    def other_side(self, a: Analysed, act: Act, target: Target) -> tuple[Participant, ...]:
        """ "Canberra has been busy: a treaty with Nauru was signed last December": whose treaty it is."""
        is_with = " with " in f" {phrase_of(a, target)} " or bool(self.of(a, act))
        if target.is_pointing or not is_with:
            return ()
        groups = [*self.actors.groups_before(a, target.head), self.parties.topic]
        named = {*target.parties, *self.of(a, act)}
        return next((group for group in groups if len(group) == 1 and group[0] not in named), ())

    def _body_at(self, a: Analysed, at: int) -> Party:
        """ "An accord with the alliance": the body that the noun points back to."""
        if a.lower[at - 1] != "the" or a.lemma(at) not in _BODIES:
            return Party()
        token = a.tokens[at]
        target = Target(at, frozenset({Kind.BODY}), token.start, token.end, noun=a.lemma(at), is_pointing=True)
        spoken = self.memory.pointed_back_to(target)
        entry = self.known.participants.get(spoken.ref.id) if spoken is not None else None
        return Party((entry.participant,), (at,)) if entry is not None else Party()


def phrase_of(a: Analysed, target: Target) -> str:
    """The words of the phrase, where it stands in this sentence."""
    return a.text[target.start : target.end] if a.holds(target.start) else ""
