"""Actors: the participants that do an act, pronouns and "the country" resolved."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from depositary.reading.act import AS_BEFORE, Act
from depositary.reading.analysis import Analysed
from depositary.reading.naming import is_organisation
from depositary.reading.parties import Parties, Party
from depositary.terms import Action, AgreementKind, AgreementRef, Participant

_TOGETHER_WITHIN = 12
_SAID_WITHIN = 8


@dataclass(slots=True)
class Actors:
    """Finds who does an act; holds who did what before, so that "the withdrawal" can point back."""

    parties: Parties
    done: dict[str, tuple[tuple[Participant, ...], AgreementRef | None]] = field(default_factory=dict)
    coming: tuple[tuple[Participant, ...], AgreementRef | None] = ((), None)

    def of(self, a: Analysed, act: Act) -> tuple[Participant, ...]:
        """Who does the act; nobody where the text names nobody, or points back to nobody we can find."""
        party = act.subject
        if party is AS_BEFORE:
            return self.done.get(_course(act.frame.action), ((), None))[0]
        if party.participants and party.is_anaphoric:
            before = party.place if party.place is not None else min(party.indexes, default=act.index)
            return tuple(dict.fromkeys([*self._beside(a, before, party), *party.participants]))
        if party.participants or party.is_unnamed:
            return tuple(dict.fromkeys([*party.participants, *self._together_with(a, act)]))
        if party.is_titled:
            topic = self.coming[0]
            return topic if len(topic) == 1 else ()
        if party.is_anaphoric or party.organ is not None:
            return self.back(a, party.place if party.place is not None else act.index, party)
        return ()

    def back(self, a: Analysed, index: int, party: Party) -> tuple[Participant, ...]:
        """What a pronoun in this place points back to: first in the same sentence, then before."""
        number = party.number if party.number is not None else 1
        if party.organ is not None and (where := self._where(a)):
            return where
        groups = self.groups_before(a, index)
        if party.place is not None and a.lower[party.place] in ("he", "she"):
            if number == 1 and not party.indexes and self._is_said_by_others(a, party.place):
                return self.parties.person_before(party.participants)
            groups = [group for group in groups if not any(map(is_organisation, group))]
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

    def _beside(self, a: Analysed, index: int, party: Party) -> tuple[Participant, ...]:
        """Who the pronoun is in "she and Damien O'Connor": none of those whom it stands beside."""
        own = set(party.participants)
        if party.place is not None and self._is_said_by_others(a, party.place):
            return self.parties.person_before(party.participants)
        found = self.back(a, index, replace(party, participants=(), indexes=()))
        return found if not own & set(found) else self.parties.person_before(party.participants)

    def _is_said_by_others(self, a: Analysed, index: int) -> bool:
        """ "Officials said that he would": he is none of those who say so."""
        for left in range(index - 1, max(-1, index - _SAID_WITHIN), -1):
            form = a.form(left)
            if form is not None and form.lemma in a.words.say and a.tokens[left].pos == "VERB":
                return any(a.lemma(at) in a.words.anonymous for at in range(max(0, left - _SAID_WITHIN), left))
        return False

    def _where(self, a: Analysed) -> tuple[Participant, ...]:
        """ "In Honduras, Congress approved it": the State whose organ acts."""
        at = next((at for at in range(1, min(4, len(a.tokens))) if a.is_participant(at)), None)
        if at is None or a.lower[0] != "in" or "," not in a.lower[at + 1 : at + 2]:
            return ()
        return self.parties.of(a, at).participants

    def groups_before(self, a: Analysed, index: int) -> list[tuple[Participant, ...]]:
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

    def _together_with(self, a: Analysed, act: Act) -> tuple[Participant, ...]:
        """ "Kenya signed it together with Chad and Mali": who else did so."""
        for at in range(act.index + 1, min(len(a.tokens), act.index + _TOGETHER_WITHIN) - 2):
            if a.lower[at] in ("together", "along") and a.lower[at + 1] == "with":
                name = next((n for n in range(at + 2, min(len(a.tokens), at + 4)) if a.is_participant(n)), None)
                return self.parties.of(a, name).participants if name is not None else ()
        return ()

    def joining(self) -> tuple[tuple[Participant, ...], AgreementRef | None]:
        """Who is to join, or last joined, which agreement: what "the decision" and "the news" are about."""
        return self.coming if self.coming[0] else self.before(Action.JOIN)

    def remember(
        self, action: Action, actors: tuple[Participant, ...], ref: AgreementRef, *, is_coming: bool = False
    ) -> None:
        """Keep who did an act of this course, and who is to do one."""
        self.done[_course(action)] = (actors, ref)
        is_open = ref.kind not in (AgreementKind.UNKNOWN, AgreementKind.MEMORANDUM)
        if is_coming and is_open and _course(action) == "in" and action is not Action.ANNOUNCE_INTENT:
            self.coming = (actors, ref)


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
