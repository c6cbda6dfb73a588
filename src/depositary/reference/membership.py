"""Membership: who belonged to an organisation or group, from when to when, as background and never as the register."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from depositary.reference.citation import Citation, Cited
from depositary.reference.days import is_within
from depositary.terms import Moment


class Role(StrEnum):
    """What a participant is to an organisation; a suspension runs beside the membership that is suspended."""

    MEMBER = "member"
    ASSOCIATE = "associate"  #: a lesser membership that the organisation's rules name
    OBSERVER = "observer"
    PARTNER = "partner"
    ACCEDING = "acceding"  #: admitted, and not yet in
    CANDIDATE = "candidate"
    SUSPENDED = "suspended"  #: a member whose rights, or some of them, rest
    WITHDRAWAL_NOTIFIED = "withdrawal-notified"  #: a member whose notice runs


@dataclass(frozen=True, slots=True)
class MembershipTerm(Cited):
    """One term of a participant in one role. `begin` and `end` are as exact as they are known; `end` is the last day.

    `body` is the organisation or agreement; `entry` and `exit` are how it came in and left ("found", "accede",
    "admit", "withdraw" ...), empty where that is not told.
    """

    body: str
    participant: str
    role: Role
    begin: Moment | None
    end: Moment | None
    entry: str
    exit: str
    sources: tuple[Citation, ...]
    note: str = ""

    def holds_on(self, day: date) -> bool | None:
        """Whether the term runs on this day: None where its dates are too coarse to tell.

        >>> term = MembershipTerm("eu", "GBR", Role.MEMBER, Moment.parse("1973"), None, "", "", (Citation("a work"),))
        >>> term.holds_on(date(1972, 1, 1)), term.holds_on(date(1973, 6, 1)), term.holds_on(date(1974, 1, 1))
        (False, None, True)
        """
        begun = True if self.begin is None else self.begin.is_by(day)
        ended = False if self.end is None else _is_over(self.end, day)
        if begun is False or ended is True:
            return False
        return True if begun and ended is False else None


@dataclass(frozen=True, slots=True)
class Roster:
    """The participants of a group from `begin` to the day before `end` (exclusive); None is open."""

    of: tuple[str, ...]
    begin: date | None
    end: date | None
    source: Citation

    def is_in_force(self, day: date) -> bool:
        """Whether this list was that of the group on this day."""
        return is_within(self.begin, self.end, day)


def running(terms: Iterable[MembershipTerm], on: date | None) -> tuple[MembershipTerm, ...]:
    """The terms that run on a day, or may; without a day, those of which no end is known."""
    if on is None:
        return tuple(term for term in terms if term.end is None)
    return tuple(term for term in terms if term.holds_on(on) is not False)


def _is_over(last: Moment, day: date) -> bool | None:
    if last.last < day:
        return True
    return None if last.begin < day else False
