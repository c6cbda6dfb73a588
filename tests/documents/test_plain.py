"""A plain text becomes a document whole, with an outlet only where a line says it."""

from __future__ import annotations

from datetime import date

import pytest

from depositary.documents.intake import Given
from depositary.documents.plain import plain_document
from tests.documents.fixtures import CAPTURED, sorted_out

GIVEN = Given(place="a.txt", captured=CAPTURED)


def test_the_text_is_kept_to_the_last_space() -> None:
    text = "  Kazakhstan joins \r\n\r\ne\u0301 \n\n"
    [document], findings = sorted_out(plain_document(text, GIVEN))
    assert document.text == text
    assert findings == []


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Accord signed\nSource: The Astana Report\n\nIt was signed.", "The Astana Report"),
        ("Outlet: The Astana Report\nIt was signed.", "The Astana Report"),
        ("The Astana Report\n6 November 2025\nIt was signed.", ""),  # may be a headline
        ("ASTANA, Nov. 6, 2025 (Agency) - It was signed.", ""),  # may be passed on by another
        ("A source: it was signed.\nThe source: nobody.", ""),
    ],
)
def test_the_outlet_is_never_guessed(text: str, outlet: str) -> None:
    [document], _ = sorted_out(plain_document(text, GIVEN))
    assert document.outlet == outlet


def test_what_is_given_goes_before_what_the_text_says() -> None:
    given = Given(
        place="a.txt", captured=CAPTURED, outlet="Given", published=date(2025, 11, 1), published_from="given", title="T"
    )
    [document], _ = sorted_out(plain_document("Source: Said\nPublished: 6 November 2025\nText.", given))
    assert (document.outlet, document.title) == ("Given", "T")
    assert (document.published, document.published_from) == (date(2025, 11, 1), "given")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Kazakhstan joins accords\n\nIt joined.", "Kazakhstan joins accords"),
        ("# Kazakhstan joins accords\n\nIt joined.", "Kazakhstan joins accords"),
        ("Title: Kazakhstan joins\nIt joined.", "Kazakhstan joins"),
        ("Kazakhstan joined the accords.\nIt did.", ""),  # a sentence
        ("Kazakhstan joins accords", ""),  # nothing follows
        ("6 November 2025\nIt joined.", ""),  # a date
        ("Source: The Astana Report\nIt joined.", ""),  # a label
        ("The Astana Report\n6 November 2025\n\nKazakhstan joins accords\n\nIt joined.", "Kazakhstan joins accords"),
        ("PRESS RELEASE - 6 November 2025\nMinistry\n\nKazakhstan joins\n\nIt joined.", "Kazakhstan joins"),
        ("Kazakhstan joins\nBy Jane Doe\n6 November 2025\n\nIt joined.", "Kazakhstan joins"),
        ("By Jane Doe\nIt joined.", ""),  # a byline
        ("K" * 200 + "\nIt joined.", ""),  # too long for a headline
    ],
)
def test_a_short_line_above_the_text_is_the_title(text: str, title: str) -> None:
    [document], _ = sorted_out(plain_document(text, GIVEN))
    assert document.title == title


def test_a_date_that_had_to_be_left_out_is_a_finding_beside_the_document() -> None:
    [document], [finding] = sorted_out(plain_document("Published: 2025-13-40\nKazakhstan joins.", GIVEN))
    assert document.published is None
    assert finding.place == "a.txt"
    assert finding.concerns == document.id


def test_a_text_without_words_is_a_finding() -> None:
    assert sorted_out(plain_document(" \n-\n", GIVEN))[1][0].message == "It has no text."
