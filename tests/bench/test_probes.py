"""The probes: what counts as right, and that both halves are whole and valid."""

from __future__ import annotations

import hashlib
import json

import pytest

from bench import accuracy, probes
from depositary.terms import Action, Modality
from tests.bench.making import FACT, SCORER

KEPT = "c90b1f4f2b52b222e3d1493defeb43e91883eb6904ba1ca1b3ba626953f8da9a"
"""The half that was closed, as it was frozen before the work."""
PROBE: accuracy.Record = {
    "id": "one",
    "published": "2024-05-15",
    "text": "Kenya signed the Paris Agreement.",
    "trap": None,
}


def test_the_kept_half_is_as_it_was_frozen() -> None:
    assert hashlib.sha256((probes.FOLDER / "kept.jsonl").read_bytes()).hexdigest() == KEPT


@pytest.mark.parametrize("half", [*probes.HALVES, *probes.MORE])
def test_each_half_is_valid_and_half_of_it_claims_nothing(half: str) -> None:
    rows = [json.loads(line) for line in (probes.FOLDER / f"{half}.jsonl").read_text("utf-8").splitlines()]
    assert len(rows) >= 160
    assert 0.4 < sum(not row["expected"] for row in rows) / len(rows) < 0.6
    for row in rows:
        for fact in row["expected"]:
            assert fact["evidence"] in row["text"]
            assert fact["action"] in list(Action)
            assert fact["modality"] in list(Modality)


@pytest.mark.skipif(not SCORER.exists(), reason="the scorer is not there")
@pytest.mark.parametrize(
    ("expected", "is_right"),
    [
        ([FACT], True),
        ([], False),  # claimed, and nothing is told
        ([{**FACT, "modality": "planned"}], False),
        ([{**FACT, "date": "2016"}], False),
        ([{**FACT, "attributed_to": "Ruto"}], False),
        ([{**FACT, "counterparties": ["UGA"]}], False),
        ([FACT, {**FACT, "actor": "UGA", "evidence": "Kenya"}], False),
    ],
)
def test_a_probe_is_right_where_every_field_is(expected: list[accuracy.Record], is_right: bool) -> None:
    assert (list(probes.not_right([{**PROBE, "expected": expected}], SCORER)) == []) is is_right
