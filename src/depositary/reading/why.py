"""Why: which pattern made a claim, which names it rests on and why they stand for what they do, and whether it holds.

A reader who doubts a claim finds the rule or the name that went wrong without running anything step by step.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from depositary.documents import Document
from depositary.reading.lexicon import Frame, lexicon
from depositary.reading.mention import Link
from depositary.reading.mentions import linker_of
from depositary.reading.reader import standard_reader
from depositary.reading.sentences import sentences
from depositary.reference import Reference
from depositary.terms import Claim, Span


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern of `rules/acts.toml`: its name, the words that call it, and the kinds of thing it wants with them."""

    id: str
    words: tuple[str, ...]
    objects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameRead:
    """A name at its place, what it stands for and why, and the word of the text that told, where one did.

    `ids` of a name that was left alone are what it could have been.
    """

    place: Span
    ids: tuple[str, ...]
    reason: str
    cue: str
    is_left_alone: bool


@dataclass(frozen=True, slots=True)
class Why:
    """How a claim came about; `pattern` is None where another reader made it, or rules that are gone.

    `names` are those of its sentence and, for whom and what that does not name, the last ones before it; `unnamed` are
    the ids that no name of the text stands for: told by pointing words, or by who, what and when. `is_made_again` says
    whether the reader of today makes the same claim of the same text.
    """

    claim: Claim
    pattern: Pattern | None
    names: tuple[NameRead, ...]
    unnamed: tuple[str, ...]
    is_made_again: bool


def why(document: Document, claims: Iterable[Claim], known: Reference) -> tuple[Why, ...]:
    """How each of these claims on the document came about, in their order; the document is read again for it."""
    again = {claim.id for claim in standard_reader(known).read(document).claims}
    links = linker_of(known).links(document.text, document.published)
    bounds = [(sentence.start, sentence.end) for sentence in sentences(document.text)]
    return tuple(_why(claim, links, bounds, is_made_again=claim.id in again) for claim in claims)


def _why(claim: Claim, links: Sequence[Link], bounds: Sequence[tuple[int, int]], *, is_made_again: bool) -> Why:
    first = claim.evidence[0]
    places = [first] if isinstance(first, Span) else []
    start = min((begin for begin, end in bounds for at in places if begin < at.end and at.start < end), default=0)
    until = max((end for begin, end in bounds for at in places if begin < at.end and at.start < end), default=0)
    inside = [each for each in links if start <= each.mention.start and each.mention.end <= until]
    wanted = [who.id for who in (claim.actor, claim.agreement, *claim.counterparties) if who is not None]
    unnamed: list[str] = []
    before: list[Link] = []
    for id in dict.fromkeys(wanted):
        if _last_of(id, inside) is not None:
            continue
        last = _last_of(id, [each for each in links if each.mention.end <= start])
        if last is None:
            unnamed.append(id)
        elif last not in before:
            before.append(last)
    names = tuple(map(_name, [*sorted(before, key=lambda each: each.mention.start), *inside]))
    return Why(claim, _pattern(claim.made_by), names, tuple(unnamed), is_made_again)


def _last_of(id: str, links: Sequence[Link]) -> Link | None:
    return next((each for each in reversed(links) if each.is_link and id in each.mention.ids), None)


def _name(link: Link) -> NameRead:
    at = link.mention
    return NameRead(Span(at.start, at.end, at.text), at.ids, link.reason.value, link.cue, not link.is_link)


def _pattern(made_by: str) -> Pattern | None:
    """The pattern named at the end of "rules 1: ratify (noun)"."""
    id = made_by.rpartition(": ")[2].removesuffix(" (noun)")
    words = lexicon()
    by_verb = (frame for frames in words.frames.values() for frame in frames if frame.id == id)
    by_noun = (frame for frames in words.nominals.values() for frame in frames if frame.id == id)
    frame = next(by_verb, None) or next(by_noun, None)
    return Pattern(id, _words(frame, made_by), tuple(sorted(kind.value for kind in frame.objects))) if frame else None


def _words(frame: Frame, made_by: str) -> tuple[str, ...]:
    return frame.nominal if made_by.endswith(" (noun)") else frame.verbs
