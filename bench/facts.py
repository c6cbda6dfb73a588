"""Facts: the compiled reference told as single sentences, each with the text that it stands in and its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bench.places import Places
from depositary.reference import (
    AgreementEntry,
    Citation,
    MembershipTerm,
    Name,
    NameUse,
    ParticipantEntry,
    Person,
    Reference,
    Succession,
)
from depositary.reference.citing import split_source  # the one reading of a source in one line; the door has it not
from depositary.terms import Moment, Participant, ParticipantKind

CAPITAL = "capital"
"""The office of a metonym that is a seat of government."""


class FactKind(StrEnum):
    """What a fact is about; the value is what it is called in print."""

    STATE = "States and territories"
    ORGANISATION = "organisations and groups"
    NAME = "names"
    CAPITAL = "capitals"
    CODE = "codes"
    SUCCESSION = "successions"
    LISTING = "members of groups"
    MEMBERSHIP = "memberships"
    FOUNDING = "founding instruments"
    DATE = "dates of agreements"
    NUMBER = "numbers of agreements"
    PARENT = "parents of agreements"
    CLAUSE = "final clauses"
    ACT = "known acts"
    OFFICE = "terms in office"


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence that can be right or wrong, the place of its text (file and line), and what vouches for it."""

    kind: FactKind
    place: str
    said: str
    sources: tuple[Citation, ...]

    @property
    def is_seen(self) -> bool:
        """Whether somebody had one of its sources open."""
        return any(source.seen for source in self.sources)


def facts(known: Reference, places: Places) -> Iterator[Fact]:
    """Every fact of the reference that can be looked up, in the order of the compiled file.

    Left out are what is a choice of ours (which names are ambiguous, phrases that a reader may take for a thing, `not`,
    what an outlet is) and the lexicons.
    """
    for entry in known.participants.values():
        yield from _of_participant(entry, places)
    for agreement in known.agreements.values():
        yield from _of_agreement(agreement, known, places)
    for body in known.rosters:
        for term in known.terms_in(body):
            yield _membership(term, known, places)
    for person in known.people:
        yield _office(person, known, places)


def _of_participant(entry: ParticipantEntry, places: Places) -> Iterator[Fact]:
    who = entry.participant
    is_land = who.kind in (ParticipantKind.STATE, ParticipantKind.TERRITORY)
    sheet = f"{'states' if is_land else 'organisations'}/{who.id}.toml"
    span = _span(entry.begin, entry.end)
    said = f"{_called(who)} is {_article(who.kind)}{f', {span}' if span else ''}"
    kind = FactKind.STATE if is_land else FactKind.ORGANISATION
    vouched = entry.sources_of("from", "until", "existence") if span else entry.sources_of("name", "heading")
    yield Fact(kind, places.of_key(sheet, "from" if entry.begin else "name"), said, vouched)
    for name in _told(entry.names):
        yield _name(name, _called(who), sheet, entry.sources_of(name.text), places)
    for code in entry.codes:
        said = f"{_called(who)} has the {code.system} code {code.text}{_when(code.begin, code.end)}"
        yield Fact(FactKind.CODE, places.of_text(sheet, f'"{code.text}"'), said, entry.sources_of(code.system))
    for succession in entry.successions:
        if succession.successor == who.id:
            yield _succession(succession, sheet, places)
    for roster in entry.rosters:
        for member in roster.of:
            said = f"{member} belongs to {_called(who)}{_when(roster.begin, roster.end)}"
            yield Fact(FactKind.LISTING, places.of_listing(sheet, member, roster.begin), said, (roster.source,))
    if entry.founded_by or entry.founded_by_text:
        founder = "the agreement in the same file" if entry.founded_by == who.id else entry.founded_by
        said = f"{_called(who)} was founded by {entry.founded_by_text or founder}"
        vouched = entry.sources_of("founded_by", "founded_by_text")
        yield Fact(FactKind.FOUNDING, places.of_key(sheet, "founded_by", "founded_by_text"), said, vouched)


def _told(names: Iterable[Name]) -> Iterator[Name]:
    """The names, without phrases, which say what a reader may take for it, and not what anybody calls it."""
    return (name for name in names if name.use is not NameUse.PHRASE)


def _name(name: Name, bearer: str, sheet: str, sources: tuple[Citation, ...], places: Places) -> Fact:
    place = places.of_text(sheet, f'"{name.text}"', f'from = "{name.begin.year}' if name.begin else "")
    when = _when(name.begin, name.end)
    if name.use is NameUse.METONYM and name.office == CAPITAL:
        return Fact(FactKind.CAPITAL, place, f"“{name.text}” is the capital of {bearer}{when}", sources)
    office = f", its {name.office}" if name.office else ""
    said = f"“{name.text}” names {bearer} ({name.use}{office}){when}"
    return Fact(FactKind.NAME, place, said, sources)


def _succession(succession: Succession, sheet: str, places: Places) -> Fact:
    on = f", on {succession.on}" if succession.on else ""
    said = f"{succession.successor} followed {succession.predecessor} ({succession.mode}){on}"
    place = places.of_text(sheet, f'of = "{succession.predecessor}"')
    return Fact(FactKind.SUCCESSION, place, said, succession.sources)


def _of_agreement(entry: AgreementEntry, known: Reference, places: Places) -> Iterator[Fact]:
    called, sheet = f"{entry.ref.name} ({entry.ref.id})", places.sheet_of_agreement(entry.ref.id)
    organisation = known.participants.get(entry.ref.id)
    inherited = {name.text for name in organisation.names} if organisation else set()
    for name in _told(entry.names):
        if name.text not in inherited:  # said once, of the organisation
            yield _name(name, called, sheet, entry.sources_of(name.text), places)
    dates = {"adopted": entry.adopted, "opened": _moment(entry.opened), "in_force": entry.in_force}
    dates["closed"] = _moment(entry.closed and entry.closed - timedelta(days=1))
    words = {
        "adopted": "was adopted on",
        "opened": "was signed, or opened for signature, on",
        "in_force": "entered into force on",
        "closed": "ended, or was replaced, at the end of",
    }
    for key, moment in dates.items():
        if moment:
            said = f"{called} {words[key]} {moment}"
            yield Fact(FactKind.DATE, places.of_key(sheet, key), said, entry.sources_of(key))
    for register, number in entry.ids:
        said = f"{called} is {register} {number}"
        yield Fact(FactKind.NUMBER, places.of_text(sheet, f'"{number}"'), said, entry.sources_of(register))
    if entry.parent:
        said = f"{called} is {_article(entry.relation or 'part')} of {known.agreements[entry.parent].ref.name}"
        yield Fact(FactKind.PARENT, places.of_key(sheet, "parent"), said, entry.sources_of("parent"))
    for rule in entry.rules:
        acts = ", ".join(sorted(rule.by))
        effect = f"{rule.delay.convention}, n = {rule.delay.n}" if rule.delay.n else rule.delay.convention
        said = f"{called}, {rule.article}: {rule.scope} by {acts} takes effect: {effect}"
        yield Fact(FactKind.CLAUSE, places.of_text(sheet, f'"{rule.article}"'), said, _in_lines(rule.source))
    for act in entry.acts:
        to = f", {act.component}" if act.component else ""
        said = f"{act.who} did “{act.act}” on {act.on}: {called}{to}"
        yield Fact(FactKind.ACT, places.of_text(sheet, f'on = "{act.on}"'), said, act.sources)


def _membership(term: MembershipTerm, known: Reference, places: Places) -> Fact:
    who = _called(known.participants[term.participant].participant)
    body = known.participants[term.body].participant.name if term.body in known.participants else term.body
    begin, end = (f", from {term.begin}" if term.begin else ""), (f", until {term.end}" if term.end else "")
    how = "; ".join(filter(None, (term.entry, term.exit, term.note)))
    said = f"{who} is {_article(term.role)} of {body}{begin}{end}{f' ({how})' if how else ''}"
    line = (term.participant, term.role, str(term.begin or ""))
    return Fact(FactKind.MEMBERSHIP, places.of_line(f"memberships/{term.body}.csv", *line), said, term.sources)


def _office(person: Person, known: Reference, places: Places) -> Fact:
    who = _called(known.participants[person.participant].participant)
    said = f"{person.name} is {person.office} of {who}{_when(person.begin, person.end)}"
    return Fact(FactKind.OFFICE, places.of_term(person), said, person.sources)


def _called(who: Participant) -> str:
    return f"{who.name} ({who.id})"


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _moment(day: date | None) -> Moment | None:
    return Moment.of(day) if day else None


def _span(begin: date | None, end: date | None) -> str:
    """The days of a span in words; the end is told as the last day."""
    until = f"until {end - timedelta(days=1)}" if end else ""
    return " ".join(filter(None, (f"from {begin}" if begin else "", until)))


def _when(begin: date | None, end: date | None) -> str:
    span = _span(begin, end)
    return f", {span}" if span else ""


def _in_lines(text: str) -> tuple[Citation, ...]:
    """Sources that are kept in one line, one by one; a semicolon within a place makes two of one."""
    return tuple(Citation(*split_source(part)) for part in text.split("; ") if part)


def by_kind(found: Iterable[Fact]) -> dict[FactKind, list[Fact]]:
    """The facts of each kind, every kind there though it be empty."""
    shelves: dict[FactKind, list[Fact]] = {kind: [] for kind in FactKind}
    for fact in found:
        shelves[fact.kind].append(fact)
    return shelves
