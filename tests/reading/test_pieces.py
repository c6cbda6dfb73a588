"""Words are cut into the pieces that the vocabulary knows, the longest beginning first, and never into too many."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depositary.reading.pieces import MOST_PIECES, MOST_PIECES_OF_WORD, Pieces, Shape, pieces_of, shape

VOCABULARY = "[UNK]\n[CLS]\nkazakh\n##stan\nsign\n##ed\nu\n.\ns\ntreaty\n##i\nthe\n"


@pytest.fixture
def pieces() -> Pieces:
    return pieces_of(VOCABULARY)


def cut(pieces: Pieces, *words: str) -> list[str]:
    """The pieces by name."""
    names = VOCABULARY.split("\n")
    return [names[number] for number in pieces.cut(words).pieces]


def test_the_longest_beginning_comes_first(pieces: Pieces) -> None:
    assert cut(pieces, "Kazakhstan", "signed") == ["[CLS]", "kazakh", "##stan", "sign", "##ed"]


def test_marks_inside_a_word_are_pieces_of_their_own(pieces: Pieces) -> None:
    assert cut(pieces, "U.S.") == ["[CLS]", "u", ".", "s", "."]


def test_accents_are_left_out(pieces: Pieces) -> None:
    assert cut(pieces, "tréaty", "TREATY") == ["[CLS]", "treaty", "treaty"]


def test_what_is_not_known_is_one_piece(pieces: Pieces) -> None:
    assert cut(pieces, "Ñandú", "条约", "\u200b", "x" * 101) == ["[CLS]", "[UNK]", "[UNK]", "[UNK]", "[UNK]"]


def test_each_word_knows_its_first_piece(pieces: Pieces) -> None:
    found = pieces.cut(["the", "Kazakhstan", "treaty"])
    assert found.words == [1, 2, 4]
    assert found.shapes == [Shape.MARK, Shape.SMALL, Shape.TITLE, Shape.TITLE, Shape.SMALL]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=40), max_size=250))
def test_no_sentence_has_more_pieces_than_the_encoder_has_places(words: list[str]) -> None:
    found = pieces_of(VOCABULARY + "\n".join("0123456789abcdefghijklmnopqrstuvwxyz") + "\n").cut(words)
    assert len(found.pieces) == len(found.shapes) <= MOST_PIECES
    assert len(found.words) == len(words)
    assert found.words == sorted(set(found.words))


def test_a_word_is_told_from_a_few_pieces(pieces: Pieces) -> None:
    assert len(pieces.cut(["." * 90]).pieces) == 1 + MOST_PIECES_OF_WORD
    assert len(pieces.cut(["." * 90] * 250).pieces) == 1 + 2 * 250


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("treaty", Shape.SMALL),
        ("Treaty", Shape.TITLE),
        ("UN", Shape.CAPITALS),
        ("A", Shape.INITIAL),
        ("eSwatini", Shape.MIXED),
        ("McDonald", Shape.MIXED),
        ("1979", Shape.DIGITS),
        ("19th", Shape.DIGITS),
        ("G20", Shape.CAPITALS),
        (",", Shape.MARK),
        ("条约", Shape.MIXED),
    ],
)
def test_a_word_has_the_shape_of_its_print(word: str, expected: Shape) -> None:
    assert shape(word) is expected
