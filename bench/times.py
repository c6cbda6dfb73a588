"""Times: the expressions of time in news that people marked, and what day they gave them.

Reads TimeML (`te3-platinum/*.tml` of TempEval-3, in qiangning/StructTempRel-EMNLP17) and the files of MEANTIME
(`meantime.tar.gz`), which are measured and never shipped: `python -m bench.times FOLDER ... [--errors N]`.
"""

from __future__ import annotations

import argparse
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from bench.meantime import Place, article_of, safe
from depositary.reading.dates import Direction, time_words

PUBLISHED = """\
Published for the platinum set of TempEval-3, F1 strict, relaxed, value: HeidelTime .813 .903 .776 (UzZaman and others,
SemEval 2013). None is known to us for MEANTIME.
A match is strict with the same first and last character, relaxed where the two meet; a value is right where a relaxed
match has the marked one. "Days" are what says when (DATE, TIME); the rest says how long or how often (DURATION, SET),
which no rule of ours looks for."""
SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}


@dataclass(frozen=True, slots=True)
class Marked:
    """A text of a day, with the value and the type of each marked expression, by its code points."""

    text: str
    published: date
    times: Mapping[Place, tuple[str, str]]


@dataclass(slots=True)
class Tally:
    """How often expressions were marked and found, met each other, and had the same value."""

    marked: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    errors: list[str] = field(default_factory=list)

    def said(self) -> str:
        """The three figures, and precision and recall of the relaxed one."""
        f1 = [2 * right / ((self.marked + self.found) or 1) for right in (self.strict, self.relaxed, self.value)]
        shares = self.relaxed / (self.found or 1), self.relaxed / (self.marked or 1), self.value / (self.relaxed or 1)
        return (
            f"{self.marked} marked, F1 strict {f1[0]:.3f}, relaxed {f1[1]:.3f} (precision {shares[0]:.3f}, "
            f"recall {shares[1]:.3f}), value {f1[2]:.3f} ({shares[2]:.3f} of the relaxed)"
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each folder."""
    parser = argparse.ArgumentParser(prog="python -m bench.times", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="print so many expressions that differ")
    asked = parser.parse_args(arguments)
    print(PUBLISHED)
    for folder in asked.folders:
        texts = list(marked_in(folder))
        print(f"\n{folder.name}, {len(texts)} texts")
        for title, types in (("all", ("DATE", "TIME", "DURATION", "SET")), ("days", ("DATE", "TIME"))):
            tally = Tally()
            for text in texts:
                compare(text, types, tally)
            print(f"  {title:5} {tally.said()}")
        for line in tally.errors[: asked.errors]:
            print(f"    {line}")


def marked_in(folder: Path) -> Iterator[Marked]:
    """The marked texts of a folder and of those in it."""
    for file in sorted((*folder.rglob("*.tml"), *folder.rglob("*.xml"))):
        root = safe(file)
        if root is None:
            continue
        if root.tag == "TimeML":
            yield from _of_timeml(root)
        elif (article := article_of(root)) is not None:
            yield Marked(article.text, article.published, article.times)


def _of_timeml(root: ElementTree.Element) -> Iterator[Marked]:
    made, body = root.find("DCT/TIMEX3"), root.find("TEXT")
    if made is None or body is None:
        return
    text = ""
    times: dict[Place, tuple[str, str]] = {}

    def walk(node: ElementTree.Element) -> None:
        nonlocal text
        begin = len(text)
        text += node.text or ""
        for child in node:
            walk(child)
            text += child.tail or ""
        if node.tag == "TIMEX3":
            times[begin, len(text)] = node.get("value", ""), node.get("type", "")

    walk(body)
    yield Marked(text, date.fromisoformat(made.get("value", "")[:10]), times)


def compare(one: Marked, types: Sequence[str], tally: Tally) -> None:
    """Count what is marked as one of these types, and what is found elsewhere than at a mark of another type."""
    wanted = {place: value for place, (value, type_) in one.times.items() if type_ in types}
    others = [place for place, (_, type_) in one.times.items() if type_ not in types]
    found: dict[Place, str] = {}
    for words in time_words(one.text, 0, len(one.text)):
        place = _without_preposition(one.text, words.start, words.end)
        if (words.is_modifier and words.is_earlier) or any(_meets(place, other) for other in others):
            continue
        found[place] = timex(words.resolve(one.published, Direction.PAST) or "")
    tally.marked += len(wanted)
    tally.found += len(found)
    tally.strict += len(wanted.keys() & found.keys())
    for place, value in wanted.items():
        met = next((each for each in found if _meets(each, place)), None)
        tally.relaxed += met is not None
        is_right = met is not None and found[met] == value
        tally.value += is_right
        if not is_right:
            said = f"{found[met]} of “{one.text[slice(*met)]}”" if met else "nothing"
            tally.errors.append(
                f"{one.published}: “{' '.join(one.text[slice(*place)].split())}” is {value}, found {said}"
            )
    for place in found.keys() - {each for each in found if any(_meets(each, mark) for mark in wanted)}:
        tally.errors.append(f"{one.published}: “{one.text[slice(*place)]}” is not marked, found {found[place]}")


def _meets(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _without_preposition(text: str, start: int, end: int) -> Place:
    """The expression as the corpora mark it: "in May" is "May"."""
    before = re.match(
        r"(?:in|since|until|by|from|of|for|through|at|on|between|after|within|before)\s+", text[start:end], re.I
    )
    return start + (before.end() if before else 0), end


def timex(edtf: str) -> str:
    """The value of TIMEX3 that says what this EDTF text says; the text itself where there is none."""
    plain = edtf.rstrip("~")
    if match := re.fullmatch(r"(\d{4})-(2[1-4])", plain):
        return f"{match[1]}-{SEASONS[match[2]]}"
    if match := re.fullmatch(r"(\d{4})-(3[3-6]|4[01])", plain):
        number = int(match[2])
        return f"{match[1]}-{f'Q{number - 32}' if number < 40 else f'H{number - 39}'}"
    if match := re.fullmatch(r"(\d{3})0/(?:\1)9", plain):
        return match[1]
    if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)", plain):
        begin, end = map(date.fromisoformat, match.groups())
        if begin.weekday() == 0 and end - begin == timedelta(days=6):
            return f"{begin.isocalendar().year}-W{begin.isocalendar().week:02}"
    return plain


if __name__ == "__main__":
    main()
