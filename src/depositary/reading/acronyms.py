"""Acronyms: what a text itself says that its acronyms stand for: "the Election Commission (EC)" is no union."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from depositary.reading.mention import Link, Reason
from depositary.reference import Reference, fold

_SPELT_OUT = re.compile(
    r"(?P<name>(?:[A-Z][\w’'.-]*[^\S\n]+)(?:(?:[A-Z][\w’'.-]*|of|the|for|and|on|in|de|du|da|del|des|la|&)[^\S\n]+){1,9})"
    r"\(\s?(?:the\s)?[“\"']?(?P<short>[A-Z][A-Za-z&]{1,8})[”\"']?\s?\)"
)
_SMALL = frozenset("of the for and on in de du da del des la &".split())
_SHARED = 0.5
"""The part of its words that a spelt-out name shares with one that we know: less is another name."""


def without_own_acronyms(text: str, links: Sequence[Link], known: Reference) -> list[Link]:
    """The links, those of acronyms left alone that the text spells out as something else.

    A name before a bracket spells an acronym out if its capitals hold the letters, in whatever order: "Salvadoran
    Coffee Council (CSC)".
    """
    others: dict[str, str] = {}
    for match in _SPELT_OUT.finditer(text):
        words = [word for word in match["name"].split() if word.lower() not in _SMALL]
        wanted = Counter(letter.lower() for letter in match["short"] if letter.isupper())
        while len(words) > 1 and len(words) > wanted.total() + 1:
            words = words[1:]  # "At the talks Chad said that the Election Commission (EC)"
        if len(words) > 1 and not wanted - Counter(word[0].lower() for word in words):
            others.setdefault(match["short"], " ".join(words))
    if not others:
        return list(links)
    return [
        replace(link, reason=Reason.NAMESAKE, cue=others[link.mention.text])
        if link.is_link and link.mention.text in others and not _is_known_as(link, others[link.mention.text], known)
        else link
        for link in links
    ]


def _is_known_as(link: Link, name: str, known: Reference) -> bool:
    """Whether one of the names of what the acronym was taken for shares most of its words with this one."""
    told = {fold(word) for word in name.split()}
    ids = {*link.mention.ids, *([link.mention.agreement] if link.mention.agreement else [])}
    entries = [entry for id in ids for entry in (known.participants.get(id), known.agreements.get(id)) if entry]
    return any(
        len(told & {fold(word) for word in each.text.split()}) >= _SHARED * len(told)
        for entry in entries
        for each in entry.names
    )
