"""The import of leaders: which lines of the list come in, for whom, and that they come in once."""

from __future__ import annotations

from datetime import date

import pytest

from depositary.reference import reference
from training.reference.leaders import merged, participant, spelt, terms

LEADER = {
    "ccode": "771",
    "leadid": "A1",
    "leader": "Khaleda  Zia",
    "sdate": "20",
    "smonth": "3",
    "syear": "1991",
    "emonth": "3",
    "eyear": "1996",
}


def test_a_term_ends_in_its_month_and_not_on_a_day() -> None:
    (term,) = terms([LEADER], reference())
    assert (term["participant"], term["name"], term["surname"]) == ("BGD", "Khaleda Zia", "Zia")
    assert (term["begin"], term["end"]) == ("1991-03-20", "1996-03")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Gloriana Ranocchini (f) (2nd time)", "Gloriana Ranocchini"),
        ("Evans Paul (acting)", "Evans Paul"),
        ("Wangchuck, Jigme Singye", "Jigme Singye Wangchuck"),
        ("Bildt", "Bildt"),
    ],
)
def test_a_name_is_free_of_remarks_and_its_surname_stands_last(written: str, name: str) -> None:
    assert spelt(written) == name


def test_no_surname_in_the_reference_is_a_remark_or_a_letter() -> None:
    every = reference().people
    assert [one.name for one in every if "(" in one.name or ", " in one.name or not one.surname[1:]] == []


@pytest.mark.parametrize(
    "change",
    [{"eyear": "1989"}, {"eyear": "2021"}, {"eyear": ""}, {"ccode": "999"}],
    ids=["too old", "the edition's own end", "no end", "nobody's number"],
)
def test_what_is_left_out(change: dict[str, str]) -> None:
    assert list(terms([{**LEADER, **change}], reference())) == []


def test_what_is_there_stays_and_comes_in_once() -> None:
    found = list(terms([LEADER], reference()))
    table, added = merged([], found, frozenset())
    assert (len(table), added) == (1, 1)
    assert merged(table, found, frozenset())[1] == 0
    assert merged([], found, frozenset({"BGD"}))[1] == 0


def test_a_number_is_that_of_the_state_that_had_it_on_the_day() -> None:
    assert participant("365", date(1985, 1, 1), reference()) == "SUN"
    assert participant("365", date(1995, 1, 1), reference()) == "RUS"
