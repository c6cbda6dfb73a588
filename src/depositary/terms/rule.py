"""Rules: what a final clause makes of an act, such as a withdrawal that takes effect a year after its notice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from depositary.terms.action import Action
from depositary.terms.moment import OPEN_BEGIN, OPEN_END, Moment, add_months

LAST_DAY = OPEN_END - timedelta(days=1)
"""The last day that can be told from an open end."""


class Convention(StrEnum):
    """How a clause counts: off-by-one conventions are never left to the reader."""

    SAME_DAY = "same day"  #: takes effect on the day of the act
    NTH_DAY_AFTER = "nth day after"  #: on the thirtieth day after: act + 30 days
    MONTHS_AFTER = "months after"  #: one year from the date of receipt: same day of the month, n months later
    FIRST_OF_MONTH_AFTER_DAYS = "first day of the month after the nth day after"  #: Rome Statute 126(2)
    FIRST_OF_MONTH_AFTER_MONTHS = "first day of the month after n months"  #: Council of Europe practice


class Scope(StrEnum):
    """What a rule decides."""

    ENTRY = "entry"  #: entry into force for a participant that consents
    EXIT = "exit"  #: end of participation after a notice


@dataclass(frozen=True, slots=True)
class Delay:
    """How long after the act the effect comes: `n` days or months as the convention says."""

    convention: Convention
    n: int = 0

    def after(self, day: date) -> date:
        """The day of effect of an act done on `day`; one beyond the calendar is `LAST_DAY`."""
        try:
            return min(self._counted(day), LAST_DAY)
        except OverflowError:
            return LAST_DAY

    def _counted(self, day: date) -> date:
        match self.convention:
            case Convention.SAME_DAY:
                return day
            case Convention.NTH_DAY_AFTER:
                return day + timedelta(days=self.n)
            case Convention.MONTHS_AFTER:
                return add_months(day, self.n)
            case Convention.FIRST_OF_MONTH_AFTER_DAYS:
                return add_months((day + timedelta(days=self.n)).replace(day=1), 1)
            case Convention.FIRST_OF_MONTH_AFTER_MONTHS:
                return add_months(add_months(day, self.n).replace(day=1), 1)

    def of(self, moment: Moment) -> Moment:
        """The effect of an act whose day is uncertain: as wide as the act; an open side stays open."""
        begin = OPEN_BEGIN if moment.begin == OPEN_BEGIN else self.after(moment.begin)
        last = OPEN_END if moment.last == OPEN_END else self.after(moment.last)
        if begin == last:
            return Moment.of(begin)
        left, right = ("" if begin == OPEN_BEGIN else begin.isoformat()), ("" if last == OPEN_END else last.isoformat())
        return Moment.parse(f"{left or '..'}/{right or '..'}")


@dataclass(frozen=True, slots=True)
class Rule:
    """A final clause as data: when `by` is done by a participant, the effect comes after `delay`.

    `article` and `source` say where it stands, so that a person can follow it.
    """

    scope: Scope
    by: frozenset[Action]
    delay: Delay
    article: str
    source: str
