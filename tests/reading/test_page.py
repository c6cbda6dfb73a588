"""The manual page of reading names every step."""

from __future__ import annotations

from pathlib import Path

import depositary.reading

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reading.md"
MODULES = sorted(path.name for path in Path(depositary.reading.__file__).parent.glob("*.py") if path.name[0] != "_")


def test_every_module_of_the_room_is_on_its_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [module for module in MODULES if f"`{module}`" not in page] == []


def test_the_page_is_shorter_than_two_hundred_lines() -> None:
    assert len(PAGE.read_text(encoding="utf-8").splitlines()) < 200
