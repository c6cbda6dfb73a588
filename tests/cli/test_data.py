"""Data is JSON a line, whatever the texts hold and whatever the terminal can show."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from depositary.cli import data

TEXT = "Kazakhstan 🇰🇿\u2028signed\u2029the\x85Accords — “now”."


def test_no_character_of_a_text_ends_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    data.put({"text": TEXT})
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line) == {"text": TEXT}


def test_a_terminal_without_the_letters_loses_none() -> None:
    script = f"from depositary.cli import data; data.put({{'text': {TEXT!a}}})"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, env={"PYTHONIOENCODING": "ascii:replace"}
    )
    assert json.loads(done.stdout.decode()) == {"text": TEXT}
