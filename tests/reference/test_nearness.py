"""Nearness: what a misspelt name may have meant, best first."""

from __future__ import annotations

from depositary.reference.nearness import nearest

NAMES = ["abraham accords", "artemis accords", "paris agreement", "prespa agreement", "kazakhstan"]


def test_the_best_match_comes_first() -> None:
    assert nearest("abrahm acords", NAMES, 5)[0] == "abraham accords"


def test_a_name_that_holds_the_words_asked_for_is_near_whatever_its_length() -> None:
    assert nearest("accords", NAMES, 5) == ["abraham accords", "artemis accords"]


def test_nothing_like_it_gives_nothing() -> None:
    assert nearest("zzz", NAMES, 5) == []
    assert nearest("", NAMES, 5) == []


def test_no_more_than_the_limit() -> None:
    assert len(nearest("agreement", NAMES, 1)) == 1
