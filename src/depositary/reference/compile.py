"""Compile the texts of the reference into the one file that the program reads.

Run as `python -m depositary.reference.compile`. With `--check` nothing is written:
the exit code is 1 where the committed file differs from the texts.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from depositary.reference.conflicts import Rows, refuse_dangling, refuse_undeclared_ambiguity
from depositary.reference.entries import NameUse, Witness
from depositary.reference.folding import fold
from depositary.reference.office_holders import read_people
from depositary.reference.reference import ARTEFACT
from depositary.reference.sheets import NAME_LISTS, Sheet, UnreadableSheet, listed
from depositary.terms import Action, AgreementKind, Convention, DepositaryError, ParticipantKind, Scope

FOLDER = Path(__file__).parent
"""Where the texts are, and where the compiled file goes."""

BINDING = ("binding", "non-binding", "disputed", "unknown")
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

PARTICIPANT_KEYS = frozenset(
    {"name", "kind", "from", "until", "predecessors", "successors", "members", "homepage", "source", *NAME_LISTS}
)
AGREEMENT_NAMES = ("official", "acronyms", "popular", "former")
AGREEMENT_KEYS = frozenset(
    {
        *(
            "name",
            "kind",
            "binding",
            "word",
            "depositary",
            "body",
            "parent",
            "sides",
            "opened",
            "in_force",
            "closed",
            "rule",
        )
    }
    | {"sources", *AGREEMENT_NAMES}
)
RULE_KEYS = frozenset({"scope", "by", "convention", "n", "article", "source"})
SOURCE_KEYS = frozenset({"name", "witness", "participant", "homepage", "source", "popular", "acronyms", "former"})
OWN_USES = frozenset({NameUse.OFFICIAL, NameUse.SHORT, NameUse.ACRONYM, NameUse.FORMER, NameUse.POPULAR})
"""Uses in which a name is the thing's own, so that it is found first."""


def compile_texts(folder: Path) -> str:
    """The compiled file for the texts in this folder; raises `UnreadableSheet` for the first that breaks a rule."""
    organisations = _sheets(folder / "organisations")
    participants: Rows = {}
    for id, sheet in [*_sheets(folder / "states").items(), *organisations.items()]:
        if id in participants:
            raise UnreadableSheet(sheet.place, f"{id} is there twice", "rename one of the files")
        participants[id] = _participant(sheet, is_state=id not in organisations)
    agreements: Rows = {}
    memberships = {
        id: Sheet(f"{sheet.place}, membership", _membership(sheet))
        for id, sheet in organisations.items()
        if "membership" in sheet.table
    }
    for id, sheet in [*memberships.items(), *_sheets(folder / "agreements").items()]:
        if id in agreements:
            raise UnreadableSheet(sheet.place, f"the agreement {id} is there twice", "rename one of the files")
        agreements[id] = _agreement(sheet)
    sources = {id: _source(sheet) for id, sheet in _sheets(folder / "sources").items()}
    refuse_dangling(participants, agreements, sources)
    for id, row in agreements.items():
        if parent := row.get("parent"):
            agreements[parent].setdefault("components", []).append(id)
    shelves = {"participants": participants, "agreements": agreements, "sources": sources}
    for shelf in shelves.values():
        refuse_undeclared_ambiguity(shelf)
    people = folder / "people.csv"
    lexicons = {id: sheet.table for id, sheet in _sheets(folder / "lexicon").items()}
    return _lines(
        {
            **{name: dict(sorted(shelf.items())) for name, shelf in shelves.items()},
            "people": read_people(people, participants) if people.exists() else [],
            "index": {name: _index(shelf) for name, shelf in shelves.items()},
            "lexicon": lexicons,
        }
    )


def _sheets(folder: Path) -> dict[str, Sheet]:
    return {path.stem: Sheet.read(path) for path in sorted(folder.glob("*.toml"))}


def _participant(sheet: Sheet, *, is_state: bool) -> dict[str, Any]:
    sheet.admit(PARTICIPANT_KEYS if is_state else PARTICIPANT_KEYS | {"membership"})
    kinds = (
        (ParticipantKind.STATE, ParticipantKind.TERRITORY)
        if is_state
        else (ParticipantKind.ORGANISATION, ParticipantKind.GROUP)
    )
    names = sheet.names("name", *NAME_LISTS)
    begin, end = sheet.span()
    row = {
        "name": names[0][0] if "name" in sheet.table else sheet.word("name"),
        "kind": sheet.word("kind", kinds, default=kinds[0]),
        "begin": begin,
        "end": end,
        "predecessors": sheet.words("predecessors"),
        "successors": sheet.words("successors"),
        "members": sheet.words("members"),
        "homepage": sheet.word("homepage", default=""),
        "source": sheet.word("source"),
        "names": names,
    }
    if row["members"] and row["kind"] != ParticipantKind.GROUP:
        raise UnreadableSheet(sheet.place, "only a group has members here", 'write kind = "group" or take them away')
    return _filled(row)


def _membership(sheet: Sheet) -> dict[str, Any]:
    """The agreement by which an organisation has members: it bears the organisation's names besides its own."""
    table = sheet.table["membership"]
    if not isinstance(table, dict):
        raise UnreadableSheet(sheet.place, "membership is no table", "write [membership]")
    is_group = sheet.table.get("kind") == ParticipantKind.GROUP
    joined: dict[str, Any] = {
        "kind": (AgreementKind.POLITICAL if is_group else AgreementKind.ORGANISATION).value,
        "name": sheet.table.get("name", ""),
        "body": Path(sheet.place).stem,
        **table,
    }
    for key in AGREEMENT_NAMES:
        both = [*listed(sheet.table.get(key, [])), *listed(table.get(key, []))]
        joined[key] = [item for place, item in enumerate(both) if item not in both[:place]]
    joined.setdefault("sources", [sheet.word("source")])
    return joined


def _agreement(sheet: Sheet) -> dict[str, Any]:
    sheet.admit(AGREEMENT_KEYS)
    kind = AgreementKind(sheet.word("kind", AgreementKind))
    names = sheet.names("name", *AGREEMENT_NAMES)
    if not sheet.words("sources"):
        raise UnreadableSheet(sheet.place, "it has no sources", 'write sources = ["work, place in it"]')
    row = {
        "name": names[0][0] if "name" in sheet.table else sheet.word("name"),
        "kind": kind,
        "binding": sheet.word("binding", BINDING),
        "member_word": sheet.word("word", ("member", "party", "participant"), default=MEMBER_WORDS[kind]),
        "depositary": sheet.word("depositary", default=""),
        "body": sheet.word("body", default=""),
        "parent": sheet.word("parent", default=""),
        "sides": sheet.words("sides"),
        "opened": sheet.begin("opened"),
        "in_force": sheet.begin("in_force"),
        "closed": sheet.end("closed"),
        "rules": [_rule(rule) for rule in sheet.tables("rule")],
        "sources": sheet.words("sources"),
        "names": names,
    }
    return _filled(row)


def _rule(sheet: Sheet) -> dict[str, Any]:
    sheet.admit(RULE_KEYS)
    by: list[str] = []
    for word in sheet.words("by"):
        if word not in ACTS and word not in Action.__members__.values():
            raise UnreadableSheet(sheet.place, f"unknown act {word!r}", f"write {', '.join(ACTS)} or an act's own word")
        by.extend(ACTS.get(word, (Action(word),) if word not in ACTS else ()))
    if not by:
        raise UnreadableSheet(sheet.place, "it has no acts", 'write by = ["consent"]')
    return {
        "scope": sheet.word("scope", Scope),
        "by": by,
        "convention": sheet.word("convention", Convention),
        "n": sheet.count("n"),
        "article": sheet.word("article"),
        "source": sheet.word("source"),
    }


def _source(sheet: Sheet) -> dict[str, Any]:
    sheet.admit(SOURCE_KEYS)
    names = sheet.names("name", "popular", "acronyms", "former")
    row = {
        "name": names[0][0] if "name" in sheet.table else sheet.word("name"),
        "witness": sheet.word("witness", Witness),
        "participant": sheet.word("participant", default=""),
        "homepage": sheet.word("homepage", default=""),
        "source": sheet.word("source"),
        "names": names,
    }
    return _filled(row)


def _index(shelf: Rows) -> dict[str, list[list[str]]]:
    """Folded name to ids in four ranks, best first: own names, own names no longer in use, then the same of others."""
    index: dict[str, list[list[str]]] = {}
    for id, row in sorted(shelf.items()):
        for name in row["names"]:
            rank = (0 if name[1] in OWN_USES else 2) + (1 if len(name) > 2 and name[3] else 0)
            ranks = index.setdefault(fold(name[0]), [])
            ranks.extend([] for _ in range(rank + 1 - len(ranks)))
            if id not in ranks[rank]:
                ranks[rank].append(id)
    return dict(sorted(index.items()))


def _filled(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if value not in ("", None, [])}


def _lines(compiled: Mapping[str, Any]) -> str:
    """JSON with one entry a line, so that a change of a text is a change of a line."""
    parts = []
    for key, value in compiled.items():
        if isinstance(value, dict):
            inside = ",\n".join(f"{_json(id)}:{_json(entry)}" for id, entry in value.items())
            parts.append(f"{_json(key)}:{{\n{inside}\n}}")
        else:
            parts.append(f"{_json(key)}:[\n" + ",\n".join(map(_json, value)) + "\n]")
    return "{" + ",\n".join(parts) + "}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def main(arguments: Iterable[str] | None = None) -> int:
    """Write the compiled file, or with `--check` compare it; the exit code says whether all is well."""
    parser = argparse.ArgumentParser(prog="python -m depositary.reference.compile", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where the file differs")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the texts are")
    options = parser.parse_args(None if arguments is None else list(arguments))
    artefact: Path = options.folder / ARTEFACT
    try:
        compiled = compile_texts(options.folder)
    except DepositaryError as error:
        print(error, file=sys.stderr)
        return 1
    if options.check:
        if not artefact.exists() or artefact.read_text(encoding="utf-8") != compiled:
            print(
                f"{artefact.name} differs from the texts: run python -m depositary.reference.compile.", file=sys.stderr
            )
            return 1
        return 0
    artefact.write_text(compiled, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
