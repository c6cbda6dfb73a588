"""Actors: the participants that do an act, pronouns and "the country" resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from depositary.reading.act import AS_BEFORE, Act
from depositary.reading.analysis import Analysed
from depositary.reading.beside import stands_for_a_state
from depositary.reading.naming import is_organisation
from depositary.reading.parties import Parties
from depositary.reading.party import Party
from depositary.reading.speaking import is_of_speaker, speaker_of
from depositary.reading.voices import Reported
from depositary.reference import NameUse
from depositary.terms import Action, AgreementRef, Organ, Participant

_OF_STATES = frozenset({Action.JOIN, Action.ACCEDE, Action.IMPLEMENT, Action.NOT_IMPLEMENTED})
"""What "it" does where the one spoken of last is a body: some State before it did so."""
_WHO_SIGN = frozenset({"leaders", "presidents", "ministers", "counterparts"})
_OF_A_STATE = frozenset({Organ.PARLIAMENT, Organ.CABINET, Organ.REFERENDUM})
"""Organs that a body mostly has not: "Congress must approve it" is of the State spoken of before."""
_LANDS = {"island": "small-island-developing-states", "landlocked": "landlocked-states"}
"""Words for a State, and the group that tells which States they fit."""
_TOGETHER_WITHIN = 16
_SAID_WITHIN = 8
_NOBODY_WITHIN = 9


@dataclass(slots=True)
class Actors:
    """Finds who does an act; holds who did what before, so that "the withdrawal" can point back.

    `reported` is what others say in the sentence at hand, `author` whose statement the document is.
    """

    parties: Parties
    done: dict[str, tuple[tuple[Participant, ...], AgreementRef | None]] = field(default_factory=dict)
    coming: tuple[tuple[Participant, ...], AgreementRef | None] = ((), None)
    entered: AgreementRef | None = None
    latest: tuple[Participant, ...] = ()
    of_organ: dict[Organ, tuple[Participant, ...]] = field(default_factory=dict)
    reported: Sequence[Reported] = ()
    author: tuple[Participant, ...] = ()

    def of(self, a: Analysed, act: Act) -> tuple[Participant, ...]:
        """Who does the act; nobody where the text names nobody, or points back to nobody we can find."""
        party = act.subject
        if is_of_speaker(a, party):
            spoken = speaker_of(party.place or 0, self.reported, self.author, self.parties.known)
            return tuple(dict.fromkeys([*spoken, *party.participants])) if spoken else ()
        if party is AS_BEFORE:
            return self.done.get(_course(act.frame.action), ((), None))[0]
        if party.participants and party.is_anaphoric:
            before = party.place if party.place is not None else min(party.indexes, default=act.index)
            return tuple(dict.fromkeys([*self._beside(a, before, party), *party.participants]))
        if party.participants or party.is_unnamed:
            return tuple(dict.fromkeys([*party.participants, *self._together_with(a, act)]))
        if party.is_titled:
            topic = self.coming[0]
            if len(topic) == 1 and party.place is not None:
                for at in a.phrase(party.place, ("flat", "compound")):
                    if a.tokens[at].text[0].isupper() and not stands_for_a_state(a, at):
                        self.parties.told[a.tokens[at].text] = topic[0]
            return topic if len(topic) == 1 else ()
        if party.is_anaphoric or party.organ is not None:
            found = self.back(a, party.place if party.place is not None else act.index, party)
            found = tuple(dict.fromkeys([*found, *self._together_with(a, act)])) if found else ()
            is_entry = act.frame.action in _OF_STATES and party.number == 1
            if is_entry and len(found) == 1 and is_organisation(found[0]):
                return self.parties.person_before()
            return found
        return ()

    def back(self, a: Analysed, index: int, party: Party) -> tuple[Participant, ...]:
        """What a pronoun in this place points back to: first in the same sentence, then before."""
        number = party.number if party.number is not None else 1
        if party.among:
            return self._one_among(a, index, party.among)
        if party.organ is not None and (where := self._where(a)):
            return where
        if party.organ is not None and party.organ in self.of_organ and not self._is_said_whose(a, party):
            return self.of_organ[party.organ]  # "the Cabinet also approved": the one that acted before
        if party.organ is not None and len(self.coming[0]) == 1 and not self.groups_before(a, index):
            return self.coming[0]
        if number == 1 and self._is_of_nobody(a, index):
            return ()
        if number in (0, 2) and (of_topic := self._joining_ones(a, number)):
            return of_topic
        index = self._first_of_same(a, party, index)
        groups = self.groups_before(a, index)
        if number == 1 and (by_land := self._by_land(a, party, groups)):
            return by_land
        if party.organ in _OF_A_STATE and any(map(is_organisation, (who for group in groups for who in group))):
            groups = [group for group in groups if not any(map(is_organisation, group))]
            if not groups:
                return self.parties.person_before()
        if party.place is not None and a.lower[party.place] in ("he", "she"):
            if number == 1 and not party.indexes and self._is_said_by_others(a, party.place):
                return self.parties.person_before(party.participants)
            groups = [group for group in groups if not any(map(is_organisation, group))]
        for group in groups:
            fits = (number == 1 and len(group) == 1) or (number == 0 and len(group) > 1) or number == len(group)
            if fits:
                return group
        if number > 2 and len(every := tuple(dict.fromkeys(who for group in groups for who in group))) == number:
            return every  # "Chad is hosting those of Mali and Niger, and the three neighbours will sign"
        if number == 1 and groups:
            return groups[0] if len(groups[0]) == 1 else self._one_of(a, party, groups[0])
        if number == 0 and (people := self._people_before(a, index)):
            return people
        is_they = party.place is not None and a.lower[party.place] == "they"
        if is_they and not groups and len(self.latest) > 1:  # "the two countries did this, and they did that"
            return self.latest
        if number == 2:
            singles = list(dict.fromkeys(group[0] for group in groups if len(group) == 1))
            if len(singles) == 2:
                return tuple(reversed(singles))
            is_people = party.place is not None and a.lower[party.place] in ("men", "women")
            if is_people and len(singles) == 1 and (other := self.parties.person_before(singles)):
                return (*other, *singles)  # "aides to the one said the two men would appear together"
            found = self.parties.pointed_back_to(party)
            named = set(self.parties.named(a, range(index)))
            if not named and len(self.parties.named_last) == 2:
                return self.parties.named_last
            if len(singles) == 1 and {"its", "his", "her"} & set(a.lower[:index]) and named == set(singles):
                return (
                    *self.parties.person_before(singles),
                    *singles,
                )  # "Chad recognised its independence, and the two"
            if not named <= set(found):
                return ()
        return self.parties.pointed_back_to(party)

    def _is_said_whose(self, a: Analysed, party: Party) -> bool:
        """Whether a pronoun or a name says whose organ it is: "its parliament", "parliament in Podgorica"."""
        place = party.place
        if place is None or a.lower[place + 1 : place + 2] == ("in",):
            return True
        return a.lower[place - 1 : place] in (("its",), ("their",), ("his",), ("her",))

    def _one_of(self, a: Analysed, party: Party, group: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Who of several is "the island nation"; the first for a pronoun, and nobody where no word tells."""
        if party.organ is not None:
            return ()  # "the Cabinet approved a treaty between India and Belgium": whose, the names do not tell
        if party.place is None or a.lower[party.place] in ("it", "he", "she"):
            return group[:1]
        return self._by_land(a, party, (group,))

    def _by_land(self, a: Analysed, party: Party, groups: Sequence[tuple[Participant, ...]]) -> tuple[Participant, ...]:
        """Who of all of them is "the tiny island nation"; nobody where no word tells, or where two fit."""
        if party.place is None:
            return ()
        before = set(a.lower[max(0, party.place - 4) : party.place])
        lands = [id for word, id in _LANDS.items() if word in before or word == a.lemma(party.place)]
        fits = {who for group in groups for who in group if any(self._is_in(who, id) for id in lands)}
        return tuple(fits) if len(fits) == 1 else ()

    def _one_among(self, a: Analysed, index: int, among: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """ "The Central Asian republic": the one of the group last spoken of; nobody where two fit."""
        for group in (*self.groups_before(a, index), *reversed(self.parties.recent)):
            if fits := tuple(who for who in group if who in among):
                return fits if len(fits) == 1 else ()
        return ()

    def _is_in(self, who: Participant, id: str) -> bool:
        entry = self.parties.known.participants.get(id)
        return entry is not None and who.id in entry.members

    def _beside(self, a: Analysed, index: int, party: Party) -> tuple[Participant, ...]:
        """Who the pronoun is in "she and Damien O'Connor": none of those whom it stands beside."""
        own = set(party.participants)
        if party.place is not None and self._is_said_by_others(a, party.place):
            return self.parties.person_before(party.participants)
        found = self.back(a, index, replace(party, participants=(), indexes=()))
        return found if not own & set(found) else self.parties.person_before(party.participants)

    def _first_of_same(self, a: Analysed, party: Party, index: int) -> int:
        """ "It told the UN that it was leaving": the second "it" is whoever the first one is."""
        if party.place is None:
            return index
        if party.organ is not None and party.place and a.lower[party.place - 1] == "its":
            return next((at for at in range(index) if a.lower[at] == "it" and a.tokens[at].relation == "nsubj"), index)
        if a.lower[party.place] not in ("it", "he", "she", "they"):
            return index
        own = {"it": "its", "he": "his", "she": "her", "they": "their"}[a.lower[party.place]]
        its = next((at for at in range(party.place) if a.lower[at] == own), None)
        if its is not None and not self.groups_before(a, its):
            return its
        same = (at for at in range(party.place) if a.lower[at] == a.lower[party.place])
        first = next((at for at in same if a.tokens[at].relation.startswith("nsubj")), None)
        if first is None:
            return index
        return first if all(map(is_organisation, self.parties.named(a, range(first, index)))) else index

    def _people_before(self, a: Analysed, index: int) -> tuple[Participant, ...]:
        """ "The Palestinians can use their weight: they vetoed it": a people is many, and one participant."""
        for left in range(index - 1, -1, -1):
            if a.is_participant(left):
                is_people = a.at[left].is_adjective and a.lower[left].endswith("s") and a.tokens[left].tag != "JJ"
                return self.parties.of_mention(a.at[left]) if is_people else ()
        return ()

    def _is_of_nobody(self, a: Analysed, index: int) -> bool:
        """ "Another government had said it would accede": it is one whom the text does not name."""
        for left in range(index - 1, max(-1, index - _NOBODY_WITHIN), -1):
            if a.is_participant(left) and not a.at[left].is_adjective:
                return False
            is_subject = a.tokens[left].relation.startswith("nsubj") and left not in a.at
            if is_subject and stands_for_a_state(a, left) and self.parties.of(a, left).is_unnamed:
                return True
        return False

    def _joining_ones(self, a: Analysed, number: int) -> tuple[Participant, ...]:
        """ "The ambassadors of the two countries are to deposit their instruments of accession": who is to join."""
        who = self.coming[0]
        is_of_them = bool({"accession", "membership", "admission"} & set(a.lower))
        fits = len(who) == number if number else len(who) > 1
        return who if fits and is_of_them else ()

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
        after = max(a.coordinated(at)) + 1 if at is not None else 0
        is_apart = a.lower[after : after + 1] == (",",) or (after < len(a.tokens) and a.tokens[after].pos == "DET")
        if at is None or a.lower[0] != "in" or not is_apart:
            return ()
        return self.parties.of(a, at).participants

    def groups_before(self, a: Analysed, index: int) -> list[tuple[Participant, ...]]:
        """The groups of participants left of this place, subjects first, then the nearest."""
        subjects: list[tuple[Participant, ...]] = []
        others: list[tuple[Participant, ...]] = []
        seen: set[int] = set()
        for left in range(index - 1, -1, -1):
            is_name = a.is_participant(left) and not a.at[left].is_adjective
            if left in seen or not (is_name or (left not in a.at and stands_for_a_state(a, left))):
                continue
            if is_name and a.at[left].use is NameUse.METONYM and {"in", "at", "near", "from"} & set(a.cases(left)):
                continue
            if is_name and a.at[left].ids[:1] == ("united-nations",) and "to" in a.cases(left):
                continue  # "its letter to the United Nations starts the clock on its exit"
            party = self.parties.of(a, left)
            seen |= set(party.indexes)
            who = self._one_among(a, left, party.among) if party.among else party.participants
            if not who:
                continue
            is_subject = a.tokens[left].relation.startswith("nsubj") or (
                left + 1 < index and a.tokens[left + 1].tag == "VBD" and a.tokens[left + 1].pos == "VERB"
            )
            (subjects if is_subject else others).append(who)
        return subjects + others

    def before(self, action: Action) -> tuple[tuple[Participant, ...], AgreementRef | None]:
        """Who last did an act of this course, and on which agreement; nobody and None where nobody did."""
        return self.done.get(_course(action), ((), None))

    def _together_with(self, a: Analysed, act: Act) -> tuple[Participant, ...]:
        """ "Kenya signed it together with Chad and Mali": who else did so."""
        if (beside := self._with_before(a, act)).participants:
            return beside.participants
        for at in range(act.index + 1, min(len(a.tokens), act.index + _TOGETHER_WITHIN) - 2):
            if a.lower[at] in ("together", "along") and a.lower[at + 1] == "with":
                name = next((n for n in range(at + 2, min(len(a.tokens), at + 4)) if a.is_participant(n)), None)
                return self.parties.of(a, name).participants if name is not None else ()
            if act.frame.action is Action.SIGN and a.lower[at] == "with":  # "with the leaders of Serbia and Albania"
                office = next((n for n in range(at + 1, min(len(a.tokens), at + 4)) if a.lower[n] in _WHO_SIGN), None)
                party = self.parties.of(a, office) if office is not None else None
                return party.participants if party is not None and len(party.participants) > 1 else ()
        return ()

    def _with_before(self, a: Analysed, act: Act) -> Party:
        """ "Turkey, with Finland and Sweden, put its name to it": who else acts, between commas before the verb."""
        first = max(act.subject.indexes, default=-1) + 1
        if not 0 < first < act.index or a.lower[first] != ",":
            return Party()
        led = next((n for n in (1, 2) if a.lower[first + n : first + n + 1] == ("with",)), None)
        if led is None or (led == 2 and a.lower[first + 1] not in ("together", "along", "jointly")):
            return Party()
        name = first + led + 1
        party = self.parties.of(a, name) if name < len(a.tokens) and a.is_participant(name) else Party()
        end = max(party.indexes, default=name) + 1
        return party if a.lower[end : end + 1] == (",",) and not a.at[name].is_adjective else Party()

    def joining(self) -> tuple[tuple[Participant, ...], AgreementRef | None]:
        """Who is to join, or last joined, which agreement: what "the decision" and "the news" are about."""
        return self.coming if self.coming[0] else self.before(Action.JOIN)

    def remember(
        self, action: Action, actors: tuple[Participant, ...], ref: AgreementRef, *, is_coming: bool = False
    ) -> None:
        """Keep who did an act of this course, and who is to do one."""
        self.done[_course(action)] = (actors, ref)
        if action in (Action.JOIN, Action.ACCEDE):
            self.entered = ref
        if is_coming and _course(action) == "in" and action is not Action.ANNOUNCE_INTENT:
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
