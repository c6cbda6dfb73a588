"""Articles of MEANTIME (Minard and others, LREC 2016; CC BY 4.0): news in which people marked what happens and when."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

LARGEST = 5_000_000
"""Bytes of a file."""
MARKED = 5
"""The last sentence of an article in which all was marked; the first, 0, is its heading."""
Place = tuple[int, int]
"""Code points, end exclusive."""


@dataclass(frozen=True, slots=True)
class Event:
    """A word that names what happens or is said to: its class of word, certainty, polarity and time, as marked."""

    place: Place
    pos: str
    certainty: str
    polarity: str
    time: str


@dataclass(frozen=True, slots=True)
class Article:
    """What of an article was marked: its first sentences, with value and type of each expression of time."""

    text: str
    published: date
    sentences: tuple[Place, ...]
    times: Mapping[Place, tuple[str, str]]
    events: tuple[Event, ...]


def articles(folder: Path) -> Iterator[Article]:
    """The articles of a folder and of those in it; those without a day are left out."""
    for file in sorted(folder.rglob("*.xml")):
        root = safe(file)
        article = article_of(root) if root is not None else None
        if article is not None:
            yield article


def safe(file: Path) -> ElementTree.Element | None:
    """The root of a file; None, and a line, where it is too large or has entities."""
    content = file.read_bytes()
    if len(content) > LARGEST or b"<!ENTITY" in content:
        print(f"{file}: left out, it is too large or has entities.")
        return None
    return ElementTree.fromstring(content)


def article_of(root: ElementTree.Element) -> Article | None:
    """One article; None where it bears no day."""
    text = ""
    sentences: list[tuple[int, int, int]] = []
    places: dict[str, Place] = {}
    number = 0
    for token in root.iter("token"):
        if int(token.get("sentence", "0")) > MARKED:
            break
        word = (token.text or "").replace("``", "“").replace("''", "”")
        is_close = bool(re.fullmatch(r"[,.;:?!)%”]|'s|n't", word)) or text[-1:] in ("(", "$", "“")
        if int(token.get("sentence", "0")) != number:
            number = int(token.get("sentence", "0"))
            text += "\n"
        elif not is_close and text:
            text += " "
        places[token.get("t_id", "")] = len(text), len(text) + len(word)
        if not sentences or sentences[-1][0] != number:
            sentences.append((number, len(text), len(text)))
        text += word
        sentences[-1] = number, sentences[-1][1], len(text)
    times: dict[Place, tuple[str, str]] = {}
    published = ""
    for mark in root.iter("TIMEX3"):
        place = _place(mark, places)
        if mark.get("functionInDocument") == "CREATION_TIME" or place is None:
            published = published or mark.get("value", "")
        if place is not None and mark.get("type") and not mark.get("TAG_DESCRIPTOR"):
            times[place] = mark.get("value", ""), mark.get("type", "")
    if not re.fullmatch(r"\d{4}-\d\d-\d\d.*", published):
        return None
    runs = tuple((begin, end) for _, begin, end in sentences)
    return Article(text, date.fromisoformat(published[:10]), runs, times, tuple(_events(root, places)))


def _events(root: ElementTree.Element, places: Mapping[str, Place]) -> Iterator[Event]:
    for mark in root.iter("EVENT_MENTION"):
        place = _place(mark, places)
        told = [mark.get(name) or "" for name in ("pos", "certainty", "polarity", "time")]
        if place is not None and all(told):
            yield Event(place, *told)


def _place(mark: ElementTree.Element, places: Mapping[str, Place]) -> Place | None:
    anchors = (anchor.get("t_id", "") for anchor in mark.iter("token_anchor"))
    inside = [places[anchor] for anchor in anchors if anchor in places]
    return (min(inside)[0], max(inside)[1]) if inside else None
