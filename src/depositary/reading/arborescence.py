"""Arborescence: the best tree of scored heads, when the best head of each word alone does not make one.

The algorithm is that of Chu and Liu (1965) and Edmonds (1967), here in its plain form of quadratic steps a circle.
One root is made sure of by trying the likeliest words for it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# Words tried as the root of a sentence, likeliest first.
MOST_ROOTS = 3

_NEVER = -1e9

Scores = NDArray[np.float32]
Heads = NDArray[np.int64]


def best_heads(scores: Scores) -> Heads:
    """The head of each word in the best tree that has one root, counted with the root above all as 0.

    `scores` [words, 1 + words] says how well each stands below the root (column 0) or below another word.
    """
    scores = scores.astype(np.float32)
    words = np.arange(len(scores))
    scores[words, words + 1] = _NEVER
    heads: Heads = scores.argmax(axis=1)
    if (heads == 0).sum() == 1 and not _circle(heads):
        return heads
    best: tuple[float, Heads] | None = None
    for root in np.argsort(-(scores[:, 0] - scores[:, 1:].max(axis=1, initial=_NEVER)), kind="stable")[:MOST_ROOTS]:
        held = scores.copy()
        held[:, 0] = _NEVER
        held[root] = _NEVER
        held[root, 0] = scores[root, 0]
        found = _arborescence(held)
        worth = float(scores[words, found].sum())
        if best is None or worth > best[0]:
            best = worth, found
    if best is None:
        raise ValueError("a sentence without words has no tree")
    return best[1]


def _circle(heads: Heads) -> list[int]:
    """The words of one circle, counted from 0; none when every way up ends at the root."""
    state = [0] * len(heads)
    for start in range(len(heads)):
        way, at = [], start
        while at >= 0 and state[at] == 0:
            state[at] = 1
            way.append(at)
            at = int(heads[at]) - 1
        if at >= 0 and state[at] == 1:
            return way[way.index(at) :]
        for each in way:
            state[each] = 2
    return []


def _arborescence(scores: Scores) -> Heads:
    """The best tree below the root: a circle is drawn together into one word and opened where it loses least."""
    heads: Heads = scores.argmax(axis=1)
    circle = _circle(heads)
    if not circle:
        return heads
    inside = np.array(circle)
    outside = np.array([word for word in range(len(scores)) if word not in set(circle)], dtype=np.int64)
    columns = np.concatenate(([0], outside + 1))
    entering = scores[np.ix_(inside, columns)] - scores[inside, heads[inside]][:, None]
    leaving = scores[np.ix_(outside, inside + 1)]
    smaller = np.full((len(outside) + 1, len(outside) + 2), _NEVER, dtype=np.float32)
    smaller[:-1, :-1] = scores[np.ix_(outside, columns)]
    smaller[-1, :-1] = entering.max(axis=0)
    if len(outside):
        smaller[:-1, -1] = leaving.max(axis=1)
    found = _arborescence(smaller)
    into = int(found[-1])
    opened = int(inside[entering[:, into].argmax()])
    heads[opened] = columns[into]
    for at, word in enumerate(outside):
        is_in = int(found[at]) == len(outside) + 1
        heads[word] = inside[leaving[at].argmax()] + 1 if is_in else columns[int(found[at])]
    return heads
