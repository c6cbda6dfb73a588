"""Two processes reading into one register lose nothing; one killed at any moment leaves whole documents only."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from depositary.cli import program
from tests.cli.conftest import records
from tests.conftest import EXAMPLES

KILLS = 100
MANY = 1500
"""Documents that keep a reader busy until it is interrupted, however late the signal comes."""
LONGEST_LIFE = 6.0
"""Seconds: long enough to read all the examples on a slow machine."""


def reading(place: Path, *documents: Path | str) -> subprocess.Popen[bytes]:
    """A process that reads documents into a register."""
    command = [sys.executable, "-m", "depositary", "--store", str(place), "read", *map(str, documents)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def held(place: Path) -> tuple[list[tuple[object, ...]], str]:
    """The documents of a register with the number of their claims, and everything that it answers."""
    ask = ["--store", str(place)]
    documents = records(CliRunner().invoke(program, [*ask, "documents", "--json"]))
    answers = CliRunner().invoke(program, [*ask, "export", "--json"]).stdout
    return [(item["id"], item["text_hash"], item["claims"]) for item in documents], answers


def test_two_processes_reading_at_once_lose_nothing(tmp_path: Path, examples_register: Path) -> None:
    place = tmp_path / "two.db"
    files = sorted(EXAMPLES.iterdir())
    two = [reading(place, *half) for half in (files[:15], files[8:])]  # some are read by both
    assert [process.wait() for process in two] == [0, 0]
    assert held(place) == held(examples_register)


def test_an_interrupted_reader_leaves_whole_documents_and_a_sentence(tmp_path: Path) -> None:
    place, given = tmp_path / "interrupted.db", tmp_path / "many.jsonl"
    lines = (json.dumps({"id": f"note-{at:04}", "text": "Kenya signed the Paris Agreement."}) for at in range(MANY))
    given.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "depositary", "--store", str(place), "read", "--json", str(given)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, told = process.communicate()
    assert process.returncode == 130
    assert told.decode().strip() == "Stopped. What had been kept so far is whole."
    documents = held(place)[0]
    assert 0 < len(documents) < MANY
    assert {claims for _, _, claims in documents} == {1}


@pytest.mark.slow
def test_a_reader_killed_at_any_moment_leaves_whole_documents_only(tmp_path: Path, examples_register: Path) -> None:
    documents, answers = held(examples_register)
    moments = random.Random(1)
    for number in range(KILLS):
        place = tmp_path / f"{number % 10}.db"  # each register is killed ten times
        process = reading(place, EXAMPLES)
        time.sleep(moments.uniform(0, LONGEST_LIFE))
        process.kill()
        process.wait()
        if place.exists() and CliRunner().invoke(program, ["--store", str(place), "documents"]).exit_code == 0:
            assert set(held(place)[0]) <= set(documents)
    for place in tmp_path.glob("*.db"):
        assert reading(place, EXAMPLES).wait() == 0
        assert held(place) == (documents, answers)
