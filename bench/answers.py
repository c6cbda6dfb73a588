"""Answers: how long `members` takes, cold as a process of its own and warm in one that is running."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from bench.timing import Figure, cpu_seconds, process_seconds
from depositary import questions
from depositary.claims import Ledger
from depositary.cli import program
from depositary.reference import reference
from depositary.register import Register
from depositary.store import open_store

AGREEMENT = "Abraham Accords"
DAY = date(2025, 11, 8)
ROWS = "SELECT * FROM participations WHERE agreement = 'abraham-accords'"
WARM_RUNS = 50


def answer_figures() -> Iterator[Figure]:
    """Figures of the command line and of the register, on the example documents."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "bench.db"
        program(["--store", str(place), "read", "examples/documents"], standalone_mode=False)
        yield from _cold(place)
        yield _warm(place)


def _cold(place: Path) -> Iterator[Figure]:
    store = {"DEPOSITARY_STORE": str(place)}
    nothing = process_seconds(["-c", "pass"], store)
    help_text = process_seconds(["-m", "depositary", "--help"], store)
    yield Figure("`depositary --help`", help_text, "s CPU", "`python -c pass`", nothing)
    driver = process_seconds(["-c", "import sqlalchemy"], store)
    members = process_seconds(["-m", "depositary", "members", AGREEMENT], store)
    yield Figure(f'cold `depositary members "{AGREEMENT}"`', members, "s CPU", "`import sqlalchemy` alone", driver)


def _warm(place: Path) -> Figure:
    with open_store(place, create=False) as database, closing(sqlite3.connect(place)) as raw:
        register = Register(Ledger(database), reference())

        def ask() -> object:
            return questions.members(register, AGREEMENT, on=DAY, known=DAY)

        def select() -> object:
            return raw.execute(ROWS).fetchall()

        asked, selected = _each(ask), _each(select)
    return Figure("warm `members`, from ledger to rows", asked * 1000, "ms CPU", "one SELECT, ms", selected * 1000)


def _each(work: object) -> float:
    assert callable(work)
    work()
    return statistics.median(cpu_seconds(work) for _ in range(WARM_RUNS))
