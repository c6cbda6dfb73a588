"""A batch goes on whatever one document does, and the first word about a document is kept."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from depositary.claims import Ledger, Status
from depositary.cli.batch import read_into, read_only
from depositary.documents import Document
from depositary.reading import Reader, Reading, standard_reader
from depositary.store import open_store

CAPTURED = datetime(2024, 6, 1, tzinfo=UTC)
FIRST = Document("a", "Kenya signed the Paris Agreement.", CAPTURED, published=date(2016, 5, 4), origin="a.txt")
SECOND = Document("b", "Chad signed the Paris Agreement.", CAPTURED, published=date(2016, 5, 5), origin="b.txt")


class Breaking:
    """The standard reader, which falls over one text: no text is known that does it to the real one."""

    name = "breaking"

    def __init__(self, on: str) -> None:
        self._on = on

    def read(self, document: Document) -> Reading:
        if document.id == self._on:
            raise RecursionError
        return standard_reader().read(document)


def breaking() -> Reader:
    return Breaking("a")


def test_a_text_that_breaks_the_reader_is_a_finding_and_the_rest_is_read(tmp_path: Path) -> None:
    with closing(open_store(tmp_path / "r.db", create=True)) as database:
        ledger = Ledger(database)
        broken, whole = read_into(ledger, [FIRST, SECOND], breaking)
        assert [finding.message for finding in broken.findings] == [
            "The reader broke on it (RecursionError); nothing of it was kept. Please report the text."
        ]
        assert broken.findings[0].place == "a.txt"
        assert whole.status is Status.NEW
        assert [document.id for document in ledger.documents()] == ["b"]
        assert [finding.concerns for finding in ledger.findings()] == ["a"]


def test_a_dry_run_goes_on_too() -> None:
    broken, whole = read_only([FIRST, SECOND], breaking)
    assert (len(broken.findings), len(whole.claims)) == (1, 1)


def test_another_day_of_publication_for_a_known_document_is_said_and_not_taken_over(tmp_path: Path) -> None:
    later = replace(FIRST, published=date(2020, 1, 1), outlet="The Ledger")
    with closing(open_store(tmp_path / "r.db", create=True)) as database:
        ledger = Ledger(database)
        _, again = read_into(ledger, [FIRST, later], standard_reader)
        assert again.status is Status.KNOWN
        assert [finding.message for finding in again.findings] == [
            "It is kept with published 2016-05-04; 2020-01-01 was not taken over.",
            "It is kept with outlet not known; The Ledger was not taken over.",
        ]
        assert ledger.document("a").published == date(2016, 5, 4)


def test_the_same_document_again_is_no_finding(tmp_path: Path) -> None:
    with closing(open_store(tmp_path / "r.db", create=True)) as database:
        _, again = read_into(Ledger(database), [FIRST, FIRST], standard_reader)
        assert (again.status, again.findings) == (Status.KNOWN, ())
