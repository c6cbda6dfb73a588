"""The rules can fail: a small broken house is found out, line by line, and a sound one is left in peace."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house.rules import MAX_LINES, breaches

SAID = '"""It says what it is."""\n'

CASES = [
    pytest.param("terms/a.py", "from house.register import Register\n", "direction", id="back up"),
    pytest.param("register/a.py", "import house.questions\n", "direction", id="back up by a plain import"),
    pytest.param("register/a.py", "from house import questions\n", "direction", id="back up by the package"),
    pytest.param("register/a.py", "from ..questions import ask\n", "direction", id="back up, relative"),
    pytest.param("exports/a.py", "from house.serve import app\n", "direction", id="a stranger of the same floor"),
    pytest.param(
        "documents/a.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from house.store import Database\n",
        "direction",
        id="type checking counts",
    ),
    pytest.param("attic/a.py", "", "direction", id="a room that is not on the plan"),
    pytest.param("cli/a.py", "from house.attic import x\n", "direction", id="an import from no room"),
    pytest.param("cli/a.py", "from house.register.fold import fold\n", "door", id="round the door"),
    pytest.param("cli/a.py", "import house.register.fold\n", "door", id="round the door by a plain import"),
    pytest.param("cli/a.py", 'WHERE = "house.register.fold"\n', "door", id="round the door by a string"),
    pytest.param("terms/a.py", 'WHERE = "house.register"\n', "direction", id="back up by a string"),
    pytest.param(
        "cli/a.py",
        f"def run() -> None:\n    {SAID}    from house.register import Register\n",
        "nothing hidden",
        id="hidden in a function",
    ),
    pytest.param("cli/a.py", "x = 1\n" * MAX_LINES, "size", id="one line too long"),
    pytest.param("cli/utils.py", "", "names", id="a name without a subject"),
    pytest.param("register/core/a.py", "", "names", id="a folder without a subject"),
    pytest.param("cli/a.py", "def run() -> None:\n    pass\n", "first line", id="a function that says nothing"),
    pytest.param("cli/a.py", "class Run:\n    pass\n", "first line", id="a class that says nothing"),
    pytest.param(
        "cli/a.py",
        f"class Run:\n    {SAID}    def go(self) -> None:\n        pass\n",
        "first line",
        id="a method that says nothing",
    ),
    pytest.param("cli/a.py", 'def run() -> None:\n    """no sentence"""\n', "first line", id="no sentence"),
    pytest.param("terms/a.py", "import click\n", "ground floor", id="terms needs more than the standard library"),
]


@pytest.mark.parametrize(("place", "body", "rule"), CASES)
def test_a_breach_is_found(tmp_path: Path, place: str, body: str, rule: str) -> None:
    module = tmp_path / "house" / place
    module.parent.mkdir(parents=True)
    module.write_text(SAID + body, encoding="utf-8")
    assert rule in {breach.rule for breach in breaches(tmp_path / "house")}


def test_a_module_that_says_nothing_is_found(tmp_path: Path) -> None:
    module = tmp_path / "house" / "cli" / "a.py"
    module.parent.mkdir(parents=True)
    module.write_text("x = 1\n", encoding="utf-8")
    assert [breach.rule for breach in breaches(tmp_path / "house")] == ["first line"]


def test_a_sound_house_is_left_in_peace(tmp_path: Path) -> None:
    house = tmp_path / "house"
    sources = {
        "__init__.py": SAID,
        "__main__.py": SAID + "from house.cli import main\n",
        "cli/__init__.py": SAID + "from house.cli.a import main\n",
        "cli/a.py": SAID
        + "from house import __version__\nfrom house.register import Register\nfrom .b import x\n"
        + f"def main() -> None:\n    {SAID}    import click\n",
        "cli/b.py": SAID + 'x = "house.db"\n_y = lambda: 1\ndef _quiet() -> None:\n    pass\n',
        "register/__init__.py": SAID + "from house.register.fold import Register\n",
        "register/fold.py": SAID + "from house.terms import Claim\n",
        "terms/__init__.py": SAID + "import dataclasses\n",
    }
    for place, source in sources.items():
        path = house / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    assert [str(breach) for breach in breaches(house)] == []
