"""The reference: everything that is known beforehand, read from one compiled file and found by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Any

from depositary.reference import rows
from depositary.reference.citation import Citation
from depositary.reference.entries import AgreementEntry, Name, NameUse, ParticipantEntry, Person, Source
from depositary.reference.folding import fold
from depositary.reference.membership import MembershipTerm, Role, running
from depositary.reference.nearness import nearest
from depositary.reference.sections import Sections
from depositary.reference.shelf import Shelf
from depositary.terms import AgreementRef, DepositaryError, Participant

ARTEFACT = "compiled.json"
"""The compiled file beside this module; `python -m depositary.reference.compile` makes it from the texts."""

_ORDINARY = (
    "baker ban bio bird blah brown bush cannon champagne charles christian cook costa don drew dung english fall "
    "friday garner grace green gross horn hung hunt james key khan king lee levy ling lo long lopez luna major man "
    "marin martin may mayor michel miller mills moon morales nano note parts paul price prince rice salam scotland son "
    "song sow straw tai tan tax te tong wade wagner wee wong wu young"
)
ORDINARY_WORDS = frozenset(_ORDINARY.split())
"""Surnames of office-holders that are as often something else in English print: a word, a place or another person."""


class NoSuchLexicon(DepositaryError):
    """A lexicon was asked for that was not compiled."""

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(f"There is no lexicon {name!r}: known are {', '.join(known) or 'none'}.")


class Reference:
    """What is known beforehand, each entry with its source: participants, agreements, people, sources, lexicons.

    Entries are made when they are first asked for. To find by name is exact after folding (case, accents,
    punctuation, leading "the"); several results mean that the name is ambiguous. A name in use goes before one whose
    time is over ("Moscow" finds Russia); seats and demonyms find only where nothing bears the word as its own name.
    """

    def __init__(self, compiled: Mapping[str, Any]) -> None:
        self._compiled = compiled
        self._cited = cache(self._citation)
        self.participants: Mapping[str, ParticipantEntry] = Shelf(
            compiled["participants"], partial(rows.participant, self._cited)
        )
        self.agreements: Mapping[str, AgreementEntry] = Shelf(
            compiled["agreements"], partial(rows.agreement, self._cited)
        )
        self.sources: Mapping[str, Source] = Shelf(compiled["sources"], partial(rows.source, self._cited))

    def _citation(self, number: int) -> Citation:
        return rows.citation(self._compiled["cited"], number)

    def constituting(self, id: str) -> str | None:
        """The agreement of another name by which an organisation was founded, and which it serves."""
        entry = self.participants.get(id)
        founder = entry.founded_by if entry is not None else ""
        agreement = self.agreements.get(founder) if founder and founder != id else None
        return founder if agreement is not None and agreement.body == id else None

    @property
    def _memberships(self) -> Mapping[str, list[list[Any]]]:
        memberships: Mapping[str, list[list[Any]]] = self._compiled["memberships"]
        return memberships

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Terms in office, in the order of name, then begin."""
        return tuple(rows.person(self._cited, row) for row in self._compiled["people"])

    @cached_property
    def _terms(self) -> dict[str, tuple[Person, ...]]:
        terms: dict[str, tuple[Person, ...]] = {}
        for person in self.people:
            terms[person.id] = (*terms.get(person.id, ()), person)
        return terms

    def terms_of(self, person_id: str) -> tuple[Person, ...]:
        """All the terms in office of one person; none for an id that is not known."""
        return self._terms.get(person_id, ())

    @property
    def rosters(self) -> tuple[str, ...]:
        """The ids of the organisations and agreements of whose members there is a table."""
        return tuple(self._memberships)

    @cached_property
    def _circles(self) -> Mapping[str, tuple[MembershipTerm, ...]]:
        return Shelf(self._memberships, partial(rows.terms, self._cited))

    def terms_in(self, body: str) -> tuple[MembershipTerm, ...]:
        """All terms of membership in an organisation or agreement; none where there is no table of them."""
        return self._circles.get(body, ())

    def members_of(
        self, body: str, on: date | None = None, role: Role | None = Role.MEMBER
    ) -> tuple[MembershipTerm, ...]:
        """Who is in an organisation on a day, or may be: ask each term `holds_on`. Without a day: whose end is unknown.

        `role` None gives all roles. This is background: who takes part in what, at a day and with evidence, is the
        register's to say.
        """
        return running((term for term in self.terms_in(body) if role in (None, term.role)), on)

    def memberships_of(self, participant: str, on: date | None = None) -> tuple[MembershipTerm, ...]:
        """The terms of one participant in all organisations on a day, or those that may run on it, in any role."""
        found = (
            rows.term(self._cited, body, row)
            for body, table in self._memberships.items()
            for row in table
            if row[0] == participant
        )
        return running(found, on)

    def find_participants(self, text: str) -> tuple[Participant, ...]:
        """The participants of this name or code, by id; several where it is ambiguous, none where it is not known."""
        return tuple(self.participants[id].participant for id in self._find("participants", text))

    def find_agreements(self, text: str) -> tuple[AgreementRef, ...]:
        """The agreements of this name or slug, by id; several where it is ambiguous, none where it is not known."""
        return tuple(self.agreements[id].ref for id in self._find("agreements", text))

    def find_source(self, outlet: str) -> Source | None:
        """The outlet, agency, ministry or depositary of this name; None where it is not known or not one only."""
        found = self._find("sources", outlet)
        return self.sources[found[0]] if len(found) == 1 else None

    def find_people(self, text: str) -> tuple[Person, ...]:
        """The terms in office of everyone of this full name, surname or other spelling."""
        folded = fold(text)
        return tuple(
            person
            for person in self.people
            if any(folded == fold(spelling) for spelling in (person.name, person.surname, *person.also))
        )

    def near(self, text: str, limit: int = 5) -> tuple[str, ...]:
        """Names of participants and agreements that a misspelt `text` may have meant, best first, one an entry."""
        shown: dict[str, None] = {}
        index = self._compiled["index"]
        own = {
            shelf: {folded: ranks[:2] for folded, ranks in index[shelf].items() if any(ranks[:2])}
            for shelf in ("participants", "agreements")
        }
        for folded in nearest(fold(text), dict.fromkeys(chain(*own.values())), 4 * limit):
            for shelf, ranks in own.items():
                for id in chain.from_iterable(ranks.get(folded, ())):
                    shown[self._compiled[shelf][id]["name"]] = None
        return tuple(shown)[:limit]

    def names(self) -> Iterator[tuple[Name, str, str]]:
        """Every name with the kind of thing it names ("participant", "agreement", "person", "source") and its id.

        For a linker of names in a text. A name that two entries bear comes twice. A person comes with full name and
        surname; the surname is ambiguous where two people of different participants, or in office at one time, share
        it, or where it is an ordinary word or a participant's name; the days in use run from the first day in office
        to the last.
        """
        yield from self._names_on("participants", "participant")
        yield from self._names_on("agreements", "agreement")
        yield from self._names_of_people()
        yield from self._names_on("sources", "source")

    def _names_on(self, shelf: str, kind: str) -> Iterator[tuple[Name, str, str]]:
        """The names of a shelf, from its rows: to make the entries would cost more than to read the names."""
        for id, row in self._compiled[shelf].items():
            yield from ((rows.name(name), kind, id) for name in row["names"])

    def _names_of_people(self) -> Iterator[tuple[Name, str, str]]:
        bearers: dict[str, set[str]] = {}
        for person in self.people:
            for spelling in (person.surname, *person.also):
                bearers.setdefault(spelling, set()).add(person.id)
        spans = {id: _span(terms) for id, terms in self._terms.items()}
        for id, terms in self._terms.items():
            begin, end = spans[id]
            short = dict.fromkeys(spelling for term in terms for spelling in (term.surname, *term.also))
            if terms[0].name not in short:
                yield Name(terms[0].name, NameUse.OFFICIAL, begin, end), "person", id
            for spelling in short:
                folded = fold(spelling)
                is_other = folded in ORDINARY_WORDS or folded in self._compiled["index"]["participants"]
                is_shared = any(self._is_confused(id, other, spans) for other in bearers[spelling] - {id})
                yield Name(spelling, NameUse.SHORT, begin, end, is_other or is_shared), "person", id

    def _is_confused(self, one: str, other: str, spans: Mapping[str, tuple[date | None, date | None]]) -> bool:
        """Whether two bearers of one surname may be mixed up: they are of two participants, or in office together."""
        if {term.participant for term in self._terms[one]} != {term.participant for term in self._terms[other]}:
            return True
        (begin, end), (other_begin, other_end) = spans[one], spans[other]
        return (begin or date.min) < (other_end or date.max) and (other_begin or date.min) < (end or date.max)

    def lexicon(self, name: str) -> Mapping[str, object]:
        """The lexicon of this name, as its text gives it; raises `NoSuchLexicon`."""
        lexicons: Mapping[str, Mapping[str, object]] = self._compiled["lexicon"]
        if name not in lexicons:
            raise NoSuchLexicon(name, sorted(lexicons))
        return lexicons[name]

    def _find(self, shelf: str, text: str) -> list[str]:
        """Ids of a name, of the first of its ranks that has any."""
        if text in self._compiled[shelf]:
            return [text]
        ranks: list[list[str]] = self._compiled["index"][shelf].get(fold(text), [])
        return next((ids for ids in ranks if ids), [])


def _span(terms: tuple[Person, ...]) -> tuple[date | None, date | None]:
    """From the first day in any office to the day after the last; open where a term is."""
    begins, ends = [term.begin for term in terms if term.begin], [term.end for term in terms if term.end]
    return (
        min(begins) if len(begins) == len(terms) else None,
        max(ends) if len(ends) == len(terms) else None,
    )


@cache
def reference() -> Reference:
    """The reference that comes with the program, read once a process."""
    return Reference(Sections(Path(__file__).with_name(ARTEFACT).read_bytes()))
