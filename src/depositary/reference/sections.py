"""Sections: the compiled file, of which only what is asked for is parsed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

_OPENINGS = (b'":{\n', b'":[\n')
"""What ends the line that begins a section, and no other line of the file."""


_KEY = re.compile(rb'^("(?:[^"\\]|\\.)*"):', re.MULTILINE)
"""What begins the line of an entry."""


class Sections(Mapping[str, Any]):
    """The top level of the compiled file, by name; what a section holds is parsed when it is asked for.

    The compiler writes one entry a line, and a line of its own where a section begins, so that the file can be cut
    without being parsed: who asks who takes part in one agreement does not wait for all the others.
    """

    def __init__(self, written: bytes) -> None:
        ends = sorted(at for opening in _OPENINGS for at in _places(written, opening))
        begins = [written.rfind(b'"', 0, end) for end in ends]
        after = [*begins[1:], len(written)]
        self._sections: dict[str, Entries | Listed] = {}
        for begin, end, last in zip(begins, ends, after, strict=True):
            kind = Entries if written[end + 2 : end + 3] == b"{" else Listed
            self._sections[written[begin + 1 : end].decode()] = kind(written[end + 2 : last])

    def __getitem__(self, name: str) -> Any:  # Any: the shape that the compiler has given it
        return self._sections[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sections)

    def __len__(self) -> int:
        return len(self._sections)


class Entries(Mapping[str, Any]):
    """A section of entries by id: one is found by its line; all are parsed at the first walk over them."""

    def __init__(self, written: bytes) -> None:
        self._written = written
        self._found: dict[str, Any] = {}  # Any: a row of the compiled file
        self._all: dict[str, Any] | None = None

    def __getitem__(self, id: str) -> Any:
        if self._all is not None:
            return self._all[id]
        if id not in self._found:
            begin = self._begins.get(json.dumps(id, ensure_ascii=False).encode())
            if begin is None:
                raise KeyError(id)
            end = self._written.find(b"\n", begin)
            self._found[id] = json.loads(self._written[begin:end].rstrip(b","))
        return self._found[id]

    @cached_property
    def _begins(self) -> dict[bytes, int]:
        """Where each entry begins, by its id as it is written."""
        return {line.group(1): line.end() for line in _KEY.finditer(self._written)}

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def _whole(self) -> dict[str, Any]:
        if self._all is None:
            self._all = _parsed(self._written)
            self._all.update(self._found)
        return self._all


class Listed:
    """A section of rows in their order: one is found by its line, or all are parsed, anew at each walk over them."""

    def __init__(self, written: bytes) -> None:
        self._written = written

    def __getitem__(self, at: int) -> Any:
        return json.loads(self._lines[at].rstrip(b","))

    def __iter__(self) -> Iterator[Any]:
        return iter(_parsed(self._written))

    @cached_property
    def _lines(self) -> list[bytes]:
        return self._written[2 : self._written.rfind(b"\n]")].split(b"\n")


def _parsed(written: bytes) -> Any:
    whole, _ = json.JSONDecoder().raw_decode(written.decode("utf-8"))
    return whole


def _places(written: bytes, opening: bytes) -> Iterator[int]:
    at = written.find(opening)
    while at >= 0:
        yield at
        at = written.find(opening, at + 1)
