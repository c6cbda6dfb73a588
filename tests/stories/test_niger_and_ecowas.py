"""Niger, Mali and Burkina Faso leave ECOWAS: announced with immediate effect, by Article 91 a year after the notice."""

from __future__ import annotations

import pytest

from tests.stories.conftest import Statuses


@pytest.mark.parametrize("who", ["NER", "MLI", "BFA"])
def test_an_exit_with_immediate_effect_has_none(statuses: Statuses, who: str) -> None:
    assert statuses("ECOWAS", "2024-01-28")[who].startswith("member")


@pytest.mark.parametrize("who", ["NER", "MLI", "BFA"])
def test_after_the_notice_it_is_a_member_until_a_year_has_passed(statuses: Statuses, who: str) -> None:
    assert statuses("ECOWAS", "2024-06-01")[who].startswith("member (withdrawal notified)")
    assert statuses("ECOWAS", "2025-02-01", "2024-06-01")[who] == "former member [projected]"
    assert statuses("ECOWAS", "2025-01-30")[who] == "former member [certain]"
