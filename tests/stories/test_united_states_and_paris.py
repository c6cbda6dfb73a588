"""The United States in and out of the Paris Agreement, twice; each exit a year after its notice, by Article 28."""

from __future__ import annotations

from datetime import date

import pytest

from depositary import questions
from depositary.register import Register
from depositary.terms import Assurance
from tests.stories.asking import due, row, since, status, takers
from tests.stories.conftest import Statuses

PARIS = "paris-agreement"


@pytest.mark.parametrize(
    ("on", "status"),
    [
        ("2016-11-05", "party [certain]"),
        ("2019-11-05", "party (withdrawal notified) [certain]"),
        ("2020-11-05", "former party [certain]"),
        ("2021-02-20", "party [certain]"),
        ("2025-01-29", "party (withdrawal notified) [certain]"),
        ("2026-01-28", "former party [certain]"),
    ],
)
def test_its_standing_on_a_day(statuses: Statuses, on: str, status: str) -> None:
    assert statuses("Paris Agreement", on)["USA"] == status


def test_an_exit_that_is_still_to_come_is_projected(statuses: Statuses) -> None:
    assert statuses("Paris Agreement", "2026-02-01", "2025-06-01")["USA"] == "former party [projected]"


def test_the_clause_is_named(register: Register) -> None:
    day = date(2026, 2, 1)
    answer = questions.because(register, "United States", "Paris Agreement", on=day, known=day)
    rules = [ground.rule for ground in answer.because.grounds if ground.rule]
    assert rules[-1].article == "Art. 28(2)"


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2016-09-02", ""),
        ("2016-09-03", "contracting, not yet in force"),
        ("2016-11-03", "contracting, not yet in force"),
        ("2016-11-04", "party"),
        ("2019-11-03", "party"),
        ("2019-11-04", "party (withdrawal notified)"),
        ("2020-11-03", "party (withdrawal notified)"),
        ("2020-11-04", "former party"),
        ("2021-01-19", "former party"),
        ("2021-01-20", "contracting, not yet in force"),
        ("2021-02-18", "contracting, not yet in force"),
        ("2021-02-19", "party"),
        ("2025-01-26", "party"),
        ("2025-01-27", "party (withdrawal notified)"),
        ("2026-01-26", "party (withdrawal notified)"),
        ("2026-01-27", "former party"),
    ],
)
def test_it_stands_on_each_day_as_the_acts_and_the_clauses_say(register: Register, on: str, expected: str) -> None:
    known = max(on, "2026-01-01")
    found = status(register, "USA", PARIS, on=on, known=known)
    assert found == expected or (expected == "" and not takers(register, PARIS, on=on, known=known) & {"USA"})


def test_a_notice_is_no_exit_until_its_year_is_over(register: Register) -> None:
    assert "USA" in takers(register, PARIS, on="2025-02-01", known="2025-02-01")
    after = row(register, "USA", PARIS, on="2026-01-27", known="2025-02-01")
    assert after is not None
    assert (after.status, after.takes_part, after.assurance) == ("former party", False, Assurance.PROJECTED)


def test_an_order_to_leave_is_no_notice(register: Register) -> None:
    assert status(register, "USA", PARIS, on="2025-01-22", known="2025-01-22") == "party"


def test_the_exit_of_2020_is_known_ahead_from_the_notice(register: Register) -> None:
    assert status(register, "USA", PARIS, on="2020-11-05", known="2019-12-01") == "former party"
    assert due(register, "USA", PARIS, on="2020-01-01", known="2020-01-01")["withdraw 2020-11-04"] != "fulfilled"


def test_it_is_a_party_again_since_the_thirtieth_day_after_its_acceptance(register: Register) -> None:
    assert since(register, "USA", PARIS, on="2021-03-01") == "2021-02-19"


def test_the_union_stays_in_all_along(register: Register) -> None:
    for on in ("2016-11-04", "2020-11-04", "2025-02-01"):
        assert "european-union" in takers(register, PARIS, on=on)


@pytest.mark.parametrize("on", ["2019-12-01", "2020-11-05", "2025-02-01"])
def test_nobody_has_left_the_united_nations(register: Register, on: str) -> None:
    rows = register.members("united-nations", on=date.fromisoformat(on), known=date(2026, 1, 1))
    assert [found.status for found in rows if "withdrawal" in found.status or "former" in found.status] == []


def test_a_plan_to_leave_again_is_not_met_by_having_left_before(register: Register) -> None:
    plans = due(register, "USA", PARIS, on="2025-01-22", known="2025-01-22")
    assert [end for plan, end in plans.items() if plan.startswith("withdraw") and "2020" not in plan] == ["pending"]
