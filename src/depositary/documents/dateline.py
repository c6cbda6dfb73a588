"""The dateline of a plain text: when was it published, and how do we know.

Only the head of the text is looked at, and only a full day that stands where a date of publication stands: after
a label, on a line of its own, or in a dateline before the first sentence. A day inside a sentence dates an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from depositary.documents.days import DAY_PATTERN, MONTH_PATTERN, WEEKDAY_PATTERN, UnreadableDay, written_day

HEAD_LINES = 8
"""Lines with words at the top that may bear the date: kicker, headline, standfirst, byline, date, and some air."""

HEAD_WIDTH = 300
"""Characters of a line that are looked at: a dateline stands at its beginning."""

CHRONOLOGY_DAYS = 3
"""So many lines that begin with different days make a chronology; its days are of events."""

_SHIFT = timedelta(days=1)  # the calendar of the press may be a day ahead of UTC

_DAY = rf"(?P<day>{DAY_PATTERN})"
_BREAK = r"[\s,|•·:–—-]*"
_CLOCK = (
    r"(?:(?:T|[\s,|•·–—-]*(?:at\s+)?)\d{1,2}(?:[:.h]\d{2})?(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?"
    r"\s*\(?(?:[A-Z]{1,5}(?:[+-]\d{1,2})?|[+-]\d{2}:?\d{2})?\)?)?"
)
_TAIL = r"(?:\s*[|•·;–—(-].{0,60}|\s+(?:updated|last)\b.{0,60})?"

# Patterns are kept as text: `re` compiles each at its first use, and a command that reads nothing waits for none.
# A label and how far it is to be trusted: the smaller rank speaks for the text.
_LABELS = (
    (0, r"(?:first\s+)?published(?:\s+on)?|publication\s+date|date\s+of\s+(?:publication|issue|release)"),
    (1, r"(?:date\s+)?(?:posted|issued|released)(?:\s+on)?|release\s+date"),
    (1, r"(?:press|news|media)\s+(?:release|statement|communiqu[ée])(?:\s+(?:no\.?\s*)?[\w/().-]*\d[\w/().-]*)?"),
    (1, r"for\s+immediate\s+release"),
    (2, r"dated?"),
    (4, r"(?:last\s+)?(?:updated|modified)(?:\s+on)?"),
)
_RANK_OF_DATELINE = 3

_NO_NAME = rf"(?!(?i:{WEEKDAY_PATTERN}|{MONTH_PATTERN})\b)"
_NAME = rf"{_NO_NAME}[A-ZÀ-ÖØ-Þ][\w.'’-]*"
_PLACE = rf"{_NAME}(?:[ ,/]+(?:{_NAME}|of|the|de|del|la|di|and)){{0,5}}"
_SHORT_PLACE = rf"(?:The\s+)?{_NAME}(?:\s{_NAME})?(?:,\s(?:D\.?C\.?|{_NAME}))?"
_BYLINE = r"[Bb]y\s+[^\d|•·–—]{2,60}?"
_LABELLED = tuple(
    (
        rank,
        rf"[*_(\[]*(?P<label>(?i:{label}))[*_]*(?:{_BREAK}|\s*:\s*[*_]*\s*(?:{_SHORT_PLACE},\s+)?)"
        rf"(?i:{_DAY}){_CLOCK}{_TAIL}[.\])*_]*",
    )
    for rank, label in _LABELS
)
_ALONE = rf"[*_(\[]*(?:(?P<place>{_SHORT_PLACE}),\s+|{_BYLINE}\s*[,|•·–—-]\s*)?(?i:{_DAY}){_CLOCK}[.\])*_]*"
_LEADING = (
    rf"(?:(?P<place>{_PLACE})\s*[,:(–—-]\s*)?(?i:{_DAY})\)?[.,]?\s*"
    r"(?:\([^()]{2,40}\)\s*[-–—:]{1,2}\s*|[/]\s*[\w ]{2,30}/\s*[-–—]{0,2}\s*|(?:[–—]|--?)\s+)(?=\S)"
)
_ENTRY = rf"(?im)^[ \t*•-]*(?P<day>{DAY_PATTERN})"
_NO_PLACE = re.compile(
    r"\b(?:summit|declaration|accords?|agreement|treaty|statement|meeting|conference|forum|protocol|memorandum|"
    r"convention|charter|session|deal|pact|notification|resolution|communiqu[ée]|talks|signed|done|ceremony|joint|"
    r"effective|entry|vote|signature|ratification|accession|withdrawal|deposit|deadline|until|since|on|in|by|from|"
    r"after|before|event|updated|decision|report|council|assembly|article|annex|order|law|act|page|vol|no)\b",
    re.I,
)
_UNFINISHED = re.compile(
    r"(?:[,;]|\b(?:on|of|since|until|till|by|from|before|after|for|the|a|and|or|to|in|at|is|was|between|dated|with))$"
)
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A day of publication and where it stands ("line 2"); `doubt` is a sentence on a date that could not be used."""

    day: date | None = None
    where: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class _Sighting:
    rank: int
    day: date
    line: int


def head(text: str) -> Iterator[tuple[int, str]]:
    """The first lines that hold anything, each with its number from 1 as editors count, cut at `HEAD_WIDTH`."""
    position, number, given = 0, 0, 0
    while position <= len(text) and given < HEAD_LINES:
        end = _LINE_END.search(text, position)
        number += 1
        line = text[position : min(end.start() if end else len(text), position + 4 * HEAD_WIDTH)].strip()
        if line:
            given += 1
            yield number, line[:HEAD_WIDTH]
        if end is None:
            return
        position = end.end()


def dateline(text: str, *, captured: date) -> Dateline:
    """When a plain text says that it was published.

    Where two days stand in places of equal rank, neither is taken; a day later than `captured` dates no publication.
    """
    sightings: list[_Sighting] = []
    doubt, above = "", (0, "")
    for number, line in head(text):
        goes_on = above[0] == number - 1 and _UNFINISHED.search(above[1])
        above = number, line
        if goes_on:
            continue
        try:
            sighting = _sighting(number, line)
        except UnreadableDay as unreadable:
            doubt = doubt or f"The date on line {number} is left out: {unreadable}"
            continue
        if sighting:
            sightings.append(sighting)
    if not sightings:
        return Dateline(doubt=doubt)
    best = min(sighting.rank for sighting in sightings)
    days = {sighting.day for sighting in sightings if sighting.rank == best}
    first = next(sighting for sighting in sightings if sighting.rank == best)
    if len(days) > 1 or (best == _RANK_OF_DATELINE and _is_chronology(text)):
        return Dateline(doubt=doubt)
    if first.day > captured + _SHIFT:
        late = f"The date on line {first.line} is left out: {first.day} is later than the capture on {captured}."
        return Dateline(doubt=late)
    return Dateline(first.day, f"line {first.line}")


def line_day(line: str) -> date | None:
    """The day of publication that one line bears by itself; None for a day of change, or of which it could be two."""
    try:
        sighting = _sighting(1, line[:HEAD_WIDTH])
    except UnreadableDay:
        return None
    return sighting.day if sighting and sighting.rank <= _RANK_OF_DATELINE else None


def _sighting(number: int, line: str) -> _Sighting | None:
    for rank, pattern in _LABELLED:
        match = re.fullmatch(pattern, line)
        if match is None or (match["label"].islower() and line[match.end("label") :].lstrip(" *_")[:1] != ":"):
            continue
        if day := written_day(match["day"]):
            return _Sighting(rank, day, number)
    for match in (re.fullmatch(_ALONE, line), re.match(_LEADING, line)):
        if match is None or (match["place"] and _NO_PLACE.search(match["place"])):
            continue
        if day := written_day(match["day"]):
            return _Sighting(_RANK_OF_DATELINE, day, number)
    return None


def _is_chronology(text: str) -> bool:
    days = {match["day"].lower() for match in re.finditer(_ENTRY, text)}
    return len(days) >= CHRONOLOGY_DAYS
