"""Dates in words: a day is written out, an uncertain date says how uncertain it is, no day is ever filled in."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from depositary.terms import OPEN_BEGIN, OPEN_END, Moment, UnreadableMoment, add_months

NOT_KNOWN = "not known"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ISO_DAY = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_ISO = re.compile(rf"\b{_ISO_DAY}(?:/{_ISO_DAY})?\b")
_QUALIFIERS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}


def day(written: date) -> str:
    """A day written out.

    >>> day(date(2025, 11, 6))
    '6 Nov 2025'
    """
    return f"{written.day} {month(written)}"


def month(written: date) -> str:
    """The month that a day lies in: "Nov 2025"."""
    return f"{_MONTHS[written.month - 1]} {written.year}"


def moment(meant: Moment | None) -> str:
    """A moment in words, exactly as wide as it is.

    >>> [moment(Moment.parse(text)) for text in ("2020-09", "2023-03-25/2023-03-26", "../2025-11-06", "2023/..")]
    ['Sep 2020', '25 or 26 Mar 2023', 'by 6 Nov 2025', 'from 2023']
    >>> moment(None)
    'not known'
    """
    if meant is None or (meant.begin == OPEN_BEGIN and meant.end == OPEN_END):
        return NOT_KNOWN
    text = meant.edtf
    if text[-1] in _QUALIFIERS and text.count("/") == 0:
        return _QUALIFIERS[text[-1]] + moment(Moment.parse(text[:-1]))
    if meant.begin == OPEN_BEGIN or meant.end == OPEN_END:
        return _open(meant)
    return _bounded(meant.begin, meant.last)


def _open(meant: Moment) -> str:
    edge = meant.edtf.strip("[]").strip("./")
    if edge == meant.edtf.strip("[]"):  # no side is open: it touches the calendar's first or last day
        return _bounded(meant.begin, meant.last)
    return f"{'by' if meant.begin == OPEN_BEGIN else 'from'} {moment(Moment.parse(edge))}"


def _bounded(first: date, last: date) -> str:
    if first == last:
        return day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"between {first.year} and {last.year}"
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        return month(first) if add_months(first, 1) > last else f"between {_shorter(first, last)} and {month(last)}"
    if last - first == timedelta(days=1):
        return f"{_shorter_day(first, last)} or {day(last)}"
    return f"between {_shorter_day(first, last)} and {day(last)}"


def _shorter(first: date, last: date) -> str:
    """The month of `first`, without the year where `last` says it."""
    return _MONTHS[first.month - 1] if first.year == last.year else month(first)


def _shorter_day(first: date, last: date) -> str:
    """The day `first`, without the month and the year where `last` says them."""
    if (first.year, first.month) == (last.year, last.month):
        return str(first.day)
    return f"{first.day} {_shorter(first, last)}"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 claim", "2 claims"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def written_out(text: str) -> str:
    """A sentence with each ISO day, and each interval of days, written out.

    >>> written_out("In force on 2023-04-04 by Art. 10.")
    'In force on 4 Apr 2023 by Art. 10.'
    """
    return _ISO.sub(_found, text).replace("in between", "between")


def _found(text: re.Match[str]) -> str:
    try:
        return moment(Moment.parse(text.group()))
    except UnreadableMoment:
        return text.group()
