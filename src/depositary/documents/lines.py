"""JSON Lines of documents: one object a line, read as a stream; a bad line is a finding and the rest goes on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, timedelta
from typing import Protocol

from depositary.documents.days import UnreadableDay, iso_day
from depositary.documents.decoding import flaw
from depositary.documents.document import Document
from depositary.documents.html import html_document
from depositary.documents.intake import Given, Intake, given
from depositary.documents.plain import plain_document
from depositary.terms import DepositaryError, Finding

_YEAR_OR_MONTH = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")
FIELDS = ("id", "text", "html", "title", "published", "outlet", "url")
"""What a line may say; anything else in it is left alone."""

_SKIP_BYTES = 1_000_000
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class LineStream(Protocol):
    """What lines are read from: a file opened for bytes, or a part of it."""

    def readline(self, size: int = -1, /) -> bytes:
        """The next line, or at most `size` bytes of it."""
        ...  # pragma: no cover  # the protocol has no body


class BadLine(DepositaryError):
    """A line, or an item of a JSON file, that is no document; the sentence is fit for a `Finding`."""


class Ids:
    """The ids that one `collect` has met, so that one id never stands for two texts."""

    def __init__(self) -> None:
        self._met: dict[str, tuple[str, str]] = {}

    def conflict(self, document: Document, place: str) -> Finding | None:
        """A finding where the document's id was met before with another text; otherwise the id is kept in mind."""
        text_hash, first = self._met.setdefault(document.id, (document.text_hash, place))
        if text_hash == document.text_hash:
            return None
        message = f"Its id {document.id!r} was given to another text before ({first}); it is left out."
        return Finding(place, message, document.id)


def line_documents(stream: LineStream, place: str, intake: Intake, ids: Ids) -> Iterator[Document | Finding]:
    """The documents of a stream of JSON Lines; `intake.limit_bytes` holds for a line, not for the whole."""
    number = 0
    while raw := stream.readline(intake.limit_bytes + 2):
        number += 1
        where = f"{place} line {number}"
        if len(raw.rstrip(b"\r\n")) > intake.limit_bytes:
            _skip_line(stream, raw)
            yield Finding(where, f"The line is longer than the limit of {intake.limit_bytes:,} bytes.")
            continue
        if number == 1:
            raw = raw.removeprefix(_BYTE_ORDER_MARK)
        if b"\x00" in raw:
            yield Finding(
                where, "It holds a NUL byte: the file is binary, damaged or not UTF-8; it is read no further."
            )
            return
        if raw.strip():
            yield from item_documents(raw, where, place, intake, ids)


def item_documents(raw: bytes, where: str, origin: str, intake: Intake, ids: Ids) -> Iterator[Document | Finding]:
    """The document of one JSON object in bytes, and what is wrong with it."""
    try:
        loaded = load(raw)
    except BadLine as bad:
        yield Finding(where, str(bad))
        return
    yield from object_documents(loaded, where, origin, intake, ids)


def load(raw: bytes) -> object:
    """What the JSON of `raw` says; raises `BadLine`."""
    try:
        loaded: object = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadLine(f"It is not UTF-8 (byte {error.start}).") from None
    except json.JSONDecodeError as error:
        raise BadLine(f"It is no JSON: {error.msg} at character {error.pos}.") from None
    except ValueError:  # a number of more digits than Python reads
        raise BadLine("It holds a number that is too long to read.") from None
    except RecursionError:
        raise BadLine("It is nested too deeply to read.") from None
    return loaded


def object_documents(loaded: object, where: str, origin: str, intake: Intake, ids: Ids) -> Iterator[Document | Finding]:
    """The document of one JSON value, and what is wrong with it."""
    try:
        fields = _fields(loaded)
        known = _given(fields, where, origin, intake)
    except BadLine as bad:
        yield Finding(where, str(bad), _concerned(loaded))
        return
    if why := _why_not(fields["published"].strip(), intake):
        doubt = f"Its published, {fields['published'].strip()!r}, {why}: it was read as if that were not given."
        yield Finding(where, doubt, known.id)
    made = html_document(fields["html"], known) if not fields["text"] else plain_document(fields["text"], known)
    for one in made:
        conflict = ids.conflict(one, where) if isinstance(one, Document) else None
        if conflict:
            yield conflict
            return
        yield one


def _fields(loaded: object) -> Mapping[str, str]:
    if not isinstance(loaded, dict):
        raise BadLine(f"It is {_kind(loaded)}, not an object with text or html.")
    fields: dict[str, str] = {}
    for name in FIELDS:
        value = loaded.get(name)
        if value is not None and not isinstance(value, str):
            raise BadLine(f"Its {name} is {_kind(value)}, not text in quotes.")
        fields[name] = value or ""
        if value and name not in ("text", "html"):
            _refuse_damaged(name, value)
    if not fields["text"].strip() and not fields["html"].strip():
        raise BadLine("It has neither text nor html.")
    if not fields["text"].strip():
        fields["text"] = ""
    elif fields["html"].strip():
        fields["html"] = ""  # the text is the maker's own reading of its page
    if fields["html"] and (wrong := flaw(fields["html"])):
        raise BadLine(wrong)
    return fields


def _refuse_damaged(name: str, value: str) -> None:
    if not value.isprintable() and (any(ord(character) < 32 for character in value) or not _is_whole(value)):
        raise BadLine(f"Its {name} holds characters that no {name} has: {value[:40]!a}.")
    if name == "id" and value != value.strip():
        raise BadLine(f"Its id {value[:40]!r} begins or ends with a space.")


def _is_whole(value: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in value)


def _given(fields: Mapping[str, str], where: str, origin: str, intake: Intake) -> Given:
    from_outside = given(intake, origin)
    told = fields["published"].strip()
    told = "" if _why_not(told, intake) else told
    published = _published(told) or from_outside.published
    return replace(
        from_outside,
        place=where,
        id=fields["id"],
        title=" ".join(fields["title"].split()),
        outlet=fields["outlet"].strip() or from_outside.outlet,
        url=fields["url"].strip(),
        published=published,
        published_from="field published" if told else from_outside.published_from,
    )


def _why_not(published: str, intake: Intake) -> str:
    """Why a date that is written rightly says no day from which it was known, "" where it does."""
    if _YEAR_OR_MONTH.fullmatch(published):
        return "names no day"
    day, captured = _published(published), intake.captured.astimezone(UTC).date()
    if day and day > captured + timedelta(days=1):  # a day more, for who publishes east of Greenwich
        return f"is later than the capture on {captured}"
    return ""


def _published(text: str) -> date | None:
    if not text:
        return None
    try:
        return iso_day(text)
    except UnreadableDay as unreadable:
        raise BadLine(f"Its published is wrong: {unreadable}") from None


def _concerned(loaded: object) -> str:
    identity = loaded.get("id") if isinstance(loaded, dict) else None
    return identity if isinstance(identity, str) and _is_whole(identity) and identity.isprintable() else ""


def _kind(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "a text"
        case list():
            return "a list"
        case _:
            return "an object"


def _skip_line(stream: LineStream, raw: bytes) -> None:
    while raw and not raw.endswith(b"\n"):
        raw = stream.readline(_SKIP_BYTES)
