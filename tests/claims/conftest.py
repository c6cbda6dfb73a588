"""A ledger in a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from depositary.claims import Ledger
from tests.claims.making import ledger_at


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with ledger_at(tmp_path / "depositary.db") as made:
        yield made
