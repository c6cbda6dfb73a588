"""An older register is brought up to date with all that it holds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from depositary.claims import Ledger, parse_lines, print_lines, record_lines
from depositary.store import open_store
from depositary.store import upgrading as upgrading_module
from depositary.store.database import connect
from depositary.store.schema import REVISIONS
from depositary.store.upgrading import MIGRATIONS, upgrade

LINE = "2025-11-07 | KAZ (Kazakhstan) | join | abraham-accords:political (Abraham Accords) | expected | - | with=ISR"


def at_revision(place: Path, revision: str) -> None:
    """Make a register as the program made it at this revision."""
    database = connect(place)
    with database.writing() as connection:
        upgrade(connection, revision)
    database.close()


def schema(place: Path) -> dict[str, str]:
    """What is in the file, by name."""
    with closing(sqlite3.connect(place)) as raw:
        mark = raw.execute("PRAGMA application_id").fetchone()[0]
        found = dict(raw.execute("SELECT name, coalesce(sql, '') FROM sqlite_master").fetchall())
    return {**found, "application_id": str(mark)}


def copy_ledger(source: Path, target: Path) -> None:
    """Copy the rows of the ledger, as a register of an older revision holds them."""
    with closing(sqlite3.connect(target)) as raw, raw:
        raw.execute("ATTACH ? AS source", (str(source),))
        for table in ("documents", "claims", "claim_evidence", "claim_counterparties"):
            raw.execute(f"INSERT INTO {table} SELECT * FROM source.{table}")


def test_the_first_register_opens_after_all_later_migrations(tmp_path: Path) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    at_revision(old, REVISIONS[0])
    with open_store(new, create=True) as database:
        record_lines(Ledger(database), LINE)
    copy_ledger(new, old)
    with open_store(old, create=False) as database:
        ledger = Ledger(database)
        assert print_lines(ledger.claims()) == print_lines(parse_lines(LINE))
        assert [ref.name for ref in ledger.agreements()] == ["Abraham Accords"]
        record_lines(ledger, LINE.replace("KAZ (Kazakhstan)", "SDN (Sudan)"))
    with closing(sqlite3.connect(old)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [(REVISIONS[-1],)]
        assert raw.execute("SELECT id FROM participants ORDER BY id").fetchall() == [("ISR",), ("KAZ",), ("SDN",)]
        assert raw.execute("SELECT id, kind FROM agreements").fetchall() == [("abraham-accords", "political")]


def test_a_register_that_is_made_is_the_same_as_one_that_was_migrated(tmp_path: Path) -> None:
    open_store(tmp_path / "made.db", create=True).close()
    at_revision(tmp_path / "migrated.db", REVISIONS[-1])
    assert schema(tmp_path / "made.db") == schema(tmp_path / "migrated.db")


def test_the_revisions_are_those_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    steps = [step.revision for step in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(steps)) == REVISIONS


def test_a_migration_that_fails_leaves_the_register_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "old.db"
    at_revision(place, REVISIONS[0])
    with closing(sqlite3.connect(place)) as raw, raw:
        raw.execute("CREATE TABLE folded (in_the_way)")
    before = schema(place)
    with pytest.raises(Exception, match="folded"):
        open_store(place, create=False)
    assert schema(place) == before
    monkeypatch.setattr(upgrading_module, "MIGRATIONS", tmp_path / "none")
    with pytest.raises(Exception, match="none"):
        open_store(place, create=False)
    assert schema(place) == before
