"""Sheets: the texts of the reference, read and checked one by one (only by the compiler, never at run time)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from depositary.reference.entries import NameUse
from depositary.reference.rows import AMBIGUOUS
from depositary.terms import OPEN_BEGIN, OPEN_END, DepositaryError, Moment, UnreadableMoment

HEADINGS = {"name": NameUse.SHORT, "heading": NameUse.PHRASE}
"""The two keys under which a sheet says what answers print, and the use that gives; a heading is our own words."""

NAME_LISTS = {
    "official": NameUse.OFFICIAL,
    "acronyms": NameUse.ACRONYM,
    "popular": NameUse.POPULAR,
    "phrases": NameUse.PHRASE,
    "former": NameUse.FORMER,
    "demonyms": NameUse.DEMONYM,
    "metonyms": NameUse.METONYM,
}
"""The keys of a sheet that hold names, and the use each gives them."""

NAME_KEYS = frozenset({"text", "from", "until", "ambiguous", "office", "not", "spelling_of", "seat"})
"""What a name may say of itself.

The last two are for the compiler only: another spelling of a seat, and a seat beside others at the same time.
"""

_HEAD = re.compile(r"\s*\[\[(?:\w+\.)?(\w+)\]\]")
"""The head of a table that may stand several times, `[[rule]]` or `[[membership.rule]]`."""

Table = Mapping[str, Any]  # Any: what a TOML table holds, until it is checked here


class UnreadableSheet(DepositaryError):
    """A text of the reference breaks a rule; the sentence names the file, the line where it is known, and the mend."""

    def __init__(self, place: str, trouble: str, mend: str) -> None:
        super().__init__(f"{place}: {trouble}; {mend}.")


class Sheet:
    """One TOML text: a table with its place, so that every refusal can name it."""

    def __init__(self, place: str, table: Table, raw: str = "", first: int = 1) -> None:
        self.place = place
        self.table = table
        self.raw = raw
        self.first = first

    def at(self, key: str) -> str:
        """The place of a key, with its line where the text shows it; for a part, otherwise that of its head."""
        for number, line in enumerate(self.raw.split("\n"), self.first):
            start = line.lstrip().lstrip("[").lstrip()
            is_key = start.startswith(key) and start[len(key) :].lstrip()[:1] in ("=", "]")
            if is_key or f'"{key}"' in line:
                return f"{self.place} line {number}"
        return f"{self.place} line {self.first - 1}" if self.first > 1 else self.place

    @classmethod
    def read(cls, path: Path, place: str) -> Sheet:
        """The sheet in this file, which refusals call `place`."""
        try:
            raw = path.read_text(encoding="utf-8")
            return cls(place, tomllib.loads(raw), raw)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise UnreadableSheet(place, f"it is not TOML ({error})", "mend the line that it names") from None

    def admit(self, keys: Iterable[str]) -> None:
        """Refuse any key that is not one of these."""
        known = sorted(keys)
        for key in self.table:
            if key not in known:
                raise UnreadableSheet(self.at(key), f"unknown key {key!r}", f"known are {', '.join(known)}")

    def word(self, key: str, choices: Iterable[str] = (), default: str | None = None) -> str:
        """The text under a key, one of the choices if there are any; required unless there is a default."""
        value = self.table.get(key, default)
        if not isinstance(value, str) or (not value.strip() and default is None):
            raise UnreadableSheet(self.at(key), f"{key!r} is missing or no text", f'write {key} = "..."')
        allowed = list(choices)
        if allowed and value not in allowed:
            raise UnreadableSheet(self.at(key), f"{key} = {value!r} is not known", f"write one of {', '.join(allowed)}")
        return value

    def words(self, key: str) -> list[str]:
        """The list of texts under a key, or an empty one."""
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise UnreadableSheet(self.at(key), f"{key!r} is no list of texts", f'write {key} = ["...", "..."]')
        return value

    def count(self, key: str) -> int:
        """The whole number under a key; 0 where there is none."""
        value = self.table.get(key, 0)
        if type(value) is not int or value < 0:
            raise UnreadableSheet(self.at(key), f"{key!r} is no whole number", f"write {key} = 30")
        return value

    def truth(self, key: str) -> bool:
        """Whether the key says true; False where there is none."""
        value = self.table.get(key, False)
        if not isinstance(value, bool):
            raise UnreadableSheet(self.at(key), f"{key} is neither true nor false", f"write {key} = true")
        return value

    def part(self, key: str) -> Sheet:
        """The table under `[key]`; an empty one where there is none."""
        value = self.table.get(key, {})
        if not isinstance(value, dict):
            raise UnreadableSheet(self.at(key), f"{key} is no table", f"write [{key}]")
        return Sheet(f"{self.place}, {key}" if not self.raw else self.place, value, self.raw, self.first)

    def tables(self, key: str) -> list[Sheet]:
        """The tables under `[[key]]`."""
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise UnreadableSheet(self.at(key), f"{key!r} is no list of tables", f"write [[{key}]]")
        parts = self._parts(key)
        return [
            Sheet(f"{self.place}, {key} {place}", item, *(parts[place - 1] if len(parts) == len(value) else ("", 1)))
            for place, item in enumerate(value, 1)
        ]

    def _parts(self, key: str) -> list[tuple[str, int]]:
        """The raw text of each `[[key]]` table after its head, with the number of its first line."""
        lines = self.raw.split("\n")
        heads = [at for at, line in enumerate(lines) if line.lstrip().startswith("[")]
        own = [at for at in heads if (head := _HEAD.match(lines[at])) and head[1] == key]
        ends = dict(pairwise([*heads, len(lines)]))
        return [("\n".join(lines[at + 1 : ends[at]]), self.first + at + 1) for at in own]

    def begin(self, key: str = "from") -> str | None:
        """The first day that a date under this key could mean, in ISO form."""
        moment = self._moment(key)
        return _iso(moment.begin) if moment else None

    def end(self, key: str = "until") -> str | None:
        """The day after the last one that a date under this key could mean: the text is inclusive, the row is not."""
        moment = self._moment(key)
        return _iso(moment.end) if moment else None

    def moment(self, key: str) -> str:
        """The date under a key as it is written, so that a year stays a year; empty where there is none."""
        moment = self._moment(key)
        return moment.edtf if moment else ""

    def span(self) -> tuple[str | None, str | None]:
        """The days from `from` to `until`, as begin and exclusive end; refuses an end before its begin."""
        begin, end = self.begin(), self.end()
        if begin and end and begin >= end:
            raise UnreadableSheet(self.at("until"), "it ends before it begins", "mend from and until")
        return begin, end

    def names(self, *lists: str) -> list[list[Any]]:
        """The rows of all names: first what answers print (see `heading_key`), then those of these lists."""
        found: list[list[Any]] = []
        for key in (self.heading_key(), *lists):
            use = HEADINGS.get(key) or NAME_LISTS[key]
            found.extend(self._name(key, item, use) for item in listed(self.table.get(key, [])))
        return found

    def heading_key(self) -> str:
        """The key of what answers print: `name`, or `heading` where nobody calls it by one name."""
        if not self.table.keys() >= HEADINGS.keys():
            key = "heading" if "heading" in self.table else "name"
            if not isinstance(self.table.get(key), dict):
                self.word(key)
            return key
        raise UnreadableSheet(self.at("heading"), "it has a name and a heading", "keep one of them")

    def _name(self, key: str, item: object, use: NameUse) -> list[Any]:
        if isinstance(item, str):
            if item and item == item.strip():
                return [item, use.value]
            item = {"text": item}
        if not isinstance(item, dict):
            raise UnreadableSheet(
                self.at(key), f"{key} holds {item!r}, which is no name", "write a text or { text = .. }"
            )
        name = Sheet(f"{self.at(str(item.get('text', '')))}, {key} {item.get('text', '')!r}", item)
        name.admit(NAME_KEYS)
        text, office, ambiguous = name.word("text"), name.word("office", default=""), name.truth("ambiguous")
        if text != text.strip():
            raise UnreadableSheet(name.place, "it has blanks at its ends", "take them away")
        begin, end = name.span()
        other = name.word("not", default="")
        if not (begin or end or ambiguous or office or other):
            return [text, use.value]
        row = [text, use.value, begin, end, AMBIGUOUS if ambiguous else 0, office]
        return [*row, other] if other else row

    def _moment(self, key: str) -> Moment | None:
        if key not in self.table:
            return None
        if not isinstance(self.table[key], str):
            raise UnreadableSheet(self.at(key), f"{key} is not in quotes", 'write "1991", "1991-12" or "1991-12-16"')
        text = self.word(key)
        try:
            return Moment.parse(text)
        except UnreadableMoment:
            raise UnreadableSheet(
                self.at(key), f"{key} = {text!r} is no date", "write 1991, 1991-12 or 1991-12-16, in quotes"
            ) from None


def listed(value: Any) -> list[Any]:  # Any: a TOML value that may or may not be a list
    """The value, as a list of one where it is none."""
    return value if isinstance(value, list) else [value]


def _iso(day: date) -> str | None:
    return None if day in (OPEN_BEGIN, OPEN_END) else day.isoformat()
