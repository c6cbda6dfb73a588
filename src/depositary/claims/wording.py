"""How a text stands in a line of claims: bare where it can, otherwise as a JSON string without bars."""

from __future__ import annotations

import json
import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_APART = re.compile(r"[|\x7f-\x9f\u2028\u2029]")
_TITLED = re.compile(r"(?P<id>[^\s:()\"=]+)(?::(?P<kind>[a-z]+))?(?: \((?P<name>.*)\))?")


def word(text: str) -> str:
    """The text as it can stand in a field."""
    is_bare = text and text == text.strip() and not _CONTROL.search(text) and "|" not in text and '"' not in text
    return text if is_bare else quoted(text)


def quoted(text: str) -> str:
    """The text as a JSON string that holds neither a bar nor a line end."""
    written = json.dumps(text, ensure_ascii=False)
    return _APART.sub(lambda match: f"\\u{ord(match.group()):04x}", written)


def plain(written: str) -> str:
    """The text that `word` or `quoted` wrote; raises `ValueError` for a broken JSON string."""
    if written.startswith('"'):
        read = json.loads(written)
        if isinstance(read, str):
            return read
    return written


def titled(id: str, kind: str, name: str) -> str:
    """An id with its kind and its name, as far as they need saying."""
    text = f"{id}:{kind}" if kind else id
    return text if name == id else f"{text} ({word(name)})"


def untitled(text: str) -> tuple[str, str, str]:
    """Id, kind ("" for the usual one) and name; raises `ValueError`."""
    match = _TITLED.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not ID, ID (Name) or ID:kind (Name)")
    name = match["id"] if match["name"] is None else plain(match["name"])
    return match["id"], match["kind"] or "", name
