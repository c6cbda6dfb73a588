"""The founding report is read as two experts would: Kazakhstan is expected to join, and has not joined."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any  # JSON

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"
CASE = SHARED / "report" / "case.jsonl"
SCORE = SHARED / "cases" / "score.py"

Record = dict[str, Any]


@pytest.fixture(scope="module")
def case() -> Record:
    """The report with its annotated facts; absent, the tests are skipped, but never where CI is true."""
    if not (CASE.exists() and SCORE.exists()):
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(f"The founding report is not at {CASE}.")
        pytest.skip(f"the founding report is not at {CASE}")
    (line,) = CASE.read_text(encoding="utf-8").splitlines()
    found: Record = json.loads(line)
    return found


def claims(record: Record, folder: Path) -> list[Record]:
    """What `depositary read --json --dry-run` prints for one document."""
    given = folder / "given.jsonl"
    given.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "depositary", "read", "--json", "--dry-run", str(given)],
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def said(case: Record, tmp_path_factory: pytest.TempPathFactory) -> list[Record]:
    """The claims of the report as published."""
    document = {key: case[key] for key in ("id", "text", "outlet", "published")}
    return claims(document, tmp_path_factory.mktemp("report"))


@pytest.fixture(scope="module")
def figures(said: list[Record], tmp_path_factory: pytest.TempPathFactory) -> Record:
    """What the scorer says of them."""
    predicted = tmp_path_factory.mktemp("score") / "predicted.jsonl"
    predicted.write_text("\n".join(json.dumps(claim, ensure_ascii=False) for claim in said), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(SCORE), str(CASE), str(predicted), "--json"], capture_output=True, text=True, check=True
    )
    found: Record = json.loads(done.stdout)
    return found


def of(said: list[Record], actor: str, agreement: str) -> list[Record]:
    return [claim for claim in said if claim["actor"] == actor and claim["agreement"]["id"] == agreement]


def test_fourteen_of_its_sixteen_facts_are_read(figures: Record) -> None:
    assert figures["core"]["recall"] >= 14 / 16


def test_little_else_is_read(figures: Record) -> None:
    assert figures["core"]["precision"] >= 0.85


def test_every_modality_is_right(figures: Record) -> None:
    assert figures["accuracy_on_core"]["modality"] == 1.0


def test_all_evidence_is_valid(figures: Record) -> None:
    assert figures["void_evidence"] == 0


def test_kazakhstan_has_not_joined(said: list[Record]) -> None:
    accords = of(said, "KAZ", "abraham-accords")
    assert {claim["modality"] for claim in accords} <= {"expected", "planned"}
    assert ("join", "expected", "2025-11-06") in {(c["action"], c["modality"], c["date"]) for c in accords}


def test_the_memorandum_was_signed_that_day_by_both(said: list[Record]) -> None:
    signed = [claim for claim in said if claim["action"] == "sign" and "memorandum" in claim["agreement"]["id"]]
    assert {claim["actor"] for claim in signed} == {"KAZ", "USA"}
    assert {(claim["modality"], claim["date"]) for claim in signed} == {("happened", "2025-11-06")}


def test_sudan_has_joined_and_not_implemented(said: list[Record]) -> None:
    sudan = {(claim["action"], claim["modality"]) for claim in of(said, "SDN", "abraham-accords")}
    assert ("join", "happened") in sudan
    assert ("not_implemented", "happened") in sudan


def test_the_country_that_witkoff_did_not_name_is_no_actor(case: Record, said: list[Record]) -> None:
    at = case["text"].index("a new country would join")
    inside = [
        claim
        for claim in said
        for piece in claim["evidence"]
        if piece["start"] < at + len("a new country would join the accords") and piece["end"] > at
    ]
    assert inside == []


def test_without_a_day_of_publication_thursday_dates_nothing(case: Record, tmp_path: Path) -> None:
    undated = claims({"id": "undated", "text": case["text"]}, tmp_path)
    assert undated
    years = {claim["date"][:4] for claim in undated if claim["date"]}
    assert years <= {"2020", "2023"}
    assert [claim["date"] for claim in undated if claim["actor"] == "KAZ" and claim["date"]] == []
