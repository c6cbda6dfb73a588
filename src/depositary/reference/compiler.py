"""The compiler: the texts of the reference, read, held against each other and made into the one file that is read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from depositary.reference import agreement_sheets, consistency, membership_tables, office_holders, participant_sheets
from depositary.reference.citing import Citations
from depositary.reference.conflicts import OWN_USES, Rows, dangling, one_sided, undeclared_ambiguity
from depositary.reference.entries import Witness
from depositary.reference.folding import fold
from depositary.reference.refusals import Refusals
from depositary.reference.sheets import Sheet, UnreadableSheet
from depositary.reference.texts import PEOPLE, Texts
from depositary.terms import ParticipantKind

FOLDER = Path(__file__).parent
"""Where our own texts are."""

SOURCE_KEYS = frozenset({"name", "witness", "participant", "homepage", "source", "popular", "acronyms", "former"})


class Compiler:
    """One run over the texts of a folder, with what is laid over them: rows, their sheets, and what was refused."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.refusals = Refusals()
        self.citations = Citations()
        self.participants: Rows = {}
        self.agreements: Rows = {}
        self.sources: Rows = {}
        self.memberships: dict[str, list[list[Any]]] = {}
        self.people: list[list[Any]] = []
        self.participant_sheets: dict[str, Sheet] = {}
        self.agreement_sheets: dict[str, Sheet] = {}
        self.source_sheets: dict[str, Sheet] = {}

    def run(self) -> dict[str, Any]:
        """What the compiled file holds; raises `UnreadableSheet` where a text breaks a rule."""
        self.refusals.extend(self.texts.strays())
        self._read_participants()
        self._read_agreements()
        self._read_sources()
        self.refusals.raise_any()
        self._compare()
        self._read_memberships()
        self._read_people()
        self.refusals.raise_any()
        self._join()
        shelves = {"participants": self.participants, "agreements": self.agreements, "sources": self.sources}
        lexicons = {id: sheet.table for id, sheet in self.texts.sheets("lexicon", self.refusals).items()}
        self.refusals.raise_any()
        return {
            **{name: dict(sorted(shelf.items())) for name, shelf in shelves.items()},
            "memberships": self.memberships,
            "people": self.people,
            "cited": self.citations.cited,
            "index": {name: _index(shelf) for name, shelf in shelves.items()},
            "lexicon": lexicons,
        }

    def _read_participants(self) -> None:
        for shelf, is_state in (("states", True), ("organisations", False)):
            for id, sheet in self.texts.sheets(shelf, self.refusals).items():
                with self.refusals.gathering():
                    if id in self.participants:
                        raise UnreadableSheet(sheet.place, f"{id} is there twice", "rename one of the files")
                    participant_sheets.refuse_misnamed(sheet, id, is_state=is_state)
                    self.participant_sheets[id] = sheet
                    self.participants[id] = participant_sheets.participant(sheet, self.citations, is_state=is_state)

    def _read_agreements(self) -> None:
        sheets: list[tuple[str, Sheet]] = []
        for id, sheet in self.participant_sheets.items():
            if "membership" in sheet.table:
                with self.refusals.gathering():
                    sheets.append((id, agreement_sheets.membership(sheet, id)))
        for id, sheet in [*sheets, *self.texts.sheets("agreements", self.refusals).items()]:
            with self.refusals.gathering():
                if id in self.agreements:
                    raise UnreadableSheet(sheet.place, f"the agreement {id} is there twice", "rename one of the files")
                participant_sheets.refuse_misnamed(sheet, id, is_state=False)
                self.agreement_sheets[id] = sheet
                self.agreements[id] = agreement_sheets.agreement(sheet, self.citations)

    def _read_sources(self) -> None:
        for id, sheet in self.texts.sheets("sources", self.refusals).items():
            with self.refusals.gathering():
                self.source_sheets[id] = sheet
                self.sources[id] = _source(sheet, self.citations)

    def _compare(self) -> None:
        """Refuse what no text may say in view of the others."""
        for row in self.participants.values():
            row["peers"] = [succession[0] for succession in row.get("succeeds", ())]
            row["listed"] = sorted({member for roster in row.get("rosters", ()) for member in roster[0]})
        for row in self.agreements.values():
            row["actors"] = sorted({act[0] for act in row.get("acts", ())})
            row["instruments"] = sorted({act[3] for act in row.get("acts", ()) if act[3]})
        participants, agreements = self.participants, self.agreements
        found = self.refusals.extend
        found(
            dangling(
                participants,
                self.participant_sheets,
                {
                    "peers": ("succeeds", participants),
                    "listed": ("the list", participants),
                    "derived_from": ("derived_from", {**participants, **agreements}),
                    "founded_by": ("founded_by", agreements),
                },
            )
        )
        found(
            dangling(
                agreements,
                self.agreement_sheets,
                {
                    **{key: (key, participants) for key in ("depositary", "body", "sides", "told_with")},
                    "actors": ("who", participants),
                    "parent": ("parent", agreements),
                    "unlike": ("not", agreements),
                    "instruments": ("component", agreements),
                },
            )
        )
        found(dangling(self.sources, self.source_sheets, {"participant": ("participant", participants)}))
        for row in [*participants.values(), *agreements.values()]:
            for key in ("peers", "listed", "actors", "instruments"):
                row.pop(key, None)
        found(one_sided(agreements, self.agreement_sheets))
        found(consistency.cycles(participants, self.participant_sheets))
        found(consistency.two_capitals(self.participant_sheets))
        found(consistency.names_before(participants, self.participant_sheets))
        found(consistency.rosters_outside(participants, self.participant_sheets))
        for shelf, sheets in (
            (participants, self.participant_sheets),
            (agreements, self.agreement_sheets),
            (self.sources, self.source_sheets),
        ):
            found(undeclared_ambiguity(shelf, sheets))

    def _read_memberships(self) -> None:
        bounds = {id: (row.get("begin"), row.get("end")) for id, row in self.participants.items()}
        sheets = self.texts.sheets("memberships", self.refusals)
        tables = self.texts.paths("memberships", "csv")
        for body in sheets.keys() - tables.keys():
            with self.refusals.gathering():
                raise UnreadableSheet(sheets[body].place, "it has no table of terms", f"write {body}.csv beside it")
        for body, path in tables.items():
            place = self.texts.place(path)
            with self.refusals.gathering():
                if body not in self.participants and body not in self.agreements:
                    raise UnreadableSheet(place, f"{body} is no organisation or agreement", "rename the file")
                if body not in sheets:
                    raise UnreadableSheet(place, "it has no sheet of sources", f"write {body}.toml beside it")
                sheets[body].admit(("source",))
                terms = list(membership_tables.read_terms(path, place, sheets[body], self.citations, bounds))
                self.refusals.extend(membership_tables.impossible(terms, bounds))
                self.memberships[body] = [row for _, row in terms]

    def _read_people(self) -> None:
        people = self.texts.file(PEOPLE)
        tables: list[tuple[Path, str | None]] = [(people, None)] if people else []
        tables.extend((path, id) for id, path in self.texts.paths("people", "csv").items())
        terms: list[tuple[str, list[Any]]] = []
        for path, id in tables:
            with self.refusals.gathering():
                place = self.texts.place(path)
                terms.extend(office_holders.read_people(path, place, self.citations, self.participants, id))
        self.refusals.extend(office_holders.in_order(terms))
        self.people = [row for _, row in terms]

    def _join(self) -> None:
        """Write what follows from two texts into both: components with their parents, successions with either side."""
        for id, row in self.agreements.items():
            if parent := row.get("parent"):
                self.agreements[parent].setdefault("components", []).append(id)
        for id, row in sorted(self.participants.items()):
            if row["kind"] == ParticipantKind.ORGANISATION and id in self.agreements and "founded_by_text" not in row:
                row.setdefault("founded_by", id)
            for predecessor, mode, on, source in row.pop("succeeds", ()):
                succession = [id, predecessor, mode, on, source]
                row.setdefault("successions", []).append(succession)
                self.participants[predecessor].setdefault("successions", []).append(succession)


def compile_texts(folder: Path, *over: Path) -> str:
    """The compiled file for the texts in a folder, with those of the `over` folders laid over them.

    A text in an `over` folder replaces the one of the same shelf and name. Raises `UnreadableSheet`.
    """
    return written(Compiler(Texts(folder, *over)).run())


def _source(sheet: Sheet, citations: Citations) -> dict[str, Any]:
    sheet.admit(SOURCE_KEYS)
    names = sheet.names("popular", "acronyms", "former")
    row = {
        "name": names[0][0],
        "witness": sheet.word("witness", Witness),
        "participant": sheet.word("participant", default=""),
        "homepage": sheet.word("homepage", default=""),
        "sources": citations.of_sheet(sheet),
        "names": names,
    }
    return participant_sheets.filled(row)


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


def written(compiled: Mapping[str, Any]) -> str:
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
