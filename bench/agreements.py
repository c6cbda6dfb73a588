"""Agreements: how many facts of annotated texts, whose label names an agreement that we know, are read as of that one.

`python -m bench.agreements CASES.jsonl [--errors]`: `dev_agreements.csv` says which entry a label names, or none.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from depositary.documents import Document
from depositary.reading import Reader, standard_reader
from depositary.reading.mention import Mention
from depositary.reading.mentions import Linker
from depositary.reading.sentences import sentences
from depositary.reference import Reference, reference
from depositary.terms import Claim, Span

LABELS = Path(__file__).with_name("dev_agreements.csv")
COUNTED = """\
A fact counts where its label names an entry of the reference (dev_agreements.csv, written by hand before it was
measured). Named: a name of that entry stands in the text; right is that a link of the text leads to it. Told: a claim
of the same actor was read in the sentence of the fact; right is that one of those claims is of that agreement."""


@dataclass(frozen=True, slots=True)
class Case:
    """An annotated text: its facts as the label, the actor as written, and where the evidence begins."""

    id: str
    text: str
    day: date | None
    facts: tuple[tuple[str, str | None, int], ...]


@dataclass(slots=True)
class Share:
    """How many of how many were right, and which were not."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)

    def count(self, error: str, *, is_right: bool) -> None:
        """Count one."""
        self.right += is_right
        if not is_right:
            self.wrong.append(error)

    def said(self) -> str:
        """The share, with both numbers."""
        every = self.right + len(self.wrong)
        return f"{self.right} of {every}, {self.right / (every or 1):.3f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure one file of cases."""
    parser = argparse.ArgumentParser(prog="python -m bench.agreements", description=__doc__)
    parser.add_argument("cases", type=Path, help="annotated texts, one JSON object a line")
    parser.add_argument("--errors", action="store_true", help="print what was wrong too")
    asked = parser.parse_args(arguments)
    print(COUNTED)
    shares = measured(cases_of(asked.cases), labels(), reference(), standard_reader())
    for title, share in zip(("named", "told"), shares, strict=True):
        print(f"{title}: {share.said()}")
        for error in share.wrong if asked.errors else ():
            print(f"  {error}")


def labels() -> dict[str, str]:
    """The id of the agreement that a label names; labels that name none are left out."""
    with LABELS.open(encoding="utf-8", newline="") as file:
        return {row["label"]: row["id"] for row in csv.DictReader(file) if row["id"]}


def cases_of(path: Path) -> Iterator[Case]:
    """The cases of a file; a month of publication is no day."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        published = str(record.get("published") or "")
        text: str = record["text"]
        yield Case(
            record["id"],
            text,
            date.fromisoformat(published) if re.fullmatch(r"\d{4}-\d\d-\d\d", published) else None,
            tuple((fact["agreement"], fact["actor"], text.find(fact["evidence"])) for fact in record["expected"]),
        )


def measured(cases: Iterable[Case], known: Mapping[str, str], about: Reference, reader: Reader) -> tuple[Share, Share]:
    """The share of named and of told facts whose agreement is the right one."""
    named, told = Share(), Share()
    linker = Linker(about)
    for case in cases:
        facts = [(known[label], label, actor, at) for label, actor, at in case.facts if label in known]
        if not facts:
            continue
        linked = {id for link in linker.links(case.text, case.day) if link.is_link for id in _ids(link.mention)}
        claims = reader.read(_document(case)).claims
        bounds = [(sentence.start, sentence.end) for sentence in sentences(case.text)]
        for id, label, actor, at in facts:
            if _is_named(id, case.text, about):
                named.count(f"{case.id}: {label}", is_right=id in linked)
            begin, end = next(((b, e) for b, e in bounds if b <= at < e), (at, at + 1))
            there = [claim for claim in claims if _actor(claim) == actor and _begins_in(claim, begin, end)]
            if there:
                read = sorted({claim.agreement.id for claim in there})
                told.count(f"{case.id}: {label}, read as {', '.join(read)}", is_right=id in read)
    return named, told


def _ids(mention: Mention) -> tuple[str, ...]:
    return (*mention.ids, mention.agreement) if mention.agreement else mention.ids


def _is_named(id: str, text: str, about: Reference) -> bool:
    names = (name.text for name in about.agreements[id].names if len(name.text) > 2)
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)


def _actor(claim: Claim) -> str | None:
    """The actor as the cases write it: the code of a State, the name of an organisation."""
    if claim.actor is None:
        return None
    return claim.actor.id if claim.actor.id.isupper() else claim.actor.name


def _begins_in(claim: Claim, begin: int, end: int) -> bool:
    return any(isinstance(span, Span) and span.start < end and begin < span.end for span in claim.evidence)


def _document(case: Case) -> Document:
    return Document(case.id, case.text, datetime(2026, 1, 1, tzinfo=UTC), published=case.day)


if __name__ == "__main__":
    main()
