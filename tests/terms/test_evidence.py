"""Evidence is what stands at its place: a misquoted span cannot be made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depositary.terms import Cell, DepositaryError, MisquotedEvidence, Span, cite

TEXT = "Kazakhstan 🇰🇿 joined."


def test_a_span_counts_code_points_and_not_bytes() -> None:
    span = cite(TEXT, 14, 20)
    assert span == Span(14, 20, "joined")
    assert TEXT[span.start : span.end] == span.quote


@pytest.mark.parametrize(
    ("start", "end", "quote"),
    [
        (0, 9, "Kazakhstan"),  # too short by one
        (0, 11, "Kazakhstan"),
        (5, 5, ""),  # nothing is no evidence
        (9, 5, "khst"),
        (-3, 0, "ed."),
        (-10, -4, "joined"),
    ],
)
def test_a_misquoted_span_is_refused(start: int, end: int, quote: str) -> None:
    with pytest.raises(MisquotedEvidence) as caught:
        Span(start, end, quote)
    assert isinstance(caught.value, DepositaryError)
    assert repr(quote) in str(caught.value)


@pytest.mark.parametrize(("start", "end"), [(0, 500), (500, 501), (-3, -1), (-1, 3), (4, 4), (6, 2)])
def test_nothing_can_be_cited_off_the_text(start: int, end: int) -> None:
    with pytest.raises(MisquotedEvidence):
        cite(TEXT, start, end)


@given(st.text(min_size=1), st.data())
def test_whatever_is_cited_is_what_stands_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = cite(text, start, end)
    assert text[span.start : span.end] == span.quote


def test_spans_stand_in_the_order_of_the_text() -> None:
    later, earlier = cite(TEXT, 14, 20), cite(TEXT, 0, 10)
    assert sorted([later, earlier]) == [earlier, later]


def test_a_cell_is_kept_as_it_stood() -> None:
    assert Cell("ab" * 32, 3, 1, " 5 Dec 1972 a ").original == " 5 Dec 1972 a "
