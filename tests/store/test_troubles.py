"""Errors of SQLite about the file are told in sentences that name it; others pass as they are."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from depositary.store import (
    DamagedRegister,
    DiskFull,
    LockedRegister,
    NotARegister,
    OlderRegister,
    ReadOnlyRegister,
    StoreError,
)
from depositary.store.troubles import told

PLACE = Path("folder/depositary.db")


def error_of_sqlite(code: int) -> sqlite3.OperationalError:
    """An error as the driver raises it."""
    error = sqlite3.OperationalError("what SQLite says")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (sqlite3.SQLITE_BUSY, LockedRegister),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, LockedRegister),
        (sqlite3.SQLITE_READONLY_DIRECTORY, ReadOnlyRegister),
        (sqlite3.SQLITE_CANTOPEN, ReadOnlyRegister),
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_NOTADB, NotARegister),
        (sqlite3.SQLITE_CORRUPT_VTAB, DamagedRegister),
        (sqlite3.SQLITE_IOERR_READ, DamagedRegister),
    ],
)
@pytest.mark.parametrize("is_wrapped", [True, False])
def test_an_error_about_the_file_is_told(code: int, expected: type[StoreError], is_wrapped: bool) -> None:
    error: Exception = error_of_sqlite(code)
    with pytest.raises(expected, match=r"folder/depositary\.db") as caught, told(PLACE):
        raise DBAPIError("SELECT", None, error) if is_wrapped else error
    assert str(caught.value).endswith((".", ")"))


@pytest.mark.parametrize("error", [error_of_sqlite(sqlite3.SQLITE_CONSTRAINT_TRIGGER), sqlite3.ProgrammingError("x")])
@pytest.mark.parametrize("is_wrapped", [True, False])
def test_an_error_of_a_statement_passes(error: Exception, is_wrapped: bool) -> None:
    raised = DBAPIError("SELECT", None, error) if is_wrapped else error
    with pytest.raises(type(raised)) as caught, told(PLACE):
        raise raised
    assert caught.value is raised


def test_an_older_register_says_what_to_do() -> None:
    assert str(OlderRegister(PLACE, "0001")) == (
        "folder/depositary.db has the older schema 0001 and is read-only: make it writable, or a copy, to open it."
    )
