"""What the tests of this room share: a moment of capture, and the two kinds of things that come out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from depositary.documents import Document, Intake, collect
from depositary.terms import Finding

CAPTURED = datetime(2025, 11, 26, 12, 0, tzinfo=UTC)
INTAKE = Intake(captured=CAPTURED)


def sorted_out(things: Iterable[Document | Finding]) -> tuple[list[Document], list[Finding]]:
    """The documents and the findings, each in their order."""
    all_things = list(things)
    documents = [thing for thing in all_things if isinstance(thing, Document)]
    return documents, [thing for thing in all_things if isinstance(thing, Finding)]


def collected(*places: str | Path, intake: Intake = INTAKE) -> tuple[list[Document], list[Finding]]:
    """What `collect` gives for these places, sorted out."""
    return sorted_out(collect([str(place) for place in places], intake))
