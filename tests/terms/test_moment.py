"""A moment is the interval of days a date could mean, and comparisons answer yes, no, or not known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depositary.terms import OPEN_BEGIN, OPEN_END, Moment, UnreadableMoment, add_months

DAY = timedelta(days=1)

AGREED = (  # EDTF, first day, last day: computed by the reference model of the design, copied here as data
    ("2020", "2020-01-01", "2020-12-31"),
    ("2020-09", "2020-09-01", "2020-09-30"),
    ("2020-09-15", "2020-09-15", "2020-09-15"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-02", "2023-02-01", "2023-02-28"),
    ("2024-02-29", "2024-02-29", "2024-02-29"),
    ("2020-XX", "2020-01-01", "2020-12-31"),
    ("2020-09-XX", "2020-09-01", "2020-09-30"),
    ("2020-XX-XX", "2020-01-01", "2020-12-31"),
    ("2020~", "2018-12-31", "2022-01-01"),
    ("2020-09~", "2020-08-01", "2020-10-31"),
    ("2020-09-15~", "2020-09-12", "2020-09-18"),
    ("2020-09-15?", "2020-09-12", "2020-09-18"),
    ("2020-09-15%", "2020-09-12", "2020-09-18"),
    ("2020-09/2020-11", "2020-09-01", "2020-11-30"),
    ("2020-09-15/2021", "2020-09-15", "2021-12-31"),
    ("2021~/2023", "2020-01-01", "2023-12-31"),
    ("2020-12-31/2021-01-01", "2020-12-31", "2021-01-01"),
    ("2020/..", "2020-01-01", "9999-12-31"),
    ("../2020", "0001-01-01", "2020-12-31"),
    ("../..", "0001-01-01", "9999-12-31"),
    ("..", "0001-01-01", "9999-12-31"),
    ("", "0001-01-01", "9999-12-31"),
    ("[2020..2022]", "2020-01-01", "2022-12-31"),
    ("[2022,2020]", "2020-01-01", "2022-12-31"),
    ("[2020-09-15,2020-12-22]", "2020-09-15", "2020-12-22"),
    ("[2023-03-25..2023-03-26]", "2023-03-25", "2023-03-26"),
    ("0001", "0001-01-01", "0001-12-31"),
    ("0001-01-01", "0001-01-01", "0001-01-01"),
    ("0002-01-01~", "0001-12-29", "0002-01-04"),
    ("9999", "9999-01-01", "9999-12-31"),
    ("9999-12", "9999-12-01", "9999-12-31"),
)

BEYOND_THE_MODEL = (  # forms that the reference model does not read
    ("2025-21", "2025-03-01", "2025-05-31"),
    ("2025-22", "2025-06-01", "2025-08-31"),
    ("2025-23", "2025-09-01", "2025-11-30"),
    ("2025-24", "2025-12-01", "2026-02-28"),
    ("2025-33", "2025-01-01", "2025-03-31"),
    ("2025-34", "2025-04-01", "2025-06-30"),
    ("2025-35", "2025-07-01", "2025-09-30"),
    ("2025-36", "2025-10-01", "2025-12-31"),
    ("2025-40", "2025-01-01", "2025-06-30"),
    ("2025-41", "2025-07-01", "2025-12-31"),
    ("2025-33~", "2024-12-01", "2025-05-01"),
    ("2020/", "2020-01-01", "9999-12-31"),
    ("/2020", "0001-01-01", "2020-12-31"),
    ("[2020-09..]", "2020-09-01", "9999-12-31"),
    ("[..2020-09]", "0001-01-01", "2020-09-30"),
    ("[2020-09, 2020-12]", "2020-09-01", "2020-12-31"),
    ("0001-01-01~", "0001-01-01", "0001-01-04"),  # no day lies before the first
    ("9999~", "9997-12-31", "9999-12-31"),  # nor after the last
    ("9999-36", "9999-10-01", "9999-12-31"),
    (" 2020 ", "2020-01-01", "2020-12-31"),
)

UNREADABLE = (
    "2025-13-40",
    "2025-13",
    "2025-00",
    "2025-02-29",  # 2025 is no leap year
    "2025-11-31",
    "2025-11-00",
    "2025-XX-06",  # a day in an unknown month
    "2025-21-01",  # a day in a season
    "2025-21-XX",
    "2025-20",
    "2025-42",
    "0000",
    "20",
    "25-11-06",
    "2025-1-6",
    "2025/11/06",
    "2025-11-06T12:00",
    "20251106",
    "06.11.2025",
    "November 2025",
    "today",
    "2022/2020",  # ends before it begins
    "[2022..2020]",
    "2020/2021/2022",
    "[]",
    "[2020",
    "2020]",
    "[2020/2021]",
    "[2020,]",
    "2025~~",
    "~2025",
    "~",
    "-2025",
    "9999-12-31",  # the "still in force" of some tables: no day
    "12025",
    "２０２５-11-06",  # digits of another script: EDTF is written in ASCII
    "٢٠٢٥",
    "2025-11-06\x00",
)


@pytest.mark.parametrize(("text", "first", "last"), AGREED + BEYOND_THE_MODEL)
def test_a_date_is_the_days_that_it_could_mean(text: str, first: str, last: str) -> None:
    moment = Moment.parse(text)
    assert (moment.begin.isoformat(), moment.last.isoformat()) == (first, last)
    assert str(moment) == moment.edtf == text.strip()


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_no_date_is_refused_and_quoted(text: str) -> None:
    with pytest.raises(UnreadableMoment) as caught:
        Moment.parse(text)
    assert caught.value.text == text
    assert repr(text) in str(caught.value)


def test_a_month_is_no_first_of_the_month() -> None:
    assert not Moment.parse("2020-09").is_day
    assert Moment.parse("2020-09-01").is_day
    assert Moment.parse("[2020-09-01..2020-09-01]").is_day


def test_the_end_is_the_day_after_the_last() -> None:
    month = Moment.parse("2020-12")
    assert (month.end, month.last) == (date(2021, 1, 1), date(2020, 12, 31))
    assert Moment.parse("2020/..").end == OPEN_END == Moment.parse("2020/..").last


def test_a_day_is_what_it_says() -> None:
    assert Moment.of(date(2020, 9, 15)) == Moment.parse("2020-09-15")
    assert Moment.of(OPEN_BEGIN).is_day


def test_a_past_act_without_a_date_lies_on_some_day_up_to_the_report() -> None:
    moment = Moment.until(date(2025, 11, 6))
    assert moment == Moment.parse("../2025-11-06")
    assert moment.is_by(date(2025, 11, 6)) is True
    assert moment.is_by(date(2025, 11, 5)) is None


@pytest.mark.parametrize(
    ("text", "day", "answer"),
    [
        ("2020-09-15", "2020-09-14", False),
        ("2020-09-15", "2020-09-15", True),
        ("2020-09", "2020-08-31", False),
        ("2020-09", "2020-09-01", None),
        ("2020-09", "2020-09-29", None),
        ("2020-09", "2020-09-30", True),
        ("2020/..", "2019-12-31", False),
        ("2020/..", "2999-01-01", None),
        ("../2020", "2020-12-31", True),
        ("../2020", "1800-01-01", None),
        ("..", "2020-01-01", None),
        ("[2020-09-15,2020-12-22]", "2020-10-01", None),
    ],
)
def test_whether_it_lies_on_or_before_a_day(text: str, day: str, answer: bool | None) -> None:
    assert Moment.parse(text).is_by(date.fromisoformat(day)) is answer


@pytest.mark.parametrize(
    ("left", "right", "answer"),
    [
        ("2020-09-15", "2020-12-22", True),
        ("2020-12-22", "2020-09-15", False),
        ("2020-09-15", "2020-09-15", False),  # the same day is not strictly before
        ("2020-09", "2020-10", True),
        ("2020-09", "2020-09", None),
        ("2020", "2020-12-22", None),
        ("2020-12-22", "2020", None),
        ("2020-12-31", "2020", False),
        ("2020-01-01", "2020", None),  # the year could mean that very day
        ("../2020", "2021", True),
        ("2021", "../2020", False),
        ("2019", "2020/..", True),
        ("2020/..", "2021", None),
    ],
)
def test_whether_it_lies_before_another(left: str, right: str, answer: bool | None) -> None:
    assert Moment.parse(left).is_before(Moment.parse(right)) is answer


def test_months_are_added_to_the_same_day_or_the_last_of_a_shorter_month() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2023, 1, 31), 1) == date(2023, 2, 28)
    assert add_months(date(2023, 11, 30), 3) == date(2024, 2, 29)
    assert add_months(date(2023, 3, 31), -1) == date(2023, 2, 28)
    assert add_months(date(2023, 12, 15), 12) == date(2024, 12, 15)
    assert add_months(date(2023, 12, 15), 0) == date(2023, 12, 15)


def test_months_off_the_calendar_are_open() -> None:
    assert add_months(date(9999, 11, 1), 2) == OPEN_END
    assert add_months(date(1, 2, 1), -2) == OPEN_BEGIN


days = st.dates(date(1600, 1, 1), date(2400, 1, 1))
simple = st.one_of(
    days.map(lambda day: day.isoformat()),
    days.map(lambda day: day.isoformat()[:7]),
    days.map(lambda day: day.isoformat()[:4]),
    days.map(lambda day: f"{day.year}-{(21, 22, 23, 24, 33, 34, 35, 36, 40, 41)[day.day % 10]}"),
    days.map(lambda day: f"{day.year}-XX-XX"),
)
qualified = st.tuples(simple, st.sampled_from(["", "~", "?", "%"])).map("".join)


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """Any moment that can be written, of any form."""
    left, right = sorted((draw(qualified), draw(qualified)), key=lambda text: Moment.parse(text).begin)
    form = draw(st.sampled_from(["{0}", "{0}/{1}", "{0}/..", "../{0}", "..", "[{0}..{1}]"]))
    try:
        return Moment.parse(form.format(left, right))
    except UnreadableMoment:  # the later one may end first: "2020/2020-02"
        return Moment.parse(left)


@st.composite
def nested(draw: st.DrawFn) -> tuple[Moment, Moment]:
    """A moment, and one that is at least as wide."""
    narrow, other = draw(moments()), draw(moments())
    begin, last = min(narrow.begin, other.begin), max(narrow.last, other.last)
    return narrow, Moment.parse(f"{'..' if begin == OPEN_BEGIN else begin}/{'..' if last == OPEN_END else last}")


@given(moments())
def test_a_moment_begins_before_it_ends(moment: Moment) -> None:
    assert moment.begin < moment.end
    assert moment.begin <= moment.last


@given(moments())
def test_what_is_written_is_read_back(moment: Moment) -> None:
    assert Moment.parse(str(moment)) == moment


@given(nested(), days)
def test_a_wider_moment_never_knows_more_about_a_day(pair: tuple[Moment, Moment], day: date) -> None:
    narrow, wide = pair
    assert wide.is_by(day) in (None, narrow.is_by(day))


@given(nested(), moments())
def test_a_wider_moment_never_knows_more_about_an_order(pair: tuple[Moment, Moment], other: Moment) -> None:
    narrow, wide = pair
    assert wide.is_before(other) in (None, narrow.is_before(other))
    assert other.is_before(wide) in (None, other.is_before(narrow))


@given(moments(), moments())
def test_of_two_moments_at_most_one_is_before_the_other(left: Moment, right: Moment) -> None:
    assert not (left.is_before(right) and right.is_before(left))
    if left.is_before(right):
        assert right.is_before(left) is False
        assert not left.overlaps(right)


@given(moments(), days)
def test_a_day_is_compared_as_a_moment_of_one_day_is(moment: Moment, day: date) -> None:
    assert moment.is_by(day) == moment.is_before(Moment.of(day + DAY))


@given(nested(), moments())
def test_what_lies_within_overlaps_and_what_overlaps_is_mutual(pair: tuple[Moment, Moment], other: Moment) -> None:
    narrow, wide = pair
    assert narrow.lies_within(wide)
    assert narrow.overlaps(wide)
    assert narrow.overlaps(other) == other.overlaps(narrow)
    if narrow.overlaps(other):
        assert wide.overlaps(other)


@given(days, st.integers(0, 600))
def test_months_later_is_never_earlier_for_a_later_day(day: date, months: int) -> None:
    assert add_months(day, months) <= add_months(day + DAY, months)
