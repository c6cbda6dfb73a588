"""Conflicts: what two sheets may not say of each other, such as a name that both bear without saying so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from depositary.reference.entries import NameUse
from depositary.reference.folding import fold
from depositary.reference.sheets import Sheet, UnreadableSheet, listed

Rows = dict[str, dict[str, Any]]  # Any: a row, as `rows` reads it back
Sheets = Mapping[str, Sheet]

OWN_USES = frozenset(
    {NameUse.OFFICIAL, NameUse.SHORT, NameUse.ACRONYM, NameUse.FORMER, NameUse.POPULAR, NameUse.PHRASE}
)
"""Uses in which a name is the thing's own, so that it is found first."""

_LAST = "9999-12-31"


def dangling(shelf: Rows, sheets: Sheets, fields: Mapping[str, tuple[str, Rows]]) -> Iterator[UnreadableSheet]:
    """References to an id that nothing bears; `fields` gives a row's key the sheet's key and where it leads."""
    for id, row in shelf.items():
        for key, (written, targets) in fields.items():
            for target in listed(row.get(key, [])):
                if target not in targets:
                    trouble = f"{written} names the unknown code {target!r}"
                    place = sheets[id].at(target)
                    yield UnreadableSheet(place, trouble, "add a file for it or mend the code")


def one_sided(agreements: Rows, sheets: Sheets) -> Iterator[UnreadableSheet]:
    """Agreements that one sheet tells apart from another whose sheet does not say so."""
    for id, row in agreements.items():
        for other in row.get("unlike", ()):
            if other in agreements and id not in agreements[other].get("unlike", ()):
                place, trouble = sheets[id].at("not"), f"it is not {other!r}, whose sheet does not say so"
                yield UnreadableSheet(place, trouble, f'write not = ["{id}"] in {sheets[other].place} too')


def undeclared_ambiguity(shelf: Rows, sheets: Sheets) -> Iterator[UnreadableSheet]:
    """Names that two entries bear on a common day, both as their own or in the same use, unless both say so."""
    bearers: dict[tuple[str, str], list[tuple[str, list[Any]]]] = {}
    for id, row in shelf.items():
        seen: set[tuple[str, str, str | None]] = set()
        for name in row["names"]:
            full = name if len(name) > 2 else [*name, None, None, 0, ""]
            if (full[0], full[1], full[2]) in seen:
                trouble = f"it has the {full[1]} name {full[0]!r} twice"
                yield UnreadableSheet(sheets[id].at(full[0]), trouble, "take one away")
            if full[0] != id and full[0] in shelf:
                trouble = f"its name {full[0]!r} is the code of another"
                yield UnreadableSheet(sheets[id].at(full[0]), trouble, "take it away")
            seen.add((full[0], full[1], full[2]))
            use = "own" if full[1] in OWN_USES else full[1]
            full = [
                *full[:2],
                full[2] or row.get("begin") or row.get("opened"),
                full[3] or row.get("end") or row.get("closed"),
                *full[4:],
            ]
            bearers.setdefault((fold(full[0]), use), []).append((id, full))
    for found in bearers.values():
        for place, (id, name) in enumerate(found):
            for other_id, other in found[:place]:
                if id != other_id and _overlap(name, other) and not (name[4] & 1 and other[4] & 1):
                    yield UnreadableSheet(
                        f"{sheets[other_id].at(other[0])} and {sheets[id].at(name[0])}",
                        f"both have the name {name[0]!r} ({other[1]} and {name[1]})",
                        "write { text = ..., ambiguous = true } in both, or take it away from one",
                    )


def _overlap(one: Sequence[Any], other: Sequence[Any]) -> bool:
    return (one[2] or "") < (other[3] or _LAST) and (other[2] or "") < (one[3] or _LAST)
