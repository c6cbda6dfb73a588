"""Accuracy: what the reader finds in annotated texts, held to floors; one command, `make accuracy`.

`floors.toml` names each set with its fingerprint, so that a floor cannot be met by changing the texts, and the least
that each figure may be. The sets and their scorer (`cases/score.py`) lie beside the project, not in it:
`python -m bench.accuracy [--cases FOLDER] [--halves]`. The exit code is 1 where a figure is below its floor, 2 where
a set or the scorer is not there or is not the one that the floors are for.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any  # JSON

from depositary.reading.gate import Gate
from depositary.reading.lexicon import lexicon
from depositary.reference import reference

ROOT = Path(__file__).resolve().parents[1]
BESIDE = ROOT.parent / "shared"
FLOORS = Path(__file__).with_name("floors.toml")
KINDS = ("headline", "wire", "rss", "official", "long", "report")
KEPT = ("id", "text", "outlet", "published")
"""What of a case the reader is given."""

FEW = 20
"""Of so few texts no halves are told."""
SHUT_OUT = "texts with facts shut out"
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class AnnotatedSet:
    """A file of annotated texts, its fingerprint (SHA-256), and the least that each of its figures may be.

    Figures are shares in [0, 1], named as the scorer names them ("core f1"); `most` are those that must not be more.
    """

    name: str
    path: Path
    fingerprint: str
    least: Mapping[str, float]
    most: Mapping[str, float]


class NotThere(Exception):
    """A set or its scorer is missing, or is another one than the floors are for."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure every set of `floors.toml`; 0 where all floors are held, 1 where one is not, 2 where no set is there."""
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy", description=__doc__)
    parser.add_argument("--cases", type=Path, default=BESIDE, help="the folder that holds the sets and cases/score.py")
    parser.add_argument("--halves", action="store_true", help="print the two halves of each set too, parted by event")
    asked = parser.parse_args(arguments)
    below: list[str] = []
    try:
        for each in sets(FLOORS, asked.cases):
            below.extend(measured(each, asked.cases / "cases" / "score.py", halves=asked.halves))
    except NotThere as problem:
        print(problem, file=sys.stderr)
        return 2
    for line in below:
        print(f"below its floor: {line}")
    return 1 if below else 0


def scorer_in(folder: Path) -> Path:
    """The scorer that lies beside the sets. Raises `NotThere`."""
    scorer = folder / "cases" / "score.py"
    if not scorer.exists():
        raise NotThere(f"{scorer} is not there; name its folder with --cases.")
    return scorer


def sets(floors: Path, folder: Path) -> Iterator[AnnotatedSet]:
    """The sets that have floors."""
    for name, row in tomllib.loads(floors.read_text(encoding="utf-8")).items():
        yield AnnotatedSet(name, folder / row["file"], row["sha256"], row["least"], row.get("most", {}))


def measured(each: AnnotatedSet, scorer: Path, *, halves: bool) -> list[str]:
    """Print the figures of a set; what is below its floor comes back, a line each."""
    if not each.path.exists() or not scorer.exists():
        raise NotThere(f"{each.path if not each.path.exists() else scorer} is not there; name its folder with --cases.")
    given = each.path.read_bytes()
    if hashlib.sha256(given).hexdigest() != each.fingerprint:
        raise NotThere(f"{each.path} is not the set that the floors are for: its fingerprint is another.")
    cases = [json.loads(line) for line in given.decode("utf-8").splitlines() if line.strip()]
    claims = claims_of(cases)
    found = figures(scored(cases, claims, scorer)) | {SHUT_OUT: float(len(shut_out(cases)))}
    print(f"\n{each.name}: {len(cases)} texts, {sum(len(case['expected']) for case in cases)} facts")
    for name in found:
        bound = each.least.get(name, each.most.get(name))
        sign = "at most" if name in each.most else "at least"
        print(f"  {name:32} {found[name]:.3f}{f'   {sign} {bound:.3f}' if bound is not None else ''}")
    for title, part in (*by_kind(cases), *(by_event(cases) if halves and len(cases) > FEW else ())):
        own = figures(scored(part, claims, scorer))
        print(f"  {title:20} {len(part):4} texts   core F1 {own['core f1']:.3f}   full F1 {own['full f1']:.3f}")
    below = [
        f"{each.name}, {name}: {found[name]:.3f}, not {least}"
        for name, least in each.least.items()
        if found[name] < least
    ]
    over = [
        f"{each.name}, {name}: {found[name]:.3f}, over {most}" for name, most in each.most.items() if found[name] > most
    ]
    return [*below, *over]


def shut_out(cases: Iterable[Record]) -> list[str]:
    """The ids of texts with facts that the gate does not let in."""
    gate = Gate(lexicon(), reference())
    return [case["id"] for case in cases if case["expected"] and not gate.lets_in(case["text"])]


def claims_of(cases: Iterable[Record]) -> list[str]:
    """What `depositary read --json --dry-run` prints of the texts, a claim a line."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "given.jsonl"
        rows = ({key: case[key] for key in KEPT if case.get(key)} for case in cases)
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        command = [sys.executable, "-m", "depositary", "read", "--json", "--dry-run", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=folder)
    if done.returncode > 1:  # 1: findings, such as a month of publication that is no day
        raise NotThere(done.stderr.strip())
    return done.stdout.splitlines()


def scored(cases: Sequence[Record], claims: Sequence[str], scorer: Path) -> Record:
    """What the scorer says of these cases."""
    with tempfile.TemporaryDirectory() as folder:
        gold, said = Path(folder) / "cases.jsonl", Path(folder) / "claims.jsonl"
        gold.write_text("".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases), encoding="utf-8")
        said.write_text("\n".join(claims), encoding="utf-8")
        command = [sys.executable, str(scorer), str(gold), str(said), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    answer: Record = json.loads(done.stdout)
    return answer


def figures(answer: Record) -> dict[str, float]:
    """The figures of the scorer by flat names."""
    found = {
        f"{part} {name}": answer[part][name] for part in ("core", "full") for name in ("precision", "recall", "f1")
    }
    found |= {name.replace("_", " "): share for name, share in answer["accuracy_on_core"].items() if share is not None}
    found["false claims a negative text"] = answer["false_claims_per_negative"] or 0.0
    found["void evidence"] = float(answer["void_evidence"])
    return found


def by_kind(cases: Sequence[Record]) -> Iterator[tuple[str, list[Record]]]:
    """The cases of each kind of text."""
    for kind in KINDS:
        part = [case for case in cases if case["text_kind"] == kind]
        if part:
            yield kind, part


def by_event(cases: Sequence[Record]) -> tuple[tuple[str, list[Record]], tuple[str, list[Record]]]:
    """Two halves, so that no event stands in both: texts that share a label of an agreement stay together."""
    group: dict[str, str] = {}

    def root(name: str) -> str:
        while group.setdefault(name, name) != name:
            name = group[name]
        return name

    for case in cases:
        for fact in case["expected"]:
            group[root(fact["agreement"])] = root(case["id"])
    first = [case for case in cases if _digit(root(case["id"])) % 2 == 0]
    return ("first half", first), ("second half", [case for case in cases if case not in first])


def _digit(text: str) -> int:
    return hashlib.sha256(text.encode()).digest()[0]


if __name__ == "__main__":
    sys.exit(main())
