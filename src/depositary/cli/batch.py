"""A batch: documents read one after another, each kept whole or not at all; what is wrong with one stops no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from depositary.claims import Ledger, Status, intake
from depositary.documents import Document
from depositary.reading import Reader
from depositary.terms import Claim, Finding


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one thing that came in: `document` is None where nothing could be made of it.

    `status` is None where nothing was to be kept. `claims` are those of the document, also where they were there.
    """

    document: Document | None
    status: Status | None
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()


def now() -> datetime:
    """The present instant, aware, in UTC."""
    return datetime.now(UTC)


def read_only(items: Iterable[Document | Finding], reader: Callable[[], Reader]) -> Iterator[Read]:
    """Read without keeping anything; `reader` is asked for when there is something to read."""
    for item in items:
        if isinstance(item, Finding):
            yield Read(None, None, findings=(item,))
        else:
            reading = reader().read(item)
            yield Read(item, None, reading.claims, reading.findings)


def read_into(ledger: Ledger, items: Iterable[Document | Finding], reader: Callable[[], Reader]) -> Iterator[Read]:
    """Read and keep: one document, one transaction; a document that is there already is not read again."""
    for item in items:
        if isinstance(item, Finding):
            ledger.record_findings([item], recorded=now())
            yield Read(None, None, findings=(item,))
        elif _is_there(ledger, item):
            yield Read(item, Status.KNOWN, _kept(ledger, item))
        else:
            reading = reader().read(item)
            taken = intake(ledger, item, reading, recorded=now(), reader=reader().name)
            claims = reading.claims if taken.status is Status.NEW else _kept(ledger, item)
            yield Read(item, taken.status, claims, taken.findings)


def _is_there(ledger: Ledger, document: Document) -> bool:
    found = ledger.find_document(document.id)
    return found is not None and found.text_hash == document.text_hash


def _kept(ledger: Ledger, document: Document) -> tuple[Claim, ...]:
    return tuple(recorded.claim for recorded in ledger.claims(document=document.id))


def shown(place: Path) -> str:
    """A path as a person here would write it: relative where it lies below the working folder."""
    return str(place.relative_to(Path.cwd()) if place.is_relative_to(Path.cwd()) else place)
