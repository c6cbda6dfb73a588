"""Labels: an agreement's short name with what else it is called, for readers who know it by that: "CPTPP (...)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from depositary.reference.entries import AgreementEntry, NameUse
from depositary.reference.folding import fold
from depositary.reference.reference import Reference
from depositary.terms import AgreementKind, AgreementRef

_LONGEST = 9
"""Words of another name."""
_SHORTEST = 3
"""Letters of an acronym that says anything by itself."""
_OF_ANY = frozenset(
    (
        "a an the of on and for to in with between from by its treaty agreement agreements accord accords convention "
        "pact deal protocol memorandum understanding membership relations diplomatic process charter statute"
    ).split()
)


def label(known: Reference, ref: AgreementRef, quotes: Iterable[str] = (), text: str = "") -> str:
    """The short name, and in brackets what else it is called, where that shares no telling word with it.

    That is the name by which the `quotes` call it ("ASEAN (Bangkok Declaration)"), or else the whole `text` that they
    are from; where both name it by none, an acronym and one other name, and for a body, which is known by the name that
    answers print, nothing.

    >>> from depositary.reference import reference
    >>> label(reference(), reference().agreements["jcpoa"].ref)
    'Joint Comprehensive Plan of Action (JCPOA, Iran nuclear deal)'
    """
    entry = known.agreements.get(ref.id)
    if entry is None:
        return ref.name
    said = _words(ref.name)
    called = _called(entry, quotes)
    in_text = set(_called(entry, (text,))) if text and not called else set()
    if called:
        best = max(called, key=len)
        return ref.name if not _words(best) or _words(best) & said else f"{ref.name} ({best})"
    if ref.kind is AgreementKind.ORGANISATION and not in_text:
        return ref.name
    others: list[str] = []
    for names in (_acronyms(entry), _other_names(entry)):
        names = (name for name in names if name in in_text) if in_text else names
        fitting = (name for name in names if not _words(name) & said and len(name.split()) <= _LONGEST)
        if (name := next(fitting, None)) is not None:
            others.append(name)
            said |= _words(name)
    return f"{ref.name} ({', '.join(others)})" if others else ref.name


@lru_cache(maxsize=4)
def _folded(text: str) -> str:
    """One document is asked for each of its claims."""
    return fold(text)


def _called(entry: AgreementEntry, texts: Iterable[str]) -> list[str]:
    """The names of it that stand in one of the texts."""
    folded = [_folded(text) for text in texts]
    return [name.text for name in entry.names if any(_stands_in(fold(name.text), text) for text in folded)]


def _stands_in(name: str, quote: str) -> bool:
    return name in quote and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", quote) is not None


def _acronyms(entry: AgreementEntry) -> Iterator[str]:
    """Those that say something by themselves and mean nothing else."""
    return (text for text in _of_use(entry, NameUse.ACRONYM) if len(text) >= _SHORTEST)


def _other_names(entry: AgreementEntry) -> Iterator[str]:
    """What the law and then what the press calls it, where that tells something."""
    both = chain(_of_use(entry, NameUse.OFFICIAL), _of_use(entry, NameUse.POPULAR))
    return (text for text in both if _words(text))


def _of_use(entry: AgreementEntry, use: NameUse) -> Iterator[str]:
    return (name.text for name in entry.names if name.use is use and not name.ambiguous and name.end is None)


def _words(text: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"[a-z0-9]+", fold(text)) if word not in _OF_ANY}
