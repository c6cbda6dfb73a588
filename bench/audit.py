"""Audit: a seeded sample of the facts of the reference, for a reader who looks each of them up.

Run as `python -m bench.audit --seed 1 --facts 100`, or `make audit-reference SEED=1 N=100`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import isqrt
from pathlib import Path
from random import Random

import depositary.reference
from bench.facts import Fact, FactKind, by_kind, facts
from bench.places import Places
from depositary.reference import reference

FOLDER = Path(depositary.reference.__file__).parent
"""Where our own texts are."""

SEED, SIZE = 1, 100
"""What is drawn where nothing is said."""


def shares(counts: Mapping[FactKind, int], size: int) -> dict[FactKind, int]:
    """How many facts of each kind a sample of `size` holds: at least one, and more of a kind as the root of its count.

    By the count alone names would leave room for little else; by equal shares a list of a few would be drawn whole.
    Raises `ValueError` where there are more kinds than `size`, or fewer facts.
    """
    held = {kind: count for kind, count in counts.items() if count}
    if not len(held) <= size <= sum(held.values()):
        raise ValueError(f"A sample holds from {len(held)} to {sum(held.values())} facts, not {size}.")
    drawn = dict.fromkeys(held, 1)
    for _ in range(size - len(held)):
        open_kinds = [kind for kind in held if drawn[kind] < held[kind]]
        kind = max(open_kinds, key=lambda kind: (isqrt(held[kind] * 10_000) / (drawn[kind] + 1), kind))
        drawn[kind] += 1
    return drawn


def sample(found: Mapping[FactKind, Sequence[Fact]], seed: int, size: int) -> list[Fact]:
    """The facts that this seed draws, kind by kind; the same of the same texts."""
    draw = Random(seed)
    drawn = shares({kind: len(of_kind) for kind, of_kind in found.items()}, size)
    return [fact for kind, count in drawn.items() for fact in draw.sample(found[kind], count)]


def report(found: Mapping[FactKind, Sequence[Fact]], seed: int, size: int) -> Iterator[str]:
    """The lines of an audit: how many facts there are and how many have a source that was seen, then the sample."""
    total, seen = sum(map(len, found.values())), sum(fact.is_seen for some in found.values() for fact in some)
    yield f"{total} facts, {seen} with a source that was seen. Seed {seed} draws {size}."
    yield ""
    for kind, some in found.items():
        yield f"  {kind:<26}{len(some):>6}{sum(fact.is_seen for fact in some):>7} seen"
    for number, fact in enumerate(sample(found, seed, size), 1):
        yield ""
        yield f"{number}. {fact.said}"
        yield f"   {fact.place}"
        for source in fact.sources:
            place = f", {source.at}" if source.at else ""
            yield f"   {source.work}{place} ({f'seen {source.seen}' if source.seen else 'not seen'})"


def main(arguments: Iterable[str] | None = None) -> None:
    """Print the sample."""
    parser = argparse.ArgumentParser(prog="python -m bench.audit", description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED, help="what the draw begins with")
    parser.add_argument("--facts", type=int, default=SIZE, help="how many facts are drawn")
    given = parser.parse_args(None if arguments is None else list(arguments))
    found = by_kind(facts(reference(), Places(FOLDER)))
    try:
        print("\n".join(report(found, given.seed, given.facts)))
    except ValueError as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
