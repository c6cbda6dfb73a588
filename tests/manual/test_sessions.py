"""The README and the manual tell the truth: their console sessions are run, and print what the page says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from examples.demo import QUESTIONS
from tests.manual.sessions import ROOT, Step, pages, steps

READS = "depositary read examples/documents"
"""A page that opens with this starts from nothing; any other starts with the examples read."""

PAGES = [page for page in pages() if any(steps(page))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_prints_what_it_says(page: Path, tmp_path: Path, examples_register: Path) -> None:
    todo = list(steps(page))
    if todo[0].command != READS:
        shutil.copy(examples_register, tmp_path / "depositary.db")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    environment = _environment(tmp_path)
    for step in todo:
        done = subprocess.run(
            ["bash", "-c", step.command],
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert step.holds(done.stdout), f"{page.name}:{step.line}: {step.command}\n{done.stdout}"


def _environment(folder: Path) -> dict[str, str]:
    program = folder / "bin" / "depositary"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m depositary "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DEPOSITARY_", "COV_"))}
    return {**kept, "PATH": f"{program.parent}:{kept['PATH']}", "COLUMNS": "80", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}


@pytest.mark.parametrize(
    ("expected", "printed", "holds"),
    [
        ("one\ntwo\n", "one\ntwo\n", True),
        ("one\ntwo\n", "one  \ntwo\n\n", True),
        ("one\n", "one\ntwo\n", False),
        ("one\n...\nfour\n", "one\ntwo\nthree\nfour\n", True),
        ("one\n...\n", "one\n", True),
        ("On ..., so.\n", "On 1 May 2030, so.\n", True),
        ("On ..., so.\n", "On 1 May\n2030, so.\n", False),
        ("a.b\n", "axb\n", False),
    ],
)
def test_a_session_that_lies_is_found(expected: str, printed: str, holds: bool) -> None:
    assert Step("x", expected, 1).holds(printed) is holds


def test_the_readme_has_a_session_and_fits_a_screen() -> None:
    readme = ROOT / "README.md"
    assert list(steps(readme))
    assert len(readme.read_text(encoding="utf-8").splitlines()) < 60


def test_the_readme_shows_the_demonstration() -> None:
    shown = [step.command for step in steps(ROOT / "README.md")]
    assert shown == [READS, *(f"depositary {command}" for _, command in QUESTIONS)]
