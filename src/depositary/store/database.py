"""The database: the only place that connects."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from urllib.parse import unquote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from depositary.store.schema import APPLICATION_ID, REVISIONS
from depositary.store.troubles import (
    BUSY_SECONDS,
    ForeignStore,
    NewerRegister,
    NoRegister,
    NoSuchFolder,
    NotARegister,
    OlderRegister,
    ReadOnlyRegister,
    told,
)
from depositary.store.upgrading import make, upgrade

PLACE_VARIABLE = "DEPOSITARY_STORE"
DEFAULT_PLACE = "depositary.db"
PRAGMAS = ("PRAGMA foreign_keys = ON", "PRAGMA synchronous = NORMAL")
"""NORMAL in WAL: a killed process loses nothing that was kept; a power cut may lose the last documents, never half of
one (sqlite.org/pragma.html#pragma_synchronous)."""

_URL = "sqlite:///"


class Database:
    """One register's store, open; `reading()` and `writing()` give a connection inside a transaction."""

    def __init__(self, place: Path, engine: Engine, *, writable: bool) -> None:
        self.place = place
        self.is_writable = writable
        self._engine = engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store until it is left."""
        with told(self.place), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are kept together when it is left, or not at all where an error leaves it.

        One writes at a time: a second one waits up to `BUSY_SECONDS`, then `LockedRegister` is raised.
        """
        if not self.is_writable:
            raise ReadOnlyRegister(self.place)
        with told(self.place), self._engine.connect() as connection:
            connection = connection.execution_options(begin="BEGIN IMMEDIATE")
            with connection.begin():
                yield connection

    def keep_a_log(self) -> None:
        """Put the file into WAL, in which readers and the one writer never wait for each other; the file remembers."""
        with told(self.place), closing(self._engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA journal_mode = WAL")

    def close(self) -> None:
        """Let go of the file; the last to do so folds the write-ahead log into it."""
        self._engine.dispose()

    def __enter__(self) -> Database:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def open_store(place: str | Path | None, *, create: bool) -> Database:
    """Open the store at `place`: a path or `sqlite:///` URL; None is `$DEPOSITARY_STORE`, else `./depositary.db`.

    With `create` a missing or empty file becomes a register. An older one is brought up to date. A file that only
    permits reading is opened for reading. Raises a `StoreError` that says what is wrong.
    """
    path = _path(place)
    if not path.parent.is_dir():
        raise NoSuchFolder(path)
    if path.is_dir():
        raise NotARegister(path)
    if not path.exists() and not create:
        raise NoRegister(path)
    database = connect(path)
    try:
        _bring_up_to_date(database, create=create)
    except BaseException:
        database.close()
        raise
    return database


def _path(place: str | Path | None) -> Path:
    text = str(place or os.environ.get(PLACE_VARIABLE) or DEFAULT_PLACE)
    if text.startswith(_URL):
        text = unquote(text.removeprefix(_URL))
    elif "://" in text:
        raise ForeignStore(text)
    return Path(text).expanduser().absolute()


def connect(path: Path) -> Database:
    """The database in the file at `path`, whatever it holds; for writing where the file and its folder permit it."""
    exists = path.exists()
    writable = os.access(path if exists else path.parent, os.W_OK) and os.access(path.parent, os.W_OK)
    mode = "rwc" if writable else "ro"
    if not writable and not os.access(path.parent, os.W_OK) and not _has_log(path):
        mode = "ro&immutable=1"  # no process can write, and SQLite could not make its -shm file there
    address = f"{path.as_uri()}?mode={mode}"

    def connection() -> sqlite3.Connection:
        # isolation_level None: the driver begins no transaction of its own; ours begin in _begin.
        return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connection, poolclass=QueuePool)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return Database(path, engine, writable=writable)


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _set_up(connection: sqlite3.Connection, _: object) -> None:
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _bring_up_to_date(database: Database, *, create: bool) -> None:
    with database.reading() as connection:
        found = _revision(connection, database.place)
        has_log = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
    if found is None and not create:
        raise NoRegister(database.place)
    if database.is_writable and not has_log:
        database.keep_a_log()  # only now: a file that is no register is left as it is
    if found == REVISIONS[-1]:
        return
    if found is not None and not database.is_writable:
        raise OlderRegister(database.place, found)
    with database.writing() as connection:
        found = _revision(connection, database.place)  # another process may have been quicker
        if found is None:
            make(connection)
        elif found != REVISIONS[-1]:
            upgrade(connection)


def _revision(connection: Connection, place: Path) -> str | None:
    """The revision of the register; None for a file that holds nothing yet."""
    mark, tables = connection.exec_driver_sql(
        "SELECT (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_master)"
    ).one()
    if (mark, tables) == (0, 0):
        return None
    if mark != APPLICATION_ID:
        raise NotARegister(place)
    found = str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
    if found not in REVISIONS:
        raise NewerRegister(place, found)
    return found
