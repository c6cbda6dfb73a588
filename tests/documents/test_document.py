"""A document keeps its text whole, knows its day, and is cited by code points."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depositary.documents import Document, UndatedCapture, content_id
from depositary.terms import MisquotedEvidence

CAPTURED = datetime(2025, 11, 7, 8, 0, tzinfo=UTC)
DOCUMENT = Document(id="d", text="Kazakhstan 🇰🇿 joins.", captured=CAPTURED)


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60), st.data())
def test_a_cited_span_is_what_the_text_says_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = replace(DOCUMENT, text=text).cite(start, end)
    assert (span.start, span.end, span.quote) == (start, end, text[start:end])


def test_offsets_count_code_points_not_bytes() -> None:
    assert DOCUMENT.cite(14, 19).quote == "joins"


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 3), (-1, 4), (0, 1000)])
def test_a_span_off_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(MisquotedEvidence):
        DOCUMENT.cite(start, end)


def test_it_is_known_when_published_else_when_captured_in_utc() -> None:
    late_in_new_york = datetime(2025, 11, 6, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert DOCUMENT.known == date(2025, 11, 7)
    assert replace(DOCUMENT, captured=late_in_new_york).known == date(2025, 11, 7)
    assert replace(DOCUMENT, published=date(2025, 11, 6)).known == date(2025, 11, 6)


def test_a_capture_without_a_time_zone_is_refused() -> None:
    with pytest.raises(UndatedCapture, match="bears no time zone"):
        Document(id="d", text="x", captured=datetime(2025, 11, 7))


def test_the_id_made_from_content_changes_with_each_part_and_not_with_the_place() -> None:
    whole = content_id("text", published=date(2025, 11, 6), outlet="o", url="u", title="t")
    others = {
        content_id("texT", published=date(2025, 11, 6), outlet="o", url="u", title="t"),
        content_id("text", published=None, outlet="o", url="u", title="t"),
        content_id("text", published=date(2025, 11, 6), outlet="", url="u", title="t"),
        content_id("text", published=date(2025, 11, 6), outlet="o", url="", title="t"),
        content_id("text", published=date(2025, 11, 6), outlet="o", url="u", title=""),
    }
    assert len(others) == 5
    assert whole not in others
    assert whole.startswith("doc-")
    assert len(whole) == 16


def test_the_hash_is_of_the_text_in_utf_8() -> None:
    assert replace(DOCUMENT, text="é").text_hash == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"
