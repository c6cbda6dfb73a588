"""Probes: single sentences, half of which claim nothing; how many of them are read with every field right.

`bench/probes/` holds two halves of a set that its authors wrote without having seen the program: `open.jsonl`, from
which the reader was taught, and `kept.jsonl`, which was closed until the end. Two more sets, `x.jsonl` and `y.jsonl`,
are by authors who leaned to what is rare; they taught the reader after they had been scored once.
`python -m bench.probes [--cases FOLDER] [--errors]`; the scorer lies beside the project. A probe is right where each of
its facts is found with its agreement, action, modality, date, voice, counterparties and organ, and nothing else is
claimed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.accuracy import BESIDE, NotThere, Record, claims_of, scored, scorer_in

FOLDER = Path(__file__).with_name("probes")
HALVES = ("open", "kept")
MORE = ("x", "y")
FIELDS = ("agreement", "action", "modality", "date", "attribution", "counterparties", "organ")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the share of each set that is right; 2 where the scorer is not there."""
    parser = argparse.ArgumentParser(prog="python -m bench.probes", description=__doc__)
    parser.add_argument("--cases", type=Path, default=BESIDE, help="the folder that holds cases/score.py")
    parser.add_argument(
        "--errors", action="store_true", help="print the probes that are not right, but for the kept half"
    )
    asked = parser.parse_args(arguments)
    try:
        told(scorer_in(asked.cases), show_errors=asked.errors)
    except NotThere as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


def told(scorer: Path, *, show_errors: bool) -> None:
    """Print a line a half, and a line a further set. Raises `NotThere`."""
    for half in (*HALVES, *MORE):
        probes = [json.loads(line) for line in (FOLDER / f"{half}.jsonl").read_text("utf-8").splitlines()]
        wrong = list(not_right(probes, scorer))
        silent = [probe for probe in probes if not probe["expected"]]
        said = sum(not probe["expected"] for probe in wrong)
        share = 1 - len(wrong) / len(probes)
        made = f"claims made of {said} of {len(silent)} that claim nothing"
        print(f"{half}: {share:.3f} of {len(probes)} right; {made}")
        for probe in wrong if show_errors and half != "kept" else ():
            print(f"  {probe['id']}  {probe['text']}")


def not_right(probes: Sequence[Record], scorer: Path) -> Iterator[Record]:
    """The probes of which something is missing, wrong or too much."""
    claims: dict[str, list[str]] = {}
    for line in claims_of(probes):
        claims.setdefault(json.loads(line)["document"], []).append(line)
    for probe in probes:
        own = claims.get(probe["id"], [])
        if not probe["expected"]:
            if own:
                yield probe
            continue
        answer = scored([probe], own, scorer)
        core, fields = answer["core"], answer["accuracy_on_core"]
        is_whole = core["precision"] == core["recall"] == 1
        if not is_whole or any(fields[name] not in (None, 1) for name in FIELDS):
            yield probe


if __name__ == "__main__":
    sys.exit(main())
