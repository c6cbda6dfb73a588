"""Console sessions of the manual: each command of a ```console block, and what the page says that it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROMPT = "$ "
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Step:
    """One command and its output; "..." in a line stands for any text, and on a line of its own for any lines."""

    command: str
    output: str
    line: int

    def holds(self, printed: str) -> bool:
        """Whether this is what was printed, blanks at the ends of lines apart."""
        said = "".join(f"{line.rstrip()}\n" for line in printed.strip("\n").splitlines())
        return re.fullmatch(self._pattern(), said) is not None

    def _pattern(self) -> str:
        lines = [line.rstrip() for line in self.output.strip("\n").splitlines()]
        return "".join(
            r"(?:.*\n)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + "\n" for line in lines
        )


def pages() -> list[Path]:
    """The README and every page of the manual."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def steps(page: Path) -> Iterator[Step]:
    """Every command of the page's console blocks, in order."""
    text = page.read_text(encoding="utf-8")
    for block in _BLOCK.finditer(text):
        first = text[: block.start(1)].count("\n") + 1
        command, at, output = "", 0, ""
        for number, line in enumerate(block.group(1).splitlines(keepends=True), start=first):
            if line.startswith(PROMPT):
                if command:
                    yield Step(command, output, at)
                command, at, output = line.removeprefix(PROMPT).strip(), number, ""
            else:
                output += line
        if command:
            yield Step(command, output, at)
