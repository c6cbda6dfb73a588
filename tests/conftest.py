"""What several rooms' tests share: a register that holds what the example documents say, read once."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from depositary.cli import program

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "documents"


@pytest.fixture(scope="session")
def examples_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register's file; copy it to change it."""
    place = tmp_path_factory.mktemp("examples") / "depositary.db"
    done = CliRunner().invoke(program, ["--store", str(place), "read", str(EXAMPLES)])
    assert done.exit_code == 0, done.output
    return place
