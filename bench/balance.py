"""Balance: precision, recall and F1 of what was found right, found wrongly and missed."""

from __future__ import annotations


def balance(right: int, false: int, missed: int) -> str:
    """The three in words; 0 where there is nothing to divide by."""
    precision, recall = right / (right + false or 1), right / (right + missed or 1)
    f1 = 2 * right / (2 * right + false + missed or 1)
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"
