"""Expressions of time mean the days that they could mean; without a day of publication nothing is filled in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depositary.reading.dates import Bearing, Direction, TimeWords, time_words
from tests.reading.making import WEDNESDAY, read, sole

COMPLETE = [
    ("signed on 2024-03-07", "2024-03-07"),
    ("signed on 7 March 2024", "2024-03-07"),
    ("signed on March 7, 2024", "2024-03-07"),
    ("signed on the 7th of March, 2024", "2024-03-07"),
    ("signed on Dec. 3, 2021", "2021-12-03"),
    ("signed in March 2021", "2021-03"),
    ("signed in Sept 2021", "2021-09"),
    ("signed in September of 2020", "2020-09"),
    ("signed in 1992", "1992"),
    ("signed in the 1990s", "1990/1999"),
    ("signed in early March 2021", "2021-03-01/2021-03-10"),
    ("signed in late 2021", "2021-09/2021-12"),
    ("signed in spring 2022", "2022-21"),
    ("signed in the autumn of 2022", "2022-23"),
    ("signed in the second half of 2023", "2023-41"),
    ("signed in the third quarter of 2023", "2023-35"),
    ("signed on 3-5 July 2023", "2023-07-03/2023-07-05"),
    ("due by the end of 2026", "2026"),
]

RELATIVE = [
    # text, looking back, looking forward; published on Wednesday, 15 May 2024
    ("on Monday", "2024-05-13", "2024-05-20"),
    ("on Wednesday", "2024-05-15", "2024-05-15"),
    ("on Thursday", "2024-05-09", "2024-05-16"),
    ("next Wednesday", "2024-05-22", "2024-05-22"),
    ("this Friday", "2024-05-17", "2024-05-17"),
    ("today", "2024-05-15", "2024-05-15"),
    ("tonight", "2024-05-15", "2024-05-15"),
    ("yesterday", "2024-05-14", "2024-05-14"),
    ("tomorrow", "2024-05-16", "2024-05-16"),
    ("on 7 March", "2024-03-07", "2025-03-07"),
    ("on March 7", "2024-03-07", "2025-03-07"),
    ("on 28 December", "2023-12-28", "2024-12-28"),
    ("on 29 February", "2024-02-29", None),
    ("in March", "2024-03", "2025-03"),
    ("in December", "2023-12", "2024-12"),
    ("in May", "2024-05", "2024-05"),
    ("last March", "2024-03", "2024-03"),
    ("next March", "2025-03", "2025-03"),
    ("in March last year", "2023-03", "2023-03"),
    ("in mid-March", "2024-03-11/2024-03-20", "2025-03-11/2025-03-20"),
    ("last week", "2024-05-06/2024-05-12", "2024-05-06/2024-05-12"),
    ("next month", "2024-06", "2024-06"),
    ("last year", "2023", "2023"),
    ("by the end of the year", "2024", "2024"),
    ("two years ago", "2022", "2022"),
    ("three weeks ago", "2024-04-24~", "2024-04-24~"),
    ("almost ten years ago", "2014~", "2014~"),
    ("a decade ago", "2014~", "2014~"),
    ("in three months", "2024-08", "2024-08"),
    ("within 30 days", "2024-06-14", "2024-06-14"),
    ("between 3 and 5 July", "2023-07-03/2023-07-05", "2024-07-03/2024-07-05"),
]


def sole_words(text: str) -> TimeWords:
    (words,) = time_words(text, 0, len(text))
    return words


def edtf(text: str, published: date | None, direction: Direction) -> str | None:
    moment = sole_words(text).moment(published, direction)
    return moment.edtf if moment else None


@pytest.mark.parametrize(("text", "expected"), COMPLETE)
@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("published", [None, WEDNESDAY])
def test_a_complete_date_needs_no_day_of_publication(
    text: str, expected: str, direction: Direction, published: date | None
) -> None:
    assert edtf(text, published, direction) == expected


@pytest.mark.parametrize(("text", "back", "forward"), RELATIVE)
def test_an_incomplete_date_is_completed_the_way_the_act_looks(text: str, back: str, forward: str | None) -> None:
    assert edtf(text, WEDNESDAY, Direction.PAST) == back
    assert edtf(text, WEDNESDAY, Direction.FUTURE) == forward


@pytest.mark.parametrize("text", [row[0] for row in RELATIVE])
@pytest.mark.parametrize("direction", Direction)
def test_nothing_is_resolved_without_a_day_of_publication(text: str, direction: Direction) -> None:
    assert sole_words(text).resolve(None, direction) is None


@pytest.mark.parametrize(
    "text",
    [
        "signed on 30 February 2021",
        "signed on 2025-13-40",
        "signed on 31 November",
        "signed the day after",
        "signed on the same day",
        "signed that September",
    ],
)
def test_a_day_that_does_not_exist_or_hangs_on_another_is_no_moment(text: str) -> None:
    assert edtf(text, WEDNESDAY, Direction.PAST) is None


@pytest.mark.parametrize(
    "text",
    [
        "on 7/3",
        "on 3.4.",
        "it cost $2021",
        "some 2021 people",
        "2,021 tons",
        "May sign",
        "he may 5 times",
        "a march of 300 miles",
        "in 2 parts",
    ],
)
def test_an_ambiguous_number_or_word_is_no_date(text: str) -> None:
    assert time_words(text, 0, len(text)) == []


def test_of_figures_for_a_day_only_the_year_is_read() -> None:
    assert edtf("signed on 03/04/2021", WEDNESDAY, Direction.PAST) == "2021"


def test_last_wednesday_said_on_a_wednesday_is_a_week_ago() -> None:
    assert edtf("last Wednesday", WEDNESDAY, Direction.PAST) == "2024-05-08"


@pytest.mark.parametrize(
    ("text", "bearing"),
    [
        ("since 1992", Bearing.SINCE),
        ("since at least 1992", Bearing.SINCE),
        ("until 2030", Bearing.UNTIL),
        ("by 2030", Bearing.BY),
        ("no later than 1 May 2030", Bearing.BY),
        ("by the end of the year", Bearing.BY),
        ("from 1 January 2025", Bearing.FROM),
        ("effective 1 January 2025", Bearing.FROM),
        ("in 1992", Bearing.AT),
    ],
)
def test_the_words_before_a_date_say_how_it_bears(text: str, bearing: Bearing) -> None:
    assert sole_words(text).bearing is bearing


def test_a_year_that_only_names_an_agreement_is_a_modifier() -> None:
    assert sole_words("left the 1993 treaty").is_modifier
    assert not sole_words("left the treaty in 1993").is_modifier


def test_a_count_of_years_from_another_act_says_how_many() -> None:
    assert sole_words("33 years after Rabat left").years_before == 33
    assert sole_words("two decades after Rabat left").years_before == 20
    assert sole_words("six months after it left").months_before == 6
    assert sole_words("on the same day").is_same_day
    assert sole_words("the following September").month_after == 9


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from([f"{row[0]} " for row in RELATIVE]), st.text(max_size=6)), max_size=8),
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
)
def test_expressions_stand_in_order_and_mean_days_that_exist(parts: list[str], published: date) -> None:
    text = "".join(parts)
    end = 0
    for words in time_words(text, 0, len(text)):
        assert end <= words.start < words.end <= len(text)
        end = words.end
        for direction in Direction:
            moment = words.moment(published, direction)
            assert moment is None or moment.begin < moment.end


def test_thursday_stays_unresolved_without_a_day_of_publication() -> None:
    text = "Kenya signed the Paris Agreement on Thursday."
    assert sole(text, None).moment is None
    moment = sole(text).moment
    assert moment is not None
    assert moment.edtf == "2024-05-09"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya will sign the Paris Agreement on Thursday.", "2024-05-16"),
        ("Kenya signed the Paris Agreement on 22 April 2016.", "2016-04-22"),
        ("Kenya has been a member since 2001. It will leave the African Union in January.", "2025-01"),
        ("Kenya signed the 2015 Paris Agreement in April 2016.", "2016-04"),
        ("Kenya and Israel have maintained diplomatic relations since 1963.", "1963"),
        ("Kenya signed the Paris Agreement.", None),
    ],
)
def test_an_act_has_the_date_that_its_clause_gives(text: str, expected: str | None) -> None:
    found = {claim.moment.edtf if claim.moment else None for claim in read(text)}
    assert found == {expected}
