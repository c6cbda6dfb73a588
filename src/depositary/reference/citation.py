"""Citation: where a fact of the reference stands, so that a stranger can look it up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """A work, a place in it, and the day or edition that was read; `of` names the keys or names that it vouches for.

    An empty `of` vouches for all that no other source is named for. An empty `seen` says that nobody who wrote the
    entry had the work open: it is where the fact should stand.
    """

    work: str
    at: str = ""
    seen: str = ""
    of: tuple[str, ...] = ()

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.work, self.at, f"seen {self.seen}" if self.seen else "")))


def vouching(sources: Iterable[Citation], fact: str) -> tuple[Citation, ...]:
    """The sources that vouch for a fact; those without an `of` where none names it."""
    found = tuple(sources)
    return tuple(one for one in found if fact in one.of) or tuple(one for one in found if not one.of)
