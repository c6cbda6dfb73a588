"""What can go wrong with a store, each as one sentence, and how SQLite's own errors are told as such."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from depositary.terms import DepositaryError

BUSY_SECONDS = 10
"""How long one process waits for another to finish writing (STACK.md, section 2: no lock errors with four writers)."""

_PRIMARY = 0xFF
"""SQLite's extended result codes hold the primary one in their last byte (sqlite.org/rescode.html)."""


class StoreError(DepositaryError):
    """The store cannot be opened, read or written."""


class NoRegister(StoreError):
    """There is nothing at the place yet."""

    def __init__(self, place: Path) -> None:
        super().__init__(f"There is no register at {place}: read a document into it first, or name another place.")


class NoSuchFolder(StoreError):
    """The folder that the register should lie in is missing."""

    def __init__(self, place: Path) -> None:
        super().__init__(f"The folder {place.parent} does not exist, so {place.name} cannot be opened there.")


class NotARegister(StoreError):
    """The file is something else: it is left as it is."""

    def __init__(self, place: Path) -> None:
        super().__init__(f"{place} is not a register of this program; name another place.")


class NewerRegister(StoreError):
    """The file was written by a newer version of the program."""

    def __init__(self, place: Path, revision: str) -> None:
        super().__init__(
            f"{place} was written by a newer version of this program (schema {revision}): upgrade the program."
        )


class OlderRegister(StoreError):
    """The file must be brought up to date, and cannot be written."""

    def __init__(self, place: Path, revision: str) -> None:
        super().__init__(
            f"{place} has the older schema {revision} and is read-only: make it writable, or a copy, to open it."
        )


class ReadOnlyRegister(StoreError):
    """Something was to be written into a file or a folder that only permits reading."""

    def __init__(self, place: Path) -> None:
        super().__init__(f"{place} or its folder is read-only: nothing can be written there.")


class LockedRegister(StoreError):
    """Another process kept writing for longer than we wait."""

    def __init__(self, place: Path) -> None:
        super().__init__(
            f"Another process has been writing {place} for more than {BUSY_SECONDS} seconds: try again when it is done."
        )


class DiskFull(StoreError):
    """No room is left for what was to be written; all that was there before is intact."""

    def __init__(self, place: Path) -> None:
        super().__init__(f"There is no room left on the disk for {place}: the last change was not kept.")


class DamagedRegister(StoreError):
    """The file cannot be read as SQLite wrote it, or the disk refuses."""

    def __init__(self, place: Path, said: str) -> None:
        super().__init__(f"{place} is damaged or cannot be read ({said}): restore a copy.")


class ForeignStore(StoreError):
    """A URL of a database of another kind."""

    def __init__(self, url: str) -> None:
        super().__init__(f"Only SQLite files are opened by this version, not {url.partition(':')[0]!r}: give a path.")


@contextmanager
def told(place: Path) -> Iterator[None]:
    """Turns errors of SQLite about the file at `place` into ours; those of a statement pass as they are."""
    try:
        yield
    except DBAPIError as error:
        trouble = _trouble(place, error.orig)
        if trouble is None:
            raise
        raise trouble from error
    except sqlite3.Error as error:
        trouble = _trouble(place, error)
        if trouble is None:
            raise
        raise trouble from error


def _trouble(place: Path, error: BaseException | None) -> StoreError | None:
    code = getattr(error, "sqlite_errorcode", None)
    match None if code is None else code & _PRIMARY:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return LockedRegister(place)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return ReadOnlyRegister(place)
        case sqlite3.SQLITE_FULL:
            return DiskFull(place)
        case sqlite3.SQLITE_NOTADB:
            return NotARegister(place)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_IOERR:
            return DamagedRegister(place, str(error))
        case _:
            return None
