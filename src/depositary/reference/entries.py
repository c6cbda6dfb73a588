"""Entries of the reference: what is known beforehand of participants, agreements, people and sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from depositary.reference.citation import Citation, Cited
from depositary.reference.days import is_within
from depositary.reference.membership import Roster
from depositary.terms import Action, AgreementKind, AgreementRef, Moment, Participant, Rule


class NameUse(StrEnum):
    """What a name is to the thing it names."""

    OFFICIAL = "official"  #: the formal name ("Republic of Kazakhstan")
    SHORT = "short"  #: the name that answers print ("Kazakhstan")
    ACRONYM = "acronym"  #: "UAE", "Nato"
    FORMER = "former"  #: no longer in use ("Swaziland")
    DEMONYM = "demonym"  #: people and adjective ("Kazakh", "Emiratis")
    METONYM = "metonym"  #: a seat or an organ that stands for the whole ("Astana", "the Kremlin", "Knesset")
    POPULAR = "popular"  #: what people write ("the Emirates", "Iran nuclear deal")
    PHRASE = (
        "phrase"  #: words that a reader may take for it ("Escazu pact"): a choice of ours, which no source bears out
    )


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
    "foreign ministry", "parliament", "capital"). `unlike`: in words, what else it may mean ("the city").
    """

    text: str
    use: NameUse
    begin: date | None = None
    end: date | None = None
    ambiguous: bool = False
    office: str = ""
    unlike: str = ""

    def is_in_use(self, day: date) -> bool:
        """Whether it was in use on this day."""
        return is_within(self.begin, self.end, day)


class CodeSystem(StrEnum):
    """Whose code for a State or territory it is."""

    ISO2 = "iso2"  #: ISO 3166-1 alpha-2; the alpha-3 code is the id of the entry
    M49 = "m49"  #: the United Nations' standard country code, three digits ("004")
    WIKIDATA = "wikidata"  #: item of Wikidata ("Q232")
    COW = "cow"  #: number in the state system of the Correlates of War
    GW = "gw"  #: number in the list of Gleditsch and Ward


@dataclass(frozen=True, slots=True)
class Code:
    """A code that a data set gives a State, and the days from `begin` to the day before `end` on which it does."""

    system: CodeSystem
    text: str
    begin: date | None = None
    end: date | None = None

    def is_given(self, day: date) -> bool:
        """Whether the data set gave it on this day."""
        return is_within(self.begin, self.end, day)


class SuccessionMode(StrEnum):
    """How one State followed another (Vienna Convention on Succession of States in respect of Treaties, 1978)."""

    CONTINUATION = "continuation"  #: the same person in law under another name (Russia for the Soviet Union)
    DISSOLUTION = "dissolution"  #: the predecessor ended in several States (art. 34)
    SEPARATION = "separation"  #: a part became a State and the predecessor lived on (arts 34, 35)
    NEWLY_INDEPENDENT = "newly-independent"  #: a dependent territory became a State (arts 16-29)
    MERGER = "merger"  #: States united in one (art. 31)
    ABSORPTION = "absorption"  #: a State became a part of one that lived on (art. 15)
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Succession(Cited):
    """That `successor` followed `predecessor`, both ids; `on` is the day as far as it is known."""

    successor: str
    predecessor: str
    mode: SuccessionMode
    on: Moment | None
    sources: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class ParticipantEntry(Cited):
    """A State, territory, organisation or group. `names[0]` is its short name.

    `begin` and `end` (exclusive) bound its existence as a participant; None is open or not recorded (for a State: older
    than 1900). `successions` are all in which it is the one or the other. `rosters` are the lists of a group, each with
    its days; who is in an organisation stands in a table of its own (`Reference.terms_in`). `derived_from` is the
    organisation or agreement whose members a group is; `disputed`: who belongs to it is told differently.
    `founded_by` is the agreement that founded an organisation, or else `founded_by_text` says what did.
    `languages` are names in other languages that a library lacks or has wrong, by ISO 639-1 code.
    """

    participant: Participant
    names: tuple[Name, ...]
    sources: tuple[Citation, ...]
    begin: date | None = None
    end: date | None = None
    homepage: str = ""
    codes: tuple[Code, ...] = ()
    successions: tuple[Succession, ...] = ()
    rosters: tuple[Roster, ...] = ()
    derived_from: str | None = None
    disputed: bool = False
    founded_by: str | None = None
    founded_by_text: str = ""
    languages: tuple[tuple[str, str], ...] = ()

    def is_there(self, day: date) -> bool:
        """Whether it exists on this day, as far as is recorded."""
        return is_within(self.begin, self.end, day)

    @property
    def predecessors(self) -> tuple[str, ...]:
        """The ids of the States that it followed, by id."""
        own = self.participant.id
        return tuple(sorted({found.predecessor for found in self.successions if found.successor == own}))

    @property
    def successors(self) -> tuple[str, ...]:
        """The ids of the States that followed it, by id."""
        own = self.participant.id
        return tuple(sorted({found.successor for found in self.successions if found.predecessor == own}))

    @property
    def members(self) -> tuple[str, ...]:
        """The participants of a group in its last roster; those of an organisation are the register's."""
        roster = self.roster_on(None)
        return roster.of if roster else ()

    def members_on(self, day: date) -> tuple[str, ...]:
        """The participants of a group on this day; none before its first roster or after its last."""
        roster = self.roster_on(day)
        return roster.of if roster else ()

    def roster_on(self, day: date | None) -> Roster | None:
        """The list of a group on this day, or its last one; None where there is none."""
        if day is None:
            return self.rosters[-1] if self.rosters else None
        return next((roster for roster in self.rosters if roster.is_in_force(day)), None)


@dataclass(frozen=True, slots=True)
class KnownAct(Cited):
    """An act of one participant by which an agreement grew or shrank, where the list of acts is known beforehand."""

    who: str
    act: Action
    on: Moment
    component: str | None
    sources: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class AgreementEntry(Cited):
    """An agreement known beforehand: what decides who may say what of it, and the rules of its final clauses.

    `body` is the organisation that it constitutes, or that serves it; `depositary` keeps its instruments (both are
    participant ids). `sides` are the participants of a closed agreement between a few. `binding` is "binding",
    "non-binding", "disputed" or "unknown" (never inferred from the title, VCLT 2(1)(a)). `member_word` is what one who
    takes part is called: "member", "party" or "participant". `adopted` and `in_force`: when the agreement itself was
    adopted and entered into force, as exactly as is known; `closed`: ended or replaced on that day. `relation`: what it
    is to its `parent` ("protocol", "component", "amendment", "replaces"). `unlike` are ids of agreements with which it
    is easily confused. `ids` are its numbers by register ("mtdsg", "unts", "cets", "ets", "tias", "celex", "wikidata",
    "lnts"). `told_with` are participants of whom a text names one where it means this agreement by an ambiguous name
    ("the nuclear deal", beside Iran).
    """

    ref: AgreementRef
    names: tuple[Name, ...]
    binding: str
    sources: tuple[Citation, ...]
    member_word: str = "party"
    depositary: str | None = None
    body: str | None = None
    parent: str | None = None
    components: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    opened: date | None = None
    closed: date | None = None
    in_force: Moment | None = None
    adopted: Moment | None = None
    relation: str = ""
    unlike: tuple[str, ...] = ()
    ids: tuple[tuple[str, str], ...] = ()
    acts: tuple[KnownAct, ...] = ()
    told_with: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The first of its sources."""
        return str(self.sources[0]) if self.sources else ""

    @property
    def begun(self) -> date | None:
        """The first day on which there was such an agreement: opened for signature, or else adopted."""
        return self.opened or (self.adopted.begin if self.adopted else None)

    @property
    def parties_only(self) -> bool:
        """Whether only who is bound takes part in it: a signature alone makes no party of a treaty."""
        return self.ref.kind in (AgreementKind.TREATY, AgreementKind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Person(Cited):
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
    sources: tuple[Citation, ...]
    also: tuple[str, ...] = ()

    def is_in_office(self, day: date) -> bool:
        """Whether the term runs on this day."""
        return is_within(self.begin, self.end, day)


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
