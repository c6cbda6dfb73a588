"""Opening: the register at its place, for as long as a command asks it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from depositary.claims import Ledger
from depositary.reference import reference
from depositary.register import Register
from depositary.store import open_store


@contextmanager
def opened(store: str | None, *, create: bool = False) -> Iterator[Register]:
    """The register at `store` (None is the default place); a `StoreError` says what is wrong with the place."""
    with open_store(store, create=create) as database:
        yield Register(Ledger(database), reference())
