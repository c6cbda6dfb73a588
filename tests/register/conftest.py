"""A register in a file of its own, with worlds written in lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from depositary.claims import Ledger, record_lines
from depositary.reference import reference
from depositary.register import Register
from depositary.store import Database, open_store

Open = Callable[[str], Register]


@pytest.fixture
def register_of(tmp_path: Path) -> Iterator[Open]:
    """Make a register of a world in lines; each in a new file."""
    opened: list[Database] = []

    def made(world: str) -> Register:
        database = open_store(tmp_path / f"{len(opened)}.db", create=True)
        opened.append(database)
        ledger = Ledger(database)
        record_lines(ledger, world)
        return Register(ledger, reference())

    yield made
    for database in opened:
        database.close()
