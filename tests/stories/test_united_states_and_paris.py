"""The United States in and out of the Paris Agreement, twice; each exit a year after its notice, by Article 28."""

from __future__ import annotations

from datetime import date

import pytest

from depositary import questions
from depositary.register import Register
from tests.stories.conftest import Statuses


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
