"""A batch: documents read one after another, each kept whole or not at all; what is wrong with one stops no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from depositary.claims import Ledger, RecordedDocument, Status, intake
from depositary.documents import Document
from depositary.reading import Reader, Reading, Unanswered
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
            reading = _reading(reader(), item)
            if isinstance(reading, Finding):
                yield Read(None, None, findings=(reading,))
            else:
                yield Read(item, None, reading.claims, reading.findings)


def read_into(ledger: Ledger, items: Iterable[Document | Finding], reader: Callable[[], Reader]) -> Iterator[Read]:
    """Read and keep: one document, one transaction; a document that is there already is not read again."""
    for item in items:
        if isinstance(item, Finding):
            ledger.record_findings([item], recorded=now())
            yield Read(None, None, findings=(item,))
        elif (there := _there(ledger, item)) is not None:
            differences = _differences(there, item)
            ledger.record_findings(differences, recorded=now())
            yield Read(item, Status.KNOWN, _kept(ledger, item), differences)
        else:
            reading = _reading(reader(), item)
            if isinstance(reading, Finding):
                ledger.record_findings([reading], recorded=now())
                yield Read(None, None, findings=(reading,))
                continue
            taken = intake(ledger, item, reading, recorded=now(), reader=reader().name)
            claims = reading.claims if taken.status is Status.NEW else _kept(ledger, item)
            yield Read(item, taken.status, claims, taken.findings)


def _reading(reader: Reader, document: Document) -> Reading | Finding:
    """What the reader makes of it; a text that breaks the reader is a finding, so that the others are still read.

    So is one on which a model gave no answer: it is not kept, and can be read again.
    """
    try:
        return reader.read(document)
    except Unanswered as error:
        return Finding(document.origin or document.id, f"{error} Nothing of it was kept.", document.id)
    except Exception as error:
        message = f"The reader broke on it ({type(error).__name__}); nothing of it was kept. Please report the text."
        return Finding(document.origin or document.id, message, document.id)


def _there(ledger: Ledger, document: Document) -> RecordedDocument | None:
    """The same document as it was kept before; None where it is new."""
    found = ledger.find_document(document.id)
    return found if found is not None and found.text_hash == document.text_hash else None


def _differences(there: RecordedDocument, document: Document) -> tuple[Finding, ...]:
    """What is said of a known document now and was not then: the ledger is append-only, and keeps the first word."""
    place = document.origin or document.id
    pairs = (("published", there.published, document.published), ("outlet", there.outlet, document.outlet))
    return tuple(
        Finding(place, f"It is kept with {name} {kept or 'not known'}; {said} was not taken over.", document.id)
        for name, kept, said in pairs
        if said and said != kept
    )


def _kept(ledger: Ledger, document: Document) -> tuple[Claim, ...]:
    return tuple(recorded.claim for recorded in ledger.claims(document=document.id))


def shown(place: Path) -> str:
    """A path as a person here would write it: relative where it lies below the working folder."""
    return str(place.relative_to(Path.cwd()) if place.is_relative_to(Path.cwd()) else place)
