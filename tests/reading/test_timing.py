"""Which date is the date of an act: that of its own clause, looking forward where the sentence does."""

from __future__ import annotations

from datetime import date

import pytest

from depositary.terms import Action, Claim, Modality
from tests.reading.making import read, sole


def of(text: str, action: Action) -> Claim:
    """The one claim of this action."""
    [claim] = [claim for claim in read(text) if claim.action is action]
    return claim


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The Paris Agreement enters into force on 4 November.", "2024-11-04"),
        ("The Paris Agreement takes effect on Friday.", "2024-05-17"),
        ("Turkey's exit from the Istanbul Convention falls on July 1.", "2024-07-01"),
    ],
)
def test_the_present_tense_looks_forward_and_makes_a_plan(text: str, day: str) -> None:
    claim = sole(text)
    assert (claim.modality, claim.moment and claim.moment.edtf) == (Modality.PLANNED, day)


def test_a_heading_in_the_present_tense_tells_of_what_was_done() -> None:
    assert sole("Kenya signs Paris Agreement").modality is Modality.HAPPENED


def test_the_time_of_the_clause_before_is_not_the_time_of_the_next() -> None:
    text = (
        "Kenya ratified the Rome Statute in October 2023 and it entered into force for the country on 1 February 2024."
    )
    claim = of(text, Action.ENTER_INTO_FORCE)
    assert (claim.actor and claim.actor.id, claim.moment and claim.moment.edtf) == ("KEN", "2024-02-01")


def test_a_date_does_not_cross_to_another_sentence_half() -> None:
    claims = read("Chad ratified the Paris Agreement on 14 November 2016, and Kenya said it would ratify the treaty.")
    assert {claim.actor and claim.actor.id: claim.moment and claim.moment.edtf for claim in claims} == {
        "TCD": "2016-11-14",
        "KEN": None,
    }


def test_the_time_of_a_relative_clause_is_its_own() -> None:
    text = "Kenya applied to join the CPTPP. On Sunday the protocol, which Kenya signed in July 2023, takes effect."
    claim = of(text, Action.ENTER_INTO_FORCE)
    assert claim.moment is not None
    assert claim.moment.edtf == "2024-05-19"


def test_years_later_are_counted_from_the_act_before() -> None:
    claims = read("The Paris Agreement was ratified by Mexico in 2018, and by Peru three years later.")
    assert {claim.actor and claim.actor.id: claim.moment and claim.moment.edtf for claim in claims} == {
        "MEX": "2018",
        "PER": "2021",
    }


def test_years_later_than_nothing_are_no_date() -> None:
    assert sole("Kenya suspended its membership of the African Union a year later.").moment is None


def test_a_date_that_a_line_end_parts_is_one_date() -> None:
    text = (
        "After long talks in the capital the government of Kenya signed on 7 March\n"
        "2023 the Paris Agreement, and nobody in the hall spoke of the cost of it\n"
        "before the speeches of the evening were over and the lights went out for\n"
        "good.\n"
    )
    assert [claim.moment and claim.moment.edtf for claim in read(text)] == ["2023-03-07"]


def test_friday_is_a_day_and_the_prime_minister_of_that_name_has_a_title() -> None:
    assert [claim.actor and claim.actor.id for claim in read("On Friday Kenya signed the Paris Agreement.")] == ["KEN"]


def test_a_date_before_and_is_of_what_stands_before_it() -> None:
    claims = read("Uzbekistan quit the CSTO in 1999, and suspended its membership in 2012.")
    assert {claim.action: claim.moment and claim.moment.edtf for claim in claims} == {
        Action.WITHDRAW: "1999",
        Action.SUSPEND: "2012",
    }


def test_the_day_of_what_comes_of_an_act_is_not_its_day() -> None:
    text = "The Aarhus Convention will take effect on 30 October after Armenia became the 16th country to ratify it."
    moments = {claim.action.value: claim.moment for claim in read(text, date(2001, 8, 13))}
    assert moments["ratify"] is None
    assert str(moments["enter_into_force"]) == "2001-10-30"


def test_the_day_of_a_list_is_that_of_each() -> None:
    claims = read("Kenya ratified the Paris Agreement, the Kyoto Protocol and the Montreal Protocol in May 2020.")
    assert {(claim.agreement.id, str(claim.moment)) for claim in claims} == {
        ("paris-agreement", "2020-05"),
        ("kyoto-protocol", "2020-05"),
        ("montreal-protocol", "2020-05"),
    }


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The treaty was signed in Geneva in 1998. Chad ratified the treaty on 10 May of that year.", "1998-05-10"),
        ("The pact was opened in Geneva in 1998. Chad ratified the pact in May of the following year.", "1999-05"),
        ("The treaty was opened in Geneva in 1998. A year later Chad ratified the treaty.", "1999"),
        ("The treaty was opened in Geneva in 2007. Chad ratified the treaty that July.", "2007-07"),
        ("The treaty was opened in Geneva in 2007. Chad ratified the treaty a month later.", None),
        ("Chad ratified the treaty on 10 May of that year.", None),
    ],
)
def test_that_year_is_the_one_the_text_spoke_of_last(text: str, edtf: str | None) -> None:
    moment = sole(text).moment
    assert (moment.edtf if moment is not None else None) == edtf


def test_what_has_been_done_since_is_not_of_the_day_before() -> None:
    claims = read("Chad signed the Paris Agreement in July 2019, and has since left the Moon Agreement.")
    assert [(claim.action, claim.moment and claim.moment.edtf) for claim in claims] == [
        (Action.SIGN, "2019-07"),
        (Action.WITHDRAW, None),
    ]
