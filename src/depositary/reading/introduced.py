"""Introduced: what a text itself tells of a name: "Bolivian President Luis Arce", "Petrocaribe, the oil alliance"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from depositary.reading.lexicon import Lexicon
from depositary.reading.mention import Mention, Thing
from depositary.reading.naming import slug
from depositary.reference import NameUse
from depositary.terms import AgreementKind, AgreementRef

_INTRODUCED = re.compile(
    r"(?:[’']s?)?\s(?:(?:[A-Z][a-z]+|foreign|prime|defen[cs]e|trade|vice|finance|justice|energy|interior|environment|"
    r"climate|economy|top|acting|interim|outgoing|new|special|deputy|state|commerce|health)\s)*"
    r"(?:[Pp]resident|[Mm]inister|[Pp]remier|[Cc]hancellor|[Kk]ing|[Ee]mir|[Ss]ultan|[Ll]eader|[Ss]ecretary|[Ee]nvoy|[Aa]mbassador|"
    r"[Dd]iplomat|[Pp]rince|[Pp]resident-elect|[Nn]egotiator)(?:\s|,\s(?=[A-ZÀ-Ý][\w’'-]+\s(?:[a-z]+\s)?[A-ZÀ-Ý][\w’'-]+(?:,|\s[A-ZÀ-Ý])))"
    r"(?P<name>[A-ZÀ-Ý][\w’'-]+(?:\s(?:bin|al|de|van|von|el|da|dos|der|den|del)|\s[A-ZÀ-Ý][\w’'-]+){0,4})"
)


_SURNAME_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "VNM", "SGP", "HKG", "MAC", "KHM"})
"""States whose people are mostly called by the first word of their name."""
_OWNED = re.compile(r"[’']s\s(?P<name>[A-ZÀ-Ý][\w-]+)(?=,|\sand\s|\s(?:sign|say|agree|meet|seal|ink|hail)s?\b)")


def with_introduced(text: str, found: list[Mention]) -> list[Mention]:
    """The mentions, and people whom the text itself introduces: "Bolivian President Luis Arce" makes Arce Bolivia's."""
    people: dict[str, Mention] = {}
    first_line = text.find("\n") if "\n" in text else len(text)
    for mention in found:
        owned = (
            _OWNED.match(text, mention.end)
            if mention.thing is Thing.PARTICIPANT and mention.end < first_line <= 160
            else None
        )
        if owned is not None:
            people[owned.group("name")] = mention
        introduced = _INTRODUCED.match(text, mention.end) if mention.thing is Thing.PARTICIPANT else None
        if introduced is not None:
            name = introduced.group("name").removesuffix("’s").removesuffix("'s")
            surname = name.split()[0 if mention.ids[:1] and mention.ids[0] in _SURNAME_FIRST else -1]
            people[name] = people[surname] = mention
    if not people:
        return found
    covered = [(mention.start, mention.end) for mention in found]
    added: list[Mention] = []
    names = sorted(people, key=len, reverse=True)
    for match in re.finditer(r"(?<![\w-])(?:" + "|".join(map(re.escape, names)) + r")(?![\w-])", text):
        if any(start < match.end() and match.start() < end for start, end in covered):
            continue
        whose = people[match.group()]
        added.append(Mention(match.start(), match.end(), match.group(), Thing.PERSON, whose.ids, NameUse.SHORT))
    return sorted([*found, *added], key=lambda mention: mention.start)


_NO_BODIES = frozenset({"court", "council", "commission", "agency", "area", "zone", "watchdog", "club", "group"})
"""Nouns of bodies that companies, ministries and places have as well."""


@dataclass(frozen=True, slots=True)
class NamedByText:
    """A name at `start`-`end` (code points, end exclusive) of an agreement that only the text tells us of.

    `noun` is what the text calls it: "alliance".
    """

    start: int
    end: int
    ref: AgreementRef
    noun: str


_APPOSED = re.compile(
    r"(?<![\w’'-])(?P<name>[A-ZÀ-Ý][\w’-]{2,}(?:(?:\s(?:of|for|and|the))?\s[A-ZÀ-Ý][\w’-]+){0,5})(?:\s\((?P<short>[A-Z]{2,10})\))?,\s"
    r"(?:the|an?)\s(?P<what>[\w’' -]{3,60})"
)
_MEMBERSHIP = re.compile(
    r"\b(?:members?|signator(?:y|ies)|part(?:y|ies)|participants?|membership|accession|accede[sd]?|join(?:s|ed|ing)?)\s"
    r"(?:(?:of|to|in)\s)?(?:the\s)?(?P<name>[A-ZÀ-Ý][\w’-]+(?:(?:\s(?:of|for|on))?\s[A-ZÀ-Ý][\w’-]+){0,5})(?![\w’-])"
)
_CALLED = re.compile(r"\b[Tt]h(?:e|is)\s(?P<what>(?:\w+\s){0,2}\w+)")
_SHORTEST = 3
"""Letters of an acronym that counts as a name."""
_OFFICES = frozenset(
    "President Prime Minister King Queen Emir Secretary Chancellor Pope Sheikh Crown Mr Mrs Ms".split()
)
_MOST_WORDS = 6
"""How many words after "the" may stand up to the noun that says what it is: "the left-wing oil alliance"."""
_LEADING = re.compile(r"^(?:The|In|At|On|Under|To|But|And|As|When)\s")


def named_by_text(text: str, found: list[Mention], words: Lexicon) -> list[NamedByText]:
    """All places of names that the text introduces as an agreement or a body: "Petrocaribe, the oil alliance".

    A name that the reference knows is left to it. In the order of the text.
    """
    known = [(mention.start, mention.end) for mention in found]
    told: dict[str, tuple[AgreementRef, str]] = {}
    for match in _APPOSED.finditer(text):
        noun = _what(match.group("what"), words)
        if noun is None:
            continue
        is_body = words.is_noun(noun, "body")
        name = _LEADING.sub("", match.group("name"))
        start = match.end("name") - len(name)
        if any(begin < match.end("name") and start < end for begin, end in known):
            continue
        kind = AgreementKind.ORGANISATION if is_body else AgreementKind.TREATY
        told[name] = (AgreementRef(slug(name), name, kind), noun)
        if match.group("short"):
            told[match.group("short")] = told[name]
    for name, noun in _joined(text, known, words):
        told.setdefault(name, (AgreementRef(slug(name), name, AgreementKind.UNKNOWN), noun))
    places: list[NamedByText] = []
    for name, (ref, noun) in told.items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
            places.append(NamedByText(match.start(), match.end(), ref, noun))
    return sorted(places, key=lambda place: place.start)


def _joined(text: str, known: list[tuple[int, int]], words: Lexicon) -> Iterator[tuple[str, str]]:
    """Names of what States are members of, where the text calls it something too: "Open Balkan", "the initiative"."""
    names = [name for match in _MEMBERSHIP.finditer(text) if (name := _new_name(match, known)) is not None]
    if names:
        called = (_what(each.group("what"), words) for each in _CALLED.finditer(text))
        noun = next((each for each in called if each is not None), None)
        yield from ((name, noun) for name in names if noun is not None)


def _new_name(match: re.Match[str], known: list[tuple[int, int]]) -> str | None:
    """What they are members of, where it is a name that the reference does not know, and no word and no office."""
    start, end = match.span("name")
    name = match.group("name")
    is_word = " " not in name and not (name.isupper() and len(name) >= _SHORTEST)
    if is_word or any(begin < end and start < last for begin, last in known) or _OFFICES & set(name.split()):
        return None
    return name


def _what(text: str, words: Lexicon) -> str | None:
    """The first noun of a body or an agreement in these words; None where a preposition or nothing comes before one."""
    for word in text.lower().split()[:_MOST_WORDS]:
        if words.is_noun(word, "body") and word not in _NO_BODIES:
            return word
        if words.is_noun(word, "agreement") and not words.is_noun(word, "weak"):
            return word
        if word in ("of", "in", "for", "to", "from", "who", "which", "that", "and"):
            return None
    return None
