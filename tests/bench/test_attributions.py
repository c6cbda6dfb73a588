"""The measure of attributions counts a source, a cue and a content that have exactly the marked words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.attributions import Passage, main, marked

TOKENS = "`` We wo n't sign , '' the minister told reporters . Ghana agreed with Togo 's view .".split()
LABELS = (
    "B-content I-content I-content I-content I-content I-content I-content B-source I-source B-cue O O "
    "B-source B-cue I-cue B-content I-content I-content O"
).split()


def test_the_words_are_set_as_running_text_and_parted_into_sentences() -> None:
    passage = Passage(list(TOKENS))
    assert passage.text == "“We won't sign,” the minister told reporters. Ghana agreed with Togo's view."
    assert [passage.text[begin:end] for begin, end in passage.sentences()] == [
        "“We won't sign,” the minister told reporters.",
        "Ghana agreed with Togo's view.",
    ]


def test_labels_are_parts_with_their_words() -> None:
    assert list(marked(["O", "B-cue", "I-cue", "B-cue", "I-source"])) == [("cue", 1, 3), ("cue", 3, 4)]


@pytest.mark.parametrize(
    ("labels", "content"),
    [
        (LABELS, "content  precision 1.000, recall 1.000, F1 1.000"),
        (["O"] * len(LABELS), "content  precision 0.000, recall 0.000, F1 0.000"),
        (["B-content", *LABELS[:-1]], "content  precision 0.000, recall 0.000, F1 0.000"),
    ],
    ids=["as marked", "nothing marked", "a word too far"],
)
def test_only_exactly_the_marked_words_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], labels: list[str], content: str
) -> None:
    file = tmp_path / "test.txt"
    file.write_text(json.dumps({"tokens": TOKENS, "labels": labels}) + "\n", encoding="utf-8")
    main([str(file), "--errors", "1"])
    said = capsys.readouterr().out
    assert content in said
    assert ("found" in said) == (labels is not LABELS)
