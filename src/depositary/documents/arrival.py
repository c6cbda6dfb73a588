"""An arrival: bytes that came in, with what was said of them on the way, and the documents that they hold."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from depositary.documents.decoding import Undecodable, decode
from depositary.documents.document import Document
from depositary.documents.html import html_document
from depositary.documents.intake import Intake, given
from depositary.documents.lines import BadLine, Ids, LineStream, line_documents, load, object_documents
from depositary.documents.plain import plain_document
from depositary.terms import Finding

SNIFF_BYTES = 4096
"""Bytes from which the kind of a document is told where neither name nor server tells it."""

LINES, JSON, HTML, PLAIN, MARKDOWN = "application/jsonl", "application/json", "text/html", "text/plain", "text/markdown"

BY_SUFFIX = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".jsonl": LINES,
    ".ndjson": LINES,
    ".json": JSON,
}
"""The names that say what a file is; in a folder, these are read."""

_UNREAD = ".pdf .doc .docx .odt .rtf .epub .eml .mht .mhtml .xml .csv .tsv .xls .xlsx .ods .warc .gz .zip .bz2 .xz .tar"
UNREAD_SUFFIXES = frozenset(_UNREAD.split())
"""The names of documents that this room does not read; in a folder, each becomes a finding."""

_BY_TYPE = {
    "text/html": HTML,
    "application/xhtml+xml": HTML,
    "text/plain": PLAIN,
    "text/markdown": MARKDOWN,
    "application/jsonl": LINES,
    "application/jsonlines": LINES,
    "application/x-jsonlines": LINES,
    "application/x-ndjson": LINES,
    "application/ndjson": LINES,
    "application/json": JSON,
}
_SNIFFED = ("", "application/octet-stream", "binary/octet-stream")
_OPENS_LINES = re.compile(rb'\{[ \t]*"')
_OPENS_JSON = re.compile(rb"[\[{]\s*(?:[\[{]|$)")
_SPACE = b" \t\r\n\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Arrival:
    """The bytes of one place, whole; `charset` is what a server said, `url` the address that gave them."""

    data: bytes
    place: str
    media_type: str
    charset: str = ""
    url: str = ""


def media_type_by(name: str, said: str = "") -> str:
    """What the name and the server's word make of a file: one of ours, "" to be told by its content, or the word.

    A server that says "text/plain" or "octet-stream" of a `.jsonl` knows less than the name does.
    """
    by_name = BY_SUFFIX.get(PurePosixPath(name).suffix.lower(), "")
    if by_name and said in (*_SNIFFED, PLAIN):
        return by_name
    return "" if said in _SNIFFED else _BY_TYPE.get(said, said)


def media_type_of(beginning: bytes) -> str:
    """What the first bytes show: HTML by its first tag, JSON by its brackets, else plain text."""
    start = beginning[:SNIFF_BYTES].lstrip(_SPACE)
    if is_html(beginning):
        return HTML
    if _OPENS_LINES.match(start):
        return LINES
    return JSON if _OPENS_JSON.match(start) else PLAIN


def is_html(beginning: bytes) -> bool:
    """Whether these are the first bytes of a page, whatever its name says."""
    start = beginning[:SNIFF_BYTES].lstrip(_SPACE).lower()
    return start.startswith((b"<!doctype html", b"<html")) or (start.startswith(b"<?xml") and b"<html" in start)


def arrived(arrival: Arrival, intake: Intake, ids: Ids) -> Iterator[Document | Finding]:
    """The documents that an arrival holds, and what is wrong with it."""
    media_type = intake.media_type or arrival.media_type or media_type_of(arrival.data)
    if media_type == JSON:
        yield from _json(arrival, intake, ids)
        return
    if media_type in (PLAIN, MARKDOWN) and is_html(arrival.data):
        media_type = HTML
    if media_type not in (PLAIN, MARKDOWN, HTML):
        yield Finding(arrival.place, f"It is {media_type}, which is not read; text, HTML and JSON Lines are.")
        return
    try:
        text = decode(arrival.data, charset=arrival.charset, is_html=media_type == HTML)
    except Undecodable as undecodable:
        yield Finding(arrival.place, str(undecodable))
        return
    known = given(intake, arrival.place, url=arrival.url)
    if media_type == HTML:
        yield from html_document(text, known)
    else:
        yield from plain_document(text, known, media_type=media_type)


def arrived_lines(stream: LineStream, place: str, intake: Intake, ids: Ids) -> Iterator[Document | Finding]:
    """The documents of a stream of JSON Lines; one that holds no line at all is a finding."""
    empty = True
    for one in line_documents(stream, place, intake, ids):
        empty = False
        yield one
    if empty:
        yield Finding(place, "It is empty.")


def _json(arrival: Arrival, intake: Intake, ids: Ids) -> Iterator[Document | Finding]:
    """A file of one object, or of a list of objects, or of JSON Lines under a wrong name."""
    if not arrival.data.strip():
        yield Finding(arrival.place, "It is empty.")
        return
    try:
        loaded = load(arrival.data.removeprefix(b"\xef\xbb\xbf"))
    except BadLine as bad:
        if _OPENS_LINES.match(arrival.data.lstrip(_SPACE)) and len(arrival.data.split(b"\n", 2)) > 1:
            yield from line_documents(io.BytesIO(arrival.data), arrival.place, intake, ids)
        else:
            yield Finding(arrival.place, str(bad))
        return
    if not isinstance(loaded, list):
        yield from object_documents(loaded, arrival.place, arrival.place, intake, ids)
        return
    if not loaded:
        yield Finding(arrival.place, "It is an empty list.")
    for number, item in enumerate(loaded, 1):
        yield from object_documents(item, f"{arrival.place} item {number}", arrival.place, intake, ids)
