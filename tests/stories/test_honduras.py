"""Honduras between Taipei and Beijing: in March 2023 one relation ends and another begins."""

from __future__ import annotations

from tests.stories.conftest import Statuses

TAIPEI = "Honduras–Taiwan diplomatic relations"
BEIJING = "China–Honduras diplomatic relations"


def test_an_instruction_to_open_relations_opens_none(statuses: Statuses) -> None:
    assert not statuses(BEIJING, "2023-03-16").get("HND", "").startswith("in relations")
    assert statuses(TAIPEI, "2023-03-16")["HND"].startswith("in relations")


def test_after_the_weekend_it_is_the_other_way_round(statuses: Statuses) -> None:
    assert statuses(TAIPEI, "2023-03-27")["HND"].startswith("severed")
    assert statuses(BEIJING, "2023-03-27")["HND"].startswith("in relations")
    assert statuses(BEIJING, "2023-03-27")["CHN"].startswith("in relations")
