"""The formats of an export: CSV for a spreadsheet, JSON Lines for a program; each is written and read back."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import TextIO

from depositary.exports.line import COLUMNS, Line, Quoted
from depositary.terms import DepositaryError

EVIDENCE_COLUMNS = tuple(f"evidence_{field.name}" for field in fields(Quoted))


class UnknownFormat(DepositaryError):
    """An export was asked for in a format that there is not."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no export format {name!r}: take one of {', '.join(FORMATS)}.")


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write lines to a text stream, and to read them back from one."""

    write: Callable[[Iterable[Line], TextIO], None]
    read: Callable[[TextIO], Iterator[Line]]


def write_csv(lines: Iterable[Line], stream: TextIO) -> None:
    """Write CSV as in RFC 4180: a heading, then a row for each quote, the participation repeated beside it.

    A participation without a quote has one row with empty evidence columns.
    """
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([*COLUMNS, *EVIDENCE_COLUMNS])
    for line in lines:
        said = [line.fields[column] for column in COLUMNS]
        for quoted in line.evidence or (None,):
            writer.writerow([*said, *(_cells(quoted) if quoted else [""] * len(EVIDENCE_COLUMNS))])


def read_csv(stream: TextIO) -> Iterator[Line]:
    """Read back what `write_csv` wrote: rows of one participation, which follow each other, are one line again."""
    current: dict[str, str] | None = None
    evidence: list[Quoted] = []
    for row in csv.DictReader(stream):
        said = {column: row[column] for column in COLUMNS}
        if current is not None and said != current:
            yield Line(current, tuple(evidence))
            evidence = []
        current = said
        if row["evidence_claim"]:
            evidence.append(_quoted({field.name: row[f"evidence_{field.name}"] for field in fields(Quoted)}))
    if current is not None:
        yield Line(current, tuple(evidence))


def write_jsonl(lines: Iterable[Line], stream: TextIO) -> None:
    """Write a JSON object a line: the fields, and under `evidence` the list of quotes."""
    for line in lines:
        record = {**line.fields, "evidence": [{**asdict(q), "known": q.known.isoformat()} for q in line.evidence]}
        stream.write(json.dumps(record, ensure_ascii=False) + "\n")


def read_jsonl(stream: TextIO) -> Iterator[Line]:
    """Read back what `write_jsonl` wrote."""
    for text in stream:
        record = json.loads(text)
        yield Line({column: record[column] for column in COLUMNS}, tuple(map(_quoted, record["evidence"])))


def _cells(quoted: Quoted) -> list[str]:
    return [str(getattr(quoted, field.name)) for field in fields(Quoted)]


def _quoted(said: Mapping[str, str | int]) -> Quoted:
    text = {name: str(value) for name, value in said.items()}
    return Quoted(
        text["claim"],
        text["document"],
        text["outlet"],
        text["url"],
        date.fromisoformat(text["known"]),
        int(text["start"]),
        int(text["end"]),
        text["quote"],
    )


FORMATS: Mapping[str, Format] = {"csv": Format(write_csv, read_csv), "jsonl": Format(write_jsonl, read_jsonl)}
"""Each format by the name that `--format` takes."""


def format_named(name: str) -> Format:
    """The format of this name; raises `UnknownFormat`."""
    if name not in FORMATS:
        raise UnknownFormat(name)
    return FORMATS[name]
