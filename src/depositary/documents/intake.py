"""What whoever brings documents in says of all of them: published, outlet, captured, and the limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

LIMIT_BYTES = 10_000_000
"""The largest document taken in unless told otherwise: 10 MB, some fifteen novels; of JSON Lines, a line."""

FETCH_SECONDS = 30.0
"""How long one URL may take in all, redirects included."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What is said of all documents of one `collect`.

    `captured` (aware) is the moment that counts as their capture. `published` and `outlet`, where given, hold for
    each document of a file, page or stdin, and for each JSON line that names none itself. `media_type` ("text/html",
    "application/jsonl", "text/plain") overrules what the name or the content tells, as for stdin.
    `allow_private` lets URLs lead to private and loopback addresses.
    """

    captured: datetime
    published: date | None = None
    outlet: str = ""
    limit_bytes: int = LIMIT_BYTES
    media_type: str = ""
    allow_private: bool = False
    fetch_seconds: float = FETCH_SECONDS


@dataclass(frozen=True, slots=True)
class Given:
    """What is said of one document from outside; it goes before what the document says of itself.

    `place` is where findings point to ("a.jsonl line 3"), `origin` the path or the URL of the whole.
    """

    place: str
    captured: datetime
    origin: str = ""
    id: str = ""
    title: str = ""
    outlet: str = ""
    url: str = ""
    published: date | None = None
    published_from: str = ""


def given(intake: Intake, place: str, *, url: str = "") -> Given:
    """What `intake` says of the document at `place`, which is also its origin."""
    return Given(
        place=place,
        captured=intake.captured,
        origin=place,
        outlet=intake.outlet,
        url=url,
        published=intake.published,
        published_from="given" if intake.published else "",
    )
