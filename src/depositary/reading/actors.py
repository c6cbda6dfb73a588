"""Actors: the participants that do an act, pronouns and "the country" resolved."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from depositary.reading.act import AS_BEFORE, Act
from depositary.reading.analysis import Analysed
from depositary.reading.parties import Parties, Party
from depositary.terms import Action, AgreementRef, Participant


@dataclass(slots=True)
class Actors:
    """Finds who does an act; holds who did what before, so that "the withdrawal" can point back."""

    parties: Parties
    done: dict[str, tuple[tuple[Participant, ...], AgreementRef | None]] = field(default_factory=dict)

    def of(self, a: Analysed, act: Act) -> tuple[Participant, ...]:
        """Who does the act; nobody where the text names nobody, or points back to nobody we can find."""
        party = act.subject
        if party is AS_BEFORE:
            return self.done.get(_course(act.frame.action), ((), None))[0]
        if party.participants and party.is_anaphoric:
            before = min(party.indexes, default=act.index)
            return tuple(dict.fromkeys([*self.back(a, before, replace(party, participants=())), *party.participants]))
        if party.participants or party.is_unnamed:
            return party.participants
        if party.is_anaphoric or party.organ is not None:
            return self.back(a, act.index, party)
        return ()

    def back(self, a: Analysed, index: int, party: Party) -> tuple[Participant, ...]:
        """What a pronoun in this place points back to: first in the same sentence, then before."""
        number = party.number if party.number is not None else 1
        groups = self._groups_before(a, index)
        for group in groups:
            fits = (number == 1 and len(group) == 1) or (number == 0 and len(group) > 1) or number == len(group)
            if fits:
                return group
        if number == 1 and groups:
            return groups[0][:1]
        if number == 2:
            singles = list(dict.fromkeys(group[0] for group in groups if len(group) == 1))
            if len(singles) == 2:
                return tuple(reversed(singles))
        return self.parties.pointed_back_to(party)

    def _groups_before(self, a: Analysed, index: int) -> list[tuple[Participant, ...]]:
        """The groups of participants left of this place, subjects first, then the nearest."""
        subjects: list[tuple[Participant, ...]] = []
        others: list[tuple[Participant, ...]] = []
        seen: set[int] = set()
        for left in range(index - 1, -1, -1):
            is_name = a.is_participant(left) and not a.at[left].is_adjective
            if left in seen or not (is_name or (left not in a.at and self.parties.stands_for_a_state(a, left))):
                continue
            party = self.parties.of(a, left)
            seen |= set(party.indexes)
            if not party.participants:
                continue
            (subjects if a.tokens[left].relation.startswith("nsubj") else others).append(party.participants)
        return subjects + others

    def before(self, action: Action) -> tuple[tuple[Participant, ...], AgreementRef | None]:
        """Who last did an act of this course, and on which agreement; nobody and None where nobody did."""
        return self.done.get(_course(action), ((), None))

    def remember(self, action: Action, actors: tuple[Participant, ...], ref: AgreementRef) -> None:
        """Keep who did an act of this course."""
        self.done[_course(action)] = (actors, ref)


def _course(action: Action) -> str:
    """Which course an act belongs to, so that "the withdrawal" finds the notice before it."""
    match action:
        case Action.WITHDRAW | Action.DENOUNCE:
            return "out"
        case Action.SIGN | Action.ANNOUNCE_INTENT | Action.APPLY:
            return "in"
        case Action.JOIN | Action.ACCEDE | Action.ACCEPT | Action.RATIFY | Action.DEPOSIT:
            return "in"
        case _:
            return action.value
