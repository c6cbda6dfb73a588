"""Citing: the sources of a sheet, each a work, a place in it, and the day it was read (only by the compiler)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from depositary.reference.sheets import HEADINGS, NAME_LISTS, Sheet, UnreadableSheet, listed

SOURCE_TABLE = frozenset({"key", "work", "at", "seen", "of"})
"""What a `[[source]]` may say."""

_ALWAYS = frozenset({"id", "names", "membership", "rule", "existence"})
"""What a source may vouch for that is no key of its own text."""

_SEEN = re.compile(r",?\s*\bseen\s+(?:on\s+|in\s+(?:the\s+edition\s+of\s+)?)?(?P<when>[^;,]+)$")


class Citations:
    """The works that all sheets cite, each written once; a row of the compiled file names them by number."""

    def __init__(self) -> None:
        self.cited: list[list[str]] = []
        self._numbers: dict[tuple[str, str, str], int] = {}

    def number(self, work: str, at: str, seen: str) -> int:
        """The number of this source, new or known."""
        key = (work, at, seen)
        if key not in self._numbers:
            self._numbers[key] = len(self.cited)
            self.cited.append([work, at, seen])
        return self._numbers[key]

    def of_text(self, text: str) -> list[int]:
        """The numbers of sources that are written in one line: "work, place in it; other work, place, seen in 2025"."""
        return [self.number(*split_source(part)) for part in re.split(r";\s+", text.strip()) if part]

    def of_sheet(self, sheet: Sheet, *more: str) -> list[list[object]]:
        """The sources of a sheet as `[number, [keys that it vouches for]]`; refused where it has none for the rest.

        They are `[[source]]` tables, or one line under `source`, or lines under `sources`. `more` are facts beside the
        keys and names of the sheet for which they may vouch.
        """
        found: list[list[object]] = []
        for key in ("source", "sources"):
            value = sheet.table.get(key, [])
            if isinstance(value, list) and any(isinstance(item, dict) for item in value):
                found.extend([number, of] for number, of in self._of_tables(sheet, key, more))
            else:
                texts = sheet.words(key) if isinstance(value, list) else [sheet.word(key)]
                found.extend([number, []] for text in texts for number in self.of_text(text))
        if not any(not of for _, of in found):
            trouble = "it has no source for all that it says"
            raise UnreadableSheet(sheet.place, trouble, 'write [[source]] with work = "..." and at = "..."')
        return found

    def of_part(self, part: Sheet, keyed: dict[str, int], found: list[list[object]]) -> list[int]:
        """The numbers of the sources of a table in a sheet: a key of the sheet's, one line, or the sheet's own."""
        text = part.word("source", default="")
        if not text:
            return [number for number, of in found if not of and isinstance(number, int)]
        if text in keyed:
            return [keyed[text]]
        if " " not in text:
            raise unknown_key(part.at("source"), text, keyed)
        return self.of_text(text)

    def keyed(self, sheet: Sheet) -> dict[str, int]:
        """The sources of a sheet by their own keys, for its parts and for the lines of a table beside it."""
        if not isinstance(sheet.table.get("source"), list):
            return {}
        return {
            table.word("key"): self.number(table.word("work"), table.word("at"), table.word("seen", default=""))
            for table in sheet.tables("source")
            if "key" in table.table
        }

    def _of_tables(self, sheet: Sheet, key: str, more: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
        known: set[str] | None = None
        for table in sheet.tables(key):
            table.admit(SOURCE_TABLE)
            of = table.words("of")
            if of and known is None:
                known = {*_ALWAYS, *more, *_keys(sheet), *_names(sheet)}
            for fact in of:
                if known is not None and fact not in known:
                    trouble = f"it vouches for {fact!r}, which is neither a key nor a name here"
                    raise UnreadableSheet(table.at("of"), trouble, "mend its `of`")
            yield self.number(table.word("work"), table.word("at"), table.word("seen", default="")), of


def unknown_key(place: str, key: str, keyed: dict[str, int]) -> UnreadableSheet:
    """The refusal of a source's key that no `[[source]]` has."""
    mend = f"known are {', '.join(sorted(keyed))}" if keyed else 'write [[source]] with that key = "..."'
    return UnreadableSheet(place, f"unknown source {key!r}", mend)


def split_source(text: str) -> tuple[str, str, str]:
    """Work, place and day read of a source in one line; what follows the first comma is the place."""
    seen = ""
    match = _SEEN.search(text)
    if match is not None:
        text, seen = text[: match.start()], match.group("when").strip()
    work, _, at = text.partition(", ")
    return work.strip(), at.strip(), seen


def _keys(sheet: Sheet) -> Iterator[str]:
    for key, value in sheet.table.items():
        yield key
        if isinstance(value, dict):
            yield from value


def _names(sheet: Sheet) -> Iterator[str]:
    for key in (*HEADINGS, *NAME_LISTS):
        for item in listed(sheet.table.get(key, [])):
            yield item["text"] if isinstance(item, dict) and isinstance(item.get("text"), str) else str(item)
