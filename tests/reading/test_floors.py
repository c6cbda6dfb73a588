"""How well the example documents are read: floors that only fall for a reason that is given.

A claim finds a fact when actor and action are the same (words of one step count as one) and their evidence shares a
sentence; each finds one at most. The facts are those of `examples/expected.jsonl`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any  # JSON

from depositary.documents import Document, Intake, collect
from depositary.reading import standard_reader
from depositary.terms import Claim, Span

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CORE_PRECISION = 0.95
CORE_RECALL = 0.60
MODALITY = 0.95

ONE_STEP = (
    {"join", "accede", "succeed"},
    {"join", "accede", "deposit", "accept", "ratify"},
    {"sign", "sign_definitive", "conclude", "initial", "adopt"},
    {"withdraw", "denounce", "terminate"},
    {"establish_relations", "resume"},
    {"approve", "ratify", "accept"},
    {"announce_intent", "join"},
    {"suspend", "freeze"},
)
"""Actions that the press and careful people take for one another."""

Fact = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """One example with what it says and what was read in it."""

    document: Document
    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]


@cache
def readings() -> tuple[Reading, ...]:
    """All examples, read once."""
    options = Intake(published=None, outlet="", captured=datetime(2026, 1, 1, tzinfo=UTC))
    documents: dict[str, Document] = {}
    for found in collect([str(EXAMPLES / "documents")], options):
        assert isinstance(found, Document), found
        documents[found.id] = documents[Path(found.origin).name] = found
    rows = [json.loads(row) for row in (EXAMPLES / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
    return tuple(
        Reading(
            documents[row["id"]], tuple(row["expected"]), standard_reader().read(documents[row["id"]]).claims
        )
        for row in rows
    )  # fmt: skip


def matches(reading: Reading) -> list[tuple[Fact, Claim]]:
    """Facts with the claims that find them, the likest first; neither is used twice."""
    bounds = sentence_bounds(reading.document.text)
    pairs = []
    for at, fact in enumerate(reading.facts):
        start = reading.document.text.index(fact["evidence"])
        place = sentences_of(bounds, [(start, start + len(fact["evidence"]))])
        for number, claim in enumerate(reading.claims):
            spans = [(piece.start, piece.end) for piece in claim.evidence if isinstance(piece, Span)]
            is_same = actor(claim) == fact["actor"] and is_same_step(fact, claim)
            if is_same and place & sentences_of(bounds, spans):
                likeness = 2 * (claim.action == fact["action"]) + (claim.modality in modalities(fact))
                pairs.append((-likeness, at, number))
    taken: dict[int, int] = {}
    for _, at, number in sorted(pairs):
        if at not in taken and number not in taken.values():
            taken[at] = number
    return [(reading.facts[at], reading.claims[number]) for at, number in sorted(taken.items())]


def actor(claim: Claim) -> str | None:
    return claim.actor.label if claim.actor else None


def modalities(fact: Fact) -> set[str]:
    return {fact["modality"], *(fact.get("also_accept_modality") or [])}


def is_same_step(fact: Fact, claim: Claim) -> bool:
    accepted = {fact["action"], *(fact.get("also_accept_action") or [])}
    return claim.action in accepted or any(claim.action in step and accepted & step for step in ONE_STEP)


def sentence_bounds(text: str) -> list[tuple[int, int]]:
    cuts = [0, *(cut.end() for cut in re.finditer(r"(?<=[.!?])[”\"’)]*\s+(?=[A-Z“])|\n+", text)), len(text)]
    return [(first, last) for first, last in pairwise(cuts) if first < last]


def sentences_of(bounds: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]]) -> set[int]:
    return {at for at, (first, last) in enumerate(bounds) for start, end in spans if start < last and end > first}


def test_what_is_read_is_there() -> None:
    claims = sum(len(reading.claims) for reading in readings())
    found = sum(len(matches(reading)) for reading in readings())
    spurious = [
        f"{reading.document.origin}: {actor(claim)} {claim.action} {claim.agreement.id}"
        for reading in readings()
        for claim in reading.claims
        if claim not in [matched for _, matched in matches(reading)]
    ]
    assert found / claims >= CORE_PRECISION, spurious


def test_most_of_what_is_there_is_read() -> None:
    facts = sum(len(reading.facts) for reading in readings())
    assert sum(len(matches(reading)) for reading in readings()) / facts >= CORE_RECALL


def test_what_is_read_is_said_as_firmly_as_the_text_says() -> None:
    pairs = [pair for reading in readings() for pair in matches(reading)]
    wrong = [
        f"{claim.document}: {actor(claim)} {claim.action} {claim.modality}, not {fact['modality']}"
        for fact, claim in pairs
        if claim.modality not in modalities(fact)
    ]
    assert 1 - len(wrong) / len(pairs) >= MODALITY, wrong


def test_all_evidence_is_in_the_text() -> None:
    for reading in readings():
        for claim in reading.claims:
            for piece in claim.evidence:
                assert isinstance(piece, Span)
                assert reading.document.text[piece.start : piece.end] == piece.quote


def test_the_document_that_states_no_act_gives_no_claim() -> None:
    assert [reading.document.id for reading in readings() if not reading.facts and reading.claims] == []
