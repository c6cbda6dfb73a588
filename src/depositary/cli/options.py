"""Options that several commands share: the two days, the form of the answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])  # Any: click calls a command with what its options say
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PART = re.compile(r"\d{4}(-\d{2})?")


class Day(click.ParamType[date]):
    """A whole day, YYYY-MM-DD: a month or a year is refused, since no day of it is meant more than another."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # Any: click's
        """The day that is written; fails with one sentence for anything else."""
        if isinstance(value, date):
            return value
        if _PART.fullmatch(value):
            self.fail(f"{value} is not one day: write YYYY-MM-DD.")
        if not _DAY.fullmatch(value):
            self.fail(f"{value!r} is not a day: write YYYY-MM-DD.")
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value} is not a day of the calendar.")

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """What the help shows."""
        return "YYYY-MM-DD"


def today() -> date:
    """The present day in UTC, which both clocks show unless told otherwise."""
    return datetime.now(UTC).date()


def on_option(command: Command) -> Command:
    """Add `--on`: the day in the world that is asked about."""
    return click.option("--on", type=Day(), default=today, help="The day in the world asked about (today).")(command)


def known_option(command: Command) -> Command:
    """Add `--known`: the day up to which what had been published counts as known."""
    text = "Use what was published, or captured, up to this day (today)."
    return click.option("--known", type=Day(), default=today, help=text)(command)


def json_option(command: Command) -> Command:
    """Add `--json`: the answer as data."""
    return click.option("--json", "as_json", is_flag=True, help="Print data: one JSON object a line.")(command)
