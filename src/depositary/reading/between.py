"""Between: which known agreement a text means that names only its sides and its subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property

from depositary.reference import AgreementEntry, Reference, fold
from depositary.terms import Action, AgreementRef, Participant

_OF_ANY = frozenset(
    (
        "agreement accord pact deal treaty convention protocol memorandum declaration statement understanding text "
        "framework arrangement final joint new first long awaited historic landmark bilateral trilateral draft "
        "provisional comprehensive mutual between and of on for the a an to in with its their government state "
        "republic year twenty ten five cooperation"
    ).split()
)
"""Words that tell no agreement from another of the same sides."""
_STRICT = ("treat", "memorand", "mou", "declaration", "convention", "protocol", "statement", "charter")
_TALKS = frozenset({"talk", "talks", "negotiation", "negotiations"})
MAKING = frozenset({Action.NEGOTIATE, Action.CONCLUDE, Action.SIGN, Action.APPROVE})
AROUND = timedelta(days=550)
"""How far from the day it was opened a text still speaks of its making: talks, text and signature."""
AT_ONCE = timedelta(days=45)
"""How near to that day a text must be that says nothing of the subject: "signed an accord"."""


class KnownBetween:
    """The agreements of the reference between two or a few, by their sides."""

    def __init__(self, known: Reference) -> None:
        self._known = known

    @cached_property
    def _by_sides(self) -> dict[frozenset[str], list[AgreementEntry]]:
        found: dict[frozenset[str], list[AgreementEntry]] = {}
        for entry in self._known.agreements.values():
            if len(entry.sides) > 1:
                found.setdefault(frozenset(entry.sides), []).append(entry)
        return found

    def find(
        self, sides: Sequence[Participant], noun: str, description: str, action: Action, published: date | None
    ) -> AgreementRef | None:
        """The one that these words of these sides fit at that time; None where none or several do.

        A text of the day of signature that says no more than "an accord" means the one signed then; one that names
        the subject ("free trade") means the one of that subject, told within a year and a half of its making, or at
        any time after it of what is done to it later.
        """
        if published is None:
            return None
        candidates = self._by_sides.get(frozenset(side.id for side in sides), ())
        if not candidates:
            return None
        own = {word for side in sides for word in telling_words([side.name])}
        told = telling_words([description or noun]) - own
        found = [
            entry
            for entry in candidates
            if bears_noun(entry, noun) and _fits(entry, told, action, published, own, are_talks=noun in _TALKS)
        ]
        return found[0].ref if len(found) == 1 else None


def _fits(
    entry: AgreementEntry, told: set[str], action: Action, published: date, own: set[str], *, are_talks: bool = False
) -> bool:
    if entry.opened is None:
        return False
    since = published - entry.opened
    if entry.closed is not None and published > entry.closed + AROUND:
        return False  # "trade talks with Canada" are not on the pact that ended long ago
    if not told:
        return abs(since) <= AT_ONCE
    if not told & (telling_words(name.text for name in entry.names) - own):
        return False
    return abs(since) <= AROUND if action in MAKING or are_talks else since >= -AT_ONCE


def kind_of(noun: str) -> str | None:
    """The kind that a noun tells where it is one that lawyers choose: a treaty is no declaration; None for a "deal"."""
    low = noun.lower()
    return next((each for each in _STRICT if low.startswith(each)), None)


def kinds_of(entry: AgreementEntry) -> frozenset[str]:
    """The kinds that its names tell."""
    names = "\n".join(fold(name.text) for name in entry.names)
    return frozenset(kind for kind in _STRICT if kind in names)


def bears_noun(entry: AgreementEntry, noun: str) -> bool:
    """Whether it bears the noun in a name, where the noun is one that tells the kind."""
    kind = kind_of(noun)
    return kind is None or kind in kinds_of(entry)


def telling_words(texts: Iterable[str]) -> set[str]:
    """The words that tell one agreement from another, without their plural; "African" is as good as "Africa"."""
    found = (word.rstrip("s") for text in texts for word in re.findall(r"[a-z]{3,}", fold(text)))
    return {_ADJECTIVE.sub("", word) for word in found if word not in _OF_ANY}


_ADJECTIVE = re.compile(r"(?<=[a-z]{3}e)an$|(?<=[a-z]{3}a)n$")
