"""The house keeps its own rules: direction, doors, nothing hidden, size, names, first lines, a ground floor."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from types import ModuleType

import pytest

import depositary
from tests.house.rules import FLOORS, breaches

PACKAGE = Path(depositary.__file__).parent
ROOMS = sorted(item.name for item in pkgutil.iter_modules([str(PACKAGE)]) if item.ispkg)


def test_the_house_keeps_its_rules() -> None:
    assert [str(breach) for breach in breaches(PACKAGE)] == []


@pytest.mark.parametrize("room", ROOMS)
def test_a_door_lists_exactly_what_it_lets_through(room: str) -> None:
    door = importlib.import_module(f"depositary.{room}")
    listed = list(getattr(door, "__all__", []))
    public = {
        name
        for name, value in vars(door).items()
        if not name.startswith("_") and not isinstance(value, ModuleType) and name != "annotations"
    }
    assert listed, f"{room} has no __all__"
    assert set(listed) == public
    assert len(listed) == len(set(listed))


def test_every_room_stands_on_a_floor() -> None:
    assert set(ROOMS) <= frozenset[str]().union(*FLOORS)
