"""A bar shows on a terminal that the work goes on, and nowhere else; it changes nothing that is read."""

from __future__ import annotations

import io
import sys

import pytest

from depositary.cli.batch import Read
from depositary.cli.commands.read import MANY, with_progress


class Terminal(io.StringIO):
    """Text that says it is a terminal."""

    def isatty(self) -> bool:
        """It does."""
        return True


READS = [Read(None, None)] * (MANY + 1)


def test_a_terminal_is_shown_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert list(with_progress(READS)) == READS
    assert "reading" in terminal.getvalue()


def test_a_pipe_is_shown_none(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    assert list(with_progress(READS)) == READS
    assert pipe.getvalue() == ""
