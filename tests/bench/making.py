"""A fact as the scorer wants it, and where the scorer lies."""

from __future__ import annotations

from bench import accuracy

SCORER = accuracy.BESIDE / "cases" / "score.py"
FACT: accuracy.Record = {
    "agreement": "Paris Agreement", "actor": "KEN", "action": "sign", "counterparties": [], "modality": "happened",
    "date": None, "attributed_to": "outlet", "evidence": "Kenya signed the Paris Agreement",
}  # fmt: skip
