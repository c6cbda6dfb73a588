"""Niger, Mali and Burkina Faso leave ECOWAS: announced with immediate effect, by Article 91 a year after the notice."""

from __future__ import annotations

import pytest

from depositary.register import Register
from depositary.terms import Action
from tests.stories.asking import because, row, since, status, takers
from tests.stories.conftest import Statuses

ECOWAS = "ecowas"
THREE = ("NER", "MLI", "BFA")


@pytest.mark.parametrize("who", ["NER", "MLI", "BFA"])
def test_an_exit_with_immediate_effect_has_none(statuses: Statuses, who: str) -> None:
    assert statuses("ECOWAS", "2024-01-28")[who].startswith("member")


@pytest.mark.parametrize("who", ["NER", "MLI", "BFA"])
def test_after_the_notice_it_is_a_member_until_a_year_has_passed(statuses: Statuses, who: str) -> None:
    assert statuses("ECOWAS", "2024-06-01")[who].startswith("member (withdrawal notified)")
    assert statuses("ECOWAS", "2025-02-01", "2024-06-01")[who] == "former member [projected]"
    assert statuses("ECOWAS", "2025-01-30")[who] == "former member [certain]"


@pytest.mark.parametrize("who", THREE)
def test_a_suspended_member_is_still_one(register: Register, who: str) -> None:
    assert "suspended" in status(register, who, ECOWAS, on="2024-02-01", known="2024-02-01")


@pytest.mark.parametrize("who", THREE)
def test_the_notice_is_of_the_twenty_ninth_of_january_2024(register: Register, who: str) -> None:
    assert "withdrawal notified" in status(register, who, ECOWAS, on="2024-02-10", known="2024-02-10")
    assert since(register, who, ECOWAS, on="2024-02-10", known="2024-02-10") == "2024-01-29"


@pytest.mark.parametrize("who", THREE)
def test_membership_ends_a_year_after_the_notice(register: Register, who: str) -> None:
    assert who in takers(register, ECOWAS, on="2025-01-28")
    assert status(register, who, ECOWAS, on="2025-01-29") == "former member"
    assert since(register, who, ECOWAS, on="2025-02-01") == "2025-01-29"


def test_the_body_that_suspends_is_no_member_of_itself(register: Register) -> None:
    assert status(register, ECOWAS, ECOWAS, on="2024-02-01") == ""


def test_the_row_of_niger_rests_on_the_notice_and_names_the_clause(register: Register) -> None:
    grounds = because(register, "NER", ECOWAS, on="2025-01-28").grounds
    assert Action.DENOUNCE in {recorded.claim.action for ground in grounds for recorded in ground.claims}
    found = row(register, "NER", ECOWAS, on="2025-01-28")
    assert found is not None
    assert any("Art. 91" in note for note in found.notes)


def test_who_has_announced_that_it_leaves_is_said_to_have(register: Register) -> None:
    found = row(register, "NER", ECOWAS, on="2024-02-01", known="2024-02-01")
    assert found is not None
    told = [found.status, *found.notes, *(each.action for each in found.expectations)]
    assert any("withdraw" in text.lower() for text in told)


def test_the_end_is_also_on_the_word_of_the_commission(register: Register) -> None:
    found = row(register, "NER", ECOWAS, on="2025-02-01")
    assert found is not None
    ids = {recorded.claim.id for recorded in register.ledger.claims(agreement=ECOWAS, participant="NER")
           if recorded.claim.action is Action.WITHDRAW}  # fmt: skip
    assert ids & set(found.claims)
