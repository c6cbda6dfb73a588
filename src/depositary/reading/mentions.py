"""Mentions: the names of participants, agreements, people and sources in a text, linked to what we know of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from depositary.reference import Name, NameUse, Reference


class Thing(StrEnum):
    """What a mention names."""

    PARTICIPANT = "participant"
    AGREEMENT = "agreement"
    PERSON = "person"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at `start`-`end` (code points, end exclusive) of the text and the ids that it may stand for, best first.

    `ids` hold participants for a person too: those whose office the person held. `office` is of a metonym or organ
    ("parliament", "presidency").
    """

    start: int
    end: int
    text: str
    thing: Thing
    ids: tuple[str, ...]
    use: NameUse
    office: str = ""
    agreement: str | None = None

    @property
    def is_adjective(self) -> bool:
        """Whether the word can be an adjective of the State ("Turkish", "Emirati")."""
        return self.use is NameUse.DEMONYM


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    name: Name
    thing: Thing
    id: str


_WORD = re.compile(r"[^\W_]+(?:[.’'&+][^\W_]+)*[+]?|&")
_SMALL = frozenset("of and the for on in to de la du al el bin by with between a an s".split())
_AGREEMENT_NOUN = re.compile(
    r"(treaty|pact|accords?|agreements?|conventions?|protocols?|deal|charter|statute|initiative)$", re.I
)
_OFFICES_AFTER = re.compile(
    r"\s+(?:Senate|House|Congress|Parliament|President|Secretary|Treasury|Embassy|State|Supreme)\b"
)
_COMMON_WORDS = frozenset("turkey chad jordan georgia china cuba mali niger oman peru togo us may".split())


def _fold(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s").replace(".", "")


class Linker:
    """Finds names in texts; made once from the reference.

    Names of States and people are found as written with capitals, acronyms in capitals, agreements of two words or
    more in small letters too ("high seas treaty"). In a text without any capitals, case decides nothing.
    """

    def __init__(self, known: Reference) -> None:
        self._known = known
        self._by_first: dict[str, list[_Entry]] = {}
        for name, thing, id in known.names():
            words = tuple(_fold(match.group()) for match in _WORD.finditer(name.text))
            words = words[1:] if len(words) > 1 and words[0] == "the" else words
            if words and words[0]:
                self._by_first.setdefault(words[0], []).append(_Entry(words, name, Thing(thing), id))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: (-len(entry.words), entry.thing, entry.id))

    def mentions(self, text: str, day: date | None) -> list[Mention]:
        """The mentions in the text in order, none inside another; `day` chooses among names and offices by date."""
        words = list(_WORD.finditer(text))
        folded = [_fold(word.group()) for word in words]
        has_capitals = any(c.isupper() for c in text)
        found: list[Mention] = []
        at = 0
        while at < len(words):
            mention, length = self._longest(text, words, folded, at, day, has_capitals)
            if mention is not None:
                found.append(mention)
            at += length if mention is not None else 1
        return found

    def _longest(
        self, text: str, words: list[re.Match[str]], folded: list[str], at: int, day: date | None, has_capitals: bool
    ) -> tuple[Mention | None, int]:
        fitting: list[_Entry] = []
        for entry in self._by_first.get(folded[at], ()):
            length = len(entry.words)
            if fitting and length < len(fitting[0].words):
                break
            if tuple(folded[at : at + length]) != entry.words:
                continue
            if self._is_written_so(text, words[at : at + length], entry, has_capitals):
                fitting.append(entry)
        if not fitting:
            return None, 1
        length = len(fitting[0].words)
        start, end = words[at].start(), words[at + length - 1].end()
        end = _without_genitive(text, start, end)
        return self._mention(text, start, end, fitting, day), length

    def _is_written_so(self, text: str, words: list[re.Match[str]], entry: _Entry, has_capitals: bool) -> bool:
        between = [text[a.end() : b.start()] for a, b in zip(words, words[1:], strict=False)]
        if any(re.fullmatch(r"[ \u00a0\n]|[ -]?[-–‑/][ -]?|,? |\. ", gap) is None for gap in between):
            return False
        if any("\n" in gap for gap in between):
            return False
        if not has_capitals:
            return len(entry.name.text) > 3 and entry.words[0] not in _COMMON_WORDS
        if entry.name.use is NameUse.ACRONYM or entry.name.text.isupper():
            written = "".join(word.group() for word in words)
            return written.replace(".", "").isupper() or (len(written) > 3 and written[0].isupper())
        if entry.thing is Thing.AGREEMENT and len(words) > 1 and _AGREEMENT_NOUN.search(entry.words[-1]):
            return True
        written_large = [w for w in words if w.group().casefold() not in _SMALL]
        return all(word.group()[0].isupper() or not word.group()[0].isalpha() for word in written_large)

    def _mention(self, text: str, start: int, end: int, entries: list[_Entry], day: date | None) -> Mention | None:
        in_use = [entry for entry in entries if day is None or entry.name.is_in_use(day)] or entries
        for thing in (Thing.PARTICIPANT, Thing.AGREEMENT, Thing.PERSON, Thing.SOURCE):
            of_thing = [entry for entry in in_use if entry.thing is thing]
            if not of_thing:
                continue
            if thing is Thing.PERSON:
                if _is_inside_another_name(text, start, end):
                    return None
                ids = self._offices(of_thing, day)
            else:
                ids = tuple(dict.fromkeys(entry.id for entry in of_thing))
            if not ids:
                continue
            also = [entry.id for entry in in_use if entry.thing is Thing.AGREEMENT]
            name = of_thing[0].name
            return Mention(start, end, text[start:end], thing, ids, name.use, name.office, also[0] if also else None)
        return None

    def _offices(self, entries: list[_Entry], day: date | None) -> tuple[str, ...]:
        """The participants for whom these people held office on the day, or ever when that is one only."""
        terms = [term for entry in entries for term in self._known.terms_of(entry.id)]
        current = [term.participant for term in terms if day is not None and term.is_in_office(day)]
        ids = tuple(dict.fromkeys(current or [term.participant for term in terms]))
        return ids if len(ids) == 1 else ()


def _is_inside_another_name(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word stands before a surname that is no title: "Melania Trump" is not the President."""
    if " " in text[start:end]:
        return False
    before = re.search(r"([^\W\d_][\w’'.-]*)\s+$", text[max(0, start - 30) : start])
    after = re.match(r"(?:\s|-)([A-Z][\w’'-]*)", text[end : end + 30])
    if after is not None and after.group(1) not in _AFTER_SURNAME and text[end] != "\n":
        return True
    if before is None or not before.group(1)[0].isupper():
        return False
    return (
        before.group(1).rstrip(".,") not in _TITLES
        and before.start() > 0
        and text[max(0, start - 32) : start].strip()[-1:] not in ",.;:"
    )


_TITLES = frozenset(
    "President Minister Premier Chancellor King Queen Emir Sultan Prince Secretary Envoy Mr Mrs Ms General Gen Colonel Col "
    "Chairman Chief Leader Sheikh Crown Pope Taoiseach PM Says By With And Senator Representative When As After If But "
    "Supreme Foreign Prime Ayatollah Governor While That Where Under Like Because Since Although For".split()
)
_AFTER_SURNAME = frozenset(
    "Signs Says To And Is Has Will Announces Meets Hosts Ditches Quits Administration Government".split()
)


def _without_genitive(text: str, start: int, end: int) -> int:
    """The end of the name without "'s"."""
    return end - 2 if text[start:end].endswith(("'s", "’s")) else end
