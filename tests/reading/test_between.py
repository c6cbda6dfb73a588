"""Between: a text that names the sides and the subject means the known agreement of that time, or none."""

from datetime import date

import pytest

from depositary.reading.between import KnownBetween
from depositary.reference import reference
from depositary.terms import Action, Participant

BETWEEN = KnownBetween(reference())


def sides(*ids: str) -> tuple[Participant, ...]:
    return tuple(reference().participants[id].participant for id in ids)


def found(ids: str, noun: str, words: str, action: Action, day: date | None) -> str | None:
    ref = BETWEEN.find(sides(*ids.split()), noun, words, action, day)
    return ref.id if ref is not None else None


SIGNED = date(1979, 3, 26)


def test_the_sides_and_the_subject_tell_which_it_is() -> None:
    assert found("EGY ISR", "treaty", "peace treaty", Action.SIGN, SIGNED) == "egypt-israel-peace-treaty"
    assert found("ISR EGY", "treaty", "peace treaty", Action.SIGN, SIGNED) == "egypt-israel-peace-treaty"


@pytest.mark.parametrize(
    ("ids", "noun", "words", "action", "day"),
    [
        ("EGY ISR", "treaty", "peace treaty", Action.SIGN, date(1990, 1, 1)),  # another, signed long after
        ("EGY ISR", "declaration", "peace declaration", Action.SIGN, SIGNED),  # a treaty is no declaration
        ("EGY ISR", "treaty", "extradition treaty", Action.SIGN, SIGNED),  # of another subject
        ("EGY ISR USA", "treaty", "peace treaty", Action.SIGN, SIGNED),  # with another side
        ("EGY ISR", "treaty", "peace treaty", Action.SIGN, None),  # of no day
        ("EGY ISR", "treaty", "peace treaty", Action.RATIFY, date(1978, 1, 1)),  # before it was there
    ],
)
def test_what_does_not_fit_is_no_known_one(ids: str, noun: str, words: str, action: Action, day: date | None) -> None:
    assert found(ids, noun, words, action, day) is None


def test_what_is_done_to_it_later_may_be_told_at_any_time() -> None:
    assert found("EGY ISR", "treaty", "peace treaty", Action.WITHDRAW, date(2024, 2, 1)) == "egypt-israel-peace-treaty"


def test_an_accord_without_a_subject_is_the_one_signed_then() -> None:
    assert found("GRC MKD", "accord", "accord", Action.SIGN, date(2018, 6, 17)) == "prespa-agreement"
    assert found("GRC MKD", "accord", "accord", Action.SIGN, date(2020, 6, 17)) is None
