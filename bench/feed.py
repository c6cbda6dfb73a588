"""Feed: what a stream of news costs, most of which tells of no act: the gate, the memory, and the reader's start."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bench.timing import Figure, cpu_seconds, process_seconds
from depositary.documents import Document, Intake, collect
from depositary.reading.gate import Gate
from depositary.reading.lexicon import lexicon
from depositary.reference import reference

NO_ACT = Path(__file__).parent / "texts" / "no_act.txt"
"""A page of 424 words on weather, wells, a museum, football and soup."""

BATCH = 10_000
ONE_IN = 10
"""How many documents of a stream come to one that tells of an act."""

RUNS = 7
TIMES = 300
MEGABYTE = 1024  # ru_maxrss counts kilobytes on Linux


def feed_figures() -> Iterator[Figure]:
    """Documents a second at the gate, megabytes for a long batch, seconds until the first claim."""
    yield _gate("documents a second at the gate, no name and no act", NO_ACT.read_text("utf-8"))
    named = f"In Nairobi Kenya and Uganda played.\n\n{NO_ACT.read_text('utf-8')}"
    yield _gate("documents a second at the gate, names and no act", named)
    yield _model()
    yield _start()
    yield _memory()


def _gate(what: str, text: str) -> Figure:
    gate = Gate(lexicon(), reference())

    def times(work: Callable[[], object]) -> float:
        def often() -> None:
            for _ in range(TIMES):
                work()

        return TIMES / statistics.median(cpu_seconds(often) for _ in range(RUNS))

    return Figure(
        what, times(lambda: gate.lets_in(text)), "documents", "`text.lower().split()`", times(text.lower().split)
    )


def _model() -> Figure:
    """A process that loads the model, beside one that only imports what it is made of."""
    imports = "from depositary.reading.encoder import encoder"
    loaded, imported = process_seconds(["-c", f"{imports}; encoder()"], {}), process_seconds(["-c", imports], {})
    return Figure("the model loaded, imports with it", loaded, "s CPU", "the imports alone", imported)


def _start() -> Figure:
    """From nothing to the claims of one sentence, beside the same process that imports NumPy and ONNX Runtime only."""
    read = "from depositary.cli import main; import sys; sys.argv[1:] = ['read', '--dry-run', sys.argv[1]]; main()"
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "one.txt"
        place.write_text("Kenya signed the Paris Agreement on 3 May 2016.\n", encoding="utf-8")
        first = process_seconds(["-c", read, str(place)], {})
    alone = process_seconds(["-c", "import numpy, onnxruntime"], {})
    return Figure("from start to the first claim", first, "s CPU", "`import numpy, onnxruntime` alone", alone)


def _memory() -> Figure:
    """The most memory that reading a batch takes, beside reading its first ten documents."""
    found = collect(["examples/documents"], Intake(captured=datetime(2026, 1, 1, tzinfo=UTC)))
    telling = [item for item in found if isinstance(item, Document)]
    silent = replace(telling[0], text=NO_ACT.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        batch, few = Path(folder) / "batch.jsonl", Path(folder) / "few.jsonl"
        rows = []
        for number in range(BATCH):
            item = silent if number % ONE_IN else telling[number // ONE_IN % len(telling)]
            rows.append(json.dumps({"id": f"d-{number}", "text": f"{item.text}\n{number}", "published": "2026-01-01"}))
        batch.write_text("\n".join(rows), encoding="utf-8")
        few.write_text("\n".join(rows[:10]), encoding="utf-8")
        return Figure(
            f"memory for a batch of {BATCH:,} documents", _megabytes(batch), "MB", "for ten of them", _megabytes(few)
        )


def _megabytes(place: Path) -> float:
    """The most resident memory of a process that reads these documents into a new register."""
    measured = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    read = [sys.executable, "-m", "depositary", "--store", str(place.with_suffix(".db")), "read", str(place)]
    done = subprocess.run([sys.executable, "-c", measured, *read], capture_output=True, text=True, check=True)
    return int(done.stdout) / MEGABYTE
