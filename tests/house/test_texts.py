"""What the repository says of itself holds anywhere: no place of one machine, no host of a package registry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("src", "tests", "docs", "bench", "examples", "training", ".ci")
ENDINGS = {".py", ".md", ".toml", ".yaml", ".yml", ".sh", ".cfg", ".ini", ".txt", ".mk", ""}
LARGEST = 1_000_000
MACHINE_PLACE = re.compile(r"(?<![\w.~/:-])/(?:work|home|root|Users|mnt|opt|srv)/[\w.-]+")
REGISTRY_HOST = re.compile("|".join(("pypi" + r"\.org", "python" + r"hosted\.", "npm" + r"js\.(?:org|com)")))


def texts() -> Iterator[Path]:
    """Every text of ours: the files of the root, and what lies in our own folders."""
    yield from (path for path in ROOT.iterdir() if path.is_file() and path.suffix in ENDINGS and path.name[0] != ".")
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and path.suffix in ENDINGS and "__pycache__" not in path.parts:
                yield path


@pytest.mark.parametrize("pattern", [MACHINE_PLACE, REGISTRY_HOST], ids=["machine place", "registry host"])
def test_no_text_holds(pattern: re.Pattern[str]) -> None:
    found = []
    for path in texts():
        if path == Path(__file__).resolve() or path.stat().st_size > LARGEST:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [f"{path.relative_to(ROOT)}: {match.group()}" for match in pattern.finditer(text)]
    assert found == []


@pytest.mark.parametrize("text", ["see /home/ada/notes", "(/work/main)", "`/root/x`"])
def test_a_machine_place_is_recognised(text: str) -> None:
    assert MACHINE_PLACE.search(text)


@pytest.mark.parametrize("text", ["https://example.org/work/shop", "a/home/b", "~/work/x", "/work"])
def test_what_only_looks_like_one_is_not(text: str) -> None:
    assert MACHINE_PLACE.search(text) is None
