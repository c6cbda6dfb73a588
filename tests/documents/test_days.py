"""A day is read where it is a full day of the calendar, and nothing is filled in."""

from __future__ import annotations

from datetime import date

import pytest

from depositary.documents.days import UnreadableDay, iso_day, written_day

SIXTH = date(2025, 11, 6)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-11-06", SIXTH),
        ("2025-11-06T23:30:00-05:00", SIXTH),  # the day of the writer's clock, though it is the 7th in UTC
        ("2025-11-06 10:00:00", SIXTH),
        (" 2025-11-06 ", SIXTH),
    ],
)
def test_an_iso_day_is_read_as_its_writers_clock_had_it(text: str, day: date) -> None:
    assert iso_day(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "2025-13-40",
        "2025-02-29",
        "2025-11",
        "2025",
        "",
        "20251106",
        "2025-W45-4",
        "0001-01-01",
        "9999-12-31",
        "Thursday",
    ],
)
def test_what_is_no_full_day_is_refused(text: str) -> None:
    with pytest.raises(UnreadableDay, match="no day of the calendar"):
        iso_day(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("6 November 2025", SIXTH),
        ("6th of November 2025", SIXTH),
        ("Nov. 6, 2025", SIXTH),
        ("Sept. 6, 2025", date(2025, 9, 6)),
        ("May 6 2025", date(2025, 5, 6)),
        ("06-Nov-2025", SIXTH),
        ("Thursday, 6 November 2025", SIXTH),
        ("Thu 6 Nov 2025", SIXTH),
        ("2025/11/06", SIXTH),
        ("13/05/2024", date(2024, 5, 13)),  # there is no thirteenth month
        ("05/13/2024", date(2024, 5, 13)),
        ("05.05.2024", date(2024, 5, 5)),  # the same either way
        ("04/05/2024", None),  # April or May
        ("4.5.2024", None),
    ],
)
def test_a_written_day_is_read_unless_it_could_be_two(text: str, day: date | None) -> None:
    assert written_day(text) == day


@pytest.mark.parametrize("text", ["31 November 2025", "13/13/2025", "Thursday, 7 November 2025", "November 2025"])
def test_a_day_that_never_was_is_refused(text: str) -> None:
    with pytest.raises(UnreadableDay):
        written_day(text)
