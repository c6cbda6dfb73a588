"""Reports: news in the manner of the founding report, written and annotated by people who had not seen the program.

`bench/reports/` holds sets of three, frozen by hash. `python -m bench.reports [--cases FOLDER]`; the scorer lies beside
the project.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.accuracy import BESIDE, NotThere, claims_of, figures, scored, scorer_in

FOLDER = Path(__file__).with_name("reports")
SHOWN = ("core precision", "core recall", "full f1", "modality", "date", "attribution")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of each set; 2 where the scorer is not there."""
    parser = argparse.ArgumentParser(prog="python -m bench.reports", description=__doc__)
    parser.add_argument("--cases", type=Path, default=BESIDE, help="the folder that holds cases/score.py")
    asked = parser.parse_args(arguments)
    try:
        told(scorer_in(asked.cases))
    except NotThere as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


def told(scorer: Path) -> None:
    """Print a line a set. Raises `NotThere`."""
    for file in sorted(FOLDER.glob("*.jsonl")):
        cases = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
        found = figures(scored(cases, claims_of(cases), scorer))
        facts = sum(len(case["expected"]) for case in cases)
        shown = ", ".join(f"{name} {found[name]:.3f}" for name in SHOWN if name in found)
        print(f"{file.stem}: {len(cases)} texts, {facts} facts: {shown}")


if __name__ == "__main__":
    sys.exit(main())
