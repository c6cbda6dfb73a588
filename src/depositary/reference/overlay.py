"""Overlay: a folder of the user's own, laid over the reference that comes with the program."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

from depositary.reference.reference import Reference


def overlaid(*over: Path) -> Reference:
    """The reference that comes with the program, with these folders laid over it by the same rules.

    A text in a folder replaces ours of the same shelf and name, others are added. Raises `UnreadableSheet` as the
    compiler does, and where the system does not let a text be read.
    The compiler is loaded by name when it is needed, since a run without an overlay never needs it
    (docs/decisions/0002).
    """
    compiler = importlib.import_module("depositary.reference.compiler")
    try:
        return Reference(json.loads(compiler.compile_texts(compiler.FOLDER, *over)))
    except OSError as error:
        trouble = f"it cannot be read ({(error.strerror or 'no reason given').lower()})"
        raise compiler.UnreadableSheet(str(error.filename), trouble, "mend what stands in its way") from None
