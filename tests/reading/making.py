"""Sentences made into documents, and claims written on one line each, as a person would check them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache

from depositary.documents import Document
from depositary.reading import standard_reader
from depositary.reading.analysis import Analysed
from depositary.reading.dates import time_words
from depositary.reading.introduced import with_introduced
from depositary.reading.language import small
from depositary.reading.lexicon import lexicon
from depositary.reading.masking import trees
from depositary.reading.mentions import Linker
from depositary.reading.parties import Parties
from depositary.reading.sentences import sentences
from depositary.reference import reference
from depositary.terms import Claim, Span

WEDNESDAY = date(2024, 5, 15)
"""When what is read here was published, unless a test says otherwise."""
CAPTURED = datetime(2024, 6, 1, 12, tzinfo=UTC)


def document(text: str, published: date | None = WEDNESDAY, name: str = "a-report") -> Document:
    """A document that says this."""
    return Document(name, text, CAPTURED, published=published)


def read(text: str, published: date | None = WEDNESDAY) -> tuple[Claim, ...]:
    """The claims of a text."""
    return standard_reader().read(document(text, published)).claims


def told(text: str, published: date | None = WEDNESDAY) -> list[str]:
    """The claims of a text as lines: who, action, agreement, modality."""
    return [line(claim) for claim in read(text, published)]


def line(claim: Claim) -> str:
    """A claim on one line: "KEN sign paris-agreement happened"."""
    return f"{claim.actor.id if claim.actor else '-'} {claim.action} {claim.agreement.id} {claim.modality}"


def sole(text: str, published: date | None = WEDNESDAY) -> Claim:
    """The one claim of a text."""
    claims = read(text, published)
    assert len(claims) == 1, [line(claim) for claim in claims]
    return claims[0]


def quote(claim: Claim) -> str:
    """What a claim's first evidence quotes."""
    first = claim.evidence[0]
    assert isinstance(first, Span)
    return first.quote


@cache
def linker() -> Linker:
    """The linker of the reference that comes with the program."""
    return Linker(reference())


def analysed(text: str) -> list[Analysed]:
    """The sentences of a text taken apart."""
    mentions = with_introduced(text, linker().mentions(text, WEDNESDAY))
    found = []
    for sentence in sentences(text):
        inside = [m for m in mentions if sentence.start <= m.start and m.end <= sentence.end]
        times = time_words(text, sentence.start, sentence.end)
        for tree in trees(text, sentence, inside, small(), lexicon()):
            found.append(Analysed(text, sentence, tree, inside, times, lexicon()))
    return found


def parties() -> Parties:
    """Parties of a document of which nothing was read yet."""
    return Parties(reference(), lexicon())


def word(a: Analysed, text: str) -> int:
    """The index of the first token with this text."""
    return next(token.index for token in a.tokens if token.text == text)
