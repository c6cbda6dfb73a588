"""The register of the example documents, and the answers that stories ask of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from depositary import questions
from depositary.claims import Ledger
from depositary.reference import reference
from depositary.register import Register
from depositary.store import open_store

Statuses = Callable[..., dict[str, str]]


@pytest.fixture(scope="session")
def register(examples_register: Path) -> Iterator[Register]:
    """The register of the example documents; stories only ask it."""
    with open_store(examples_register, create=False) as database:
        yield Register(Ledger(database), reference())


@pytest.fixture
def statuses(register: Register) -> Statuses:
    """The status of each participant in an agreement on a day, as known on that day or on another."""

    def ask(agreement: str, on: str, known: str | None = None) -> dict[str, str]:
        days = {"on": date.fromisoformat(on), "known": date.fromisoformat(known or on)}
        rows = questions.members(register, agreement, **days).rows
        return {row.participant.id: f"{row.status} [{row.assurance}]" for row in rows}

    return ask
