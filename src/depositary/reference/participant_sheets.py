"""Participant sheets: the text of a State, territory, organisation or group, as a row (only by the compiler)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from depositary.reference.citing import Citations
from depositary.reference.entries import CodeSystem, SuccessionMode
from depositary.reference.languages import KEY as LANGUAGES
from depositary.reference.languages import Language
from depositary.reference.sheets import NAME_LISTS, Sheet, UnreadableSheet
from depositary.terms import ParticipantKind

KEYS = frozenset({"name", "kind", "from", "until", "homepage", "source", *NAME_LISTS})
STATE_KEYS = KEYS | {"codes", "succeeds", LANGUAGES}
GROUP_KEYS = KEYS | {"heading", "membership", "roster", "members", "derived_from", "disputed"}
ORGANISATION_KEYS = KEYS | {"membership", "founded_by", "founded_by_text"}
SUCCESSION_KEYS = frozenset({"of", "mode", "on", "source"})
ROSTER_KEYS = frozenset({"of", "from", "until", "source"})
CODE_KEYS = frozenset({"code", "from", "until"})
OTHER_LANGUAGES = frozenset(Language) - {Language.ENGLISH}

CODE_PATTERNS = {
    CodeSystem.ISO2: r"[A-Z]{2}",
    CodeSystem.M49: r"\d{3}",
    CodeSystem.WIKIDATA: r"Q[1-9]\d*",
    CodeSystem.COW: r"[1-9]\d{0,2}",
    CodeSystem.GW: r"[1-9]\d{0,3}",
}
"""How a code of each system is written; GW numbers have four digits only in the list of microstates."""

STATE_ID, SLUG = re.compile(r"[A-Z]{3}"), re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def participant(sheet: Sheet, citations: Citations, *, is_state: bool) -> dict[str, Any]:
    """The row of a participant; empty values are left out."""
    is_group = not is_state and sheet.table.get("kind") == ParticipantKind.GROUP
    sheet.admit(STATE_KEYS if is_state else GROUP_KEYS if is_group else ORGANISATION_KEYS)
    kinds = (
        (ParticipantKind.STATE, ParticipantKind.TERRITORY)
        if is_state
        else (ParticipantKind.ORGANISATION, ParticipantKind.GROUP)
    )
    names = sheet.names(*NAME_LISTS)
    begin, end = sheet.span()
    row: dict[str, Any] = {
        "name": names[0][0],
        "kind": sheet.word("kind", kinds, default=kinds[0]),
        "begin": begin,
        "end": end,
        "homepage": sheet.word("homepage", default=""),
        "sources": citations.of_sheet(sheet),
        "names": names,
    }
    keyed = citations.keyed(sheet)
    if is_state:
        row["codes"] = _codes(sheet)
        row["languages"] = _languages(sheet)
        row["succeeds"] = [_succession(part, citations, keyed, row["sources"]) for part in sheet.tables("succeeds")]
    elif is_group:
        row["rosters"] = _rosters(sheet, citations, keyed, row["sources"])
        row["derived_from"] = sheet.word("derived_from", default="")
        row["disputed"] = sheet.truth("disputed")
    else:
        row["founded_by"] = sheet.word("founded_by", default="")
        row["founded_by_text"] = sheet.word("founded_by_text", default="")
    return filled(row)


def refuse_misnamed(sheet: Sheet, id: str, *, is_state: bool) -> None:
    """Refuse a file whose name is no id of its folder."""
    pattern, wanted = (STATE_ID, "three capitals (KAZ)") if is_state else (SLUG, "small letters with hyphens (nato)")
    if not pattern.fullmatch(id):
        raise UnreadableSheet(sheet.place, f"{id!r} is no id for this folder", f"name the file in {wanted}")


def _languages(sheet: Sheet) -> dict[str, str]:
    table = sheet.part(LANGUAGES)
    table.admit(OTHER_LANGUAGES)
    return {language: table.word(language) for language in table.table}


def _codes(sheet: Sheet) -> list[list[Any]]:
    table = sheet.part("codes")
    table.admit(CodeSystem)
    rows: list[list[Any]] = []
    for system in CodeSystem:
        value = table.table.get(system, [])
        for item in value if isinstance(value, list) else [{"code": table.word(system)}]:
            code = Sheet(table.at(system), item if isinstance(item, dict) else {"code": item})
            code.admit(CODE_KEYS)
            text = code.word("code")
            if not re.fullmatch(CODE_PATTERNS[system], text):
                raise UnreadableSheet(
                    table.at(system), f"{text!r} is no {system} code", f"write one like {_LIKE[system]}"
                )
            rows.append([system.value, text, *code.span()])
    return rows


_LIKE = {"iso2": '"KZ"', "m49": '"004", in quotes', "wikidata": '"Q232"', "cow": '"705"', "gw": '"705"'}


def _succession(part: Sheet, citations: Citations, keyed: dict[str, int], sources: list[list[object]]) -> list[Any]:
    part.admit(SUCCESSION_KEYS)
    predecessor, mode = part.word("of"), part.word("mode", SuccessionMode)
    return [predecessor, mode, part.moment("on"), citations.of_part(part, keyed, sources)]


def _rosters(sheet: Sheet, citations: Citations, keyed: dict[str, int], sources: list[list[object]]) -> list[list[Any]]:
    if sheet.table.get("members") and sheet.table.get("roster"):
        raise UnreadableSheet(sheet.at("members"), "it has members and rosters", "write [[roster]] only")
    rows: list[list[Any]] = []
    if members := sheet.words("members"):
        rows.append([members, None, None, sources[0][0]])
    for part in sheet.tables("roster"):
        part.admit(ROSTER_KEYS)
        begin, end = part.span()
        rows.append([part.words("of"), begin, end, citations.of_part(part, keyed, sources)[0]])
        if not rows[-1][0]:
            raise UnreadableSheet(part.place, "it names nobody", 'write of = ["KAZ", "KGZ"]')
    rows.sort(key=lambda row: row[1] or "")
    for one, other in pairwise(rows):
        if one[2] is None or (other[1] or "") < one[2]:
            raise UnreadableSheet(
                sheet.at("roster"), f"the list from {other[1]} begins before the one before it ends", "mend until"
            )
    return rows


def filled(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row without what is empty."""
    return {key: value for key, value in row.items() if value not in ("", None, [], {}, False)}
