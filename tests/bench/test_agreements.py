"""The measure of agreements counts what a label names, and nothing that it does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.agreements import cases_of, labels, main, measured
from depositary.reading import standard_reader
from depositary.reference import reference


def fact(label: str, actor: str, evidence: str) -> dict[str, str]:
    return {"agreement": label, "actor": actor, "evidence": evidence}


def written(folder: Path, *facts: dict[str, str], text: str, published: str = "2024-05-15") -> Path:
    path = folder / "cases.jsonl"
    record = {"id": "one", "text": text, "published": published, "expected": list(facts)}
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


KENYA = "Kenya ratified the Paris Agreement on Monday."


@pytest.mark.parametrize(
    ("label", "said"),
    [("Paris accord", ["1 of 1, 1.000", "1 of 1, 1.000"]), ("another one", ["0 of 0, 0.000", "0 of 0, 0.000"])],
)
def test_a_fact_counts_where_its_label_names_a_known_agreement(tmp_path: Path, label: str, said: list[str]) -> None:
    cases = cases_of(written(tmp_path, fact(label, "KEN", "Kenya ratified"), text=KENYA))
    shares = measured(cases, {"Paris accord": "paris-agreement"}, reference(), standard_reader())
    assert [share.said() for share in shares] == said


def test_what_was_read_as_another_agreement_is_wrong(tmp_path: Path) -> None:
    cases = cases_of(written(tmp_path, fact("Kyoto", "KEN", "Kenya ratified"), text=KENYA))
    named, told = measured(cases, {"Kyoto": "kyoto-protocol"}, reference(), standard_reader())
    assert (named.said(), told.said()) == ("0 of 0, 0.000", "0 of 1, 0.000")
    assert told.wrong == ["one: Kyoto, read as paris-agreement"]


def test_a_month_of_publication_is_no_day(tmp_path: Path) -> None:
    (case,) = cases_of(written(tmp_path, text=KENYA, published="2024-05"))
    assert case.day is None


def test_every_label_names_an_entry() -> None:
    assert [id for id in labels().values() if id not in reference().agreements] == []
    assert len(labels()) > 150


def test_it_prints_how_it_counts_and_both_shares(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(
        [
            str(written(tmp_path, fact("NATO membership", "FIN", "Finland joined"), text="Finland joined NATO.")),
            "--errors",
        ]
    )
    said = capsys.readouterr().out
    assert "named: 1 of 1, 1.000\ntold: 1 of 1, 1.000" in said
