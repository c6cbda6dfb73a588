"""The manual is whole: a page a room, a section a command, a sentence a dependency, the tree of errors as it is."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
import tomllib
from pathlib import Path

import pytest

import depositary
from depositary.cli.program import COMMANDS
from depositary.terms import DepositaryError
from tests.house.rules import imports, modules
from tests.manual.sessions import ROOT, pages

DOCS = ROOT / "docs"
ROOMS = sorted(item.name for item in pkgutil.iter_modules([str(Path(depositary.__file__).parent)]) if item.ispkg)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LINK = re.compile(r"\]\(([^)#]+)\)")


def test_every_room_has_a_page_that_the_index_links() -> None:
    linked = set(LINK.findall((DOCS / "index.md").read_text(encoding="utf-8")))
    assert [room for room in ROOMS if f"{room}.md" not in linked] == []


def test_every_decision_is_in_the_index() -> None:
    linked = set(LINK.findall((DOCS / "index.md").read_text(encoding="utf-8")))
    assert {f"decisions/{path.name}" for path in (DOCS / "decisions").glob("*.md")} <= linked


@pytest.mark.parametrize("page", [*pages(), ROOT / "CONTRIBUTING.md"], ids=lambda page: page.name)
def test_links_lead_somewhere_and_a_page_is_not_too_long(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert [link for link in LINK.findall(text) if "://" not in link and not (page.parent / link).exists()] == []
    assert len(text.splitlines()) <= 500


def test_every_command_has_a_section() -> None:
    sections = re.findall(r"^## `(\w+)", (DOCS / "cli.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sections == list(COMMANDS)


def test_every_dependency_has_its_sentence_and_its_pin() -> None:
    required = [
        *PROJECT["dependencies"],
        *(item for extra in PROJECT["optional-dependencies"].values() for item in extra),
    ]
    names = [_name(item) for item in required]
    said = (DOCS / "dependencies.md").read_text(encoding="utf-8")
    pinned = (ROOT / "constraints.txt").read_text(encoding="utf-8").lower()
    assert [name for name in names if f"**{name}**" not in said] == []
    assert [name for name in names if f"\n{name}==" not in pinned] == []


def test_pins_are_exact_and_name_no_place() -> None:
    pins = [line for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", pin)] == []


def test_the_tree_of_errors_is_drawn_as_it_is() -> None:
    for module in pkgutil.walk_packages(depositary.__path__, "depositary."):
        if not module.name.endswith("__main__") and ".migrations" not in module.name:
            importlib.import_module(module.name)
    drawn = re.search(r"```text\n(.*?)```", (DOCS / "errors.md").read_text(encoding="utf-8"), re.DOTALL)
    assert drawn is not None
    assert drawn.group(1) == tree(DepositaryError)


def tree(error: type[BaseException], depth: int = 0) -> str:
    """The classes below an error, indented, in alphabetical order."""
    ours = [item for item in error.__subclasses__() if item.__module__.startswith("depositary.")]
    below = sorted(ours, key=lambda item: item.__name__)
    return f"{'  ' * depth}{error.__name__}\n" + "".join(tree(item, depth + 1) for item in below)


def test_what_the_package_imports_is_asked_for() -> None:
    extras = [item for extra, asked in PROJECT["optional-dependencies"].items() if extra != "dev" for item in asked]
    asked = {_name(item).replace("-", "_") for item in [*PROJECT["dependencies"], *extras]}
    imported = {
        item.target.split(".")[0]
        for module in modules(Path(depositary.__file__).parent)
        for item in imports(module)
        if item.target.split(".")[0] not in {"depositary", *sys.stdlib_module_names}
    }
    assert sorted(imported - asked) == []


def _name(requirement: str) -> str:
    found = re.match(r"[\w-]+", requirement)
    assert found is not None, requirement
    return found.group().lower()
