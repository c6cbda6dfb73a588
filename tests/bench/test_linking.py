"""The measure of linking counts a country that people marked, and neither pronouns nor what they left open."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from bench.linking import main

KENYA, FRANCE = "Q114", "Q142"


def label(text: str, name: str, item: str, **more: object) -> dict[str, object]:
    at = text.index(name)
    return {"span": [at, at + len(name)], "entity_id": item, "name": name, **more}


def measured(
    folder: Path, text: str, labels: list[dict[str, object]], monkeypatch: pytest.MonkeyPatch, *more: str
) -> None:
    record = {"text": text, "labels": labels, "evaluation_span": [0, len(text)]}
    (folder / "news-fair.benchmark.jsonl").write_text(json.dumps(record), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["bench.linking", str(folder), *more])
    main()


TEXT = "Kenya signed the pact in Paris, and France did so later; it may leave."


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        ([label(TEXT, "Kenya", KENYA), label(TEXT, "France", FRANCE)], "2 mentions, precision 1.000, recall 1.000"),
        ([label(TEXT, "Kenya", KENYA)], "1 mentions, precision 0.500, recall 1.000"),  # France is nobody's
        (
            [label(TEXT, "Kenya", KENYA), label(TEXT, "France", FRANCE, optional=True)],
            "1 mentions, precision 1.000, recall 1.000",
        ),
        (
            [label(TEXT, "Kenya", KENYA), label(TEXT, "France", FRANCE), label(TEXT, "it", KENYA)],
            "2 mentions, precision 1.000, recall 1.000",
        ),
        ([label(TEXT, "Kenya", FRANCE), label(TEXT, "France", FRANCE)], "2 mentions, precision 0.500, recall 0.500"),
    ],
    ids=["both", "one too many", "open to either", "a pronoun", "the wrong one"],
)
def test_what_people_marked_is_what_counts(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    labels: list[dict[str, object]],
    said: str,
) -> None:
    measured(tmp_path, TEXT, labels, monkeypatch)
    assert said in capsys.readouterr().out


def test_errors_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    measured(tmp_path, TEXT, [label(TEXT, "Kenya", FRANCE)], monkeypatch, "--errors")
    said = capsys.readouterr().out
    assert "'Kenya': FRA, found KEN" in said


def test_without_a_corpus_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bench.linking", str(tmp_path)])
    main()
    assert "No corpus is at hand" in capsys.readouterr().out
