"""A plain text as a document: its dateline, and the outlet and title where lines of their own say them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC

from depositary.documents.dateline import dateline, head, line_day
from depositary.documents.days import DAY_PATTERN
from depositary.documents.decoding import flaw
from depositary.documents.document import Document, content_id
from depositary.documents.intake import Given
from depositary.terms import Finding

LONGEST_TITLE = 160
"""Characters: a longer first line is a sentence, not a headline."""

_OUTLET = re.compile(r"[*_]*(?i:source|outlet|publisher)[*_]*\s*:[*_]*\s+(?P<said>[^\s].{0,78}?)[*_]*")
_TITLE = re.compile(r"[*_]*(?i:title|headline)[*_]*\s*:[*_]*\s+(?P<said>[^\s].*?)[*_]*")
_LABEL = re.compile(r"[\w ]{2,20}:|[Bb]y\s")


def plain_document(text: str, given: Given, *, media_type: str = "text/plain") -> Iterator[Document | Finding]:
    """The document that a decoded text is, and what is wrong with it; the text itself is kept as it is.

    The outlet is taken from a line such as `Source: The Astana Report` among the first ones, and never guessed.
    """
    if wrong := flaw(text):
        yield Finding(given.place, wrong, given.id)
        return
    published, published_from, doubt = given.published, given.published_from, ""
    if published is None:
        found = dateline(text, captured=given.captured.astimezone(UTC).date())
        published, published_from, doubt = found.day, found.where, found.doubt
    title = given.title or _said(_TITLE, text) or _headline(text)
    outlet = given.outlet or _said(_OUTLET, text)
    document = Document(
        id=given.id or content_id(text, published=published, outlet=outlet, url=given.url, title=title),
        text=text,
        captured=given.captured,
        title=title,
        outlet=outlet,
        url=given.url,
        published=published,
        published_from=published_from,
        media_type=media_type,
        origin=given.origin,
    )
    yield document
    if doubt:
        yield Finding(given.place, doubt, document.id)


def _said(label: re.Pattern[str], text: str) -> str:
    for _, line in head(text):
        if match := label.fullmatch(line):
            return match["said"]
    return ""


def _headline(text: str) -> str:
    """The short line that stands alone above the text, "" where there is none.

    Under a line with the date, a new paragraph is the headline, and what stands above it is the letterhead; without
    one, the first line is.
    """
    candidates: list[str] = []
    after_date, above = False, 0
    lines = list(head(text))
    for number, line in lines:
        words = line.lstrip("# ").strip("*_ ")
        is_apart, above = number > above + 1, number
        if line_day(line):
            after_date = True
        elif len(words) > LONGEST_TITLE or words[-1:] in (".", ","):
            break
        elif words and not _LABEL.match(words) and not re.search(DAY_PATTERN, words, re.I):
            candidates.append(words)
            if after_date and is_apart:
                return words if number != lines[-1][0] else ""
    return candidates[0] if candidates and len(lines) > 1 else ""
