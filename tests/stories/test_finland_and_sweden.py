"""Finland and Sweden on their way into NATO: applied together, members eleven months apart."""

from __future__ import annotations

import pytest

from depositary.register import Register
from depositary.terms import Action
from tests.stories.asking import because, row, since, status, takers
from tests.stories.conftest import Statuses

NATO = "nato"


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


def test_both_apply_on_the_same_day_and_are_no_members(register: Register) -> None:
    for who in ("FIN", "SWE"):
        assert status(register, who, NATO, on="2022-05-18", known="2022-05-18") == "applicant"
        assert since(register, who, NATO, on="2022-05-18", known="2022-05-18") == "2022-05-18"
    assert takers(register, NATO, on="2022-12-31") & {"FIN", "SWE"} == set()


def test_the_votes_of_allied_parliaments_make_nobody_a_member(register: Register) -> None:
    assert takers(register, NATO, on="2023-04-01", known="2023-04-01") == set()
    assert status(register, "FIN", NATO, on="2023-04-01", known="2023-04-01") == "applicant"
    assert takers(register, NATO, on="2024-02-27", known="2024-02-27") == {"FIN"}


def test_a_parliament_that_approves_the_entry_of_others_does_not_itself_enter(register: Register) -> None:
    for who in ("TUR", "HUN", "CAN"):
        assert status(register, who, NATO, on="2024-04-01") == ""


def test_finland_is_a_member_from_the_fourth_of_april_2023(register: Register) -> None:
    assert "FIN" not in takers(register, NATO, on="2023-04-03")
    assert status(register, "FIN", NATO, on="2023-04-04") == "member"


def test_sweden_is_a_member_from_the_seventh_of_march_2024(register: Register) -> None:
    assert "SWE" not in takers(register, NATO, on="2024-03-06")
    assert takers(register, NATO, on="2024-03-07") == {"FIN", "SWE"}


def test_each_membership_rests_on_words_that_can_be_read(register: Register) -> None:
    for who in ("FIN", "SWE"):
        grounds = because(register, who, NATO, on="2024-04-01").grounds
        actions = {recorded.claim.action for ground in grounds for recorded in ground.claims}
        assert actions & {Action.JOIN, Action.DEPOSIT}
        assert all(recorded.claim.evidence for ground in grounds for recorded in ground.claims)


@pytest.mark.parametrize(("who", "day"), [("FIN", "2023-04-04"), ("SWE", "2024-03-07")])
def test_the_day_of_entry_is_known_exactly(register: Register, who: str, day: str) -> None:
    assert since(register, who, NATO, on="2024-04-01") == day


def test_sweden_applied_once(register: Register) -> None:
    days = {
        recorded.claim.moment.edtf
        for recorded in register.ledger.claims(agreement=NATO, participant="SWE")
        if recorded.claim.action is Action.APPLY and recorded.claim.moment
    }
    assert days <= {"2022-05-18", "2022-05"}


def test_nobody_may_have_been_in_the_alliance_before_there_was_one(register: Register) -> None:
    assert row(register, "FIN", NATO, on="1938-01-01") is None
