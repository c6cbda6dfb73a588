"""Sentences: where they begin and end in a text as news comes, with headings, datelines and debris told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

LONGEST = 2_000
"""Code points after which a run without a full stop is cut at a space, so that parsing time stays linear."""


NARROWEST_WRAP, WIDEST_WRAP = 40, 100
"""Columns at which plain text is wrapped by hand or by mail programs."""

_OPEN_ENDED = re.compile(r"[^\W_][,)”\"]?\s*$")
_OF_THE_CALENDAR = re.compile(
    r"\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b"
)
_FEWEST = 3
"""Words that a line has at most which stands alone, as a byline does."""

_BREAK = re.compile(r"\r?\n")


class Shape(StrEnum):
    """What a stretch of text is by its look."""

    HEADING = "heading"  #: a headline, a deck, a crosshead: a short line without a full stop
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: code points of the document's text, `end` exclusive; a dateline in front of it is left out.

    `opens_story` where a dateline or a place in capitals stands before it, as on a page of several stories.
    """

    start: int
    end: int
    shape: Shape
    paragraph: int
    opens_story: bool = False


_ABBREVIATIONS = frozenset(
    (
        "mr mrs ms dr st prof gen col lt sen rep gov jan feb mar apr jun jul aug sept sep oct nov dec no nos vs "
        "inc ltd co corp art arts h.e h.m h.r.h messrs u.s u.k u.n u.a.e e.u d.c a.m p.m i.e e.g cf vol para paras "
        "approx"
    ).split()
)
_STOP = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s|$|[A-Z“‘\"])")
_HEADING_LONGEST = 160
_DATELINE = re.compile(
    r"""\s*(?:
        [A-ZÀ-Ý][A-ZÀ-Ý.'’/ -]+(?:,\s[A-Z][A-Za-zÀ-ÿ.'’ -]{1,30})?      # GENEVA, ST JOHN'S, PUNTA DEL ESTE, Uruguay
        (?:[.,]?\s+(?:\d{1,2}\s+[A-Z][a-z]+\.?|[A-Z][a-z]+\.?\s+\d{1,2})(?:,?\s+\d{4})?\.?)?  # , 4 July
        (?:\s*\([^()\n]{2,40}\))?                                      # (Agency)
        \s*(?:[-–—:]{1,2})\s+
      | [A-ZÀ-Ý][A-Za-zÀ-ÿ.'’ ]{2,30}(?:[.,]?\s+(?:\d{1,2}\s+[A-Z][a-z]+|[A-Z][a-z]+\.?\s+\d{1,2})(?:,?\s+\d{4})?\.?)?
        \s*\([^()\n]{2,40}\)\s*[-–—:]{1,2}\s+                          # Geneva (Agency) -
      | [A-ZÀ-Ý][A-ZÀ-Ý.'’ ]+\s\([^()\n]{0,40}(?:News|Sputnik|Reuters|AFP|Xinhua|Agency|TASS)[^()\n]{0,40}\)\s+
        (?=[A-Z“"])                                                    # MOSCOW (Sputnik - 10 May) The
      | \([A-Z][^()\n]{2,40}\)\s*[-–—]{1,2}\s+                         # (Reuters) -
        (?:[A-ZÀ-Ý][A-ZÀ-Ý.'’ -]+,\s[A-Z][A-Za-z]+\.?\s\d{1,2}\s[-–—]{1,2}\s+)?    # BELGRADE, MAY 29 -
      | [A-ZÀ-Ý][a-zà-ÿ.'’-]+(?:\s[A-ZÀ-Ý][a-zà-ÿ.'’-]+){0,2}\s[–—]\s    # Auckland — When
        (?=(?:The|An?|In|On|At|After|When|While|Nobody|No|It|For|With|As|By|From|Before|Until|They|Few|Once)\s)
    )""",
    re.VERBOSE,
)


_LABEL = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý'’ /&-]{3,30}[.:]\s+(?=[A-Z“\"])")
"""What stands before each of several stories on a page: "HUNGARY. No such doubts on the Danube"."""


def sentences(text: str) -> list[Sentence]:
    """The sentences of `text` in order; together they cover all that is not white space or a dateline."""
    found: list[Sentence] = []
    for paragraph, (start, end) in enumerate(_paragraphs(text)):
        found.extend(_of_line(text, start, end, paragraph))
    return found


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The lines of `text`, those that were wrapped at a column put together again."""
    block: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        if not line.group().strip():
            continue
        if block and _BREAK.fullmatch(text, block[-1][1], line.start()) is None:
            yield from _unwrapped(text, block)
            block = []
        block.append(line.span())
    yield from _unwrapped(text, block)


def _unwrapped(text: str, block: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A block of lines as one paragraph if no line has room for the first word of the next, else what runs on."""
    widest = max((end - start for start, end in block), default=0)
    wrapped = NARROWEST_WRAP <= widest <= WIDEST_WRAP and all(
        (end - start) + 1 + len(text[after:stop].split()[0]) > widest for (start, end), (after, stop) in pairwise(block)
    )
    if wrapped and not (len(block) == 2 and not text[block[1][0] : block[1][1]].lstrip()[:1].islower()):
        yield block[0][0], block[-1][1]
        return
    is_small = not any(letter.isupper() for start, end in block for letter in text[start:end])
    at = 0
    for this, (start, end) in enumerate(block):
        begin, stop = block[this - 1]
        if this and (is_small or not _runs_on(text[begin:stop], text[start:end])):
            yield block[at][0], stop
            at = this
        if this == len(block) - 1:
            yield block[at][0], end


def _runs_on(line: str, following: str) -> bool:
    """Whether a sentence goes on over the break: "has reached a deal with / Georgia", "an open / arrangement"."""
    if len(line) > WIDEST_WRAP or following.startswith("by ") or not _OPEN_ENDED.search(line):
        return False
    is_led_on = re.search(r"\s(?:a|an|the|of|to|in|on|with|by|for|from|and|that|its|their)\s*$", line) is not None
    is_small = following.lstrip()[:1].islower() or _OF_THE_CALENDAR.match(following) is not None
    return len(line.split()) > _FEWEST and (is_small or is_led_on)


def _of_line(text: str, start: int, end: int, paragraph: int) -> list[Sentence]:
    dateline = _DATELINE.match(text, start, end)
    opens = dateline is not None or _LABEL.match(text, start, end) is not None
    if dateline is not None and dateline.end() < end:
        start = dateline.end()
    if _is_heading(text[start:end]):
        return [Sentence(a, b, Shape.HEADING, paragraph) for a, b in _trimmed(text, _cut_long(text, start, end))]
    pieces: list[tuple[int, int]] = []
    at = start
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, at, stop.start(), stop.end(), end):
            pieces.extend(_cut_long(text, at, stop.end()))
            at = stop.end()
    if at < end:
        pieces.extend(_cut_long(text, at, end))
    return [
        Sentence(a, b, Shape.BODY, paragraph, opens and not place)
        for place, (a, b) in enumerate(_trimmed(text, pieces))
    ]


def _is_heading(line: str) -> bool:
    stripped = line.strip()
    if not stripped or len(stripped) > _HEADING_LONGEST or stripped.endswith((".", "!", ".”", '."', "…", "]", ";")):
        return False
    return re.search(r"[.!?][\"”]?\s+[A-Z]", stripped) is None or stripped.count(". ") == 0


def _ends_sentence(text: str, start: int, stop: int, after: int, end: int) -> bool:
    mark = text[stop]
    rest = text[after:end]
    following = rest.lstrip()
    word = re.search(r"(\S+)$", text[start:stop])
    before = word.group(1).lstrip("(“\"'‘") if word else ""
    if mark == "." and rest and not rest[0].isspace():
        # "said.The": a missing space; but not "U.S", "3.5", "www.un.org"
        return rest[0].isupper() and len(before) > 2 and before.islower() and rest[1:2].islower()
    if not following:
        return True
    if mark == "." and (before.lower() in _ABBREVIATIONS or re.fullmatch(r"(?:[A-Z]\.)*[A-Z]", before)):
        return False
    return not following[0].islower()


def _cut_long(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)]


def _trimmed(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    trimmed = []
    for start, end in pieces:
        piece = text[start:end]
        lead, tail = len(piece) - len(piece.lstrip()), len(piece) - len(piece.rstrip())
        if start + lead < end - tail:
            trimmed.append((start + lead, end - tail))
    return trimmed
