"""Agreement sheets: the text of an agreement, or of the membership of an organisation, made into its row."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from depositary.reference.citing import Citations
from depositary.reference.participant_sheets import filled
from depositary.reference.sheets import HEADINGS, Sheet, UnreadableSheet, listed
from depositary.terms import Action, AgreementKind, Convention, ParticipantKind, Scope

BINDING = ("binding", "non-binding", "disputed", "unknown")
RELATIONS = ("protocol", "component", "amendment", "replaces")
MEMBER_WORDS = {
    AgreementKind.TREATY: "party",
    AgreementKind.ORGANISATION: "member",
    AgreementKind.POLITICAL: "participant",
    AgreementKind.MEMORANDUM: "party",
    AgreementKind.RELATION: "party",
    AgreementKind.UNKNOWN: "party",
}
"""What one who takes part is called where the sheet does not say."""

ACTS = {
    "consent": (Action.RATIFY, Action.ACCEPT, Action.APPROVE, Action.ACCEDE, Action.DEPOSIT),
    "notice": (Action.WITHDRAW, Action.DENOUNCE),
}
"""Words for several acts in the `by` of a rule (VCLT 14-16; 56, 65-67); not succession, which has its own dates."""

NUMBER_PATTERNS = {
    "mtdsg": r"[IVX]+(\.[A-E])?\.\d+(\.[a-z])?(-[a-z])?",
    "unts": r"(I|II)-\d+",
    "cets": r"\d{1,3}",
    "ets": r"\d{1,3}[A-Z]?",
    "tias": r"\d+(-\d+)?",
    "celex": r"2\d{4}[A-Z]\d{4}(\(\d+\))?",
    "wikidata": r"Q[1-9]\d*",
    "lnts": r"\d+",
}
"""How a number of each register is written."""

_LIKE = {
    "mtdsg": "XXVI.5",
    "unts": "I-35597",
    "cets": "210",
    "ets": "5",
    "tias": "10532",
    "celex": "22016A1019(01)",
    "wikidata": "Q13165",
    "lnts": "2138",
}

NAMES = ("official", "acronyms", "popular", "phrases", "former")
PARTS = frozenset({"rule", "act", "ids"})
KEYS = frozenset(
    (
        *("kind", "binding", "word", "depositary", "body", "parent", "relation", "sides", "told_with", "not"),
        *("adopted", "opened", "in_force", "closed", "source", "sources"),
        *HEADINGS,
        *NAMES,
        *PARTS,
    )
)
RULE_KEYS = frozenset({"scope", "by", "convention", "n", "article", "source"})
ACT_KEYS = frozenset({"who", "act", "on", "component", "source"})


def membership(sheet: Sheet, id: str) -> Sheet:
    """The agreement by which an organisation has members: it bears the organisation's names besides its own."""
    own = sheet.table["membership"]
    if not isinstance(own, dict):
        raise UnreadableSheet(sheet.at("membership"), "membership is no table", "write [membership]")
    is_group = sheet.table.get("kind") == ParticipantKind.GROUP
    joined: dict[str, Any] = {
        "kind": (AgreementKind.POLITICAL if is_group else AgreementKind.ORGANISATION).value,
        **{key: sheet.table[key] for key in HEADINGS if key in sheet.table},
        "body": id,
        **own,
    }
    for key in NAMES:
        both = [*listed(sheet.table.get(key, [])), *listed(own.get(key, []))]
        joined[key] = [item for place, item in enumerate(both) if item not in both[:place]]
    if "sources" not in own and "source" not in own:
        joined["source"] = _inherited(sheet.table.get("source"), joined)
    return Sheet(f"{sheet.place}, membership", joined, sheet.raw)


def _inherited(source: object, joined: Collection[str]) -> object:
    """The organisation's sources, as far as they vouch for what its membership says."""
    if not isinstance(source, list):
        return source
    return [one for one in source if not isinstance(one, dict) or set(one.get("of", ())) <= set(joined)]


def agreement(sheet: Sheet, citations: Citations) -> dict[str, Any]:
    """The row of an agreement; empty values are left out."""
    sheet.admit(KEYS)
    kind = AgreementKind(sheet.word("kind", AgreementKind))
    names = sheet.names(*NAMES)
    sources = citations.of_sheet(sheet)
    keyed = citations.keyed(sheet)
    if sheet.table.get("relation") and not sheet.table.get("parent"):
        raise UnreadableSheet(sheet.at("relation"), "it has a relation to no parent", 'write parent = "..."')
    opened, closed = sheet.begin("opened"), sheet.end("closed")
    if opened and closed and closed <= opened:
        raise UnreadableSheet(sheet.at("closed"), "it ends before it was opened", "mend opened and closed")
    row = {
        "name": names[0][0],
        "kind": kind,
        "binding": sheet.word("binding", BINDING),
        "member_word": sheet.word("word", ("member", "party", "participant"), default=MEMBER_WORDS[kind]),
        "depositary": sheet.word("depositary", default=""),
        "body": sheet.word("body", default=""),
        "parent": sheet.word("parent", default=""),
        "relation": sheet.word("relation", (*RELATIONS, ""), default=""),
        "sides": sheet.words("sides"),
        "told_with": sheet.words("told_with"),
        "unlike": sheet.words("not"),
        "adopted": sheet.moment("adopted"),
        "opened": opened,
        "in_force": sheet.moment("in_force"),
        "closed": closed,
        "ids": _numbers(sheet),
        "rules": [_rule(rule, citations, keyed, sources) for rule in sheet.tables("rule")],
        "acts": [_act(act, citations, keyed, sources) for act in sheet.tables("act")],
        "sources": sources,
        "names": names,
    }
    return filled(row)


def _numbers(sheet: Sheet) -> list[list[str]]:
    table = sheet.part("ids")
    table.admit(NUMBER_PATTERNS)
    rows: list[list[str]] = []
    for register, pattern in NUMBER_PATTERNS.items():
        value = table.table.get(register, [])
        for text in table.words(register) if isinstance(value, list) else [table.word(register)]:
            if not re.fullmatch(pattern, text):
                trouble = f"{text!r} is no number of {register}"
                raise UnreadableSheet(table.at(register), trouble, f'write one like "{_LIKE[register]}"')
            rows.append([register, text])
    return rows


def _rule(rule: Sheet, citations: Citations, keyed: dict[str, int], sources: list[list[object]]) -> dict[str, Any]:
    rule.admit(RULE_KEYS)
    by: list[str] = []
    for word in rule.words("by"):
        if word not in ACTS and word not in Action.__members__.values():
            raise UnreadableSheet(
                rule.at("by"), f"unknown act {word!r}", f"write {', '.join(ACTS)} or an act's own word"
            )
        by.extend(ACTS.get(word, (Action(word),) if word not in ACTS else ()))
    if not by:
        raise UnreadableSheet(rule.place, "it has no acts", 'write by = ["consent"]')
    text = rule.word("source", default="")
    vouched = [number for number, of in sources if isinstance(of, list) and "rule" in of]
    return {
        "scope": rule.word("scope", Scope),
        "by": by,
        "convention": rule.word("convention", Convention),
        "n": rule.count("n"),
        "article": rule.word("article"),
        "source": keyed.get(text, text) or (vouched or [number for number, of in sources if not of])[0],
    }


def _act(act: Sheet, citations: Citations, keyed: dict[str, int], sources: list[list[object]]) -> list[Any]:
    act.admit(ACT_KEYS)
    source = citations.of_part(act, keyed, sources)[0]
    return [
        act.word("who"),
        act.word("act", Action),
        act.moment("on") or act.word("on"),
        act.word("component", default=""),
        source,
    ]
