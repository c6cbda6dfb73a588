"""A plain text is dated by its dateline, never by a day inside a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from depositary.documents.dateline import dateline, line_day

SIXTH = date(2025, 11, 6)
CAPTURED = date(2025, 11, 26)

DATED = [
    # labels
    ("Published: 6 November 2025", "the plain label"),
    ("Published 6 November 2025 | Updated 8 November 2025", "a later change beside it"),
    ("Published Nov 6, 2025 • 3 min read", "what websites add"),
    ("First published on Thu 6 Nov 2025 14.30 GMT", "with the clock of the newsroom"),
    ("**Published:** 6 November 2025", "Markdown"),
    ("published: 2025-11-06T10:00:00Z", "front matter, in small letters"),
    ("Date: 2025-11-06", "the shortest label"),
    ("Date: Geneva, 6 November 2025", "place after the label"),
    ("Dated 6 November 2025", "a letter"),
    ("Posted on November 6, 2025 at 3:15 PM", "a weblog"),
    ("Issued: 6 November 2025", "a notice"),
    ("Press release 6 November 2025", "a ministry"),
    ("PRESS RELEASE No. 12/2025 — 6 November 2025", "a ministry that numbers"),
    ("FOR IMMEDIATE RELEASE: November 6, 2025", "a press office"),
    ("Updated 6 November 2025", "only the last change is given: the text is of that day"),
    # a line of its own
    ("6 November 2025", "day first"),
    ("November 6, 2025", "month first"),
    ("Nov. 6, 2025", "the month cut short"),
    ("2025-11-06", "numbers, year first"),
    ("Thursday, 6 November 2025", "the weekday agrees"),
    ("(6 November 2025)", "in brackets"),
    ("6 NOVEMBER 2025", "capitals"),
    ("Geneva, 6 November 2025", "place and day"),
    ("The Hague, 6 November 2025", "a place of two words"),
    ("By Jane Doe | 6 November 2025", "the byline's line"),
    ("By Jane Doe and John Roe, November 6, 2025, 10:32 a.m. ET", "the byline's line, with a clock"),
    # a dateline before the first sentence
    ("GENEVA, 6 November 2025 - The body said so.", "day first"),
    ("WASHINGTON, Nov. 6, 2025 (Agency) - Kazakhstan will join.", "a wire"),
    ("WASHINGTON, D.C., November 6, 2025 — The Department said so.", "a place with a comma"),
    ("BRUSSELS (6 November 2025) – The Commission said so.", "the day in brackets"),
    ("November 6, 2025 — Kazakhstan will join.", "no place"),
    ("NEW YORK, Nov. 6, 2025 /Wire/ -- The company said so.", "a wire of press releases"),
]

UNDATED = [
    ("On 6 November 2025, Kazakhstan joined.", "a sentence that begins with On"),
    ("November 6, 2025, was the day.", "a sentence that begins with the day"),
    ("6 November 2025 was a Thursday.", "a sentence that begins with the day"),
    ("In Washington, November 6, 2025 - a Thursday - was cold.", "a place in a sentence"),
    ("Kazakhstan, which on 6 November 2025 - a Thursday - joined, said so.", "between dashes"),
    ("The agreement of 15 September 2020 - signed at the White House - holds.", "an agreement's date"),
    ("Paris Agreement, 12 December 2015", "an agreement's date, alone on its line"),
    ("White House Summit, 6 November 2025", "an event's date, alone on its line"),
    ("Astana Declaration, 4 July 2024", "a declaration's date"),
    ("Abraham Accords (15 September 2020) - what are they?", "a date in brackets after a name"),
    ("Done at Geneva, 4 November 2019", "a signature"),
    ("Signed: 6 November 2025", "a signature"),
    ("Date of signature: 15 September 2020", "another date than that of publication"),
    ("Date of entry into force: 4 November 2016", "another date than that of publication"),
    ("Effective date: 4 November 2016", "another date than that of publication"),
    ("The deadline is 6 November 2025", "a deadline"),
    ("Published in the Gazette of 6 November 2025", "another publication"),
    ("dated 6 November 2025", "the end of a sentence that was broken into lines"),
    ("November 2025", "no day"),
    ("WASHINGTON, Nov. 6 (Agency) - Kazakhstan will join.", "no year"),
    ("Thursday", "a weekday only"),
    ("04/05/2024", "April or May"),
    ("Published: 04/05/2024", "April or May, labelled"),
]


@pytest.mark.parametrize(("line", "reason"), DATED, ids=[reason + ": " + line[:24] for line, reason in DATED])
def test_a_dateline_dates_the_text(line: str, reason: str) -> None:
    found = dateline(f"Kazakhstan joins accords\n\n{line}\nThe text follows.", captured=CAPTURED)
    assert (found.day, found.where) == (SIXTH, "line 3"), reason


@pytest.mark.parametrize(("line", "reason"), UNDATED, ids=[reason + ": " + line[:24] for line, reason in UNDATED])
def test_a_date_of_an_event_does_not_date_the_text(line: str, reason: str) -> None:
    assert dateline(f"Kazakhstan joins accords\n{line}\nThe text follows.", captured=CAPTURED).day is None, reason


def test_a_date_after_the_head_is_not_looked_at() -> None:
    assert dateline("A sentence.\n" * 8 + "Published: 6 November 2025\n", captured=CAPTURED).day is None


def test_lines_are_counted_as_editors_count_them() -> None:
    found = dateline("Headline\r\n\r\nstandfirst\r6 November 2025\nText", captured=CAPTURED)
    assert found.where == "line 4"


def test_the_day_of_publication_goes_before_the_day_of_the_dateline() -> None:
    text = "Published: 6 November 2025\nASTANA, 5 November 2025 - It will join."
    assert dateline(text, captured=CAPTURED).day == SIXTH


def test_two_days_of_equal_standing_date_nothing() -> None:
    assert dateline("5 November 2025\n6 November 2025\nText", captured=CAPTURED).day is None


def test_a_chronology_is_not_dated_by_its_entries() -> None:
    entries = ["15 September 2020 – Signature.", "6 January 2021 – Sudan.", "6 November 2025 – Kazakhstan."]
    spaced = ("\n" * 9).join(entries)
    assert dateline(spaced, captured=CAPTURED).day is None


def test_a_sentence_broken_before_a_date_does_not_date_the_text() -> None:
    text = "The memorandum was signed in Washington on\n6 November 2025 – a Thursday – by both ministers."
    assert dateline(text, captured=CAPTURED).day is None


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("Published: 2025-13-40", "no day of the calendar"),
        ("Thursday, 7 November 2025", "no day of the calendar"),
        ("Published: 6 November 2031", "later than the capture"),
    ],
)
def test_an_impossible_date_is_left_out_and_said(line: str, doubt: str) -> None:
    found = dateline(f"{line}\nText", captured=CAPTURED)
    assert found.day is None
    assert doubt in found.doubt
    assert "line 1" in found.doubt


def test_the_press_may_be_a_day_ahead_of_utc() -> None:
    assert dateline("7 November 2025\nText", captured=SIXTH).day == date(2025, 11, 7)


def test_one_line_by_itself_bears_a_day_unless_it_is_of_a_change() -> None:
    assert line_day("By Jane Doe, Nov 6, 2025") == SIXTH
    assert line_day("Last updated: 6 November 2025") is None
    assert line_day("Published: 2025-13-40") is None
