"""The reports written blind: as they were frozen, valid, and scored where the scorer is at hand."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from bench import reports
from depositary.terms import Action, Modality
from tests.bench.making import SCORER

FROZEN = {
    "pa": "bcf0d70903771d27204b08b30135345b5298846fadf82e1a8deb1f77b66dcd1a",
    "pb": "41f0a9b14d1e22ffa6796d7d4bc45185988028331afe65cb69df9819a59a012b",
    "pc": "5a30bd86d6623ccbb1e6693ee4e391419cb9b1097e5aed24f5fcdc28d5c8a42a",
}


@pytest.mark.parametrize("name", FROZEN)
def test_each_set_is_as_it_was_frozen(name: str) -> None:
    assert hashlib.sha256((reports.FOLDER / f"{name}.jsonl").read_bytes()).hexdigest() == FROZEN[name]


@pytest.mark.parametrize("name", FROZEN)
def test_each_fact_has_its_words_in_the_text(name: str) -> None:
    rows = [json.loads(line) for line in (reports.FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]
    assert len(rows) == 3
    for row in rows:
        for fact in row["expected"]:
            assert fact["evidence"] in row["text"]
            assert fact["action"] in list(Action)
            assert fact["modality"] in list(Modality)


def test_each_set_has_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    if not SCORER.exists():
        pytest.skip(f"the scorer is not at {SCORER}")
    assert reports.main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == list(FROZEN)


def test_without_the_scorer_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert reports.main(["--cases", str(tmp_path)]) == 2
    assert "name its folder with --cases" in capsys.readouterr().err
