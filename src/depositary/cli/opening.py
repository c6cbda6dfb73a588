"""Opening: the register at its place, and what is known beforehand, for as long as a command asks them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from depositary.claims import Ledger
from depositary.cli.program import Given
from depositary.reference import Reference, overlaid, reference
from depositary.register import Register
from depositary.store import open_store


def known_beforehand(given: Given) -> Reference:
    """The reference, with the folder that was given laid over it; raises `UnreadableSheet` where that breaks a rule."""
    return reference() if given.reference is None else overlaid(Path(given.reference).resolve())


@contextmanager
def opened(given: Given, *, create: bool = False) -> Iterator[Register]:
    """The register at its place; a `StoreError` says what is wrong with the place.

    The reference is made first: where its folder breaks a rule, no file is made.
    """
    known = known_beforehand(given)
    with open_store(given.store, create=create) as database:
        yield Register(Ledger(database), known)
