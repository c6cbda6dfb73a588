"""Examples in docstrings are run: one that is not run is a rumour."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import depositary

MODULES = [
    module.name
    for module in pkgutil.walk_packages(depositary.__path__, "depositary.")
    if not module.name.endswith("__main__") and ".migrations" not in module.name
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
