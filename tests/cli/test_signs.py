"""Filled has happened, hollow is expected, hatched is halted: each standing has a form of its own."""

from __future__ import annotations

import pytest

from depositary.cli import signs
from depositary.terms import (
    Action,
    AgreementRef,
    Application,
    Assurance,
    Consent,
    Expectation,
    ExpectationEnd,
    Force,
    Intent,
    Modality,
    Participant,
    Participation,
    Standing,
)

WHO = Participant("KAZ", "Kazakhstan")
WHAT = AgreementRef("abraham-accords", "Abraham Accords")


@pytest.mark.parametrize(
    ("standing", "sign"),
    [
        (Standing(), "·"),
        (Standing(intent=Intent.ANNOUNCED), "○"),
        (Standing(intent=Intent.INVITED), "○"),
        (Standing(intent=Intent.APPROVED), "○"),
        (Standing(intent=Intent.DECLINED), "×"),
        (Standing(intent=Intent.ANNOUNCED, consent=Consent.JOINED), "◉"),
        (Standing(consent=Consent.SIGNED), "▣"),
        (Standing(consent=Consent.SIGNED, application=Application.NOT_IMPLEMENTED), "▨"),
        (Standing(consent=Consent.BOUND), "◼"),
        (Standing(consent=Consent.BOUND, force=Force.IN_FORCE), "■"),
        (Standing(force=Force.PROVISIONAL), "■"),
        (Standing(intent=Intent.WITHDRAWAL_NOTICE, consent=Consent.BOUND, force=Force.IN_FORCE), "◪"),
        (Standing(consent=Consent.RELEASED, force=Force.ENDED), "⊘"),
    ],
)
def test_each_standing_has_its_sign(standing: Standing, sign: str) -> None:
    assert signs.of_standing(standing) == sign


@pytest.mark.parametrize("end", ExpectationEnd)
def test_a_row_that_rests_on_an_open_expectation_is_hollow_and_dotted(end: ExpectationEnd) -> None:
    awaited = Expectation(WHO, WHAT, Action.SIGN, None, end, ("c",))
    row = Participation(WHO, WHAT, Standing(), "expected", None, Assurance.CERTAIN, (), (), expectations=(awaited,))
    is_open = end in (ExpectationEnd.PENDING, ExpectationEnd.PARTLY_FULFILLED, ExpectationEnd.OVERDUE)
    assert signs.of_row(row) == ("◌" if is_open else "·")


def test_what_is_not_certain_says_so_in_a_word() -> None:
    assert [signs.beside(item) for item in Assurance] == ["", "◇ projected", "◇ date uncertain", "◧ disputed"]


def test_each_modality_has_its_sign() -> None:
    assert "".join(signs.of_modality(item) for item in Modality) == "●◌◌◦◦!✕"
