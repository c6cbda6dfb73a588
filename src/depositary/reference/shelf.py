"""A shelf: entries by id, each made from its row of the compiled file when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

Row = TypeVar("Row")
Entry = TypeVar("Entry")


class Shelf(Mapping[str, Entry], Generic[Row, Entry]):
    """Entries by id, in the order of the compiled file; making one costs only when it is first taken down."""

    def __init__(self, rows: Mapping[str, Row], make: Callable[[str, Row], Entry]) -> None:
        self._rows = rows
        self._make = make
        self._made: dict[str, Entry] = {}

    def __getitem__(self, id: str) -> Entry:
        if id not in self._made:
            self._made[id] = self._make(id, self._rows[id])
        return self._made[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)
