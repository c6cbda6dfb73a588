"""Folding: the ways in which a name is written come to one spelling, and different names stay apart."""

from __future__ import annotations

import doctest

import pytest

from depositary.reference import fold, folding


def test_examples_in_the_docstring_are_true() -> None:
    assert doctest.testmod(folding).failed == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the U.S.", "US"),
        ("Türkiye", "TURKIYE"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("EU–Mercosur agreement", "EU-Mercosur Agreement"),
        ("St. Kitts & Nevis", "St Kitts and Nevis"),
        ("Løgting", "Logting"),
        ("  Abraham   Accords ", "abraham accords"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("OPEC", "OPEC+"), ("Niger", "Nigeria"), ("START", "New START")])
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_the_article_alone_is_kept() -> None:
    assert fold("The") == "the"


def test_folding_twice_changes_nothing() -> None:
    for text in ("the the U.S.A.", "C5+1", "São Tomé and Príncipe"):
        assert fold(fold(text).removeprefix("the ")) == fold(text).removeprefix("the ")
