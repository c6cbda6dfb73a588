"""Finland and Sweden on their way into NATO: applied together, members eleven months apart."""

from __future__ import annotations

from tests.stories.conftest import Statuses


def test_both_applied_on_one_day(statuses: Statuses) -> None:
    assert statuses("NATO", "2022-05-18") == {"FIN": "applicant [certain]", "SWE": "applicant [certain]"}


def test_a_vote_abroad_makes_no_member(statuses: Statuses) -> None:
    before = statuses("NATO", "2023-03-31")
    assert before["FIN"].startswith("applicant")
    assert "TUR" not in before


def test_finland_is_a_member_while_sweden_waits(statuses: Statuses) -> None:
    after = statuses("NATO", "2023-04-05")
    assert after["FIN"] == "member [certain]"
    assert after["SWE"].startswith("applicant")


def test_sweden_is_a_member_from_the_deposit_of_its_instrument(statuses: Statuses) -> None:
    assert statuses("NATO", "2024-03-06")["SWE"].startswith("applicant")
    assert statuses("NATO", "2024-03-08")["SWE"] == "member [certain]"
