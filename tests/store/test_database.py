"""The store opens, or says in one sentence why not."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from depositary.store import (
    Database,
    DiskFull,
    ForeignStore,
    LockedRegister,
    NewerRegister,
    NoRegister,
    NoSuchFolder,
    NotARegister,
    OlderRegister,
    ReadOnlyRegister,
    StoreError,
    findings,
    open_store,
)
from depositary.store import database as database_module
from depositary.terms import DepositaryError

FORK = multiprocessing.get_context("fork")
NOBODY = 65534


def add(database: Database, place: str) -> None:
    """Add one finding."""
    with database.writing() as connection:
        connection.execute(insert(findings).values(place=place, message="m", concerns="", recorded="2025-11-07"))


def count(database: Database) -> int:
    """How many findings there are."""
    with database.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(findings)).scalar_one())


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where a register with one finding lies."""
    made = tmp_path / "depositary.db"
    with open_store(made, create=True) as database:
        add(database, "first")
    return made


@pytest.mark.parametrize("name", ["plain.db", "with space.db", "per%20cent ? # é&=.db", "no-suffix"])
def test_a_register_is_made_and_found_again_whatever_its_name(tmp_path: Path, name: str) -> None:
    with open_store(tmp_path / name, create=True) as database:
        add(database, "first")
    with open_store(str(tmp_path / name), create=False) as database:
        assert count(database) == 1
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_url_of_sqlite_is_a_path(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path}/a%20b.db", create=True):
        assert (tmp_path / "a b.db").exists()


def test_without_a_place_it_is_the_environment_s_else_the_folder_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DEPOSITARY_STORE", raising=False)
    with open_store(None, create=True) as database:
        assert database.place == tmp_path / "depositary.db"
    monkeypatch.setenv("DEPOSITARY_STORE", str(tmp_path / "other.db"))
    with open_store(None, create=True) as database:
        assert database.place == tmp_path / "other.db"


def test_an_empty_file_becomes_a_register(tmp_path: Path) -> None:
    place = tmp_path / "depositary.db"
    place.touch()
    with pytest.raises(NoRegister):
        open_store(place, create=False)
    with open_store(place, create=True) as database:
        assert count(database) == 0


def test_the_file_is_in_wal_with_foreign_keys_and_a_busy_timeout(place: Path) -> None:
    with open_store(place, create=False) as database, database.reading() as connection:
        pragmas = ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in pragmas]
    assert found == ["wal", 1, 1, 10_000]


def test_a_copy_that_left_wal_goes_back_to_it(place: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(place)) as raw:
        raw.execute("VACUUM INTO ?", (str(tmp_path / "copy.db"),))
    with open_store(tmp_path / "copy.db", create=False) as database, database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"


def test_an_error_undoes_all_that_was_written(place: Path) -> None:
    with open_store(place, create=False) as database:
        with suppress(KeyError), database.writing() as connection:
            connection.execute(insert(findings).values(place="x", message="m", concerns="", recorded="2025"))
            raise KeyError
        assert count(database) == 1


def test_who_reads_sees_one_state_until_it_leaves(place: Path) -> None:
    with open_store(place, create=False) as database, database.reading() as connection:
        query = select(func.count()).select_from(findings)
        before = connection.execute(query).scalar_one()
        add(database, "second")
        assert connection.execute(query).scalar_one() == before
        assert count(database) == 2


def write_text(place: Path) -> None:
    """A file of text."""
    place.write_text("This is a report, long enough to be read as the head of a file, and no database at all. " * 3)


def write_other(place: Path) -> None:
    """Another program's database, with a table of Alembic's."""
    with closing(sqlite3.connect(place)) as raw:
        raw.executescript("CREATE TABLE alembic_version (version_num); INSERT INTO alembic_version VALUES ('0001')")


def write_marked(place: Path) -> None:
    """Another program's database, without tables."""
    with closing(sqlite3.connect(place)) as raw:
        raw.execute("PRAGMA application_id = 7")


@pytest.mark.parametrize("write", [write_text, write_other, write_marked, Path.mkdir])
@pytest.mark.parametrize("create", [True, False])
def test_what_is_no_register_is_left_as_it_is(tmp_path: Path, write: Callable[[Path], None], create: bool) -> None:
    place = tmp_path / "depositary.db"
    write(place)
    before = place.read_bytes() if place.is_file() else b""
    with pytest.raises(NotARegister, match=r"depositary\.db is not a register"):
        open_store(place, create=create)
    assert before == (place.read_bytes() if place.is_file() else b"")
    assert [path.name for path in tmp_path.iterdir()] == ["depositary.db"]


def test_a_missing_file_and_a_missing_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(NoRegister, match="read a document into it first"):
        open_store(tmp_path / "a.db", create=False)
    with pytest.raises(NoSuchFolder, match="does not exist"):
        open_store(tmp_path / "no" / "a.db", create=True)
    assert list(tmp_path.iterdir()) == []


def test_a_newer_schema_asks_for_a_newer_program(place: Path) -> None:
    with closing(sqlite3.connect(place)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '9000'")
    with pytest.raises(NewerRegister, match="schema 9000"):
        open_store(place, create=True)


def test_a_database_of_another_kind_is_refused() -> None:
    with pytest.raises(ForeignStore, match="'postgresql'"):
        open_store("postgresql://localhost/x", create=False)


def test_a_file_cut_in_half_is_told(place: Path) -> None:
    os.truncate(place, place.stat().st_size // 2)
    with pytest.raises(StoreError, match=r"depositary\.db"), open_store(place, create=False) as database:
        add(database, "second")
        with database.reading() as connection:
            connection.exec_driver_sql("SELECT * FROM claims_with_quotes").all()


def test_who_writes_for_longer_than_we_wait_is_told(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "BUSY_SECONDS", 0.05)
    with open_store(place, create=False) as ours, closing(sqlite3.connect(place, isolation_level=None)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        with pytest.raises(LockedRegister, match="more than 10 seconds"):
            add(ours, "second")
        assert count(ours) == 1
        raw.execute("COMMIT")
        add(ours, "second")


def test_a_full_disk_keeps_what_was_there(place: Path) -> None:
    with open_store(place, create=False) as database:
        with pytest.raises(DiskFull, match="no room left"), database.writing() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            connection.execute(insert(findings).values(place="x" * 100_000, message="m", concerns="", recorded="2025"))
        assert count(database) == 1


def test_every_error_is_a_sentence_of_ours() -> None:
    assert all(issubclass(error, DepositaryError) for error in StoreError.__subclasses__())


@pytest.fixture
def shelf() -> Iterator[Path]:
    """A folder that anyone may look into."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def as_nobody(look: Callable[[], None]) -> bool:
    """Run `look` in a process without the rights of root, and whether it came through."""

    def run() -> None:
        if os.geteuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        look()

    process = FORK.Process(target=run)
    process.start()
    process.join()
    return process.exitcode == 0


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o755), (0o444, 0o555), (0o644, 0o555)])
def test_a_file_that_permits_only_reading_is_read(place: Path, shelf: Path, file_mode: int, folder_mode: int) -> None:
    kept = shelf / "depositary.db"
    shutil.copy(place, kept)
    kept.chmod(file_mode)
    shelf.chmod(folder_mode)

    def look() -> None:
        with open_store(kept, create=True) as database:
            assert not database.is_writable or os.access(shelf, os.W_OK)
            assert count(database) == 1
            if not os.access(shelf, os.W_OK):
                with pytest.raises(ReadOnlyRegister, match="read-only"):
                    add(database, "second")

    assert as_nobody(look)


def test_nothing_is_made_in_a_folder_that_permits_only_reading(shelf: Path) -> None:
    shelf.chmod(0o555)

    def look() -> None:
        with pytest.raises(ReadOnlyRegister, match="read-only"):
            open_store(shelf / "depositary.db", create=True)

    assert as_nobody(look)


def test_an_older_register_that_cannot_be_written_is_told(place: Path, shelf: Path) -> None:
    kept = shelf / "depositary.db"
    shutil.copy(place, kept)
    with closing(sqlite3.connect(kept)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '0001'")
    kept.chmod(0o444)
    shelf.chmod(0o555)

    def look() -> None:
        with pytest.raises(OlderRegister, match="older schema 0001"):
            open_store(kept, create=False)

    assert as_nobody(look)


def test_alembic_is_not_loaded_where_no_migration_is_due(place: Path) -> None:
    program = (
        "import sys; from depositary.store import open_store; open_store(sys.argv[1], create=True).close();"
        "sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program, str(place)], check=False).returncode == 0
