"""Citation: where a fact of the reference stands, so that a stranger can look it up."""

from __future__ import annotations

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


class Cited:
    """What its sources vouch for, as a whole or fact by fact."""

    __slots__ = ()
    sources: tuple[Citation, ...]

    @property
    def source(self) -> str:
        """Its sources in one line."""
        return "; ".join(map(str, self.sources))

    def sources_of(self, *facts: str) -> tuple[Citation, ...]:
        """The sources that vouch for one of these keys or names; those for all else where none is named for them."""
        named = tuple(source for source in self.sources if not set(facts).isdisjoint(source.of))
        return named or tuple(source for source in self.sources if not source.of)
