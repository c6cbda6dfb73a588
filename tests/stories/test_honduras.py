"""Honduras between Taipei and Beijing: in March 2023 one relation ends and another begins."""

from __future__ import annotations

from depositary.register import Register
from tests.stories.asking import due, row, since, takers
from tests.stories.conftest import Statuses

WITH_TAIWAN, WITH_CHINA = "hnd-twn-diplomatic-relations", "chn-hnd-diplomatic-relations"
TAIPEI = "Honduras–Taiwan diplomatic relations"
BEIJING = "China–Honduras diplomatic relations"


def test_an_instruction_to_open_relations_opens_none(statuses: Statuses) -> None:
    assert not statuses(BEIJING, "2023-03-16").get("HND", "").startswith("in relations")
    assert statuses(TAIPEI, "2023-03-16")["HND"].startswith("in relations")


def test_after_the_weekend_it_is_the_other_way_round(statuses: Statuses) -> None:
    assert statuses(TAIPEI, "2023-03-27")["HND"].startswith("severed")
    assert statuses(BEIJING, "2023-03-27")["HND"].startswith("in relations")
    assert statuses(BEIJING, "2023-03-27")["CHN"].startswith("in relations")


def test_relations_with_taiwan_are_of_1941(register: Register) -> None:
    assert takers(register, WITH_TAIWAN, on="2023-03-20") == {"HND", "TWN"}
    assert since(register, "HND", WITH_TAIWAN, on="2023-03-20") == "1941"


def test_what_is_announced_on_the_fourteenth_establishes_nothing(register: Register) -> None:
    assert takers(register, WITH_CHINA, on="2023-03-20") == set()
    assert takers(register, WITH_CHINA, on="2023-03-20", known="2023-03-20") == set()
    assert takers(register, WITH_TAIWAN, on="2023-03-20", known="2023-03-20") == {"HND", "TWN"}


def test_both_dates_of_the_end_are_kept(register: Register) -> None:
    found = row(register, "HND", WITH_TAIWAN, on="2023-03-27")
    assert found is not None
    assert since(register, "HND", WITH_TAIWAN, on="2023-03-27") == "2023-03-25"
    assert any("2023-03-26" in note and "North Pier Agency" in note for note in found.notes)


def test_relations_with_china_are_of_the_twenty_sixth(register: Register) -> None:
    assert takers(register, WITH_CHINA, on="2023-03-25") == set()
    assert takers(register, WITH_CHINA, on="2023-03-26") == {"HND", "CHN"}
    assert since(register, "HND", WITH_CHINA, on="2023-03-27") == "2023-03-26"


def test_what_was_only_known_in_mid_march_tells_of_no_end(register: Register) -> None:
    assert takers(register, WITH_TAIWAN, on="2023-03-27", known="2023-03-16") == {"HND", "TWN"}


def test_the_two_relations_are_between_two_each(register: Register) -> None:
    assert row(register, "CHN", WITH_TAIWAN, on="2023-03-27") is None
    assert row(register, "TWN", WITH_CHINA, on="2023-03-27") is None


def test_no_day_was_set_for_the_new_relations(register: Register) -> None:
    plans = due(register, "HND", WITH_CHINA, on="2023-03-16", known="2023-03-16")
    assert plans.keys() <= {"establish_relations -"}


def test_relations_are_not_signed(register: Register) -> None:
    actions = {recorded.claim.action.value for recorded in register.ledger.claims(agreement=WITH_CHINA)}
    assert "sign" not in actions
