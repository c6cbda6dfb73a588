"""Days as documents write them: a full day of the calendar, or nothing; no part is ever filled in."""

from __future__ import annotations

import re
from datetime import date

from depositary.terms import DepositaryError

EARLIEST_YEAR = 1500
"""No report read here is older; what bears an earlier year is the null of some machine, such as 0001-01-01."""

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SHORT = tuple(name[:3] for name in _MONTHS)
_MONTH_NUMBERS = {name: number for number, name in enumerate(_MONTHS, 1)}
_MONTH_NUMBERS |= {name: number for number, name in enumerate(_SHORT, 1)} | {"sept": 9}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTH_PATTERN = "|".join([*_MONTHS, "sept", *_SHORT])
WEEKDAY_PATTERN = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
DAY_PATTERN = (
    rf"(?:{WEEKDAY_PATTERN},?\s+)?(?:"
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?[\s-](?:{MONTH_PATTERN})\.?,?[\s-]\d{{4}}"
    rf"|(?:{MONTH_PATTERN})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{4}/\d{1,2}/\d{1,2}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}"
    r")(?!\d)"
)
"""How a full day looks in English prose and in numbers, its weekday before it or not (to be matched without case)."""

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?")
_YEAR_FIRST = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_DAY_FIRST = rf"(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]({MONTH_PATTERN})\.?,?[\s-](\d{{4}})"
_MONTH_FIRST = rf"({MONTH_PATTERN})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})"
_LEADING_WEEKDAY = rf"({WEEKDAY_PATTERN}),?\s+"


class UnreadableDay(DepositaryError):
    """What stands where a day should, and is no full day of the calendar."""

    def __init__(self, text: str) -> None:
        super().__init__(f"{text[:40]!r} is no day of the calendar; a day is written as 2025-11-06.")


def iso_day(text: str) -> date:
    """The day of `2025-11-06` or `2025-11-06T23:30:00-05:00`, as its writer's clock had it; raises `UnreadableDay`."""
    match = _ISO.fullmatch(text.strip())
    if match is None:
        raise UnreadableDay(text)
    return _calendar_day(match[1], match[2], match[3], text)


def written_day(text: str) -> date | None:
    """The day that a match of `DAY_PATTERN` means, None where it could be two.

    04/05/2024 is April to one reader and May to another: None. 13/05/2024 is not. Raises `UnreadableDay` for
    a day that no calendar has, and for one whose weekday is another (Thursday, 7 November 2025 was a Friday).
    """
    text = text.strip()
    weekday = re.match(_LEADING_WEEKDAY, text, re.I)
    rest = text[weekday.end() :] if weekday else text
    day = _day(rest, text)
    if day and weekday and not _WEEKDAYS[day.weekday()].startswith(weekday[1].lower().rstrip(".")[:3]):
        raise UnreadableDay(text)
    return day


def _day(rest: str, whole: str) -> date | None:
    if match := _YEAR_FIRST.fullmatch(rest):
        return _calendar_day(match[1], match[2], match[3], whole)
    if match := re.fullmatch(_DAY_FIRST, rest, re.I):
        return _calendar_day(match[3], str(_MONTH_NUMBERS[match[2].lower()]), match[1], whole)
    if match := re.fullmatch(_MONTH_FIRST, rest, re.I):
        return _calendar_day(match[3], str(_MONTH_NUMBERS[match[1].lower()]), match[2], whole)
    if match := _NUMERIC.fullmatch(rest):
        first, second = int(match[1]), int(match[2])
        if first <= 12 and second <= 12 and first != second:
            return None
        month, day = (first, second) if second > 12 else (second, first)
        return _calendar_day(match[3], str(month), str(day), whole)
    raise UnreadableDay(whole)


def _calendar_day(year: str, month: str, day: str, whole: str) -> date:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        raise UnreadableDay(whole) from None
    if found.year < EARLIEST_YEAR or found.year == date.max.year:
        raise UnreadableDay(whole)
    return found
