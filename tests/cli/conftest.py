"""A small register written in claim lines, and a way to ask it by the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from depositary.claims import Ledger, record_lines
from depositary.cli import program
from depositary.store import open_store

ACCORDS = "abraham-accords:political (Abraham Accords)"
WORLD = f"""
2020-09-16 | BHR (Bahrain) | sign | {ACCORDS} | happened | 2020-09-15 | outlet=The Levant Courier | title=On the lawn
2020-09-16 | ARE (United Arab Emirates) | sign | {ACCORDS} | happened | 2020-09-15 | outlet=The Levant Courier
2020-09-16 | ISR (Israel) | sign | {ACCORDS} | happened | 2020-09-15 | outlet=The Levant Courier
2020-10-24 | SDN (Sudan) | announce_intent | {ACCORDS} | happened | 2020-10-23 | self | outlet=The Levant Courier
2021-01-07 | SDN (Sudan) | sign | {ACCORDS} | happened | 2021-01-06 | self | outlet=The Levant Courier
2025-11-06 | KAZ (Kazakhstan) | join | {ACCORDS} | expected | 2025-11-06 | officials/USA: US officials | outlet=Wire
2025-11-07 | KAZ (Kazakhstan) | announce_intent | {ACCORDS} | happened | 2025-11-06 | self | outlet=Wire
2025-11-07 | KAZ (Kazakhstan) | sign | {ACCORDS} | expected | - | self | outlet=Wire
"""

Ask = Callable[..., Result]


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register that holds `WORLD`; tests only ask it."""
    place = tmp_path_factory.mktemp("world") / "world.db"
    with closing(open_store(place, create=True)) as database:
        record_lines(Ledger(database), WORLD)
    return place


@pytest.fixture
def ask(world: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Run a command on the world, 80 columns wide."""
    monkeypatch.setenv("COLUMNS", "80")

    def run(*arguments: str, **extra: Any) -> Result:  # Any: click's own
        return CliRunner().invoke(program, ["--store", str(world), *arguments], prog_name="depositary", **extra)

    return run


def records(result: Result) -> list[dict[str, Any]]:  # Any: JSON
    """What `--json` printed, a record a line."""
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]
