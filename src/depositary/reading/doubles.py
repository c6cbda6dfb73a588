"""Doubles: words that name a participant and something else, told apart by the other words of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from depositary.reading.mention import Link, Reason, Thing

_NEITHER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class _Double:
    """A word; what tells that a namesake is meant, and what tells that the participant is.

    `reason` is that of the namesake. With none of `own`, one word of `other` is enough.
    """

    other: re.Pattern[str]
    own: re.Pattern[str] = _NEITHER
    reason: Reason = Reason.NAMESAKE


def _words(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})")


_GEORGIA = _Double(
    other=_words(
        "Atlanta", "Savannah", "Macon", "Kemp", "Raffensperger", "Warnock", "Ossoff", "Alabama", "Florida", "Tennessee",
        "(?:South|North) Carolina", "Mississippi", r"Gov\.", "Bulldogs", "Georgia Tech", r"(?:US|U\.S\.) State\b",
        "Democrat", "Republican", "state (?:senator|legislature|lawmaker|trooper)", "Senate runoff", "House minority",
    ),
    own=_words(
        "Tbilisi", "Batumi", "Gori", "Abkhaz", "(?:South )?Osseti", "Saakashvili", "Ivanishvili", "Kobakhidze",
        "Zourabichvili", "Garibashvili", "Kavelashvili", "Margvelashvili", "Shevardnadze", "Georgian Dream",
        "Georgians?\\b", "Armenia", "Azerbaijan", "Moldova", "Ukrain", "Russia", "Caucasus", "N[Aa][Tt][Oo]", "EU\\b",
        "European Union", "Black Sea",
    ),
)  # fmt: skip
_DOUBLES = {
    "georgia": _GEORGIA,
    "georgians": _GEORGIA,
    "washington": _Double(
        other=_words("Seattle", "Spokane", "Tacoma", "Olympia", "Puget", "Washington [Ss]tate\\b", "Oregon"),
        own=_words(
            "White House", "Congress", "Pentagon", "Capitol", "U\\.?S\\b", "United States", "D\\.C", "Americans?\\b"
        ),
    ),
    "turkey": _Double(
        other=_words("Thanksgiving", "[Rr]oast", "[Ss]tuffing", "[Gg]ravy", "[Pp]oultry", "turkeys\\b"),
        own=_words("Turkish", "Ankara", "Erdo[gğ]an", "Istanbul", "Syria", "Greece", "N[Aa][Tt][Oo]"),
        reason=Reason.WORD,
    ),
    "icc": _Double(
        other=_words(
            "[Cc]ricket", "[Ww]icket", "T20", "World Cup", "[Uu]mpire", "Chamber of Commerce", "[Aa]rbitra", "Incoterms"
        ),
        own=_words("Hague", "[Ww]arrant", "Rome Statute", "[Ww]ar crimes", "[Pp]rosecutor", "Criminal Court"),
    ),
}
_MEANINGS = {
    ("congo",): {
        "COD": _words(
            "Kinshasa", "Goma\\b", "Bukavu", "Kivu", "Katanga", "Ituri", "Lubumbashi", "M23", "Kabila", "Tshisekedi",
            "Mobutu", "Rwanda", "Burundi", "Uganda", "[Ee]astern Congo",
        ),
        "COG": _words("Brazzaville", "Pointe-Noire", "Sassou", "Nguesso", "Oyo\\b"),
    },
    ("korea", "korean", "koreans"): {
        "PRK": _words("Pyongyang", "Kim (?:Jong|Il)", "Yongbyon"),
        "KOR": _words("Seoul", "Busan", "Incheon", "Samsung", "Hyundai", "Lee Jae", "Yoon", "Moon Jae"),
    },
}  # fmt: skip
"""Words that mean one participant or another, and what tells of each."""
_WASHINGTON = re.compile(r"\b(?:George|Denzel|Kerry|Booker|Dinah|Martha|Harold)\s(?:[A-Z]\.\s)?Washington\b")


def told_apart(text: str, links: Sequence[Link]) -> list[Link]:
    """The links, those of doubles as the rest of the text tells: a namesake left alone, the likelier meaning first."""
    return [_told(text, link) if link.is_link and link.mention.thing is Thing.PARTICIPANT else link for link in links]


def _told(text: str, link: Link) -> Link:
    mention = link.mention
    word = mention.text.casefold()
    double = _DOUBLES.get(word)
    if word == "washington" and (person := _WASHINGTON.search(text)) and not _DOUBLES[word].own.search(text):
        return Link(mention, Reason.PERSON_NAME, person.group())
    if double is not None:
        others = double.other.findall(text)
        if len(others) > len(double.own.findall(text)):
            return Link(mention, double.reason, others[0])
    if link.reason is Reason.DEFAULT:
        for words, meanings in _MEANINGS.items():
            if word in words:
                return _likelier(text, link, meanings)
    return link


def _likelier(text: str, link: Link, meanings: dict[str, re.Pattern[str]]) -> Link:
    """The link with the meaning first that more words of the text tell of; as it is where they are even."""
    told = {id: found for id in link.mention.ids if id in meanings and (found := meanings[id].findall(text))}
    most = max(map(len, told.values()), default=0)
    best = [id for id, found in told.items() if len(found) == most]
    if len(best) != 1:
        return link
    ids = (best[0], *(id for id in link.mention.ids if id != best[0]))
    return Link(replace(link.mention, ids=ids), Reason.CONTEXT, told[best[0]][0])


def of_named(link: Link, found: Sequence[Link]) -> Link:
    """The link of a surname that two States' office-holders bear, to the one of them that the text names."""
    if link.reason is not Reason.NOT_IN_OFFICE or len(link.mention.ids) < 2:
        return link
    named = {id for each in found if each.is_link for id in each.mention.ids[:1]}
    own = sorted(named.intersection(link.mention.ids))
    return Link(replace(link.mention, ids=(own[0],)), Reason.OFFICE_HOLDER) if len(own) == 1 else link
