"""The demonstration: reads the example documents into a register of its own, and asks five things of it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

STORE = Path("build/demo.db")
QUESTIONS = (
    ("Who takes part in the Abraham Accords today?", 'members "Abraham Accords"'),
    ("And on the last day of 2020?", 'members "Abraham Accords" --on 2020-12-31'),
    ("What could be known on 5 November 2025?", 'members "Abraham Accords" --on 2025-11-08 --known 2025-11-05'),
    ("And three days later?", 'members "Abraham Accords" --on 2025-11-08 --known 2025-11-08'),
    ("Why does Kazakhstan stand there?", 'because Kazakhstan "Abraham Accords" --on 2025-11-08 --known 2025-11-08'),
)
NEXT = ('state "United States"', "timeline NATO", "members ECOWAS --on 2025-02-01 --known 2024-06-01")


def main() -> int:
    """Run the demonstration; the exit code is that of the first command that fails, else 0."""
    STORE.parent.mkdir(exist_ok=True)
    for path in STORE.parent.glob(f"{STORE.name}*"):  # the register, and SQLite's log beside it
        path.unlink()
    code = _show("Reading the example documents.", "read examples/documents")
    for why, command in QUESTIONS:
        code = code or _show(why, command)
    if code == 0:
        print("\nThree to try next:")
        for command in NEXT:
            print(f"  .venv/bin/depositary --store {STORE} {command}")
    return code


def _show(why: str, command: str) -> int:
    print(f"\n# {why}\n$ depositary {command}\n", flush=True)
    program = [sys.executable, "-m", "depositary", *shlex.split(command)]
    return subprocess.run(program, env={**os.environ, "DEPOSITARY_STORE": str(STORE)}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
