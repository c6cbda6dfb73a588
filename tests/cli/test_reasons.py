"""Reasons name the clause that gave a day, what others say, what is in doubt and what was set aside."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from depositary.claims import Ledger, record_lines
from depositary.cli import program
from depositary.store import open_store
from tests.cli.conftest import records

ECOWAS = "ecowas:organisation (ECOWAS)"
PARIS = "paris-agreement:treaty (Paris Agreement)"
ACCORDS = "abraham-accords:political (Abraham Accords)"
HONDURAS = "hnd-twn-diplomatic-relations:relation (Honduras–Taiwan diplomatic relations)"
WORLD = f"""
1975-06-01 | NER (Niger) | join | {ECOWAS} | happened | 1975-05-28 | outlet=Sahel Line
2024-01-28 | NER (Niger) | withdraw | {ECOWAS} | happened | 2024-01-28 | self | outlet=Sahel Line
2024-01-30 | NER (Niger) | denounce | {ECOWAS} | happened | 2024-01-29 | self | outlet=Sahel Line
2024-02-09 | NER (Niger) | withdraw | {ECOWAS} | denied | - | organisation/ecowas: ECOWAS | outlet=Sahel Line
2016-09-04 | USA (United States) | accept | {PARIS} | happened | 2016-09-03 | depositary: the UN | outlet=UN
2016-09-05 | TUR (Turkey) | approve | {PARIS} | happened | - | organ=parliament | outlet=Wire
2020-10-24 | SDN (Sudan) | join | {ACCORDS} | happened | 2020-10/2020-11 | outlet=Wire
2021-01-07 | SDN (Sudan) | sign | {ACCORDS} | happened | 2021-01-06 | outlet=Wire
2021-01-09 | SDN (Sudan) | sign | {ACCORDS} | happened | 2021-01-05 | outlet=Other
2023-03-26 | HND (Honduras) | sever_relations | {HONDURAS} | happened | 2023-03-25 | with=TWN (Taiwan) | title=A title
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register that holds `WORLD`."""
    found = tmp_path_factory.mktemp("reasons") / "world.db"
    with closing(open_store(found, create=True)) as database:
        record_lines(Ledger(database), WORLD)
    return found


def flat(place: Path, *command: str) -> str:
    """What a command prints, its lines run together."""
    done = CliRunner().invoke(program, ["--store", str(place), *command])
    assert done.exit_code == 0, done.output
    return " ".join(done.stdout.split())


def test_the_clause_that_gave_a_day_is_named(place: Path) -> None:
    output = flat(place, "because", "Niger", "ECOWAS", "--on", "2025-02-01", "--known", "2024-06-01")
    assert "⊘ former member, since 29 Jan 2025" in output
    assert "◇ projected" in output
    assert "By rule: Art. 91: months after (12); " in output
    assert "on article 91 of the revised treaty" in output
    (data,) = records(
        CliRunner().invoke(
            program, ["--store", str(place), "because", "NER", "ecowas", "--known", "2024-06-01", "--json"]
        )
    )
    assert data["grounds"][-1]["rule"]["article"] == "Art. 91"


def test_what_was_set_aside_is_shown_with_its_reason(place: Path) -> None:
    output = flat(place, "because", "Niger", "ECOWAS", "--on", "2024-06-01", "--known", "2024-06-01")
    aside = output.split("Set aside")[1]
    assert "Niger · withdraw · ECOWAS · 28 Jan 2024" in aside


def test_another_date_is_kept_beside_the_one_chosen(place: Path) -> None:
    output = flat(place, "because", "Sudan", "Abraham Accords")
    assert "Others give another date:" in output


def test_what_may_or_may_not_have_happened_is_in_doubt(place: Path) -> None:
    output = flat(place, "because", "Sudan", "Abraham Accords", "--on", "2020-10-15", "--known", "2020-12-01")
    assert "◇ date uncertain" in output
    assert "Not known whether by then" in output


def test_a_timeline_names_organs_and_clauses(place: Path) -> None:
    assert "approve (by its Wire parliament)" in flat(place, "timeline", "Paris Agreement")
    exits = flat(place, "timeline", "ECOWAS")
    assert "by rule: Art. 91" in exits
    assert "claimed, without effect" in exits


def test_a_claim_with_counterparties_names_them(place: Path) -> None:
    output = flat(place, "because", "Honduras", "Honduras–Taiwan diplomatic relations")
    assert "Honduras · sever relations · with Taiwan" in output
    assert "said by the report itself" in output
