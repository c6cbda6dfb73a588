"""What is known beforehand under a name: the participant, agreement or person, on a day or whenever it held."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from depositary.questions.answer import command
from depositary.questions.names import NEAR, AmbiguousName, UnknownName, called_abroad
from depositary.reference import (
    AgreementEntry,
    Code,
    KnownAct,
    MembershipTerm,
    Name,
    ParticipantEntry,
    Person,
    Reference,
    Role,
    Roster,
    Succession,
    fold,
)
from depositary.terms import AgreementRef, Moment, Participant, ParticipantKind

CLOSE = 0.8
"""How like a misspelt name a person's has to be, as difflib counts: one letter in five is another."""


@dataclass(frozen=True, slots=True)
class KnownParticipant:
    """A State, territory, organisation or group, and what of its entry holds on the day that was asked about.

    Without a day `names`, `codes` and `successions` are all that there are; `memberships`, `members` and `leaders` are
    those of which no end is known. On a day a membership may also be one whose dates are too coarse to tell.
    """

    entry: ParticipantEntry
    names: tuple[Name, ...]
    codes: tuple[Code, ...]
    successions: tuple[Succession, ...]
    memberships: tuple[MembershipTerm, ...]
    members: tuple[MembershipTerm, ...]
    leaders: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class KnownAgreement:
    """An agreement, and what of its entry holds on the day; `members` is empty where its organisation stands beside it.

    Without a day `names` and `acts` are all that there are, `members` those of which no end is known; on a day `acts`
    are those that had, or may have, been done.
    """

    entry: AgreementEntry
    names: tuple[Name, ...]
    acts: tuple[KnownAct, ...]
    members: tuple[MembershipTerm, ...]


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person, and the terms in office that run on the day, or all of them."""

    id: str
    name: str
    also: tuple[str, ...]
    terms: tuple[Person, ...]


Known = KnownParticipant | KnownAgreement | KnownPerson


@dataclass(frozen=True, slots=True)
class Beforehand:
    """What is known beforehand under `name`; `on` is None where no day was asked about.

    `rows` is one thing, or two where an organisation and the agreement that it rests on share the name. `namesakes`
    are people who bear as a surname what is first of all another thing's name.
    """

    name: str
    on: date | None
    rows: tuple[Known, ...]
    namesakes: tuple[Person, ...]
    reference: Reference
    notes: tuple[str, ...]
    known: None = None

    @property
    def again(self) -> str:
        """The command that asks exactly this again."""
        return command("reference", self.name, on=self.on)

    def participant(self, id: str) -> Participant:
        """The participant of an id, which without an entry is its own name."""
        entry = self.reference.participants.get(id)
        return entry.participant if entry else Participant(id, id)

    def agreement(self, id: str) -> AgreementRef:
        """The agreement of an id, which without an entry is its own name."""
        entry = self.reference.agreements.get(id)
        return entry.ref if entry else AgreementRef(id, id)

    def body(self, id: str) -> Participant | AgreementRef:
        """The organisation of an id, or else the agreement."""
        return self.participant(id) if id in self.reference.participants else self.agreement(id)


def beforehand(reference: Reference, name: str, *, on: date | None = None) -> Beforehand:
    """What is known beforehand of this name, and why? The register is not asked.

    An id goes before a name ("TCA" is the code of a State and short for an agreement), and a person's surname finds
    where nothing else bears it; what nobody is called in English is looked for in
    the other languages of the United Nations. Raises `UnknownName` or `AmbiguousName`.
    """
    people = _people(reference, name)
    participants, agreements = reference.find_participants(name), reference.find_agreements(name)
    if not (participants or agreements or people):
        participants = called_abroad(name, reference)
    if name in reference.participants and name not in reference.agreements:
        agreements = tuple(ref for ref in agreements if _is_one_body(reference, participants[0], ref))
    elif name in reference.agreements and name not in reference.participants:
        participants = tuple(who for who in participants if _is_one_body(reference, who, agreements[0]))
    things: tuple[Participant | AgreementRef, ...] = (*participants, *agreements)
    if not things:
        if not people:
            raise UnknownName(name, _near(reference, name))
        if len(people) > 1:
            raise AmbiguousName(name, people)
        return Beforehand(name, on, (_person(reference, people[0], on),), (), reference, ())
    is_pair = len(things) == 2 and len(participants) == 1 and _is_one_body(reference, participants[0], agreements[0])
    if len(things) > 1 and not is_pair:
        raise AmbiguousName(name, tuple({thing.id: thing for thing in things}.values()))
    known = [_participant(reference, who.id, on) for who in participants]
    rows: tuple[Known, ...] = (*known, *(_agreement(reference, ref.id, on, is_alone=not is_pair) for ref in agreements))
    return Beforehand(name, on, rows, people, reference, tuple(_absences(reference, known, on)))


def _people(reference: Reference, text: str) -> tuple[Person, ...]:
    """Everyone of this id, name or spelling, by the first of their terms."""
    terms = reference.terms_of(text) or reference.find_people(text)
    return tuple({term.id: term for term in reversed(terms)}.values())[::-1]


def _is_one_body(reference: Reference, who: Participant, ref: AgreementRef) -> bool:
    """Whether the agreement is the one that the organisation rests on."""
    founded_by = reference.participants[who.id].founded_by
    return who.id == ref.id or founded_by == ref.id or reference.agreements[ref.id].body == who.id


def _near(reference: Reference, text: str) -> tuple[str, ...]:
    """Near names of participants and agreements, then of people."""
    spelt: dict[str, str] = {}
    for person in reference.people:
        for spelling in (person.name, person.surname, *person.also):
            spelt.setdefault(fold(spelling), person.name)
    people = (spelt[folded] for folded in difflib.get_close_matches(fold(text), list(spelt), NEAR, CLOSE))
    return tuple(dict.fromkeys([*reference.near(text, NEAR), *people]))[:NEAR]


def _participant(reference: Reference, id: str, on: date | None) -> KnownParticipant:
    entry = reference.participants[id]
    roster = entry.roster_on(on)
    members = _of_roster(id, roster) if roster else reference.members_of(id, on, role=None)
    return KnownParticipant(
        entry=entry,
        names=_in_use(entry.names, on),
        codes=tuple(code for code in entry.codes if on is None or code.is_given(on)),
        successions=tuple(one for one in entry.successions if one.on is None or _may_be_by(one.on, on)),
        memberships=tuple(sorted(reference.memberships_of(id, on), key=lambda term: (term.body, term.role))),
        members=tuple(sorted(members, key=lambda term: _order(reference, term))),
        leaders=tuple(person for person in reference.people if person.participant == id and _is_held(person, on)),
    )


def _agreement(reference: Reference, id: str, on: date | None, *, is_alone: bool) -> KnownAgreement:
    entry = reference.agreements[id]
    members = reference.members_of(id, on, role=None) if is_alone else ()
    return KnownAgreement(
        entry=entry,
        names=_in_use(entry.names, on),
        acts=tuple(act for act in entry.acts if _may_be_by(act.on, on)),
        members=tuple(sorted(members, key=lambda term: _order(reference, term))),
    )


def _person(reference: Reference, person: Person, on: date | None) -> KnownPerson:
    terms = reference.terms_of(person.id)
    also = dict.fromkeys(spelling for term in terms for spelling in (term.surname, *term.also))
    return KnownPerson(
        id=person.id,
        name=person.name,
        also=tuple(spelling for spelling in also if spelling != person.name),
        terms=tuple(term for term in terms if on is None or term.is_in_office(on)),
    )


def _of_roster(group: str, roster: Roster) -> tuple[MembershipTerm, ...]:
    begin = Moment.of(roster.begin) if roster.begin else None
    end = Moment.of(roster.end - timedelta(days=1)) if roster.end else None
    return tuple(MembershipTerm(group, who, Role.MEMBER, begin, end, "", "", (roster.source,)) for who in roster.of)


def _order(reference: Reference, term: MembershipTerm) -> tuple[int, str]:
    """Members first, each role by name."""
    return list(Role).index(term.role), reference.participants[term.participant].participant.name


def _absences(reference: Reference, rows: Iterable[KnownParticipant], on: date | None) -> Iterator[str]:
    """What a reader would otherwise take for none: a day outside its existence, members of whom there is no table."""
    for row in rows:
        entry, who = row.entry, row.entry.participant
        if on and not entry.is_there(on):
            yield f"On this day {who.name} was {'not yet' if entry.begin and on < entry.begin else 'no longer'} there."
        if who.kind is ParticipantKind.ORGANISATION and who.id not in reference.rosters:
            yield f"There is no table of who was in {who.name}."


def _in_use(names: Iterable[Name], on: date | None) -> tuple[Name, ...]:
    return tuple(name for name in names if on is None or name.is_in_use(on))


def _is_held(person: Person, on: date | None) -> bool:
    return person.end is None if on is None else person.is_in_office(on)


def _may_be_by(moment: Moment, on: date | None) -> bool:
    return on is None or moment.is_by(on) is not False
