"""A document: the text as it reached us, where it came from, when it was published, and the place to quote it by."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime

from depositary.terms import DepositaryError, Span, cite

ID_DIGITS = 12
"""Hexadecimal digits of an id made from the content: 48 bits keep a hundred thousand documents apart."""


class UndatedCapture(DepositaryError):
    """A document whose moment of capture bears no time zone: the day it is known on would depend on the machine."""

    def __init__(self, document: str) -> None:
        super().__init__(f"The capture of document {document!r} bears no time zone; give an aware datetime.")


@dataclass(frozen=True, slots=True)
class Document:
    """One report, notice or page, whole.

    `text` is kept as it was decoded: nothing trimmed, nothing normalised, so that offsets (code points from 0, end
    exclusive) hold for ever. `captured` is aware. `published` is None where nothing says it; `published_from` says how
    we know it ("given", "meta article:published_time", "line 2"). `origin` is the path or the URL that it came from.
    """

    id: str
    text: str
    captured: datetime
    title: str = ""
    outlet: str = ""
    url: str = ""
    published: date | None = None
    published_from: str = ""
    media_type: str = "text/plain"
    origin: str = ""

    def __post_init__(self) -> None:
        if self.captured.tzinfo is None:
            raise UndatedCapture(self.id)

    @property
    def text_hash(self) -> str:
        """sha256 of the text in UTF-8, in hexadecimal digits."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def known(self) -> date:
        """The day from which what it says counts as known: published, else captured (the day in UTC)."""
        return self.published or self.captured.astimezone(UTC).date()

    def cite(self, start: int, end: int) -> Span:
        """The span from `start` to `end`, in code points; raises `MisquotedEvidence` off the text."""
        return cite(self.text, start, end)


def content_id(text: str, *, published: date | None, outlet: str, url: str, title: str) -> str:
    """The id of a document that brings none: made from what it says and who says it when, never from where it lay."""
    parts = (text, published.isoformat() if published else "", outlet, url, title)
    digest = hashlib.sha256("\x1f".join(parts).encode())
    return f"doc-{digest.hexdigest()[:ID_DIGITS]}"
