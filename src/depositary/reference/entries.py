"""Entries of the reference: what is known beforehand of participants, agreements, people and sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from depositary.terms import AgreementKind, AgreementRef, Participant, Rule


class NameUse(StrEnum):
    """What a name is to the thing it names."""

    OFFICIAL = "official"  #: the formal name ("Republic of Kazakhstan")
    SHORT = "short"  #: the name that answers print ("Kazakhstan")
    ACRONYM = "acronym"  #: "UAE", "Nato"
    FORMER = "former"  #: no longer in use ("Swaziland")
    DEMONYM = "demonym"  #: people and adjective ("Kazakh", "Emiratis")
    METONYM = "metonym"  #: a seat or an organ that stands for the whole ("Astana", "the Kremlin", "Knesset")
    POPULAR = "popular"  #: what people write ("the Emirates", "Iran nuclear deal")


class Witness(StrEnum):
    """What kind of witness a source is; which rank that gives is decided where claims are weighed."""

    AGENCY = "agency"  #: a news agency, whose reports others repeat
    OUTLET = "outlet"  #: a newspaper, broadcaster or site
    STATE_MEDIA = "state media"  #: press owned by a State: see `Source.participant`
    OFFICIAL = "official"  #: a ministry or government office: see `Source.participant`
    ORGANISATION = "organisation"  #: an organisation's own pages: see `Source.participant`
    DEPOSITARY = "depositary"  #: keeps the instruments of agreements


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the days on which it was in use: from `begin`, to the day before `end` (exclusive); None is open.

    `ambiguous`: the same word commonly means something else (a person, a US State, a common word, another entry), so
    that a linker needs more than the word. `office`: of a metonym or an organ, what it is ("presidency",
    "foreign ministry", "parliament", "capital").
    """

    text: str
    use: NameUse
    begin: date | None = None
    end: date | None = None
    ambiguous: bool = False
    office: str = ""

    def is_in_use(self, day: date) -> bool:
        """Whether it was in use on this day."""
        return (self.begin is None or self.begin <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class ParticipantEntry:
    """A State, territory, organisation or group. `names[0]` is its short name.

    `begin` and `end` (exclusive) bound its existence as a participant; None is open or not recorded.
    `members` are the participants of a group, a closed list; the members of an organisation are the register's.
    """

    participant: Participant
    names: tuple[Name, ...]
    source: str
    begin: date | None = None
    end: date | None = None
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    homepage: str = ""


@dataclass(frozen=True, slots=True)
class AgreementEntry:
    """An agreement known beforehand: what decides who may say what of it, and the rules of its final clauses.

    `body` is the organisation that it constitutes, or that serves it; `depositary` keeps its instruments (both are
    participant ids). `sides` are the participants of a closed agreement between a few. `binding` is "binding",
    "non-binding", "disputed" or "unknown" (never inferred from the title, VCLT 2(1)(a)). `member_word` is what one who
    takes part is called: "member", "party" or "participant". `in_force`: the day on which the
    agreement itself entered into force; `closed`: ended or replaced on that day.
    """

    ref: AgreementRef
    names: tuple[Name, ...]
    binding: str
    sources: tuple[str, ...]
    member_word: str = "party"
    depositary: str | None = None
    body: str | None = None
    parent: str | None = None
    components: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    opened: date | None = None
    closed: date | None = None
    in_force: date | None = None

    @property
    def parties_only(self) -> bool:
        """Whether only who is bound takes part in it: a signature alone makes no party of a treaty."""
        return self.ref.kind in (AgreementKind.TREATY, AgreementKind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Person:
    """One term of a person in one office, from `begin` to the day before `end` (exclusive).

    `also` are other spellings of the surname, or other names that the press uses ("Zelenskyy", "MBS").
    """

    id: str
    name: str
    surname: str
    participant: str
    office: str
    begin: date | None
    end: date | None
    source: str
    also: tuple[str, ...] = ()

    def is_in_office(self, day: date) -> bool:
        """Whether the term runs on this day."""
        return (self.begin is None or self.begin <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet, agency, ministry or depositary that a text may cite, and the participant whose voice it is, if any."""

    id: str
    name: str
    witness: Witness
    names: tuple[Name, ...]
    participant: str | None = None
    homepage: str = ""
    source: str = ""
