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
    "pd": "361da7ee0a8e785f5605fa1b01f224ed430165b65f5a14f7207a5010bdbcd85b",
    "pe": "cafb4cb814ef7bc947828fb2ef3f84701c747a56fed55c9ad3e49efd04f54fdc",
    "pf": "90136bbd59bedad1171ad16ac1766af8b9af68b4a7c39ca1a098c723a99cb702",
    "pg": "18cc04c9c7b1f71cc34680956d9e219c86abff4cfe5b0d056241ac79f2be84f9",
    "ph": "08e75d1b74c74731aae5ed27f21691308e804fe962858cc994d36befcee04015",
    "pi": "b9530d8536830d381c5f1c9c30746dfbb3f693fd54ca9cff2ca1e83a3b45dc98",
    "pj": "66aa5bcdc3bba61afe487c34084e0064751063c8231beedd4b9a930b53d7d11a",
    "pk": "5134df3da96567da81b41f943cedaea4119a9fb83706839f9d038ea222365f73",
    "pm": "3503189b5e6835f8c95be508904896f98c33c7bbc0bb58b0673fbde8c8198ccc",
}
LONG = {
    "la": "fb5aaf30255990a4b0a7065decbcaa7d4c7e9b74fa5d47faa48e496ac11a33e5",
    "lb": "027899bf018368f52316132f5148d80c3c370118cb973954f905bb0052b724b8",
    "lc": "860fb097ef24c209de0ff135990df193196b82026b0750b96d54b3bd2272faf7",
    "ld": "ca0028330bc5b6070a38415e32f71dbf6391ebbc848eb6eab39ea9671ee54600",
    "le": "d19945067a02a2f79411d8b5e8c739d3eb18adcc27e32fb70c2a0195cd0c7af6",
    "lf": "c7c02d448025520951399335cc284155bcc1ba5191f7691316748517f386efdb",
    "lg": "7db633d0259cd4a3695c7bfaeb1a7168af2748abe73a74ab5c76ce51589793ef",
}


SETS = [(reports.FOLDER, name, frozen) for name, frozen in FROZEN.items()]
SETS += [(reports.LONG, name, frozen) for name, frozen in LONG.items()]


@pytest.mark.parametrize(("folder", "name", "frozen"), SETS)
def test_each_set_is_as_it_was_frozen(folder: Path, name: str, frozen: str) -> None:
    assert hashlib.sha256((folder / f"{name}.jsonl").read_bytes()).hexdigest() == frozen


@pytest.mark.parametrize(("folder", "name", "frozen"), SETS)
def test_each_fact_has_its_words_in_the_text(folder: Path, name: str, frozen: str) -> None:
    rows = [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]
    assert len(rows) == 3 or folder == reports.LONG
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


def test_there_are_more_than_150_longer_texts() -> None:
    files = sorted(reports.LONG.glob("*.jsonl"))
    assert sum(len(file.read_text("utf-8").splitlines()) for file in files) > 150


def test_what_an_expert_might_leave_out_is_not_counted() -> None:
    facts = [{"actor": "KEN", "note": "optional: a group"}, {"actor": "TCD"}, {"actor": "MLI", "note": None}]
    assert [fact["actor"] for fact in reports.strict(iter([{"expected": facts}]))[0]["expected"]] == ["TCD", "MLI"]


def test_without_the_scorer_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert reports.main(["--cases", str(tmp_path)]) == 2
    assert "name its folder with --cases" in capsys.readouterr().err
