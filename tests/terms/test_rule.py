"""A final clause counts as its convention says: the dates that depositaries announced come out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depositary.terms import Action, Convention, Delay, Moment, Rule, Scope

NINETY_DAYS = Delay(Convention.NTH_DAY_AFTER, 90)  #: Kyoto Protocol 25
THIRTY_DAYS = Delay(Convention.NTH_DAY_AFTER, 30)  #: Paris Agreement 21
ONE_YEAR = Delay(Convention.MONTHS_AFTER, 12)  #: Paris Agreement 28, Rome Statute 127, ECOWAS 91
SIXTY_DAYS_AND_A_FIRST = Delay(Convention.FIRST_OF_MONTH_AFTER_DAYS, 60)  #: Rome Statute 126(2)
THREE_MONTHS_AND_A_FIRST = Delay(Convention.FIRST_OF_MONTH_AFTER_MONTHS, 3)  #: Council of Europe practice
AT_ONCE = Delay(Convention.SAME_DAY)  #: North Atlantic Treaty 10

ANNOUNCED = (  # what happened, the clause, the day of the act, the day of the effect
    ("Russia deposits, and the Kyoto Protocol enters into force", NINETY_DAYS, "2004-11-18", "2005-02-16"),
    ("the Paris Agreement's thresholds are met", THIRTY_DAYS, "2016-10-05", "2016-11-04"),
    ("the United States accept the Paris Agreement again", THIRTY_DAYS, "2021-01-20", "2021-02-19"),
    ("the United States notify their withdrawal from it", ONE_YEAR, "2019-11-04", "2020-11-04"),
    ("Palestine accedes to the Rome Statute", SIXTY_DAYS_AND_A_FIRST, "2015-01-02", "2015-04-01"),
    ("Burundi leaves the Rome Statute", ONE_YEAR, "2016-10-27", "2017-10-27"),
    ("Niger leaves ECOWAS", ONE_YEAR, "2024-01-29", "2025-01-29"),
    ("Sweden deposits with Washington", AT_ONCE, "2024-03-07", "2024-03-07"),
    ("a notice on a leap day", ONE_YEAR, "2024-02-29", "2025-02-28"),
    ("three months, then the first of a month", THREE_MONTHS_AND_A_FIRST, "2023-01-15", "2023-05-01"),
    ("three months from a first, then the next first", THREE_MONTHS_AND_A_FIRST, "2023-02-01", "2023-06-01"),
    ("three months from a long month's end", THREE_MONTHS_AND_A_FIRST, "2023-11-30", "2024-03-01"),
    ("sixty days that end on a first wait for the next", SIXTY_DAYS_AND_A_FIRST, "2015-01-31", "2015-05-01"),
)

UNCERTAIN = (  # the clause, the act, the effect
    (ONE_YEAR, "2024-01", "2025-01-01/2025-01-31"),
    (ONE_YEAR, "2024", "2025-01-01/2025-12-31"),
    (ONE_YEAR, "../2024-01-29", "../2025-01-29"),
    (ONE_YEAR, "2024-01-29/..", "2025-01-29/.."),
    (ONE_YEAR, "..", "../.."),
    (ONE_YEAR, "[2016-10-18,2016-10-27]", "2017-10-18/2017-10-27"),
    (ONE_YEAR, "[2024-02-28..2024-02-29]", "2025-02-28"),  # both days come to one
    (THIRTY_DAYS, "2016-10-05~", "2016-11-01/2016-11-07"),
    (SIXTY_DAYS_AND_A_FIRST, "2015-01-02/2015-01-05", "2015-04-01"),  # all days come to one
    (AT_ONCE, "2024-03", "2024-03-01/2024-03-31"),
)


@pytest.mark.parametrize(("delay", "act", "effect"), [row[1:] for row in ANNOUNCED], ids=[row[0] for row in ANNOUNCED])
def test_a_clause_gives_the_day_that_was_announced(delay: Delay, act: str, effect: str) -> None:
    assert delay.after(date.fromisoformat(act)).isoformat() == effect
    assert delay.of(Moment.parse(act)) == Moment.parse(effect)


@pytest.mark.parametrize(("delay", "act", "effect"), UNCERTAIN)
def test_the_effect_of_an_uncertain_act_is_as_uncertain(delay: Delay, act: str, effect: str) -> None:
    assert delay.of(Moment.parse(act)) == Moment.parse(effect)


@pytest.mark.parametrize("convention", list(Convention))
@pytest.mark.parametrize("act", ["9999", "9999-12", "9999-11-20", "9998-12-31/9999-12-30", "0001", "0001-01-01"])
def test_an_effect_beyond_the_calendar_is_open_and_breaks_nothing(convention: Convention, act: str) -> None:
    effect = Delay(convention, 90).of(Moment.parse(act))
    assert effect.begin < effect.end


days = st.dates(date(1900, 1, 1), date(2200, 1, 1))
delays = st.builds(Delay, st.sampled_from(Convention), st.integers(0, 400))


@given(delays, days, st.integers(0, 500), st.integers(0, 500))
def test_whichever_day_the_act_was_its_effect_lies_in_the_interval(
    delay: Delay, first: date, width: int, inside: int
) -> None:
    act = Moment.parse(f"{first}/{first + timedelta(days=width)}")
    effect = Moment.of(delay.after(first + timedelta(days=min(inside, width))))
    assert effect.lies_within(delay.of(act))


@given(delays, days)
def test_no_effect_comes_before_its_act(delay: Delay, day: date) -> None:
    assert delay.after(day) >= day


def test_a_rule_says_where_it_stands() -> None:
    rule = Rule(Scope.EXIT, frozenset({Action.DENOUNCE}), ONE_YEAR, "Article 91", "Revised Treaty of ECOWAS, 1993")
    assert rule.delay.of(Moment.parse("2024-01-29")) == Moment.parse("2025-01-29")
    assert (rule.article, rule.source) == ("Article 91", "Revised Treaty of ECOWAS, 1993")
