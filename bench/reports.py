"""Reports: texts written and annotated by people who had not seen the program, frozen by hash.

`python -m bench.reports` reads news in the manner of the founding report, three texts a set, in `bench/reports/`;
`--long` reads the longer texts of `bench/long/` (articles, live blogs, parliament papers, communiqués, digests): all of
a set, then its open half (odd numbers) and its kept half. The scorer lies beside the project.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any  # a case as it stands in the file

from bench.accuracy import BESIDE, NotThere, claims_of, figures, scored, scorer_in

FOLDER = Path(__file__).with_name("reports")
LONG = Path(__file__).with_name("long")
SHOWN = ("core precision", "core recall", "full f1", "modality", "date", "attribution")

Case = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of each set; 2 where the scorer is not there."""
    parser = argparse.ArgumentParser(prog="python -m bench.reports", description=__doc__)
    parser.add_argument("--cases", type=Path, default=BESIDE, help="the folder that holds cases/score.py")
    parser.add_argument("--long", action="store_true", help="the longer texts, set by set and half by half")
    asked = parser.parse_args(arguments)
    try:
        told(scorer_in(asked.cases), LONG if asked.long else FOLDER)
    except NotThere as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


def told(scorer: Path, folder: Path) -> None:
    """Print a line a set, or a line a half. Raises `NotThere`."""
    for file in sorted(folder.glob("*.jsonl")):
        cases = strict(json.loads(line) for line in file.read_text("utf-8").splitlines())
        for name, some in _parts(file.stem, cases, is_halved=folder == LONG):
            found = figures(scored(some, claims_of(some), scorer))
            facts = sum(len(case["expected"]) for case in some)
            shown = ", ".join(f"{name} {found[name]:.3f}" for name in SHOWN if name in found)
            print(f"{name}: {len(some)} texts, {facts} facts: {shown}")


def strict(cases: Iterator[Case]) -> list[Case]:
    """The cases without the facts that their authors marked as such that an expert might leave out."""
    return [
        {**case, "expected": [fact for fact in case["expected"] if "optional" not in (fact.get("note") or "").lower()]}
        for case in cases
    ]


def _parts(name: str, cases: Sequence[Case], *, is_halved: bool) -> Iterator[tuple[str, list[Case]]]:
    yield name, list(cases)
    if is_halved:
        yield f"{name} open", [case for case in cases if int(case["id"][-2:]) % 2]
        yield f"{name} kept", [case for case in cases if not int(case["id"][-2:]) % 2]


if __name__ == "__main__":
    sys.exit(main())
