"""Linking: how many mentions of countries in news texts, marked by people, are found and mean the right one.

Reads the benchmark files of Elevant (`aida-conll-test.benchmark.jsonl`, `news-fair.benchmark.jsonl` and their like),
which are measured and never shipped: `python -m bench.linking FILE_OR_FOLDER ... [--errors]`.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bench.balance import balance
from depositary.reading.mention import Link, Reason, Thing
from depositary.reading.mentions import Linker
from depositary.reference import CodeSystem, NameUse, Reference, reference
from depositary.terms import ParticipantKind

COUNTED = """\
A country mention is a name that the corpus gives to a State or territory that the reference has an item of Wikidata
for; cities and national teams are none. Right is a name with the same first and last character, a leading "the" aside,
and the same State on the day of the corpus. Names of capitals, of organs, and inside the name of an organ
("U.S. Navy") are not offered. What counts neither way: pronouns, spans that the corpus calls optional or cannot name
(NIL), and a name of a State's people that the corpus gives to the people as such ("Americans")."""
DAYS = {"aida-conll-dev": date(1996, 8, 30), "aida-conll-test": date(1996, 12, 6)}
"""The day of the newspapers behind a corpus."""
OTHER_DAY = date(2018, 3, 6)
"""A day amid those of News-Fair, whose articles bear none."""
PARTS = {"AIDA": ("aida-conll-test",), "News-Fair": ("news-fair", "news-fair-v2")}
OTHER_ITEMS = {"Q55": "Netherlands", "Q36704": "Yugoslavia", "Q15180": "Soviet Union", "Q33946": "Czechoslovakia"}
"""Items that the reference does not give, by the name that a State bore on the day."""
PRONOUNS = frozenset("it its he his they their she her we our country nation".split())
ROWS = 30
"""How many kinds of error are printed."""


@dataclass(slots=True)
class Tally:
    """What was right, and what was not and how often."""

    right: int = 0
    false: Counter[tuple[str, str]] = field(default_factory=Counter)
    missed: Counter[tuple[str, str]] = field(default_factory=Counter)

    def said(self) -> str:
        """Precision, recall and F1 in a line."""
        false, missed = self.false.total(), self.missed.total()
        return f"{self.right + missed} mentions, {balance(self.right, false, missed)}"


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with what people marked in it: the code of a State by span, and spans that count neither way."""

    text: str
    begin: int
    end: int
    states: dict[tuple[int, int], str]
    open_spans: tuple[tuple[int, int], ...]
    names: dict[tuple[int, int], str]


def main() -> None:
    """Measure each corpus that is at hand."""
    parser = argparse.ArgumentParser(prog="python -m bench.linking", description=__doc__)
    parser.add_argument("paths", nargs="*", help="files, folders of them, or AIDA and News-Fair for those of a folder")
    parser.add_argument("--errors", action="store_true", help="print the most frequent errors too")
    asked = parser.parse_args()
    print(COUNTED)
    known = reference()
    linker = Linker(known)
    files = list(_files(asked.paths))
    for file in files:
        _measure(file, known, linker, show_errors=asked.errors)
    if not files:
        print("\nNo corpus is at hand: give the folder `benchmarks` of ad-freiburg/elevant.")


def _files(paths: Iterable[str]) -> Iterator[Path]:
    """The files asked for; a word of `PARTS` picks those of the folders."""
    given = list(paths)
    wanted = [stem for word in given for stem in PARTS.get(word, ())]
    for path in (Path(word) for word in given if word not in PARTS):
        if path.is_file():
            yield path
        elif path.is_dir():
            for file in sorted(path.glob("*.jsonl")):
                if _stem(file) in (wanted or [stem for stems in PARTS.values() for stem in stems]):
                    yield file
        else:
            print(f"\n{path}: not at hand.")


def _stem(file: Path) -> str:
    return file.name.split(".")[0]


def _measure(file: Path, known: Reference, linker: Linker, *, show_errors: bool) -> None:
    day = DAYS.get(_stem(file), OTHER_DAY)
    marked = list(_marked(file, known, day))
    tally = Tally()
    for one in marked:
        _compare(one, linker.links(one.text, day), known, tally)
    before = time.process_time()
    for one in marked:
        linker.links(one.text, day)
    seconds = time.process_time() - before
    words = sum(len(one.text.split()) for one in marked)
    print(f"\n{_stem(file)}, {len(marked)} texts: {tally.said()}; {words / seconds:,.0f} words a second on one core")
    if show_errors:
        for title, errors in (("not marked, or marked otherwise", tally.false), ("missed", tally.missed)):
            print(f"  {title}:")
            for (written, told), times in errors.most_common(ROWS):
                print(f"    {times:4} {written!r}: {told}")


def _marked(file: Path, known: Reference, day: date) -> Iterator[Marked]:
    items = {
        code.text: id
        for id, entry in known.participants.items()
        for code in entry.codes
        if code.system is CodeSystem.WIKIDATA
    }
    for item, name in OTHER_ITEMS.items():
        bearers = [entry for entry in known.participants.values() for n in entry.names if n.text == name]
        of_day = [entry.participant.id for entry in bearers if entry.is_there(day)]
        items[item] = (of_day or [entry.participant.id for entry in bearers] or [""])[0]
    for line in file.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text: str = record["text"]
        states: dict[tuple[int, int], str] = {}
        names: dict[tuple[int, int], str] = {}
        open_spans: list[tuple[int, int]] = []
        begin, end = record["evaluation_span"]
        for label in record["labels"]:
            first, last = label["span"]
            names[first, last] = label.get("name") or ""
            is_open = label.get("optional") or label.get("coref") or label["entity_id"].startswith("<")
            if is_open or text[first:last].lower().split()[-1] in PRONOUNS:
                open_spans.append((first, last))
            elif label["entity_id"] in items and begin <= first < end:
                the = 4 * text[first:last].lower().startswith("the ")
                states[first + the, last] = items[label["entity_id"]]
        yield Marked(text, begin, end, states, tuple(open_spans), names)


def _compare(one: Marked, links: list[Link], known: Reference, tally: Tally) -> None:
    found: dict[tuple[int, int], str] = {}
    for mention in (link.mention for link in links if link.is_link and link.reason is not Reason.ORGAN):
        kind = known.participants[mention.ids[0]].participant.kind if mention.thing is Thing.PARTICIPANT else None
        if kind not in (ParticipantKind.STATE, ParticipantKind.TERRITORY) or mention.use is NameUse.METONYM:
            continue
        if one.begin <= mention.start < one.end:
            the = 4 * mention.text.lower().startswith("the ")
            found[mention.start + the, mention.end] = mention.ids[0]
    for (start, end), id in found.items():
        if one.states.get((start, end)) == id:
            tally.right += 1
        elif one.names.get((start, end), "").removesuffix(" people") in _demonyms(known, id):
            continue
        elif not any(first <= start and end <= last for first, last in one.open_spans):
            tally.false[one.text[start:end], one.names.get((start, end)) or _around(one, start, end)] += 1
    for (start, end), id in one.states.items():
        if found.get((start, end)) != id and (start, end) not in one.open_spans:
            tally.missed[one.text[start:end], f"{id}, found {found.get((start, end), 'nothing')}"] += 1


def _demonyms(known: Reference, id: str) -> frozenset[str]:
    return frozenset(name.text for name in known.participants[id].names if name.use is NameUse.DEMONYM)


def _around(one: Marked, start: int, end: int) -> str:
    """The marked name around a span, or the words around it where none is marked."""
    outer = next((name for (first, last), name in one.names.items() if first <= start and end <= last), None)
    return f"in {outer}" if outer else "..." + " ".join(one.text[max(0, start - 30) : end + 30].split()) + "..."


if __name__ == "__main__":
    main()
