"""Places: files, folders, stdin and URLs, and the documents that are found there, in an order that never changes."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from depositary.documents.arrival import (
    BY_SUFFIX,
    LINES,
    SNIFF_BYTES,
    UNREAD_SUFFIXES,
    Arrival,
    arrived,
    arrived_lines,
    media_type_by,
    media_type_of,
)
from depositary.documents.document import Document
from depositary.documents.fetch import Unfetchable, fetch, is_url, without_password
from depositary.documents.intake import Intake
from depositary.documents.lines import Ids
from depositary.terms import Finding

STDIN = "-"
"""The place that means standard input."""


def collect(places: Sequence[str], intake: Intake) -> Iterator[Document | Finding]:
    """The documents at `places`, one at a time, and a finding for each thing that is none; nothing bad is raised.

    A folder is walked in the order of its names, whatever the file system says; hidden files and files whose
    names no document has are passed over.
    """
    ids = Ids()
    for place in places:
        if place == STDIN:
            yield from _standard_input(intake, ids)
        elif is_url(place):
            yield from _page(place, intake, ids)
        else:
            yield from _path(place, intake, ids)


def shown(path: str | Path) -> str:
    """A path as it can be printed and kept: bytes that are no UTF-8 and control characters are escaped."""
    try:
        text = os.fsencode(path).decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        return ascii(str(path))
    return "".join(character if character.isprintable() else f"\\x{ord(character):02x}" for character in text)


def _path(place: str, intake: Intake, ids: Ids) -> Iterator[Document | Finding]:
    path = Path(place)
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode) if place else False
    except (OSError, ValueError) as error:
        yield Finding(shown(place), _why(error, place))
        return
    if not place:
        yield Finding(place, "No such file: the name is empty.")
    elif is_folder:
        yield from _folder(path, intake, ids)
    else:
        yield from _file(path, intake, ids)


def _folder(folder: Path, intake: Intake, ids: Ids) -> Iterator[Document | Finding]:
    found = False
    for file in _walked(folder):
        found = True
        if isinstance(file, Finding):
            yield file
        else:
            yield from _file(file, intake, ids)
    if not found:
        yield Finding(shown(folder), f"The folder holds no document ({' '.join(BY_SUFFIX)}).")


def _walked(folder: Path) -> Iterator[Path | Finding]:
    """The files of a folder and of those below it that are read, and what is wrong; a folder is entered once."""
    met: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        suffix = path.suffix.lower()
        try:
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode):
                if suffix in BY_SUFFIX:
                    yield path
                elif suffix in UNREAD_SUFFIXES:
                    yield Finding(shown(path), f"A {suffix} file is not read yet; save its text as .txt or .html.")
                continue
            if (status.st_dev, status.st_ino) in met:
                continue
            met.add((status.st_dev, status.st_ino))
            below = sorted(path.iterdir(), key=lambda entry: entry.name, reverse=True)
        except (OSError, ValueError) as error:
            if path == folder or suffix in BY_SUFFIX or path.is_dir():
                yield Finding(shown(path), _why(error, path))
            continue
        waiting += [entry for entry in below if not entry.name.startswith(".")]


def _file(path: Path, intake: Intake, ids: Ids) -> Iterator[Document | Finding]:
    place = shown(path)
    try:
        # Without O_NONBLOCK, a pipe that took the file's place since it was looked at would be waited for.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        yield Finding(place, _why(error, path))
        return
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            yield Finding(
                place, "It is a device or a pipe, not a file; to read a pipe, name it as - on standard input."
            )
            return
        try:
            yield from _stream(stream, place, media_type_by(path.name), intake, ids)
        except OSError as error:
            yield Finding(place, _why(error, path))


def _standard_input(intake: Intake, ids: Ids) -> Iterator[Document | Finding]:
    if sys.stdin is None:  # closed by whoever started us (`<&-`)
        yield Finding(STDIN, "Standard input is closed.")
        return
    yield from _stream(sys.stdin.buffer, STDIN, "", intake, ids)


def _stream(stream: BinaryIO, place: str, media_type: str, intake: Intake, ids: Ids) -> Iterator[Document | Finding]:
    """The documents of an open file: JSON Lines as they come, anything else whole, up to the limit."""
    beginning = stream.readline(SNIFF_BYTES)
    while beginning and not beginning.strip() and len(beginning) < SNIFF_BYTES:
        more = stream.readline(SNIFF_BYTES)
        beginning += more
        if not more:
            break
    if (intake.media_type or media_type or media_type_of(beginning)) == LINES:
        yield from arrived_lines(_Rejoined(beginning, stream), place, intake, ids)
        return
    data = beginning + stream.read(max(intake.limit_bytes + 1 - len(beginning), 0))
    if len(data) > intake.limit_bytes:
        yield Finding(place, f"It is larger than the limit of {intake.limit_bytes:,} bytes.")
        return
    yield from arrived(Arrival(data, place, media_type), intake, ids)


def _page(url: str, intake: Intake, ids: Ids) -> Iterator[Document | Finding]:
    place = shown(without_password(url))
    try:
        fetched = fetch(url, intake)
    except Unfetchable as unfetchable:
        yield Finding(place, str(unfetchable))
        return
    media_type = media_type_by(urlsplit(fetched.url).path, fetched.media_type)
    if (intake.media_type or media_type or media_type_of(fetched.data[:SNIFF_BYTES])) == LINES:
        yield from arrived_lines(io.BytesIO(fetched.data), place, intake, ids)
        return
    yield from arrived(Arrival(fetched.data, place, media_type, fetched.charset, fetched.url), intake, ids)


class _Rejoined:
    """A stream with the bytes put back that were read to see what it is."""

    def __init__(self, beginning: bytes, rest: BinaryIO) -> None:
        self._beginning = io.BytesIO(beginning)
        self._rest = rest

    def readline(self, size: int = -1, /) -> bytes:
        """The next line, or at most `size` bytes of it."""
        line = self._beginning.readline(size)
        if line.endswith(b"\n") or len(line) == size:
            return line
        return line + self._rest.readline(size - len(line) if size >= 0 else -1)


def _why(error: OSError | ValueError, path: str | Path) -> str:
    match error:
        case FileNotFoundError():
            return f"No such file: {shown(path)}."
        case PermissionError():
            return "It may not be read by this user."
        case OSError():
            return f"It cannot be read: {(error.strerror or 'unknown error').lower()}."
        case _:
            return "It is no path that can be opened."
