"""What is known beforehand in words: names, codes, terms and clauses, each with the numbers of its sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import Enum

from depositary.cli.asking import put_again
from depositary.cli.footnotes import Footnotes
from depositary.cli.paper import Paper
from depositary.cli.reasons import clause
from depositary.cli.wording import day, moment, written_out
from depositary.questions import Beforehand, Known, KnownAgreement, KnownParticipant, KnownPerson
from depositary.reference import (
    AgreementEntry,
    Citation,
    CodeSystem,
    MembershipTerm,
    Name,
    NameUse,
    ParticipantEntry,
    Person,
    Role,
    Succession,
    names_in_languages,
)
from depositary.terms import AgreementRef, Moment, Participant

UNCERTAIN = "◇"
TOO_COARSE = f"{UNCERTAIN} its dates are too coarse to tell whether on this day"
TERM_RATIOS = (4, 3, 5, None)
"""Shares of the width: at 80 columns, two days with a word between them stand on one line."""

CODES = {
    CodeSystem.ISO2: "ISO 3166-1 alpha-2",
    CodeSystem.M49: "UN M49",
    CodeSystem.WIKIDATA: "Wikidata",
    CodeSystem.COW: "Correlates of War",
    CodeSystem.GW: "Gleditsch and Ward",
}
REGISTERS = {
    "mtdsg": "UN Multilateral Treaties",
    "unts": "UN Treaty Series",
    "lnts": "League of Nations Treaty Series",
    "cets": "Council of Europe Treaty Series",
    "ets": "European Treaty Series",
    "tias": "US TIAS",
    "celex": "CELEX",
    "wikidata": "Wikidata",
}


class Side(Enum):
    """Which side of a membership a list names, by its heading."""

    BODY = "Belongs to"
    MEMBER = "Members"


Fact = tuple[str, str, str]
"""A label, what is known, and the numbers of its sources."""


def put_beforehand(paper: Paper, answer: Beforehand) -> None:
    """Set each thing of the answer with its sources, then how to ask again."""
    for number, row in enumerate(answer.rows):
        if number:
            paper.gap()
        _put(paper, row, answer)
    put_again(paper, answer)


def _put(paper: Paper, row: Known, answer: Beforehand) -> None:
    notes = Footnotes()
    match row:
        case KnownParticipant(entry=entry):
            _put_head(paper, answer, entry.participant.name, f"{entry.participant.kind} {entry.participant.id}")
            _put_participant(paper, row, answer, notes)
        case KnownAgreement(entry=entry):
            _put_head(paper, answer, entry.ref.name, f"agreement {entry.ref.id}")
            _put_agreement(paper, row, answer, notes)
        case KnownPerson():
            _put_head(paper, answer, row.name, f"person {row.id}")
            _put_person(paper, row, answer, notes)
    notes.put(paper)


def _put_head(paper: Paper, answer: Beforehand, name: str, beside: str) -> None:
    paper.title(name, beside)
    when = f"On {day(answer.on)}" if answer.on else "Whenever it held"
    paper.say(f"{when}, as known beforehand; no document is asked.")
    for note in answer.notes:
        paper.say(note)
    if answer.namesakes:
        named = ", ".join(f"{person.name} ({person.id})" for person in answer.namesakes)
        paper.say(f"Also a surname: {named}.")


def _put_participant(paper: Paper, row: KnownParticipant, answer: Beforehand, notes: Footnotes) -> None:
    entry = row.entry
    _put_facts(paper, _participant_facts(entry, answer, notes))
    _put_names(paper, row.names, entry, notes)
    if called := names_in_languages(entry):
        paper.heading("In the languages of the United Nations")
        table = paper.table("language", "name", "source", ratios=(2, 5, None))
        for name in called:
            table.add_row(name.language.name.capitalize(), name.text, notes.name(name.sources))
        paper.put(table)
    if row.codes:
        paper.heading("Codes")
        table = paper.table("whose", "code", "given", "source", ratios=(3, 2, 4, None))
        for code in row.codes:
            days = span(code.begin, code.end)
            table.add_row(CODES[code.system], code.text, days, notes.name(entry.sources_of(code.system)))
        paper.put(table)
    if row.successions:
        paper.heading("Successions")
        table = paper.table("what", "how", "when", "source", ratios=(4, 3, None, None))
        for one in row.successions:
            when = moment(one.on)
            table.add_row(_followed(one, entry, answer), one.mode.value, when, notes.name(one.sources))
        paper.put(table)
    _put_leaders(paper, row.leaders, answer, notes)
    _put_terms(paper, row.memberships, answer, notes, side=Side.BODY)
    _put_terms(paper, row.members, answer, notes, side=Side.MEMBER)


def _participant_facts(entry: ParticipantEntry, answer: Beforehand, notes: Footnotes) -> list[Fact]:
    facts = []
    if entry.begin or entry.end:
        facts.append(("there", span(entry.begin, entry.end), notes.name(_either(entry, "from", "until"))))
    if entry.homepage:
        facts.append(("homepage", entry.homepage, ""))
    if entry.founded_by:
        founder = "agreement " + _named(answer.agreement(entry.founded_by))
        facts.append(("founded by", founder, notes.name(entry.sources_of("founded_by"))))
    if entry.founded_by_text:
        facts.append(("founded by", entry.founded_by_text, notes.name(entry.sources_of("founded_by_text"))))
    if entry.derived_from:
        source = notes.name(entry.sources_of("derived_from"))
        facts.append(("made of", f"the members of {_named(answer.body(entry.derived_from))}", source))
    if entry.disputed:
        facts.append(("disputed", "who belongs is told differently", notes.name(entry.sources_of("disputed"))))
    return facts


def _put_agreement(paper: Paper, row: KnownAgreement, answer: Beforehand, notes: Footnotes) -> None:
    entry = row.entry
    _put_facts(paper, _agreement_facts(entry, answer, notes))
    shared = {name for other in answer.rows if isinstance(other, KnownParticipant) for name in other.names}
    further = [name for name in row.names if name not in shared]
    _put_names(paper, further, entry, notes, heading="Further names" if shared else "Names")
    if entry.rules:
        paper.heading("Final clauses")
        for rule in entry.rules:
            paper.say(f"{rule.scope.value}: {clause(rule, with_source=False)} [{notes.name_text(rule.source)}]", hang=2)
    if row.acts:
        paper.heading("Acts")
        table = paper.table("when", "who", "what", "source", ratios=(None, 3, 6, None))
        for act in row.acts:
            what = act.act.value.replace("_", " ")
            what += f": {answer.agreement(act.component).name}" if act.component else ""
            table.add_row(moment(act.on), answer.participant(act.who).name, what, notes.name(act.sources))
        paper.put(table)
    _put_terms(paper, row.members, answer, notes, side=Side.MEMBER)


def _agreement_facts(entry: AgreementEntry, answer: Beforehand, notes: Footnotes) -> list[Fact]:
    def fact(label: str, said: str, *keys: str) -> Fact:
        return (label, said, notes.name(entry.sources_of(*keys)))

    facts = [
        fact("kind", entry.ref.kind.value, "kind"),
        fact("binding", entry.binding, "binding"),
        fact("who takes part", f"a {entry.member_word}", "word"),
    ]
    for label, said, key in (
        ("adopted", moment(entry.adopted) if entry.adopted else "", "adopted"),
        ("opened", day(entry.opened) if entry.opened else "", "opened"),
        ("in force", f"since {moment(entry.in_force)}" if entry.in_force else "", "in_force"),
        ("closed", day(entry.closed) if entry.closed else "", "closed"),
        ("depositary", _named(answer.participant(entry.depositary)) if entry.depositary else "", "depositary"),
        ("body", _named(answer.participant(entry.body)) if entry.body else "", "body"),
        ("parent", _parent(entry, answer), "parent"),
        ("sides", ", ".join(answer.participant(id).name for id in entry.sides), "sides"),
    ):
        if said:
            facts.append(fact(label, said, key))
    for register, number in entry.ids:
        facts.append(fact(REGISTERS.get(register, register), number, register, "ids"))
    for at, part in enumerate(entry.components):
        facts.append(("parts" if not at else "", _named(answer.agreement(part)), ""))
    for at, other in enumerate(entry.unlike):
        facts.append(("not to be taken for" if not at else "", _named(answer.agreement(other)), ""))
    return facts


def _parent(entry: AgreementEntry, answer: Beforehand) -> str:
    if not entry.parent:
        return ""
    return f"{_named(answer.agreement(entry.parent))}{f', as {entry.relation}' if entry.relation else ''}"


def _put_person(paper: Paper, row: KnownPerson, answer: Beforehand, notes: Footnotes) -> None:
    if row.also:
        paper.say(f"Also written: {', '.join(row.also)}.")
    if not row.terms:
        paper.gap()
        paper.say("No term in office is known that runs on this day.")
        return
    paper.heading("Offices")
    table = paper.table("office", "of", "term", "source", ratios=TERM_RATIOS)
    for term in row.terms:
        of = answer.participant(term.participant).name
        table.add_row(term.office, of, span(term.begin, term.end), notes.name(term.sources))
    paper.put(table)


def _put_leaders(paper: Paper, terms: Sequence[Person], answer: Beforehand, notes: Footnotes) -> None:
    if not terms:
        return
    paper.heading(f"In office{_open_ended(answer)}")
    table = paper.table("who", "office", "term", "source", ratios=TERM_RATIOS)
    for term in sorted(terms, key=lambda term: (term.office, term.name)):
        table.add_row(term.name, term.office, span(term.begin, term.end), notes.name(term.sources))
    paper.put(table)


def _put_facts(paper: Paper, facts: Sequence[Fact]) -> None:
    if not facts:
        return
    paper.gap()
    table = paper.table("", "", "source", ratios=(2, 5, None))
    for fact in facts:
        table.add_row(*fact)
    paper.put(table)


def _put_names(
    paper: Paper,
    names: Sequence[Name],
    entry: ParticipantEntry | AgreementEntry,
    notes: Footnotes,
    heading: str = "Names",
) -> None:
    """Set what it is called, then the seats and organs that stand for it."""
    for title, column, listed in (
        (heading, "use", [name for name in names if name.use not in (NameUse.METONYM, NameUse.PHRASE)]),
        ("Seats and organs", "what it is", [name for name in names if name.use is NameUse.METONYM]),
    ):
        if not listed:
            continue
        paper.heading(title)
        table = paper.table("name", column, "in use", "source", ratios=TERM_RATIOS)
        for name in listed:
            what = name.office or name.use.value
            said = f"{what}, ambiguous" if name.ambiguous else what
            table.add_row(name.text, said, span(name.begin, name.end), notes.name(entry.sources_of(name.text)))
        paper.put(table)
        for unlike, texts in _unlike(listed).items():
            paper.say(f"{', '.join(texts)} may also mean: {unlike}", indent=2, hang=2)
    phrases = [name.text for name in names if name.use is NameUse.PHRASE]
    if phrases:
        paper.say(f"A reader also takes these for it, by our choice: {'; '.join(phrases)}", indent=2, hang=2)


def _unlike(names: Iterable[Name]) -> dict[str, list[str]]:
    """What names may mean besides, each once, with the names that may mean it."""
    found: dict[str, list[str]] = {}
    for name in names:
        if name.unlike and name.text not in found.setdefault(name.unlike, []):
            found[name.unlike].append(name.text)
    return found


def _put_terms(
    paper: Paper, terms: Sequence[MembershipTerm], answer: Beforehand, notes: Footnotes, *, side: Side
) -> None:
    """Set terms of membership: the other side of each, its role, its days, and what is remarked."""
    if not terms:
        return
    members = sum(term.role is Role.MEMBER for term in terms)
    count = f"{members} as a member" if side is Side.BODY else str(members)
    paper.heading(f"{side.value}{_open_ended(answer)} ({count})")
    table = paper.table("who" if side is Side.MEMBER else "what", "role", "term", "source", ratios=TERM_RATIOS)
    remarks: dict[str, list[str]] = {}
    for term in terms:
        name = answer.participant(term.participant).name if side is Side.MEMBER else answer.body(term.body).name
        days = term_span(term.begin, term.end)
        if answer.on and term.holds_on(answer.on) is None:
            days = f"{UNCERTAIN} {days}"
            remarks.setdefault(TOO_COARSE, []).append(name)
        if term.note:
            remarks.setdefault(written_out(term.note), []).append(name)
        table.add_row(name, term.role.value, days, notes.name(term.sources))
    paper.put(table)
    for remark, names in remarks.items():
        paper.say(f"{', '.join(names)}: {remark}", indent=2, hang=2)


def _open_ended(answer: Beforehand) -> str:
    """What a list is that no day was asked for: of what has ended, nothing is in it."""
    return "" if answer.on else ", no end known"


def _followed(one: Succession, entry: ParticipantEntry, answer: Beforehand) -> str:
    if one.successor == entry.participant.id:
        return f"follows {answer.participant(one.predecessor).name}"
    return f"followed by {answer.participant(one.successor).name}"


def _either(entry: ParticipantEntry, *keys: str) -> tuple[Citation, ...]:
    """The sources of the first of these keys for which one is named; else those of all else."""
    named = (entry.sources_of(key) for key in keys if any(key in source.of for source in entry.sources))
    return next(named, entry.sources_of(keys[0]))


def _named(thing: Participant | AgreementRef) -> str:
    return f"{thing.name} ({thing.id})"


def span(begin: date | None, end: date | None) -> str:
    """The days from `begin` to the day before `end`, in words; empty where both are open.

    >>> span(date(2019, 3, 23), date(2022, 9, 17)), span(None, date(1991, 12, 10)), span(None, None)
    ('23 Mar 2019 to 16 Sep 2022', 'until 9 Dec 1991', '')
    """
    return _between(day(begin) if begin else "", day(end - timedelta(days=1)) if end else "")


def term_span(begin: Moment | None, last: Moment | None) -> str:
    """A term of membership in words, as exactly as its ends are known; `last` is the last day."""
    return _between(moment(begin) if begin else "", moment(last) if last else "")


def _between(first: str, last: str) -> str:
    if first and last:
        return f"{first} to {last}"
    return f"since {first}" if first else f"until {last}" if last else ""
