"""Making a register and bringing an older one up to date; Alembic is loaded only where a migration is due."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, insert

from depositary.store import sqlite
from depositary.store.schema import REVISIONS, metadata, revision

MIGRATIONS = Path(__file__).parent / "migrations"


def make(connection: Connection) -> None:
    """Make all that a register has, at the newest revision, in a file that is empty."""
    metadata.create_all(connection, checkfirst=False)
    for statement in (sqlite.mark(), *sqlite.guards(), *sqlite.searches(), *sqlite.VIEWS):
        connection.exec_driver_sql(statement)
    connection.execute(insert(revision).values(version_num=REVISIONS[-1]))


def upgrade(connection: Connection, to: str = REVISIONS[-1]) -> None:
    """Run the migrations that lead from the file's revision up to `to`, in the transaction of `connection`."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
