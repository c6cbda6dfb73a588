"""Readings: documents read a second, beside the language layer alone on the same texts."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from bench.timing import Figure, cpu_seconds
from depositary.documents import Document, Intake, collect
from depositary.reading import standard_reader
from depositary.reading.encoder import encoder
from depositary.reading.sentences import sentences

RUNS = 7
"""Times that each is measured, in turn; the figures are medians."""

COPIES = 4
"""How often the example documents are read, each time under ids of their own."""


def reading_figures() -> Iterator[Figure]:
    """Documents a second from text to claims, and the share of the time that parsing takes."""
    documents = _documents()
    reader, language = standard_reader(), encoder()
    reader.read(documents[0])

    def read() -> None:
        for document in documents:
            reader.read(document)

    def parse() -> None:
        for document in documents:
            language.parse(document.text, [(found.start, found.end) for found in sentences(document.text)])

    count = len(documents)
    pairs = [(cpu_seconds(read), cpu_seconds(parse)) for _ in range(RUNS)]  # in turn, so that both see the same machine
    reading, parsing = (statistics.median(each) for each in zip(*pairs, strict=True))
    beside = "the language layer alone on every sentence"
    yield Figure("documents read a second of CPU", count / reading, "documents", beside, count / parsing)
    characters = sum(len(document.text) for document in documents)
    yield Figure("characters read a second of CPU", characters / reading, "characters", beside, characters / parsing)


def _documents() -> list[Document]:
    found = list(collect(["examples/documents"], Intake(captured=datetime(2026, 1, 1, tzinfo=UTC))))
    examples = [item for item in found if isinstance(item, Document)]
    return [replace(item, id=f"{item.id}-{copy}") for copy in range(COPIES) for item in examples]
