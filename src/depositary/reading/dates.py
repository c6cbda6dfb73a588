"""Dates: the expressions of time in a text and the moments they could mean, told from the day of publication."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from depositary.terms import Moment, UnreadableMoment, add_months

_FARTHEST_AHEAD = 300
"""Days: a day and month without a year that would lie farther ahead is a day just past, and no date of a plan."""


class Direction(StrEnum):
    """Which way an incomplete date is to be completed: a past act looks back, a coming one forward."""

    PAST = "past"
    FUTURE = "future"


class Bearing(StrEnum):
    """What the words before a date make of it."""

    AT = "at"
    SINCE = "since"
    BY = "by"
    FROM = "from"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class TimeWords:
    """An expression of time at `start`-`end` (code points, end exclusive) of the text.

    `resolve` gives EDTF text, or None where the day of publication is needed and not known: nothing is invented.
    `years_before` and `months_before` are of "33 years after", which counts from the date of another act; `is_yearless`
    marks "in June", whose year another date of the sentence may tell. `in_year_after` is of "10 May of that year": the
    years from the date before, and month and day.
    """

    start: int
    end: int
    bearing: Bearing
    resolve: Callable[[date | None, Direction], str | None]
    years_before: int | None = None
    months_before: int | None = None
    is_same_day: bool = False
    month_after: int | None = None
    in_year_after: tuple[int, str] | None = None
    is_modifier: bool = False
    is_yearless: bool = False
    is_earlier: bool = False

    def moment(self, published: date | None, direction: Direction) -> Moment | None:
        """The moment it means for an act that looks in this direction."""
        edtf = self.resolve(published, direction)
        if edtf is None:
            return None
        try:
            return Moment.parse(edtf)
        except UnreadableMoment:
            return None


_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_FEASTS = {"New Year's Day": (1, 1), "New Year's Eve": (12, 31), "Christmas Day": (12, 25), "Christmas Eve": (12, 24)}
_YEARLESS = frozenset({"dm", "md", "month", "part_month", "days_dmy", "days_mdy"})
"""Expressions of a day or a month that may lack the year."""
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen")
_NUMBERS = {name: number for number, name in enumerate(_ONES, 1)} | {"a": 1, "an": 1, "fourteen": 14, "fifteen": 15}
_NUMBERS |= {"sixteen": 16, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_M = "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"  # noqa: E501 - a list of months
_W = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_N = r"(?i:\d{1,3}|" + "|".join(_NUMBERS) + ")"
_Y = r"(?:1[89]\d\d|20\d\d)"
_ABOUT = "(?P<about>about |nearly |almost |some |over |more than )?"
_UNIT = "(?P<unit>day|week|fortnight|month|year|decade)s?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"

_PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)\b"),
    ("days_dmy", rf"\b(?P<d>{_DAY})\s*(?:-|–|and|to|/)\s*(?P<d2>{_DAY})\s+(?P<m>{_M})\.?(?:,?\s+(?P<y>{_Y}))?\b"),
    ("days_mdy", rf"\b(?P<m>{_M})\.?\s+(?P<d>{_DAY})\s*(?:-|–|and|to)\s*(?P<d2>{_DAY})(?:,?\s+(?P<y>{_Y}))?\b"),
    ("dmy", rf"\b(?P<d>{_DAY})(?:\s+of)?\s+(?P<m>{_M})\.?,?\s+(?P<y>{_Y})\b"),
    ("mdy", rf"\b(?P<m>{_M})\.?\s+(?P<d>{_DAY}),?\s+(?P<y>{_Y})\b"),
    ("part_month", rf"\b(?P<part>[Ee]arly|[Ll]ate|[Mm]id)[- ](?P<m>{_M})\.?(?:,?\s+(?P<y>{_Y}))?\b"),
    ("my", rf"\b(?P<m>{_M})\.?,?\s+(?:of\s+)?(?P<y>{_Y})\b"),
    (
        "of_that_year",
        rf"\b(?:(?P<d>{_DAY})(?:\s+of)?\s+)?(?P<m>{_M})\s+of\s+(?:that|the)\s+(?P<which>same|next|following)?\s*year\b(?!\s*of)",
    ),
    ("rel_month_year", rf"\b(?P<m>{_M})\s+(?P<rel>last|this|next)\s+year\b"),
    ("dm", rf"\b(?P<d>{_DAY})(?:\s+of)?\s+(?P<m>{_M})\b(?!\s*\d{{4}})"),
    ("md", rf"\b(?P<m>{_M})\.?\s+(?P<d>{_DAY})\b(?!,?\s*\d{{4}}|%|\s*(?:million|billion|per))"),
    ("that_month", rf"\b(?:that|the following|the same|the next) (?P<m>{_M})\b"),
    ("rel_named_month", rf"\b(?P<rel>[Ll]ast|[Tt]his|[Nn]ext)\s+(?P<m>{_M})\b"),
    ("weekday", rf"\b(?P<rel>[Ll]ast |[Nn]ext |[Tt]his |earlier |late on |late |early on |early )?(?P<w>{_W})\b"),
    ("year_end", r"\b(?:by |before |until )?(?:the )?(?:year[-’' ]?end|(?:the )?end of (?:the|this) year)\b"),
    ("end_of_year", rf"\b(?:by |at |before |until )?the end of (?:the year )?(?P<y>{_Y})\b"),
    ("end_of_rel", r"\b(?:by |at |before )?the end of (?P<rel>last|this|next) (?P<unit>year|month)\b"),
    ("season", rf"\b(?P<s>spring|summer|autumn|fall|winter)(?:\s+of)?\s+(?P<y>{_Y})\b"),
    ("years", rf"\b(?:between|from|in)\s+(?P<y>{_Y})\s+(?:and|to)\s+(?P<y2>{_Y})\b"),
    ("half", rf"\b(?P<h>first|second) half of (?P<y>{_Y})\b"),
    ("quarter", rf"\b(?P<q>first|second|third|fourth) quarter of (?P<y>{_Y})\b"),
    ("part_year", rf"\b(?P<part>[Ee]arly|[Ll]ate|[Mm]id)[- ](?P<y>{_Y})\b"),
    ("rel_unit", r"\b(?P<rel>[Ll]ast|[Tt]his|[Nn]ext|[Ee]arlier this|[Ll]ater this)\s+(?P<unit>year|month|week)\b"),
    ("ago", rf"\b{_ABOUT}(?P<n>{_N})\s+{_UNIT}\s+ago\b"),
    (
        "years_after",
        rf"\b{_ABOUT}(?P<n>{_N})\s+{_UNIT}\s+(?:after|since)\b",
    ),
    ("next_year", r"\b(?:the|that) (?P<which>same|next|following) year\b"),
    (
        "years_later",
        rf"\b{_ABOUT}(?P<n>{_N})\s+{_UNIT}\s+(?:later|afterwards)\b",
    ),
    ("years_earlier", rf"\b{_ABOUT}(?P<n>{_N})\s+{_UNIT}\s+(?:earlier|before(?=[,.;]|$))"),
    ("day_after", r"\b(?:a day|one day|the day)\s+(?P<which>after|earlier|before|later)\b"),
    (
        "in_days",
        rf"\b(?:in|within)\s+(?P<n>{_N})\s+(?P<unit>day|week|month|year)s?\b(?!\s+(?:later|after|ago|earlier|before|of))",
    ),
    ("span", rf"\bafter\s+(?P<n>{_N})\s+{_UNIT}\b(?!\s+(?:later|after|ago|earlier|before))"),
    ("same_day", r"\b(?:on )?(?:the|that) same day\b|\bthat day\b|\bat the same time\b"),
    ("feast", r"\b(?P<f>New Year[’']s (?:Day|Eve)|Christmas (?:Day|Eve))"),
    (
        "today",
        r"\b(?P<t>[Tt]oday|[Tt]onight|[Ll]ast night|[Yy]esterday|[Tt]omorrow|[Tt]his (?:morning|afternoon|evening))\b",
    ),
    ("decade", r"\b(?:the\s+)?(?P<y>(?:1[89]|20)\d0)s\b"),
    (
        "month",
        rf"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|of|for|through)\s+(?P<m>{_M})\b"
        rf"(?!\.?\s*\d|,?\s+of\s+(?:{_Y}|(?:that|the)\b[\w ]{{0,12}}year)|\s+(?:last|this|next)\s+year)",
    ),
    ("year", rf"(?<![\d$€£.,-])\b(?P<y>{_Y})\b(?![\d%-]|,\d|\s*(?:million|billion|troops|people|km|miles))"),
)


def _named(name: str, pattern: str) -> str:
    """The pattern with its groups called after it, so that all can stand in one expression."""
    inside = re.sub(r"\?P<(\w+)>", lambda group: f"?P<{name}_{group.group(1)}>", pattern)
    return f"(?P<{name}_>{inside})"


_COMPILED = re.compile(rf"\b(?=\w)(?:{'|'.join(_named(name, pattern) for name, pattern in _PATTERNS)})")
_BEARINGS = (
    (re.compile(r"\b(?:since)\s+(?:at least\s+)?$", re.I), Bearing.SINCE),
    (re.compile(r"\b(?:by|before|no later than|not later than)\s+(?:the\s+)?$", re.I), Bearing.BY),
    (re.compile(r"\b(?:from|effective|as of|as from|starting|beginning)\s+(?:on\s+)?$", re.I), Bearing.FROM),
    (re.compile(r"\b(?:until|till|through)\s+$", re.I), Bearing.UNTIL),
)


_OF_A_TREATY = re.compile(
    r"\s(?:[a-z-]+\s){0,2}(?:treaty|pact|accord|agreement|deal|convention|protocol|charter)\b", re.I
)
"""After a year that says which treaty is meant: "withdraws from 1987 nuclear pact"."""
_IN = re.compile(r"(?:\b(?:in|since|by|until|before|after|during|early|late|mid)|[,;(]|^)[ -]?$", re.I)


def time_words(text: str, start: int, end: int) -> list[TimeWords]:
    """The expressions of time between `start` and `end` of the text, in order; they do not overlap."""
    return list(_found(text, start, end))


def _found(text: str, start: int, end: int) -> Iterator[TimeWords]:
    for match in _COMPILED.finditer(text, start, end):
        kind = next(name for name, _ in _PATTERNS if match.group(f"{name}_") is not None)
        parts = {name: value for name, value in match.groupdict().items() if value and name.startswith(kind + "_")}
        parts = {name[len(kind) + 1 :]: value for name, value in parts.items() if name != kind + "_"}
        parts |= {name: parts[name].lower() for name in ("rel", "t", "part") if name in parts}
        if kind == "md" and parts["m"] == "May" and not text[match.start() - 1 : match.start()].isspace():
            continue
        before = text[max(start, match.start() - 24) : match.start()]
        bearing = next((b for pattern, b in _BEARINGS if pattern.search(before)), Bearing.AT)
        if match.group().lower().startswith(("by ", "before ")) or kind == "year_end":
            bearing = Bearing.BY
        if match.group().lower().startswith("since "):
            bearing = Bearing.SINCE
        yield _words(kind, parts, match, bearing, text, end)


def _words(kind: str, parts: dict[str, str], match: re.Match[str], bearing: Bearing, text: str, end: int) -> TimeWords:
    years = months = None
    if kind in ("years_after", "years_later", "years_earlier"):
        number, unit = _number(parts["n"]) * (-1 if kind == "years_later" else 1), parts["unit"]
        years = number * (10 if unit == "decade" else 1) if unit in ("year", "decade") else None
        months = number if unit == "month" else None
    if kind == "next_year":
        years = 0 if parts["which"] == "same" else -1
    after = text[match.end() : min(end, match.end() + 24)]
    earlier = text[max(0, match.start() - 9) : match.start()]
    modifier = kind in ("year", "my", "decade") and re.match(r"\s+[A-Za-z’'-]+", after) is not None
    modifier = modifier and re.search(r"\b(?:the|a|an|its|their|his|her|this|that)\s+$", earlier) is not None
    modifier = modifier or (kind == "year" and _OF_A_TREATY.match(after) is not None and not _IN.search(earlier))
    return TimeWords(
        match.start(),
        match.end(),
        bearing,
        lambda published, direction: _edtf(kind, parts, published, direction),
        years_before=years,
        months_before=months,
        is_same_day=kind == "same_day",
        month_after=_month(parts["m"]) if kind == "that_month" else None,
        in_year_after=_in_year_after(parts) if kind == "of_that_year" else None,
        is_modifier=modifier or kind == "span",  # "after 15 years" says how long, and not when
        is_earlier=kind == "years_earlier",
        is_yearless=kind in _YEARLESS and "y" not in parts,
    )


def _in_year_after(p: dict[str, str]) -> tuple[int, str]:
    """How many years after the date before, and the month and day in it."""
    day = f"-{_day(p['d']):02}" if "d" in p else ""
    return int(p.get("which") in ("next", "following")), f"{_month(p['m']):02}{day}"


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def _month(name: str) -> int:
    return _MONTHS[name.lower().rstrip(".")]


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _edtf(kind: str, p: dict[str, str], published: date | None, direction: Direction) -> str | None:
    try:
        return _complete(kind, p) or (_relative(kind, p, published, direction) if published else None)
    except (ValueError, OverflowError):
        return None


def _complete(kind: str, p: dict[str, str]) -> str | None:
    """What needs no day of publication."""
    year = p.get("y")
    match kind:
        case "iso":
            return f"{p['y']}-{p['m']}-{p['d']}"
        case "dmy" | "mdy":
            return f"{year}-{_month(p['m']):02}-{_day(p['d']):02}"
        case "days_dmy" | "days_mdy" if year:
            month = _month(p["m"])
            return f"{year}-{month:02}-{_day(p['d']):02}/{year}-{month:02}-{_day(p['d2']):02}"
        case "my":
            return f"{year}-{_month(p['m']):02}"
        case "part_month" if year:
            return _part_of_month(p["part"], int(year), _month(p["m"]))
        case "season":
            season = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}[p["s"].lower()]
            return f"{year}-{season}"
        case "half":
            return f"{year}-{40 if p['h'].lower() == 'first' else 41}"
        case "quarter":
            return f"{year}-{33 + ('first', 'second', 'third', 'fourth').index(p['q'].lower())}"
        case "part_year":
            first, last = {"early": ("01", "04"), "mid": ("05", "08"), "late": ("09", "12")}[p["part"].lower()]
            return f"{year}-{first}/{year}-{last}"
        case "decade":
            return f"{year}/{int(p['y']) + 9}"
        case "year" | "end_of_year":
            return year
        case _:
            return None


def _part_of_month(part: str, year: int, month: int) -> str:
    last = calendar.monthrange(year, month)[1]
    first, until = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}[part.lower()]
    return f"{year}-{month:02}-{first:02}/{year}-{month:02}-{until:02}"


def _relative(kind: str, p: dict[str, str], published: date, direction: Direction) -> str | None:
    """What is told from the day of publication."""
    match kind:
        case "feast":
            return _nearest_day(*_FEASTS[p["f"].replace("’", "'")], published, direction).isoformat()
        case "dm" | "md":
            return _nearest_day(_month(p["m"]), _day(p["d"]), published, direction).isoformat()
        case "days_dmy" | "days_mdy":
            begin = _nearest_day(_month(p["m"]), _day(p["d"]), published, direction)
            return f"{begin.isoformat()}/{begin.replace(day=_day(p['d2'])).isoformat()}"
        case "month":
            return _nearest_month(_month(p["m"]), published, direction)
        case "part_month":
            year, month = map(int, _nearest_month(_month(p["m"]), published, direction).split("-"))
            return _part_of_month(p["part"], year, month)
        case "rel_named_month":
            return _named_month(_month(p["m"]), p["rel"].lower(), published)
        case "rel_month_year":
            return f"{published.year + _step(p['rel']):04}-{_month(p['m']):02}"
        case "weekday":
            return _weekday(p["w"], (p.get("rel") or "").strip().lower(), published, direction)
        case "today":
            shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(p["t"].lower(), 0)
            return (published + timedelta(days=shift)).isoformat()
        case "year_end":
            return f"{published.year}"
        case "end_of_rel" | "rel_unit":
            return _unit(p["unit"], p["rel"].lower(), published)
        case "years":
            return f"{p['y']}/{p['y2']}" if p["y"] < p["y2"] else None
        case "ago":
            return _ago(_number(p["n"]), p["unit"], bool(p.get("about")), published)
        case "in_days":
            return _ahead(_number(p["n"]), p["unit"], published)
        case _:
            return None


def _nearest_day(month: int, day: int, published: date, direction: Direction) -> date:
    years = (published.year - 1, published.year, published.year + 1)
    candidates = [date(year, month, day) for year in years if (month, day) != (2, 29) or calendar.isleap(year)]
    if direction is Direction.PAST:
        return max(c for c in candidates if c <= published + timedelta(days=1))
    coming = min(c for c in candidates if c >= published)
    if (coming - published).days > _FARTHEST_AHEAD:
        raise ValueError("a day just past does not date what is to come")
    return coming


def _nearest_month(month: int, published: date, direction: Direction) -> str:
    year = published.year
    if direction is Direction.PAST and month > published.month:
        year -= 1
    if direction is Direction.FUTURE and month < published.month:
        year += 1
    return f"{year:04}-{month:02}"


def _named_month(month: int, rel: str, published: date) -> str:
    if rel == "this":
        return f"{published.year:04}-{month:02}"
    if rel == "last":
        return f"{published.year - (month >= published.month):04}-{month:02}"
    return f"{published.year + (month <= published.month):04}-{month:02}"


def _weekday(name: str, rel: str, published: date, direction: Direction) -> str:
    ahead = (_WEEKDAYS[name.lower()] - published.weekday()) % 7
    if rel == "next":
        return (published + timedelta(days=ahead or 7)).isoformat()
    if direction is Direction.FUTURE or rel == "this":
        return (published + timedelta(days=ahead)).isoformat()
    back = (7 - ahead) % 7
    if rel == "last" and back == 0:
        back = 7
    return (published - timedelta(days=back)).isoformat()


def _step(rel: str) -> int:
    return {"last": -1, "next": 1}.get(rel.lower(), 0)


def _unit(unit: str, rel: str, published: date) -> str:
    step = _step(rel.split()[0])
    if unit == "year":
        return f"{published.year + step:04}"
    if unit == "month":
        return add_months(published.replace(day=1), step).isoformat()[:7]
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _ago(number: int, unit: str, about: bool, published: date) -> str:
    match unit:
        case "day":
            return (published - timedelta(days=number)).isoformat()
        case "week" | "fortnight":
            weeks = number * (2 if unit == "fortnight" else 1)
            return (published - timedelta(weeks=weeks)).isoformat() + "~"
        case "month":
            return add_months(published, -number).isoformat()[:7] + ("~" if about else "")
        case _:
            years = number * (10 if unit == "decade" else 1)
            return f"{published.year - years:04}" + ("~" if about or unit == "decade" else "")


def _ahead(number: int, unit: str, published: date) -> str:
    match unit:
        case "day":
            return (published + timedelta(days=number)).isoformat()
        case "week":
            return (published + timedelta(weeks=number)).isoformat() + "~"
        case "month":
            return add_months(published, number).isoformat()[:7]
        case _:
            return f"{published.year + number:04}"
