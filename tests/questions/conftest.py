"""A register of the founding story, in a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from depositary.claims import Ledger, record_lines
from depositary.reference import reference
from depositary.register import Register
from depositary.store import open_store

WORLD = """
2020-09-16 | ARE (United Arab Emirates) | sign | abraham-accords | happened | 2020-09-15 | self | outlet=WAM
2021-01-06 | SDN (Sudan) | sign | abraham-accords | happened | 2021-01-06 | outlet=AFP
2025-11-06 | KAZ (Kazakhstan) | join | abraham-accords | expected | 2025-11-06 | officials/USA: US officials
2025-11-06 | KAZ (Kazakhstan) | sign | kaz-usa-minerals:memorandum (Minerals memorandum) | happened | 2025-11-06
2025-11-07 | KAZ (Kazakhstan) | announce_intent | abraham-accords | happened | 2025-11-06 | self | outlet=Akorda
2025-11-07 | UZB (Uzbekistan) | join | abraham-accords | expected | 2025-12 | anonymous: sources | outlet=Reuters
2025-11-07 | freedonia:state (Freedonia) | sign | abraham-accords | possible | - | outlet=Reuters
2025-11-08 | TJK (Tajikistan) | sign | abraham-accords | happened | - | outlet=A blog
"""


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """The register of `WORLD`."""
    with open_store(tmp_path / "depositary.db", create=True) as database:
        ledger = Ledger(database)
        record_lines(ledger, WORLD)
        yield Register(ledger, reference())
