"""A finding: what is wrong with a piece of data, where, and what it concerns; collected and shown, never raised."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong with what came in.

    `place` is where a person can look: "reports/a.jsonl line 3", "a.html", "cell B7".
    `message` is one sentence. `concerns` is the document, claim or reference key that it is about, or "".
    """

    place: str
    message: str
    concerns: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"
