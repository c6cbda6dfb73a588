"""Compile the texts of the reference into the one file that the program reads.

Run as `python -m depositary.reference.compile`. With `--check` nothing is written:
the exit code is 1 where the committed file differs from the texts.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from depositary.reference.compiler import FOLDER, compile_texts
from depositary.reference.reference import ARTEFACT
from depositary.terms import DepositaryError


def main(arguments: Iterable[str] | None = None) -> int:
    """Write the compiled file, or with `--check` compare it; the exit code says whether all is well."""
    parser = argparse.ArgumentParser(prog="python -m depositary.reference.compile", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where the file differs")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the texts are")
    given = parser.parse_args(None if arguments is None else list(arguments))
    artefact = given.folder / ARTEFACT
    try:
        compiled = compile_texts(given.folder)
    except DepositaryError as error:
        print(error, file=sys.stderr)
        return 1
    if given.check:
        if not artefact.exists() or artefact.read_text(encoding="utf-8") != compiled:
            print(
                f"{artefact.name} differs from the texts: run python -m depositary.reference.compile.", file=sys.stderr
            )
            return 1
        return 0
    artefact.write_text(compiled, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
