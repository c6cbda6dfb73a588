"""Measures, prints the figures, and writes them to `bench/RESULTS.md`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bench.answers import answer_figures
from bench.feed import feed_figures
from bench.machine import described
from bench.readings import reading_figures
from bench.timing import Figure

RESULTS = Path("bench/RESULTS.md")
HEAD = """# Results

Written by `make bench`. CPU seconds of one process (user and system), medians. On a shared machine compare the ratios,
not the seconds.

| what | figure | baseline, run beside it | ratio |
|---|---|---|---|
"""


def main() -> None:
    """Measure everything, slowest last."""
    figures: list[Figure] = []
    for figure in (*answer_figures(), *reading_figures(), *feed_figures()):
        figures.append(figure)
        print(figure.said(), flush=True)
    rows = "".join(f"{figure.row()}\n" for figure in figures)
    RESULTS.write_text(f"{HEAD}{rows}\n{described(datetime.now(UTC))}\n", encoding="utf-8")
    print(f"Written to {RESULTS}.")


if __name__ == "__main__":
    main()
