"""The ledger is append-only for whoever opens the file, and its texts can be searched."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from depositary.claims import Ledger, record_lines
from depositary.store import open_store
from depositary.store.schema import DERIVED, LEDGER
from depositary.store.sqlite import ONE_OF_A_KIND
from depositary.terms import Finding
from tests.claims.making import NOON

LINE = (
    "2025-11-07 | KAZ (Kazakhstan) | join | abraham-accords (Abraham Accords) | expected | 2025-11-06"
    " | officials/USA: US officials | with=ISR (Israel) | title=Türkiye watches"
)


@pytest.fixture
def raw(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A plain connection to a register with a row in each table of the ledger."""
    with open_store(tmp_path / "depositary.db", create=True) as database:
        ledger = Ledger(database)
        record_lines(ledger, LINE)
        ledger.record_findings([Finding("a", "b")], recorded=NOON)
    with closing(sqlite3.connect(tmp_path / "depositary.db", isolation_level=None)) as connection:
        yield connection


def columns(raw: sqlite3.Connection, table: str) -> list[str]:
    """The columns of a table."""
    return [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]


def test_every_table_of_the_ledger_is_guarded() -> None:
    assert set(ONE_OF_A_KIND) == {table.name for table in LEDGER}


@pytest.mark.parametrize("table", ONE_OF_A_KIND)
def test_no_row_of_the_ledger_is_changed_deleted_or_replaced(raw: sqlite3.Connection, table: str) -> None:
    before = raw.execute(f"SELECT * FROM {table}").fetchall()
    assert len(before) == 1
    names = columns(raw, table)
    statements = [
        *(f"UPDATE {table} SET {name} = {name}" for name in names),
        f"UPDATE OR REPLACE {table} SET sequence = sequence",
        f"DELETE FROM {table}",
        f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
        f"INSERT OR IGNORE INTO {table} SELECT * FROM {table}",
        f"INSERT INTO {table} SELECT * FROM {table} WHERE true ON CONFLICT DO UPDATE SET sequence = 7",
    ]
    for key in ONE_OF_A_KIND[table]:
        moved = ", ".join(name if name in key.split(", ") else _other(name) for name in names)
        statements.append(f"INSERT OR REPLACE INTO {table} ({', '.join(names)}) SELECT {moved} FROM {table}")
    for statement in statements:
        with pytest.raises(sqlite3.IntegrityError, match=f"{table}: the ledger is append-only"):
            raw.execute(statement)
    assert raw.execute(f"SELECT * FROM {table}").fetchall() == before


def _other(name: str) -> str:
    return f"{name} + 1000" if name in ("sequence", "position") else f"{name} || 'x'"


@pytest.mark.parametrize("table", [table.name for table in DERIVED])
def test_what_is_derived_may_be_emptied(raw: sqlite3.Connection, table: str) -> None:
    raw.execute(f"DELETE FROM {table}")


def test_a_claim_without_its_document_is_refused(raw: sqlite3.Connection) -> None:
    raw.execute("PRAGMA foreign_keys = ON")
    names = columns(raw, "claims")
    values = ", ".join({"id": "'c2'", "sequence": "2", "document": "'none'"}.get(name, name) for name in names)
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        raw.execute(f"INSERT INTO claims SELECT {values} FROM claims")


def test_evidence_is_a_span_or_a_cell(raw: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="claim_evidence_kind"):
        raw.execute("INSERT INTO claim_evidence (claim, position, kind, quote) VALUES ('c', 0, 'span', 'x')")


@pytest.mark.parametrize(("words", "found"), [("turkiye", 1), ("kazakhstan", 1), ("watching", 1), ("armenia", 0)])
def test_documents_are_searched_without_accents_and_endings(raw: sqlite3.Connection, words: str, found: int) -> None:
    query = "SELECT count(*) FROM document_search WHERE document_search MATCH ?"
    assert raw.execute(query, (words,)).fetchone() == (found,)


def test_quotes_are_searched(raw: sqlite3.Connection) -> None:
    query = "SELECT quote FROM quote_search WHERE quote_search MATCH 'officials'"
    assert raw.execute(query).fetchall() == raw.execute("SELECT quote FROM claim_evidence").fetchall()


def test_the_views_are_for_people(raw: sqlite3.Connection) -> None:
    found = raw.execute("SELECT actor_name, action, said_by, title, claim FROM claims_with_quotes").fetchall()
    (claim,) = raw.execute("SELECT id FROM claims").fetchone()
    assert found == [("Kazakhstan", "join", "US officials", "Türkiye watches", claim)]
    assert raw.execute("SELECT * FROM status_now").fetchall() == []
    assert raw.execute("SELECT id, name FROM participants ORDER BY id").fetchall() == [
        ("ISR", "Israel"),
        ("KAZ", "Kazakhstan"),
    ]
