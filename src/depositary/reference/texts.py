"""Texts: the files of a reference folder, with those of other folders laid over them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from depositary.reference.refusals import Refusals
from depositary.reference.sheets import Sheet, UnreadableSheet

SHELVES = ("states", "organisations", "memberships", "agreements", "people", "sources", "lexicon")
"""The folders of a reference."""

PEOPLE = "people.csv"
"""The one table beside the shelves."""


class Texts:
    """The texts of a folder; a file in an `over` folder replaces the one of its shelf and name, others are added."""

    def __init__(self, folder: Path, *over: Path) -> None:
        self.folder = folder
        self.over = over

    def paths(self, shelf: str, ending: str) -> dict[str, Path]:
        """The files of a shelf by the stem of their name, in the order of the alphabet."""
        found: dict[str, Path] = {}
        for folder in (self.folder, *self.over):
            found.update((path.stem, path) for path in (folder / shelf).glob(f"*.{ending}"))
        return dict(sorted(found.items()))

    def file(self, name: str) -> Path | None:
        """The one file of this name beside the shelves, the last that is laid over; None where there is none."""
        return next((path for folder in reversed((self.folder, *self.over)) if (path := folder / name).exists()), None)

    def sheets(self, shelf: str, refusals: Refusals) -> dict[str, Sheet]:
        """The sheets of a shelf by id; one that is no TOML is refused and left out."""
        read: dict[str, Sheet] = {}
        for id, path in self.paths(shelf, "toml").items():
            with refusals.gathering():
                read[id] = Sheet.read(path, self.place(path))
        return read

    def strays(self) -> Iterator[UnreadableSheet]:
        """Folders that are not there, and files laid over ours that stand on no shelf: none is overlooked."""
        for folder in self.over:
            if not folder.is_dir():
                yield UnreadableSheet(str(folder), "there is no such folder", "mend the path")
                continue
            for path in sorted(folder.iterdir()):
                is_text = path.suffix in (".toml", ".csv") and path.name != PEOPLE
                if is_text or (path.is_dir() and path.name not in SHELVES and not path.name.startswith(".")):
                    yield UnreadableSheet(
                        f"{folder.name}/{path.name}", "it is on no shelf", f"known are {', '.join(SHELVES)}"
                    )

    def place(self, path: Path) -> str:
        """What a refusal calls a file: its shelf and name, after the name of the folder that is laid over ours."""
        for folder in self.over:
            if path.is_relative_to(folder):
                return f"{folder.name}/{path.relative_to(folder).as_posix()}"
        return path.relative_to(self.folder).as_posix()
