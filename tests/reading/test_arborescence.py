"""The best tree is a tree, has one root, and no other is better."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depositary.reading.arborescence import Heads, Scores, best_heads


def is_tree(heads: Heads) -> bool:
    """Whether every way up ends at the one root."""
    for start in range(len(heads)):
        at = start + 1
        for _ in heads:
            at = 0 if at == 0 else int(heads[at - 1])
        if at:
            return False
    return int((heads == 0).sum()) == 1


def worth(scores: Scores, heads: Heads) -> float:
    """What the scores add up to."""
    return float(scores[np.arange(len(heads)), heads].sum())


def scores_of(words: int, seed: int) -> Scores:
    """Scores drawn at random."""
    return np.random.default_rng(seed).normal(size=(words, words + 1)).astype(np.float32)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 3), st.integers(0, 10_000))
def test_no_tree_is_better(words: int, seed: int) -> None:
    scores = scores_of(words, seed)
    found = best_heads(scores)
    every = (np.array(heads) for heads in product(range(words + 1), repeat=words))
    best = max(worth(scores, heads) for heads in every if is_tree(heads))
    assert is_tree(found)
    assert worth(scores, found) == pytest.approx(best, abs=1e-4)


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 250), st.integers(0, 10_000))
def test_it_is_a_tree_however_long_the_sentence(words: int, seed: int) -> None:
    assert is_tree(best_heads(scores_of(words, seed)))


def test_the_best_head_of_each_word_is_kept_where_these_make_a_tree() -> None:
    scores = np.array([[0, 9, 5, 0], [5, 0, 0, 0], [0, 0, 5, 9]], dtype=np.float32)
    assert best_heads(scores).tolist() == [2, 0, 2]


def test_a_sentence_without_words_has_no_tree() -> None:
    with pytest.raises(ValueError, match="without words"):
        best_heads(np.zeros((0, 1), np.float32))
