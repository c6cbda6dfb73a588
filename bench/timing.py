"""Timing: CPU seconds of a piece of work or of a whole process, and a figure with its baseline."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure, its unit, and the baseline that was run beside it."""

    what: str
    value: float
    unit: str
    baseline: str
    beside: float

    @property
    def ratio(self) -> float:
        """How many times the baseline it is."""
        return self.value / self.beside if self.beside else float("inf")

    def said(self) -> str:
        """The figure as a line of plain text."""
        return f"{self.what}: {self._value()} ({self.baseline}: {shown(self.beside)}; ratio {self.ratio:.2f})"

    def row(self) -> str:
        """The figure as a row of a table."""
        return f"| {self.what} | {self._value()} | {self.baseline}: {shown(self.beside)} | {self.ratio:.2f} |"

    def _value(self) -> str:
        return f"{shown(self.value)} {self.unit}"


def shown(number: float) -> str:
    """A number with three significant digits, or whole where it is large."""
    return f"{number:,.0f}" if number >= 1000 else f"{number:.3g}"


def cpu_seconds(work: Callable[[], object]) -> float:
    """CPU seconds of this process that a piece of work takes."""
    before = time.process_time()
    work()
    return time.process_time() - before


def process_seconds(arguments: Sequence[str], environment: Mapping[str, str], runs: int = 7) -> float:
    """The median CPU seconds of a whole Python process, from start to end."""
    found = []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, *arguments]
        subprocess.run(command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(found)
