"""Days: whether something that runs from a day to the day before another runs on a day."""

from __future__ import annotations

from datetime import date


def is_within(begin: date | None, end: date | None, day: date) -> bool:
    """Whether a day lies from `begin` to the day before `end` (exclusive); None is open."""
    return (begin is None or begin <= day) and (end is None or day < end)
