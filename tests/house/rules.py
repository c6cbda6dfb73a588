"""The rules of the house, read off the syntax tree of each module; a breach is a value, so that they can be tested."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"terms"}),
    frozenset({"reference"}),
    frozenset({"documents", "store"}),
    frozenset({"reading"}),
    frozenset({"claims", "accounts"}),
    frozenset({"register"}),
    frozenset({"questions"}),
    frozenset({"checks"}),
    frozenset({"serve", "exports", "alerts", "watch", "harvest"}),
    frozenset({"cli"}),
)
"""The rooms from the ground up: a room imports lower ones, rooms of one floor are strangers to each other."""

MAX_LINES = 400
FORBIDDEN_NAMES = frozenset(
    {"utils", "util", "helpers", "helper", "common", "misc", "manager", "handlers", "core", "base", "lib", "tools"}
)
SENTENCE_ENDS = (".", ":", "?", ")", "`")
_DOTTED = re.compile(r"[a-z_]+(\.[a-zA-Z_]+)+")


@dataclass(frozen=True, slots=True, order=True)
class Breach:
    """One place where a rule of the house is broken: `module` is the dotted name, `line` counts from 1."""

    module: str
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.module}:{self.line}: {self.rule}: {self.message}"


@dataclass(frozen=True, slots=True)
class Import:
    """One import of a module: `target` is what is imported from, `hidden` says that it stands in a function."""

    target: str
    line: int
    hidden: bool


@dataclass(frozen=True, slots=True)
class Module:
    """A parsed module of the package `package`."""

    name: str
    package: str
    is_door: bool
    source: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """The room it stands in; "" for the package's own `__init__`; `__main__` is a face like the command line."""
        parts = self.name.split(".")
        if len(parts) == 1:
            return ""
        return "cli" if parts[1] == "__main__" else parts[1]


def modules(root: Path) -> Iterator[Module]:
    """Every module of the package that lies in the folder `root`."""
    for path in sorted(root.rglob("*.py")):
        parts = [root.name, *path.relative_to(root).with_suffix("").parts]
        is_door = parts[-1] == "__init__"
        source = path.read_text(encoding="utf-8")
        name = ".".join(parts[:-1] if is_door else parts)
        yield Module(name, root.name, is_door, source, ast.parse(source, str(path)))


def breaches(root: Path) -> list[Breach]:
    """Every breach of the rules in the package that lies in the folder `root`."""
    found: list[Breach] = []
    for module in modules(root):
        for rule in (direction, door, nothing_hidden, size, names, first_line, ground_floor):
            found.extend(rule(module))
    return sorted(found)


def imports(module: Module) -> Iterator[Import]:
    """All imports of a module: also those behind `TYPE_CHECKING`, and first-party modules named in a string."""
    yield from _imports_of(module, module.tree, hidden=False)


def _imports_of(module: Module, node: ast.AST, *, hidden: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        inside = hidden or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        match child:
            case ast.Import():
                yield from (Import(alias.name, child.lineno, hidden) for alias in child.names)
            case ast.ImportFrom():
                yield from (Import(target, child.lineno, hidden) for target in _targets(module, child))
            case ast.Constant(value=str(text)) if _names_a_module(module, text):
                yield Import(text, child.lineno, False)
            case _:
                yield from _imports_of(module, child, hidden=inside)


def _names_a_module(module: Module, text: str) -> bool:
    parts = text.split(".")
    return parts[0] == module.package and _DOTTED.fullmatch(text) is not None and _floor(parts[1]) is not None


def _targets(module: Module, node: ast.ImportFrom) -> Iterator[str]:
    stem = module.name.split(".")
    if node.level:
        kept = len(stem) - node.level + (1 if module.is_door else 0)
        source = ".".join(stem[:kept] + ([node.module] if node.module else []))
    else:
        source = node.module or ""
    if source == module.package:  # `from depositary import register` imports the room
        yield from (f"{source}.{alias.name}" for alias in node.names)
    else:
        yield source


def _first_party(module: Module) -> Iterator[tuple[Import, str]]:
    for item in imports(module):
        parts = item.target.split(".")
        if parts[0] == module.package and len(parts) > 1 and not parts[1].startswith("__version"):
            yield item, parts[1]


def _floor(room: str) -> int | None:
    return next((level for level, rooms in enumerate(FLOORS) if room in rooms), None)


def direction(module: Module) -> Iterator[Breach]:
    """An upper room imports lower ones, never back; rooms on one floor never import each other."""
    if not module.room:
        return
    own = _floor(module.room)
    if own is None:
        yield Breach(module.name, 1, "direction", f"{module.room!r} is no room of the house.")
        return
    for item, room in _first_party(module):
        other = _floor(room)
        if room == module.room or (module.name.endswith("__main__") and room == "cli"):
            continue
        if other is None:
            yield Breach(module.name, item.line, "direction", f"{item.target!r} is in no room of the house.")
        elif other >= own:
            yield Breach(module.name, item.line, "direction", f"{module.room} may not import {room}.")


def door(module: Module) -> Iterator[Breach]:
    """From another room the package is imported, never a module inside it."""
    for item, room in _first_party(module):
        if room != module.room and item.target.count(".") > 1:
            yield Breach(module.name, item.line, "door", f"{item.target!r} goes round the door of {room}.")


def nothing_hidden(module: Module) -> Iterator[Breach]:
    """No import of our own inside a function."""
    for item, _ in _first_party(module):
        if item.hidden:
            yield Breach(module.name, item.line, "nothing hidden", f"{item.target!r} is imported inside a function.")


def size(module: Module) -> Iterator[Breach]:
    """400 lines end a module."""
    lines = len(module.source.splitlines())
    if lines > MAX_LINES:
        yield Breach(module.name, lines, "size", f"{lines} lines are more than {MAX_LINES}.")


def names(module: Module) -> Iterator[Breach]:
    """A module has the name of its subject."""
    for part in module.name.split("."):
        if part in FORBIDDEN_NAMES:
            yield Breach(module.name, 1, "names", f"{part!r} says nothing of the subject.")


def first_line(module: Module) -> Iterator[Breach]:
    """Every module, public class and public function says in its first line what it is."""
    yield from _said(module, module.tree, "the module")
    for node, name in _public(module.tree, ""):
        yield from _said(module, node, name)


Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def _said(module: Module, node: Documented, name: str) -> Iterator[Breach]:
    line = 1 if isinstance(node, ast.Module) else node.lineno
    said = (ast.get_docstring(node) or "").strip()
    opening = said.split("\n\n")[0]
    if not said:
        yield Breach(module.name, line, "first line", f"{name} does not say what it is.")
    elif not opening.endswith(SENTENCE_ENDS):
        yield Breach(module.name, line, "first line", f"{name} does not open with a sentence.")


def _public(node: ast.Module | ast.ClassDef, prefix: str) -> Iterator[tuple[Documented, str]]:
    for child in node.body:
        if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not child.name.startswith("_"):
            if _is_overload(child):
                continue
            yield child, f"{prefix}{child.name}"
            if isinstance(child, ast.ClassDef):
                yield from _public(child, f"{prefix}{child.name}.")


def _is_overload(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(isinstance(mark, ast.Name) and mark.id == "overload" for mark in node.decorator_list)


def ground_floor(module: Module) -> Iterator[Breach]:
    """The language of the house needs the standard library only."""
    if module.room != "terms":
        return
    for item in imports(module):
        top = item.target.split(".")[0]
        if top != module.package and top not in sys.stdlib_module_names:
            yield Breach(module.name, item.line, "ground floor", f"terms may not need {top!r}.")
