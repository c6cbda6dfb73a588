"""What is known beforehand as data: one object a thing, each fact with the sources that vouch for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from depositary.cli import data
from depositary.questions import Beforehand, Known, KnownAgreement, KnownParticipant, KnownPerson
from depositary.reference import Citation, Code, KnownAct, MembershipTerm, Name, Person, Succession, names_in_languages


def record(row: Known, answer: Beforehand) -> dict[str, object]:
    """One thing: `thing` says which kind of object it is; `from` and `until` are the first and the last day."""
    match row:
        case KnownParticipant():
            told = _participant(row, answer)
        case KnownAgreement():
            told = _agreement(row, answer)
        case KnownPerson():
            told = _person(row, answer)
    namesakes = [{"id": person.id, "name": person.name} for person in answer.namesakes]
    return {**told, "namesakes": namesakes, "on": answer.on.isoformat() if answer.on else None}


def _participant(row: KnownParticipant, answer: Beforehand) -> dict[str, object]:
    entry = row.entry
    founded_by = data.agreement(answer.agreement(entry.founded_by)) if entry.founded_by else None
    derived_from = entry.derived_from and _named(answer, entry.derived_from)
    return {
        "thing": "participant",
        **data.participant(entry.participant),
        "names": [_name(name, entry.sources_of(name.text)) for name in row.names],
        "languages": [
            {"language": name.language.value, "text": name.text, "sources": _sources(name.sources)}
            for name in names_in_languages(entry)
        ],
        "codes": [_code(code, entry.sources_of(code.system)) for code in row.codes],
        "existence": {**_days(entry.begin, entry.end), "sources": _sources(entry.sources_of("from"))},
        "homepage": entry.homepage or None,
        "founded_by": founded_by,
        "founded_by_text": entry.founded_by_text or None,
        "derived_from": derived_from,
        "disputed": entry.disputed,
        "successions": [_succession(one, answer) for one in row.successions],
        "memberships": [_membership(term, answer, "body") for term in row.memberships],
        "members": [_membership(term, answer, "participant") for term in row.members],
        "leaders": [_term(person, answer) for person in row.leaders],
        "sources": _sources(entry.sources),
    }


def _agreement(row: KnownAgreement, answer: Beforehand) -> dict[str, object]:
    entry = row.entry
    days = {"opened": entry.opened, "closed": entry.closed}
    return {
        "thing": "agreement",
        **data.agreement(entry.ref),
        "names": [_name(name, entry.sources_of(name.text)) for name in row.names],
        "binding": {"word": entry.binding, "sources": _sources(entry.sources_of("binding"))},
        "member_word": entry.member_word,
        "adopted": {"date": data.edtf(entry.adopted), "sources": _sources(entry.sources_of("adopted"))},
        **{
            key: {"date": day.isoformat() if day else None, "sources": _sources(entry.sources_of(key))}
            for key, day in days.items()
        },
        "in_force": {"date": data.edtf(entry.in_force), "sources": _sources(entry.sources_of("in_force"))},
        "depositary": data.participant(answer.participant(entry.depositary)) if entry.depositary else None,
        "body": data.participant(answer.participant(entry.body)) if entry.body else None,
        "parent": data.agreement(answer.agreement(entry.parent)) if entry.parent else None,
        "relation": entry.relation or None,
        "parts": [data.agreement(answer.agreement(id)) for id in entry.components],
        "sides": [data.participant(answer.participant(id)) for id in entry.sides],
        "not": [data.agreement(answer.agreement(id)) for id in entry.unlike],
        "numbers": [
            {"register": register, "number": number, "sources": _sources(entry.sources_of(register, "ids"))}
            for register, number in entry.ids
        ],
        "rules": [data.rule(rule) for rule in entry.rules],
        "acts": [_act(act, answer) for act in row.acts],
        "members": [_membership(term, answer, "participant") for term in row.members],
        "sources": _sources(entry.sources),
    }


def _person(row: KnownPerson, answer: Beforehand) -> dict[str, object]:
    return {
        "thing": "person",
        "id": row.id,
        "name": row.name,
        "also": list(row.also),
        "terms": [_term(person, answer) for person in row.terms],
    }


def _name(name: Name, sources: Iterable[Citation]) -> dict[str, object]:
    return {
        "text": name.text,
        "use": name.use.value,
        "office": name.office or None,
        "ambiguous": name.ambiguous,
        "not": name.unlike or None,
        **_days(name.begin, name.end),
        "sources": _sources(sources),
    }


def _code(code: Code, sources: Iterable[Citation]) -> dict[str, object]:
    return {
        "system": code.system.value,
        "code": code.text,
        **_days(code.begin, code.end),
        "sources": _sources(sources),
    }


def _succession(one: Succession, answer: Beforehand) -> dict[str, object]:
    return {
        "successor": data.participant(answer.participant(one.successor)),
        "predecessor": data.participant(answer.participant(one.predecessor)),
        "mode": one.mode.value,
        "date": data.edtf(one.on),
        "sources": _sources(one.sources),
    }


def _membership(term: MembershipTerm, answer: Beforehand, other: str) -> dict[str, object]:
    """A term with the one of its two sides that is not the thing itself."""
    named = _named(answer, term.body) if other == "body" else data.participant(answer.participant(term.participant))
    return {
        other: named,
        "role": term.role.value,
        "from": data.edtf(term.begin),
        "until": data.edtf(term.end),
        "entry": term.entry or None,
        "exit": term.exit or None,
        "holds": term.holds_on(answer.on) if answer.on else None,
        "note": term.note or None,
        "sources": _sources(term.sources),
    }


def _named(answer: Beforehand, id: str) -> dict[str, object]:
    found = answer.body(id)
    return {"id": found.id, "name": found.name, "kind": found.kind.value}


def _act(act: KnownAct, answer: Beforehand) -> dict[str, object]:
    return {
        "participant": data.participant(answer.participant(act.who)),
        "action": act.act.value,
        "date": act.on.edtf,
        "part": data.agreement(answer.agreement(act.component)) if act.component else None,
        "sources": _sources(act.sources),
    }


def _term(person: Person, answer: Beforehand) -> dict[str, object]:
    return {
        "person": {"id": person.id, "name": person.name},
        "office": person.office,
        "participant": data.participant(answer.participant(person.participant)),
        **_days(person.begin, person.end),
        "sources": _sources(person.sources),
    }


def _days(begin: date | None, end: date | None) -> dict[str, object]:
    """The first and the last day; null is open, or not recorded."""
    last = (end - timedelta(days=1)).isoformat() if end else None
    return {"from": begin.isoformat() if begin else None, "until": last}


def _sources(sources: Iterable[Citation]) -> list[dict[str, object]]:
    return [{"work": one.work, "at": one.at or None, "seen": one.seen or None} for one in sources]
