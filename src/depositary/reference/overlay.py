"""Overlay: a folder of the user's own, laid over the reference that comes with the program."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

from depositary.reference.reference import Reference


def overlaid(*over: Path) -> Reference:
    """The reference that comes with the program, with these folders laid over it by the same rules.

    A text in a folder replaces ours of the same shelf and name, others are added. Raises `UnreadableSheet` as the
    compiler does. The compiler is loaded by name when it is needed, since a run without an overlay never is
    (docs/decisions/0002).
    """
    compiler = importlib.import_module("depositary.reference.compiler")
    return Reference(json.loads(compiler.compile_texts(compiler.FOLDER, *over)))
