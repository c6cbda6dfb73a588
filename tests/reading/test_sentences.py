"""Texts as news comes fall into sentences; nothing is lost but white space and datelines."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depositary.reading.sentences import LONGEST, Shape, sentences


def cut(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oman signed. Chad did not.", ["Oman signed.", "Chad did not."]),
        ("Why not? He left! Then… nothing.", ["Why not?", "He left!", "Then… nothing."]),
        ("“We will sign.” He smiled.", ["“We will sign.”", "He smiled."]),
        ("Envoys agreed.The text is short.", ["Envoys agreed.", "The text is short."]),
        ("It costs 3.5 million. See www.un.org for it.", ["It costs 3.5 million.", "See www.un.org for it."]),
        ("U.S. envoys met Mr. Khan at 9 a.m. on Monday.", ["U.S. envoys met Mr. Khan at 9 a.m. on Monday."]),
        ("By Art. 7 of Protocol No. 2 it ends on Dec. 3.", ["By Art. 7 of Protocol No. 2 it ends on Dec. 3."]),
        ("J. Smith signed it. So did A. Ba.", ["J. Smith signed it.", "So did A. Ba."]),
        ("The clause (see below.) stands. it holds.", ["The clause (see below.) stands. it holds."]),
    ],
)
def test_a_full_stop_ends_a_sentence_only_where_one_ends(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    "dateline",
    [
        "NAIROBI - ",
        "NAIROBI — ",
        "GENEVA, 4 July - ",
        "GENEVA, 4 July (Harbour News) - ",
        "RABAT, Morocco – ",
        "ST JOHN'S, July 4, 2023 - ",
        "Geneva (Harbour News) - ",
        "(Harbour News) - ",
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(dateline: str) -> None:
    assert cut(f"{dateline}Oman signed the pact.") == ["Oman signed the pact."]


@pytest.mark.parametrize("text", ["Oman signed the pact - at last.", "Oman, unlike Chad, signed.", "OMAN SIGNED."])
def test_what_only_resembles_a_dateline_stays(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("Chad Joins the Treaty", Shape.HEADING),
        ("Chad joins: what next", Shape.HEADING),
        ("PARIS AGREEMENT", Shape.HEADING),
        ("Chad joined the treaty.", Shape.BODY),
        ("“Chad joined the treaty.”", Shape.BODY),
        ("Chad joined. So did Mali", Shape.BODY),
        ("Chad joined the treaty, which it had long called useless, " * 4, Shape.BODY),
    ],
)
def test_a_short_line_without_a_full_stop_is_a_heading(line: str, shape: Shape) -> None:
    assert sentences(f"{line}\n")[0].shape is shape


def test_paragraphs_are_counted_and_blank_lines_are_not() -> None:
    found = sentences("A Treaty\n\n \nOman signed. Chad did not.\r\nMali left.")
    assert [sentence.paragraph for sentence in found] == [0, 1, 1, 2]


def test_a_run_without_full_stops_is_cut_at_spaces() -> None:
    text = "the parties to the convention agree and " * 400
    pieces = cut(text)
    assert len(pieces) > 1
    assert all(len(piece) <= LONGEST for piece in pieces)
    assert " ".join(pieces) == text.strip()


def test_a_run_without_spaces_is_cut_too() -> None:
    pieces = cut("x" * 7_000)
    assert "".join(pieces) == "x" * 7_000
    assert all(len(piece) <= LONGEST for piece in pieces)


@pytest.mark.parametrize("text", ["", " ", "\n\n\t\n", "\u00a0\u2028"])
def test_a_text_without_words_has_no_sentences(text: str) -> None:
    assert sentences(text) == []


def test_lines_that_were_wrapped_at_a_column_are_one_paragraph() -> None:
    lines = [
        "The ministers met on Tuesday in the old town hall and",
        "signed the treaty. Nobody spoke of the costs, and the",
    ]
    text = "\n".join([*lines, "hall fell silent."])
    assert cut(text) == [
        "The ministers met on Tuesday in the old town hall and\nsigned the treaty.",
        "Nobody spoke of the costs, and the\nhall fell silent.",
    ]


def test_lines_that_had_room_for_more_stay_lines() -> None:
    lines = [
        "Kenya signs the treaty of friendship with its neighbour",
        "Nobody spoke",
        "The hall fell silent at the sight",
    ]
    assert cut("\n".join(lines)) == lines


TEXTS = st.lists(
    st.one_of(
        st.sampled_from([". ", "? ", "! ", ".”", "\n", "\n\n", "\r\n", "\u2028", " ", "GENEVA - ", "U.S. ", "No. 3"]),
        st.sampled_from(
            ["Oman signed", "the Treaty", "chad", "—", "…", "👩🏽\u200d🚀", "\u200b", "עמאן", "\u0301", "\ud800"]
        ),
        st.text(max_size=8),
    ),
    max_size=40,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_sentences_stand_in_order_do_not_overlap_and_are_trimmed(text: str) -> None:
    found = sentences(text)
    assert all(left.end <= right.start for left, right in pairwise(found))
    for sentence in found:
        piece = text[sentence.start : sentence.end]
        assert piece == piece.strip() != ""
        assert len(piece) <= LONGEST


@settings(max_examples=150, deadline=None)
@given(TEXTS.map(lambda text: text.replace("-", ",").replace("—", ",").replace(":", ",").replace("–", ",")))
def test_sentences_cover_all_but_white_space_where_there_is_no_dateline(text: str) -> None:
    assert "".join("".join(piece.split()) for piece in cut(text)) == "".join(text.split())
