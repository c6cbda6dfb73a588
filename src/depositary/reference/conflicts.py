"""Conflicts: what two sheets may not say of each other, such as a name that both bear without saying so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from depositary.reference.folding import fold
from depositary.reference.sheets import UnreadableSheet, listed

Rows = dict[str, dict[str, Any]]  # Any: a row, as `rows` reads it back

_LAST = "9999-12-31"


def refuse_dangling(participants: Rows, agreements: Rows, sources: Rows) -> None:
    """Refuse a reference to an id that nothing bears."""
    fields: list[tuple[str, Rows, Rows, tuple[str, ...]]] = [
        ("participant", participants, participants, ("predecessors", "successors", "members")),
        ("agreement", agreements, participants, ("depositary", "body", "sides")),
        ("agreement", agreements, agreements, ("parent",)),
        ("source", sources, participants, ("participant",)),
    ]
    for kind, shelf, targets, keys in fields:
        for id, row in shelf.items():
            for key in keys:
                for target in listed(row.get(key, [])):
                    if target not in targets:
                        trouble = f"{key} names the unknown code {target!r}"
                        raise UnreadableSheet(f"The {kind} {id}", trouble, "add a file for it or mend the code")


def refuse_undeclared_ambiguity(shelf: Rows) -> None:
    """Refuse a name that two entries bear in the same use, on a common day, unless both say that it is ambiguous."""
    bearers: dict[tuple[str, str], list[tuple[str, list[Any]]]] = {}
    for id, row in shelf.items():
        seen: set[tuple[str, str, str | None]] = set()
        for name in row["names"]:
            full = name if len(name) > 2 else [*name, None, None, 0, ""]
            if (full[0], full[1], full[2]) in seen:
                raise UnreadableSheet(id, f"it has the {full[1]} name {full[0]!r} twice", "take one away")
            if full[0] != id and full[0] in shelf:
                raise UnreadableSheet(id, f"its name {full[0]!r} is the code of another", "take it away")
            seen.add((full[0], full[1], full[2]))
            bearers.setdefault((fold(full[0]), full[1]), []).append((id, full))
    for (_, use), found in bearers.items():
        for place, (id, name) in enumerate(found):
            for other_id, other in found[:place]:
                if id != other_id and _overlap(name, other) and not (name[4] and other[4]):
                    raise UnreadableSheet(
                        f"{other_id} and {id}",
                        f"both have the {use} name {name[0]!r}",
                        "write { text = ..., ambiguous = true } in both, or take it away from one",
                    )


def _overlap(one: Sequence[Any], other: Sequence[Any]) -> bool:
    return (one[2] or "") < (other[3] or _LAST) and (other[2] or "") < (one[3] or _LAST)
