"""Dates are written out as wide as they are; no day is ever filled in."""

from __future__ import annotations

from datetime import date

import pytest

from depositary.cli import wording
from depositary.terms import Moment


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-11-06", "6 Nov 2025"),
        ("2020-09", "Sep 2020"),
        ("2020-XX", "2020"),
        ("2020", "2020"),
        ("2020/2022", "between 2020 and 2022"),
        ("2020-09/2020-12", "between Sep and Dec 2020"),
        ("2020-09/2021-02", "between Sep 2020 and Feb 2021"),
        ("2023-03-25/2023-03-26", "25 or 26 Mar 2023"),
        ("2020-12-31/2021-01-01", "31 Dec 2020 or 1 Jan 2021"),
        ("2020-10-31/2020-11-01", "31 Oct or 1 Nov 2020"),
        ("2020-10-01/2020-10-24", "between 1 and 24 Oct 2020"),
        ("2020-10-30/2020-11-02", "between 30 Oct and 2 Nov 2020"),
        ("2020-09-04/2021-02-03", "between 4 Sep 2020 and 3 Feb 2021"),
        ("2023-21", "between Mar and May 2023"),
        ("../2025-11-06", "by 6 Nov 2025"),
        ("/2025-11", "by Nov 2025"),
        ("2023/..", "from 2023"),
        ("[2023-05..]", "from May 2023"),
        ("2020~", "about 2020"),
        ("2020-09?", "perhaps Sep 2020"),
        ("2020-09-04%", "perhaps about 4 Sep 2020"),
        ("../..", "not known"),
        ("0001-01-01", "1 Jan 1"),  # the first day of the calendar is a day, and no open side
        ("0001/2020", "between 1 and 2020"),
        ("[0001,2020]", "between 1 and 2020"),
        ("9999", "9999"),
    ],
)
def test_a_moment_is_as_wide_in_words_as_it_is(edtf: str, words: str) -> None:
    assert wording.moment(Moment.parse(edtf)) == words


def test_no_moment_is_not_known() -> None:
    assert wording.moment(None) == "not known"


def test_a_day_is_written_out() -> None:
    assert wording.day(date(2021, 1, 6)) == "6 Jan 2021"


@pytest.mark.parametrize(("number", "words"), [(0, "0 claims"), (1, "1 claim"), (1200, "1,200 claims")])
def test_a_number_has_its_noun(number: int, words: str) -> None:
    assert wording.counted(number, "claim") == words


def test_a_noun_may_have_a_plural_of_its_own() -> None:
    assert wording.counted(2, "party", "parties") == "2 parties"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("In force on 2023-04-04 by Art. 10.", "In force on 4 Apr 2023 by Art. 10."),
        ("Joined some day in 2020-10-01/2020-10-24.", "Joined some day between 1 and 24 Oct 2020."),
        ("No day: 2023-02-30, 2023-13-01, C.N.575.2019.", "No day: 2023-02-30, 2023-13-01, C.N.575.2019."),
    ],
)
def test_days_in_a_sentence_are_written_out(text: str, written: str) -> None:
    assert wording.written_out(text) == written
