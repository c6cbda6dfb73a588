"""A process killed while it takes documents in leaves whole documents only, and loses none that it had finished.

`pytest -m slow tests/claims/test_killed.py` kills a hundred times.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import select
import sqlite3
import struct
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from depositary.claims import Ledger, Status, intake
from depositary.documents import Document
from depositary.store import open_store
from tests.claims.making import NOON, Said, claims_of, document, ledger_at

FORK = multiprocessing.get_context("fork")
NUMBER = struct.Struct("<I")
LONGEST_LIFE = 0.05
"""Seconds: enough to open the register, or to take in a dozen documents."""
UNDER_WAY = 0.7
"""How many of the processes live until a first document is done, however slow the machine; the rest die at any time."""
PATIENCE = 30


def numbered(number: int) -> Document:
    """The document of this number; each is another text."""
    names = " ".join(f"Name{number}x{word}" for word in range(1 + number % 5))
    return document(f"n{number:06}", f"{names} joined the Accords.", date(2025, 1, 1 + number % 28))


def take_in_without_end(place: Path, first: int, done: int) -> None:
    """Take in one document after the other, and tell the number of each that is done."""
    with ledger_at(place) as ledger:
        number = first
        while True:
            source = numbered(number)
            intake(ledger, source, Said(claims_of(source)), recorded=NOON)
            os.write(done, NUMBER.pack(number))
            number += 1


def killed_at_some_instant(place: Path, first: int, chance: random.Random) -> Iterator[int]:
    """Kill such a process at a random instant; the numbers of the documents it had done."""
    reader, writer = os.pipe()
    process = FORK.Process(target=take_in_without_end, args=(place, first, writer))
    process.start()
    os.close(writer)
    if chance.random() < UNDER_WAY:
        select.select([reader], [], [], PATIENCE)
    time.sleep(chance.uniform(0, LONGEST_LIFE))
    process.kill()
    process.join()
    with os.fdopen(reader, "rb") as told:
        yield from (number for (number,) in NUMBER.iter_unpack(told.read()))


def check_whole(place: Path) -> int:
    """How many documents there are, each whole and numbered without a gap."""
    with open_store(place, create=True) as database:
        ledger = Ledger(database)
        kept = sorted(one.id for one in ledger.documents())
        assert kept == [numbered(number).id for number in range(len(kept))]
        said = [one.claim for one in ledger.claims()]
        expected = [claim for number in range(len(kept)) for claim in claims_of(numbered(number))]
        assert sorted(said, key=lambda claim: claim.id) == sorted(expected, key=lambda claim: claim.id)
    with closing(sqlite3.connect(place)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        for index in ("document_search", "quote_search"):
            raw.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        raw.rollback()
        tables = ("claim_evidence", "claim_voices", "claim_counterparties")
        parts = [raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]
    assert parts == [2 * len(said)] * 3
    return len(kept)


def kill(place: Path, rounds: int, seed: int = 0) -> int:
    """Kill so many times, looking after each time; how many documents there are in the end."""
    chance = random.Random(seed)
    there = 0
    for _ in range(rounds):
        done = list(killed_at_some_instant(place, there, chance))
        kept = check_whole(place) if place.exists() else 0
        assert kept >= there + len(done), "a document that was done is lost"
        there = kept
    return there


def test_a_killed_process_leaves_whole_documents_only(tmp_path: Path) -> None:
    assert kill(tmp_path / "depositary.db", 6) > 0


@pytest.mark.slow
def test_a_process_killed_a_hundred_times_leaves_whole_documents_only(tmp_path: Path) -> None:
    for part in range(5):  # five registers, so that killing while one is made is tried too
        assert kill(tmp_path / f"{part}.db", 20, part) > 0


def take_in_all(place: Path, numbers: list[int], done: int) -> None:
    """Take these documents in, and tell the number of each that was new."""
    with ledger_at(place) as ledger:
        for number in numbers:
            source = numbered(number)
            if intake(ledger, source, Said(claims_of(source)), recorded=NOON).status is Status.NEW:
                os.write(done, NUMBER.pack(number))


def test_processes_that_read_into_one_register_at_once_lose_nothing(tmp_path: Path) -> None:
    place = tmp_path / "depositary.db"  # it is made by whichever comes first
    orders = (range(90), range(89, -1, -1), [*range(45, 90), *range(45)])
    reader, writer = os.pipe()
    processes = [FORK.Process(target=take_in_all, args=(place, list(order), writer)) for order in orders]
    for process in processes:
        process.start()
    os.close(writer)
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
    with os.fdopen(reader, "rb") as told:
        new = sorted(number for (number,) in NUMBER.iter_unpack(told.read()))
    assert new == list(range(90))
    assert check_whole(place) == 90
