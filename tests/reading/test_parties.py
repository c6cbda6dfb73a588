"""Which participants a phrase stands for: names, lists, offices, organs, pronouns; and nobody where none is named."""

from __future__ import annotations

import pytest

from depositary.terms import Organ
from tests.reading.making import analysed, parties, word


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Kenya signed it.", "Kenya", ["KEN"]),
        ("Kenya and Uganda signed it.", "Kenya", ["KEN", "UGA"]),
        ("The EU's 28 member states signed it.", "states", ["eu-28"]),
        ("The Baltic states signed it.", "states", ["EST", "LTU", "LVA"]),
        ("Kenya, Uganda and Rwanda signed it.", "Uganda", ["KEN", "UGA", "RWA"]),
        ("Kenya as well as Uganda signed it.", "Kenya", ["KEN", "UGA"]),
        ("Kenya's president signed it.", "president", ["KEN"]),
        ("The Kenyan foreign minister signed it.", "minister", ["KEN"]),
        ("The presidents of Kenya and Uganda signed it.", "presidents", ["KEN", "UGA"]),
        ("The parliament of Kenya ratified it.", "parliament", ["KEN"]),
        ("Nairobi signed it.", "Nairobi", ["KEN"]),
        ("Tokayev signed it.", "Tokayev", ["KAZ"]),
        ("The five holdouts, Kenya, Uganda and Rwanda, signed it.", "holdouts", ["KEN", "UGA", "RWA"]),
        ("The visitors signed it.", "visitors", []),
        ("Kenyatta University signed it.", "University", []),
    ],
)
def test_a_phrase_stands_for_those_it_names(text: str, head: str, expected: list[str]) -> None:
    (a,) = analysed(text)
    assert [participant.id for participant in parties().of(a, word(a, head)).participants] == expected


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("A new country signed it.", "country"),
        ("Another State signed it.", "State"),
        ("Several countries signed it.", "countries"),
        ("One nation signed it.", "nation"),
    ],
)
def test_one_whom_the_text_does_not_name_is_nobody(text: str, head: str) -> None:
    (a,) = analysed(text)
    party = parties().of(a, word(a, head))
    assert party.participants == ()
    assert party.is_unnamed


@pytest.mark.parametrize(
    ("text", "head", "number"),
    [
        ("It signed the text.", "It", 1),
        ("They signed the text.", "They", 0),
        ("Both signed the text.", "Both", 2),
        ("The country signed the text.", "country", 1),
        ("The two countries signed the text.", "countries", 2),
    ],
)
def test_a_phrase_that_points_back_says_to_how_many(text: str, head: str, number: int) -> None:
    (a,) = analysed(text)
    party = parties().of(a, word(a, head))
    assert party.is_anaphoric
    assert party.number == number


@pytest.mark.parametrize(
    ("text", "head", "organ"),
    [
        ("Kenya's parliament ratified it.", "parliament", Organ.PARLIAMENT),
        ("The Kenyan Senate ratified it.", "Senate", Organ.PARLIAMENT),
        ("The Knesset ratified it.", "Knesset", Organ.PARLIAMENT),
        ("Kenya's Supreme Court struck it down.", "Court", Organ.COURT),
        ("Kenya's cabinet approved it.", "cabinet", Organ.CABINET),
        ("Kenya's president signed it.", "president", None),
        ("Kenya signed it.", "Kenya", None),
    ],
)
def test_an_organ_of_the_state_is_told_apart(text: str, head: str, organ: Organ | None) -> None:
    (a,) = analysed(text)
    assert parties().of(a, word(a, head)).organ is organ


def test_a_pair_is_remembered_for_those_who_come_back() -> None:
    (a,) = analysed("Kenya and Uganda signed it.")
    known = parties()
    known.remember(known.of(a, word(a, "Kenya")).participants)
    (b,) = analysed("Both ratified it.")
    assert [each.id for each in known.pointed_back_to(known.of(b, word(b, "Both")))] == ["KEN", "UGA"]


def test_nothing_is_pointed_back_to_where_nothing_fits() -> None:
    (a,) = analysed("They signed the text.")
    known = parties()
    assert known.pointed_back_to(known.of(a, word(a, "They"))) == ()
