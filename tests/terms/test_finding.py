"""A finding says where and what in one line."""

from __future__ import annotations

from depositary.terms import Finding


def test_a_finding_reads_as_place_and_sentence() -> None:
    assert str(Finding("reports/a.jsonl line 3", "This is no JSON object.")) == (
        "reports/a.jsonl line 3: This is no JSON object."
    )


def test_findings_stand_in_the_order_of_their_places() -> None:
    assert sorted([Finding("b", "x"), Finding("a", "y")]) == [Finding("a", "y"), Finding("b", "x")]
