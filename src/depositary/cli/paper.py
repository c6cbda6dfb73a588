"""The paper that answers are set on: a console as wide as the terminal, rules instead of boxes, words before colour."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Sequence
from typing import IO, TYPE_CHECKING, TextIO, cast

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table

NARROWEST, WIDEST = 40, 120
"""Columns: under 40 nothing is legible, over 120 a line is too long to read."""


_ORDERS = re.compile(r"\x1b(?!\[[0-9;]*m)|[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters by which a text could give a terminal orders, or turn its lines round; rich's colours are left alone."""


class Harmless:
    """A stream on which a document's text is only text: a character that gives orders shows as one that is missing."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write `text`, as many characters as it has."""
        return self._stream.write(_ORDERS.sub("\ufffd", text))

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


class Paper:
    """Standard output, ready to be set in: plain where it is piped, without colour where NO_COLOR is set.

    rich is imported when paper is taken, so that `--json` and `--help` go without it.
    """

    def __init__(self) -> None:
        from rich.console import Console

        width = min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST)
        self.console: Console = Console(
            file=cast(IO[str], Harmless(sys.stdout)), width=width, highlight=False, markup=False, emoji=False
        )

    @property
    def width(self) -> int:
        """Columns that a line has."""
        return self.console.width

    def title(self, text: str, beside: str = "") -> None:
        """A heading over a heavy rule, with a short remark at the right if it fits."""
        from rich.text import Text

        line = Text(text, style="bold")
        room = self.width - line.cell_len - len(beside)
        if beside and room >= 2:
            line.append(" " * room + beside, style="not bold")
            beside = ""
        self.console.print(line)
        self.console.print("━" * self.width)
        if beside:
            self.say(beside)

    def heading(self, text: str) -> None:
        """A smaller heading, with space above."""
        from rich.text import Text

        self.gap()
        self.console.print(Text(text, style="bold"))
        self.rule()

    def rule(self) -> None:
        """A thin rule."""
        self.console.print("─" * self.width)

    def gap(self) -> None:
        """An empty line."""
        self.console.print()

    def say(self, text: str, *, indent: int = 0, hang: int = 0, style: str = "") -> None:
        """A paragraph, wrapped: `indent` columns from the left, lines after the first `hang` more."""
        from rich.text import Text

        first, later = " " * indent, " " * (indent + hang)
        room = max(self.width - indent - hang, 20)
        lines = Text(text, style=style).wrap(self.console, room) if text else [Text("")]
        for number, line in enumerate(lines):
            line.rstrip()
            self.console.print(Text(first if number == 0 else later) + line, soft_wrap=True)

    def say_whole(self, text: str) -> None:
        """A quiet line that is never wrapped, since somebody may copy it."""
        from rich.text import Text

        self.console.print(Text(text, style="dim"), soft_wrap=True)

    def put(self, renderable: RenderableType) -> None:
        """Anything else that rich can set, without blanks at the ends of its lines."""
        with self.console.capture() as captured:
            self.console.print(renderable)
        for line in captured.get().splitlines():
            print(line.rstrip(), file=self.console.file)

    def table(self, *headings: str, ratios: Sequence[int | None] = ()) -> Table:
        """A table without boxes: quiet headings, then rows.

        A column with a ratio wraps, and takes that share of the width left; one with None is as wide as it needs to be.
        """
        from rich.table import Table

        table = Table(
            box=None, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", expand=any(ratios)
        )
        for number, heading in enumerate(headings):
            ratio = ratios[number] if ratios else None
            table.add_column(heading, overflow="fold", ratio=ratio, no_wrap=ratio is None)
        return table
