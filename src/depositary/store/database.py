"""The database: the only place that connects."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection


class Database:
    """One register's store; `reading()` and `writing()` give a connection inside a transaction."""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store until it is left."""
        raise NotImplementedError

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are kept together when it is left, or not at all if an error leaves it."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the file."""
        raise NotImplementedError


def open_store(place: str | Path | None, *, create: bool) -> Database:
    """Open the store at `place`: a path or `sqlite:///` URL; None is `$DEPOSITARY_STORE`, else `./depositary.db`."""
    raise NotImplementedError
