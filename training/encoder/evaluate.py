"""Measure the encoder as the product runs it, from raw text: `python -m training.encoder.evaluate`.

Words, tags and trees are scored as the small language's are; names on the test part of Universal NER.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from depositary.reading.encoder import WEIGHTS, Encoder, load
from training.encoder.names import KINDS, Named
from training.encoder.start import made_of
from training.language.evaluate import Measured, f1, gold_spans, measured, size_of
from training.language.treebanks import CORPORA

# Below this the weights are not shipped: labelled attachment of words (`las_words`), in percent.
FLOORS = {"pud-test": 88.0, "ewt-test": 86.0}

# A name by the characters it covers, white space left aside, and its kind.
Place = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Found:
    """All figures of an encoder; `names` are F1 in percent by kind and for all, right when place and kind are."""

    language: Measured
    names: dict[str, float]


def measure(weights: Path, corpora: Path) -> Found:
    """All figures of these weights."""
    encoder = load(weights)
    names = named(encoder, made_of().named(corpora, "measure"))
    return Found(measured(encoder, size_of(weights), corpora), names)


def named(encoder: Encoder, marks: Sequence[Named]) -> dict[str, float]:
    """F1 of names by kind, from the text of each sentence."""
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for mark in marks:
        text = mark.sentence.text
        wanted = gold_names(mark)
        found = {
            (_printed(text[: name.start]), _printed(text[: name.end]), name.kind)
            for name in encoder.names(text, [(0, len(text))])
        }
        gold.update(kind for _, _, kind in wanted)
        seen.update(kind for _, _, kind in found)
        right.update(kind for _, _, kind in wanted & found)
    by_kind = {kind: f1(right[kind], gold[kind], seen[kind]) for kind in KINDS}
    return by_kind | {"all": f1(right.total(), gold.total(), seen.total())}


def gold_names(named: Named) -> set[Place]:
    """The names that people marked, by the characters they cover."""
    places: list[Place] = []
    for (start, end), mark in zip(gold_spans(named.sentence), named.names, strict=True):
        if mark is not None and mark[0] == "B":
            places.append((start, end, mark[2:]))
        elif mark is not None and mark[0] == "I":
            places[-1] = (places[-1][0], end, places[-1][2])
    return set(places)


def _printed(text: str) -> int:
    return sum(not character.isspace() for character in text)


def below_floor(found: Found) -> list[str]:
    """One line for each floor that is missed."""
    return list(_missed(found.language.f1))


def _missed(figures: dict[str, dict[str, float]]) -> Iterable[str]:
    for bank, floor in FLOORS.items():
        if figures[bank]["las_words"] < floor:
            yield f"{bank}: LAS {figures[bank]['las_words']} is below its floor of {floor}"


def main() -> None:
    """Measure and print; exits with 1 when a floor is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=CORPORA, help="the folder that holds ud/ and uner/")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    found = measure(given.weights, given.corpora)
    print(json.dumps(asdict(found), indent=1))
    if missed := below_floor(found):
        raise SystemExit("\n".join(missed))


if __name__ == "__main__":
    main()
