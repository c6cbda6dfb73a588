"""The floors of accuracy: held where the reader finds enough, told where it does not, and of these texts alone."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from bench import accuracy
from tests.bench.making import FACT, SCORER

CASE: accuracy.Record = {
    "id": "one", "text_kind": "wire", "outlet": "a wire", "published": "2024-05-15",
    "text": "Kenya signed the Paris Agreement.", "trap": None, "expected": [FACT],
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a set of one text, the scorer, and floors that the reader holds."""
    if not SCORER.exists():
        pytest.skip(f"the scorer is not at {SCORER}")
    (tmp_path / "cases").mkdir()
    shutil.copy(SCORER, tmp_path / "cases" / "score.py")
    (tmp_path / "cases" / "tiny.jsonl").write_text(json.dumps(CASE) + "\n")
    _floors(tmp_path, monkeypatch, 0.9)
    return tmp_path


def _floors(folder: Path, monkeypatch: pytest.MonkeyPatch, least: float) -> None:
    fingerprint = hashlib.sha256((folder / "cases" / "tiny.jsonl").read_bytes()).hexdigest()
    floors = folder / "floors.toml"
    floors.write_text(
        f'[tiny]\nfile = "cases/tiny.jsonl"\nsha256 = "{fingerprint}"\n[tiny.least]\n"core f1" = {least}\n'
        '[tiny.most]\n"void evidence" = 0\n'
    )
    monkeypatch.setattr(accuracy, "FLOORS", floors)


def test_floors_that_are_held(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert accuracy.main(["--cases", str(folder)]) == 0
    assert "core f1                          1.000   at least 0.900" in capsys.readouterr().out


def test_a_floor_that_is_not_held_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    missed = {**CASE, "expected": [FACT, {**FACT, "actor": "UGA", "evidence": "Kenya"}]}
    (folder / "cases" / "tiny.jsonl").write_text(json.dumps(missed) + "\n")
    _floors(folder, monkeypatch, 0.9)
    assert accuracy.main(["--cases", str(folder)]) == 1
    assert "below its floor: tiny, core f1: 0.667, not 0.9" in capsys.readouterr().out


def test_floors_are_for_the_texts_that_they_were_made_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "cases" / "tiny.jsonl").write_text(json.dumps({**CASE, "id": "other"}) + "\n")
    assert accuracy.main(["--cases", str(folder)]) == 2
    assert "its fingerprint is another" in capsys.readouterr().err


def test_a_set_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert accuracy.main(["--cases", str(tmp_path)]) == 2
    assert "is not there; name its folder with --cases" in capsys.readouterr().err


def test_texts_of_one_event_stay_in_one_half() -> None:
    cases = [{**CASE, "id": str(n), "expected": [{**FACT, "agreement": f"pact {n % 7}"}]} for n in range(40)]
    (_, first), (_, second) = accuracy.by_event(cases)
    events = [{fact["agreement"] for case in part for fact in case["expected"]} for part in (first, second)]
    assert events[0].isdisjoint(events[1])
    assert first and second
