"""A register opens in Datasette with the file that comes with the program."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import yaml  # type: ignore[import-untyped]  # its types are a package of their own
from datasette.app import Datasette  # type: ignore[import-untyped]  # it has no types

from depositary.claims import Ledger, record_lines
from depositary.store import open_store, schema
from depositary.store.sqlite import SEARCHES

FILE = Path(__file__).resolve().parents[2] / "datasette.yaml"
WORLD = """
2025-11-06 | KAZ (Kazakhstan) | join | abraham-accords (Abraham Accords) | expected | - | officials/USA: US officials
2025-11-07 | KAZ (Kazakhstan) | announce_intent | abraham-accords (Abraham Accords) | happened | 2025-11-06 | self
2025-11-06 | MAR (Morocco) | sign | abraham-accords (Abraham Accords) | happened | 2020-12 | outlet=Axios
"""
DAYS = {"on": "2025-12-31", "known": "2025-11-08"}
Page = dict[str, Any]  # Any: JSON of another program


@pytest.fixture(scope="module")
def metadata() -> Page:
    """What the file says."""
    read: Page = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return read


@pytest.fixture(scope="module")
def datasette(tmp_path_factory: pytest.TempPathFactory, metadata: Page) -> Iterator[Datasette]:
    """A filled register in Datasette, while the program has it open too."""
    place = tmp_path_factory.mktemp("datasette") / "depositary.db"
    with open_store(place, create=True) as database:
        record_lines(Ledger(database), WORLD)
        yield Datasette([str(place)], metadata=metadata)


def ask(datasette: Datasette, path: str, **wanted: str) -> Page:
    """The JSON of a page."""
    response = asyncio.run(datasette.client.get(f"{path}.json?{urlencode({'_shape': 'objects', **wanted})}"))
    assert response.status_code == 200, response.text
    page: Page = response.json()
    return page


@pytest.mark.parametrize("path", ["/", "/depositary", "/depositary/documents", "/depositary/claims_with_quotes"])
def test_pages_for_people_open(datasette: Datasette, path: str) -> None:
    response = asyncio.run(datasette.client.get(path))
    assert response.status_code == 200
    assert "depositary" in response.text


def test_a_row_of_each_table_opens(datasette: Datasette, metadata: Page) -> None:
    for name in metadata["databases"]["depositary"]["tables"]:
        ask(datasette, f"/depositary/{name}")
    (claim, *_) = ask(datasette, "/depositary/claims")["rows"]
    document = claim["document"]
    assert ask(datasette, f"/depositary/documents/{document}")["rows"][0]["id"] == document


def test_full_text_search_finds_documents(datasette: Datasette) -> None:
    found = ask(datasette, "/depositary/documents", _search="morocco")["rows"]
    assert [row["outlet"] for row in found] == ["Axios"]
    assert ask(datasette, "/depositary/claim_evidence", _search="officials")["filtered_table_rows_count"] == 1


def test_canned_queries_take_both_clocks(datasette: Datasette) -> None:
    path = "/depositary/acts_on_an_agreement"
    late = ask(datasette, path, agreement="abraham-accords", **DAYS)["rows"]
    assert [(row["actor_name"], row["action"]) for row in late] == [
        ("Kazakhstan", "announce_intent"),
        ("Morocco", "sign"),
    ]
    before = ask(datasette, path, agreement="abraham-accords", on="2025-12-31", known="2025-11-06")["rows"]
    assert [row["actor_name"] for row in before] == ["Morocco"]
    earlier = ask(datasette, path, agreement="abraham-accords", on="2020-06-01", known="2025-11-08")["rows"]
    assert earlier == []


@pytest.mark.parametrize(
    ("query", "wanted", "count"),
    [
        ("acts_of_a_participant", {"participant": "KAZ", **DAYS}, 1),
        ("awaited", DAYS, 1),
        ("quotes_with_words", {"words": "announce*"}, 1),
    ],
)
def test_every_canned_query_answers(datasette: Datasette, query: str, wanted: dict[str, str], count: int) -> None:
    assert len(ask(datasette, f"/depositary/{query}", **wanted)["rows"]) == count


def test_the_file_describes_every_table_and_only_columns_that_there_are(datasette: Datasette, metadata: Page) -> None:
    described = metadata["databases"]["depositary"]["tables"]
    assert {table.name for table in schema.metadata.tables.values()} <= set(described)
    for name, table in described.items():
        columns = set(ask(datasette, f"/depositary/{name}")["columns"])
        named = {*table.get("sortable_columns", ()), *table.get("facets", ()), *table.get("columns", {})}
        named |= {table[key] for key in ("sort", "sort_desc", "label_column", "fts_pk") if key in table}
        assert named <= columns, name
    assert {table["fts_table"] for table in described.values() if "fts_table" in table} == {
        index for index, _ in SEARCHES.values()
    }
