"""A moment: a date as the interval of days it could mean, in a subset of EDTF (ISO 8601-2)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from depositary.terms.errors import DepositaryError

OPEN_BEGIN = date.min
"""The begin of an interval that is open to the past."""
OPEN_END = date.max
"""The (exclusive) end of an interval that is open to the future."""

ONE_DAY = timedelta(days=1)

PAD_DAY, PAD_MONTH, PAD_YEAR = 3, 31, 366
"""Days by which `~`, `?` and `%` widen a day, a month, a year (DOMAIN, uncertain dates; the reference model agrees)."""

_SIMPLE = re.compile(r"(\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?([~?%]?)", re.ASCII)
_SEASONS = {
    21: (3, 3),
    22: (6, 3),
    23: (9, 3),
    24: (12, 3),
    33: (1, 3),
    34: (4, 3),
    35: (7, 3),
    36: (10, 3),
    40: (1, 6),
    41: (7, 6),
}


class UnreadableMoment(DepositaryError):
    """A text that is no date of our EDTF subset, or a day that does not exist (2025-13-40)."""

    def __init__(self, text: str) -> None:
        super().__init__(f"{text!r} is not a date we can read: write 2025, 2025-11, 2025-11-06 or 2025-11/2026-01.")
        self.text = text


@dataclass(frozen=True, slots=True)
class Moment:
    """A date and the days it could mean: `begin` is the first, `end` the day after the last (exclusive).

    "2021" is the whole year, never 1 January. An open side is `date.min` or `date.max`.
    Comparisons with a day are three-valued: True, False, or None where the interval holds both answers
    (DOMAIN, the small formal definition).

    >>> Moment.parse("2020-09").begin, Moment.parse("2020-09").end
    (datetime.date(2020, 9, 1), datetime.date(2020, 10, 1))
    >>> Moment.parse("2020-09").is_by(date(2020, 9, 15)) is None
    True
    """

    edtf: str
    begin: date
    end: date

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read EDTF text; raises `UnreadableMoment` for anything else, so that no unknown day is filled in.

        Read are: a year, month or day, `XX` for an unknown part, a suffix `~ ? %`, seasons 21-24, quarters 33-36,
        semesters 40-41, an interval `a/b`, a set `[a..b]` or `[a,b]`, and `..` or nothing for an open side.
        """
        begin, end = _bounds(text.strip(), text)
        if begin >= end:
            raise UnreadableMoment(text)
        return cls(text.strip(), begin, end)

    @classmethod
    def of(cls, day: date) -> Moment:
        """The moment that is exactly this day."""
        return cls(day.isoformat(), day, _after(day))

    @classmethod
    def until(cls, day: date) -> Moment:
        """Some day up to and including this one: what a report without a date says of a past act."""
        return cls(f"../{day.isoformat()}", OPEN_BEGIN, _after(day))

    @property
    def last(self) -> date:
        """The last day it could mean (inclusive)."""
        return self.end if self.end == OPEN_END else self.end - ONE_DAY

    @property
    def is_day(self) -> bool:
        """Whether it can mean one day only."""
        return self.end - self.begin == ONE_DAY

    def is_by(self, day: date) -> bool | None:
        """Whether it lies on or before `day`: None where it could be either."""
        if self.end <= day or self.last <= day:
            return True
        return False if self.begin > day else None

    def is_before(self, other: Moment) -> bool | None:
        """Whether it lies strictly before `other`: None where it could be either."""
        if self.last < other.begin:
            return True
        return False if self.begin >= other.last else None

    def overlaps(self, other: Moment) -> bool:
        """Whether both could mean one and the same day."""
        return self.begin < other.end and other.begin < self.end

    def lies_within(self, other: Moment) -> bool:
        """Whether each day it could mean is one that `other` could mean."""
        return other.begin <= self.begin and self.end <= other.end

    def __str__(self) -> str:
        return self.edtf


def add_months(day: date, months: int) -> date:
    """The same day of the month `months` later, or that month's last day where it is shorter.

    Off the calendar (years 1 to 9999) it is `OPEN_BEGIN` or `OPEN_END`.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not OPEN_BEGIN.year <= year <= OPEN_END.year:
        return OPEN_BEGIN if months < 0 else OPEN_END
    month += 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _after(day: date) -> date:
    return OPEN_END if day == OPEN_END else day + timedelta(days=1)


def _bounds(part: str, whole: str) -> tuple[date, date]:
    if part in ("", ".."):
        return OPEN_BEGIN, OPEN_END
    if part.startswith("[") and part.endswith("]"):
        return _bounds_of_set(part[1:-1], whole)
    if part.count("/") == 1:
        left, right = part.split("/")
        begin = OPEN_BEGIN if left in ("", "..") else _bounds(left, whole)[0]
        end = OPEN_END if right in ("", "..") else _bounds(right, whole)[1]
        return begin, end
    return _bounds_of_simple(part, whole)


def _bounds_of_set(inside: str, whole: str) -> tuple[date, date]:
    if ".." in inside:
        return _bounds(inside.replace("..", "/", 1), whole)
    members = [_bounds_of_simple(member.strip(), whole) for member in inside.split(",")]
    return min(begin for begin, _ in members), max(end for _, end in members)


def _bounds_of_simple(part: str, whole: str) -> tuple[date, date]:
    match = _SIMPLE.fullmatch(part)
    if match is None:
        raise UnreadableMoment(whole)
    year, month, day, qualifier = match.groups()
    try:
        begin, end, pad = _calendar(int(year), month, day)
    except (ValueError, KeyError, OverflowError):
        raise UnreadableMoment(whole) from None
    if qualifier:
        begin, end = _shift(begin, -pad), _shift(end, pad)
    return begin, end


def _calendar(year: int, month: str | None, day: str | None) -> tuple[date, date, int]:
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise ValueError("a day in an unknown month")
        return date(year, 1, 1), add_months(date(year, 1, 1), 12), PAD_YEAR
    number = int(month)
    if number > 12:
        first, months = _SEASONS[number]
        if day is not None:
            raise ValueError("a day in a season")
        return date(year, first, 1), add_months(date(year, first, 1), months), PAD_MONTH
    if day in (None, "XX"):
        begin = date(year, number, 1)
        return begin, add_months(begin, 1), PAD_MONTH
    begin = date(year, number, int(day))
    return begin, _after(begin), PAD_DAY


def _shift(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return OPEN_BEGIN if days < 0 else OPEN_END
