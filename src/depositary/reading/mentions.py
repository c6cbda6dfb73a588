"""Mentions: the names of participants, agreements, people and sources in a text, linked to what we know of them."""

from __future__ import annotations

import itertools
import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from depositary.reading.acronyms import without_own_acronyms
from depositary.reading.context import Context, is_half_a_word, reason_in_context
from depositary.reading.doubles import of_named, told_apart
from depositary.reading.linking import settled
from depositary.reading.mention import Link, Mention, Reason, Thing
from depositary.reading.surnames import (
    CHAMBERS,
    FIRST_NAMES,
    LEAD_IN,
    TITLE_BEFORE,
    TITLES,
    WORD_BEFORE,
    is_inside_another_name,
    is_of_a_titled_person,
    is_remembered,
)
from depositary.reference import ORDINARY_WORDS, Name, NameUse, Reference, fold
from depositary.terms import ParticipantKind


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    name: Name
    thing: Thing
    id: str


_WORD = re.compile(r"[^\W_]+(?:[.’'&+][^\W_]+)*[+]?|&")
_ELIDED = re.compile(r"^[dl][’'](?=.)")
"""The article or "de" that French runs into the name after it: "Côte d’Ivoire"."""
_ORDER = (Thing.PARTICIPANT, Thing.AGREEMENT, Thing.PERSON, Thing.SOURCE)
"""What a name that several things bear is taken for, first to last."""
_SHORTENED = {"north": "n", "south": "s"}
"""How headlines shorten the first word of a State's name: "N. Korea"."""
_SMALL = frozenset("of and the for on in to de la du al el bin by with between a an s da do dos das di van der".split())
_AGREEMENT_NOUN = re.compile(
    r"(treaty|pact|accords?|agreements?|conventions?|protocols?|deal|charter|statute|initiative|area|ban)$", re.I
)
_NO_NAMES = frozenset(
    tuple(words.split())
    for words in (
        "states", "union", "senate", "congress", "parliament", "national assembly", "house of representatives",
        "assembly", "supreme court", "constitutional court", "federal council", "cabinet", "presidency",
        "council of ministers",
    )
)  # fmt: skip
"""Names that many States have for an organ of theirs: whose it is, the text must say."""
_LONG_NAME = 6
"""Words from which an agreement's full title needs no more than its first letter large."""
_COMMON_WORDS = frozenset({"jordan", "us", "may"})
_BEFORE_US = frozenset(
    "let lets tell tells give gives help helps join joins show shows of all both for ask asks".split()
)
"""What stands before "us" that is no State, in a text without capitals."""


def _fold(word: str) -> str:
    low = word.casefold().replace("’", "'").removesuffix("'s").replace(".", "")
    if low.isascii():
        return low
    letters = unicodedata.normalize("NFKD", low)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


class Linker:
    """Finds names in texts; made once from the reference.

    Names of States and people are found as written with capitals, acronyms in capitals, agreements of two words or
    more in small letters too ("high seas treaty"). In a text without any capitals, case decides nothing.
    """

    def __init__(self, known: Reference) -> None:
        self._known = known
        self._by_words: dict[tuple[str, ...], list[_Entry]] = {}
        for name, thing, id in known.names():
            words = tuple(_fold(match.group()) for match in _WORD.finditer(name.text))
            words = words[1:] if len(words) > 1 and words[0] == "the" else words
            if words and words[0] and words not in _NO_NAMES:
                self._by_words.setdefault(words, []).append(_Entry(words, name, Thing(thing), id))
            if len(words) > 1 and words[0] in _SHORTENED and thing == "participant":
                short = (_SHORTENED[words[0]], *words[1:])
                self._by_words.setdefault(short, []).append(_Entry(short, name, Thing(thing), id))
                joined = ("".join(short),)  # "S.Korea", "NKorea"
                self._by_words.setdefault(joined, []).append(_Entry(joined, name, Thing(thing), id))
        lengths: dict[str, set[int]] = {}
        for words, entries in self._by_words.items():
            entries.sort(key=lambda entry: (entry.thing, entry.id))
            lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def mentions(self, text: str, day: date | None) -> list[Mention]:
        """The mentions in the text in order, none inside another; `day` chooses among names and offices by date."""
        return [link.mention for link in self._names(text, day) if link.is_link]

    def links(self, text: str, day: date | None) -> list[Link]:
        """Every name in the text in order, with what it stands for and why, those that stand for nothing too.

        Unlike among the mentions, people whom the text introduces and "the bloc" are here too.
        """
        return settled(text, self._names(text, day), self._known)

    def _names(self, text: str, day: date | None) -> list[Link]:
        words = list(_WORD.finditer(text))
        folded, small_until = [_fold(word.group()) for word in words], _small_until(text)
        found: list[Link] = []
        at = 0
        while at < len(words):
            link, length = self._longest(text, words, folded, at, day, words[at].end() > small_until)
            if link is not None and link.is_link and is_half_a_word(text, link.mention, folded, words, at + length):
                link = replace(link, reason=Reason.WORD)
            if link is not None:
                found.append(link)
            at += length
        found = without_own_acronyms(text, [of_named(link, found) for link in found], self._known)
        return told_apart(text, _chosen(text, self._in_context(text, found)))

    def _in_context(self, text: str, found: list[Link]) -> list[Link]:
        """The links, with names of States that the words around them make something else left alone."""
        context = Context(text, found)
        return [
            replace(link, reason=told[0], cue=told[1])
            if link.is_link
            and self._is_of_a_state(link.mention)
            and (told := reason_in_context(context, link)) is not None
            else link
            for link in found
        ]

    def _is_of_a_state(self, mention: Mention) -> bool:
        if mention.thing is not Thing.PARTICIPANT:
            return False
        kind = self._known.participants[mention.ids[0]].participant.kind
        return kind in (ParticipantKind.STATE, ParticipantKind.TERRITORY)

    def _longest(
        self, text: str, words: list[re.Match[str]], folded: list[str], at: int, day: date | None, has_capitals: bool
    ) -> tuple[Link | None, int]:
        for length in self._lengths.get(folded[at], ()):
            entries = self._by_words.get(tuple(folded[at : at + length]), ())
            of_name = words[at : at + length]
            fitting = [entry for entry in entries if self._is_written_so(text, of_name, entry, has_capitals)]
            if fitting:
                start, end = of_name[0].start(), of_name[-1].end()
                end = _with_stop(text, start, _without_genitive(text, start, end))
                return self._link(text, start, end, fitting, day), length
        return None, 1

    def _is_written_so(self, text: str, words: list[re.Match[str]], entry: _Entry, has_capitals: bool) -> bool:
        between = [text[a.end() : b.start()] for a, b in itertools.pairwise(words)]
        if any(re.fullmatch(r"[ \u00a0\n]| {2,3}|[ -]?[-–‑/][ -]?|,? |\. ", gap) is None for gap in between):
            return False
        if any("\n" in gap or ("," in gap and "," not in entry.name.text) for gap in between):
            return False
        if entry.words[-1].isdigit() and entry.name.text.startswith("the "):  # "the 27", not "on 27 November"
            before, after = text[: words[0].start()], text[words[-1].end() :]
            if not before.lower().endswith("the ") or re.match(r"[- ][A-Z\d]|%|[-.,]\d", after):
                return False
        if entry.words[0] in _SHORTENED.values() and not words[0].group().isupper():
            return False
        if not has_capitals and entry.words == ("us",):
            told = WORD_BEFORE.search(text[max(0, words[0].start() - 30) : words[0].start()])
            return told is None or told.group(1) not in _BEFORE_US
        if not has_capitals:
            return len(entry.name.text) > 3 and entry.words[0] not in _COMMON_WORDS
        if entry.name.use is NameUse.ACRONYM or entry.name.text.isupper():
            written = "".join(word.group() for word in words)
            is_large = written.replace(".", "").isupper()
            return is_large or (len(written) > 3 and written[0].isupper() and written not in FIRST_NAMES)
        is_agreement = entry.thing is Thing.AGREEMENT
        if is_agreement and entry.name.text.islower() and not entry.name.ambiguous:
            return True  # "the eurozone"
        if is_agreement and len(words) > 1 and _AGREEMENT_NOUN.search(entry.words[-1]):
            return True
        if is_agreement and len(words) >= _LONG_NAME:
            return words[0].group()[0].isupper()
        named = _large(entry, words) if self._is_of_a_body(entry) else words
        written_large = [w for w in named if w.group().casefold() not in _SMALL]
        return all(not _ELIDED.sub("", word.group())[0].islower() for word in written_large)

    def _is_of_a_body(self, entry: _Entry) -> bool:
        if entry.thing is not Thing.PARTICIPANT:
            return entry.thing is Thing.AGREEMENT
        return self._known.participants[entry.id].participant.kind is ParticipantKind.ORGANISATION

    def _link(self, text: str, start: int, end: int, entries: list[_Entry], day: date | None) -> Link:
        in_use = [entry for entry in entries if day is None or entry.name.is_in_use(day)] or entries
        in_use = [entry for entry in in_use if self._exists(entry, day)] or in_use
        if all(entry.name.ambiguous and entry.name.office in CHAMBERS for entry in in_use):
            return self._left_alone(text, start, end, in_use, Reason.UNCLEAR)
        for thing in _ORDER:
            of_thing = [entry for entry in in_use if entry.thing is thing]
            if not of_thing:
                continue
            if thing is Thing.PARTICIPANT and self._is_surname(text, start, end, of_thing):
                return self._left_alone(text, start, end, in_use, Reason.PERSON_NAME)
            has_title = thing is Thing.PERSON and self._has_title(text, start, of_thing, day)
            if thing is Thing.PERSON:
                if not has_title and is_inside_another_name(text, start, end, self._is_name):
                    return self._left_alone(text, start, end, in_use, Reason.PERSON_NAME)
                if self._is_a_word(text, start, end, of_thing):
                    return self._left_alone(text, start, end, in_use, Reason.WORD)
                ids = self._offices(of_thing, day)
            else:
                ids = tuple(dict.fromkeys(entry.id for entry in of_thing))
            if not ids:
                continue
            name = of_thing[0].name
            if has_title:
                start = text[:start].rstrip().rfind(" ") + 1  # with the first name, which we do not know
            mention = Mention(
                start, end, text[start:end], thing, ids, name.use, name.office, self._also(ids, in_use, day)
            )
            return Link(mention, _own_reason(mention))
        return self._left_alone(text, start, end, in_use, Reason.NOT_IN_OFFICE)

    def _is_name(self, word: str) -> bool:
        """Whether the word is a name by itself: of somebody in office, or of a State."""
        found = self._by_words.get((_fold(word),), ())
        return any(entry.thing in (Thing.PERSON, Thing.PARTICIPANT) and not entry.name.ambiguous for entry in found)

    def _left_alone(self, text: str, start: int, end: int, entries: list[_Entry], reason: Reason) -> Link:
        """A link to nothing, with what the name could have been."""
        name, thing = entries[0].name, min((entry.thing for entry in entries), key=_ORDER.index)
        ids = tuple(dict.fromkeys(entry.id for entry in entries if entry.thing is thing))
        if thing is Thing.PERSON:
            ids = tuple(dict.fromkeys(term.participant for id in ids for term in self._known.terms_of(id)))
        return Link(Mention(start, end, text[start:end], thing, ids, name.use, name.office), reason)

    def _also(self, ids: tuple[str, ...], entries: list[_Entry], day: date | None) -> str | None:
        """The agreement that goes by the same name: what constitutes the body before any other, none long ended."""
        named = [entry.id for entry in entries if entry.thing is Thing.AGREEMENT]
        own = [id for id in named if ids[0] in (id, self._known.agreements[id].body)]
        closed = {id: self._known.agreements[id].closed for id in named}
        rest = [id for id in named if (end := closed[id]) is None or (day is not None and day < end)]
        return next(iter((*own, *rest)), None) or self._known.constituting(ids[0])

    def _is_surname(self, text: str, start: int, end: int, entries: list[_Entry]) -> bool:
        """Whether a name that is also a person's follows a first name: "Michael Jordan" is no kingdom."""
        if all(entry.name.use is NameUse.METONYM for entry in entries):
            return is_of_a_titled_person(text, start, end)
        if not all(entry.name.ambiguous and entry.name.use is NameUse.SHORT for entry in entries):
            return False
        before = re.search(r"(?:^|[\s“\"(])([A-Z][a-z]+)\s$", text[max(0, start - 24) : start])
        return before is not None and before.group(1) in FIRST_NAMES

    def _is_a_word(self, text: str, start: int, end: int, entries: list[_Entry]) -> bool:
        """Whether a surname that is an ordinary word stands for the word: no title before it, no full name around."""
        if fold(text[start:end]) not in ORDINARY_WORDS:
            return False
        before = WORD_BEFORE.search(text[max(0, start - 30) : start])
        if before is not None and before.group(1).rstrip(".,") in TITLES - LEAD_IN:
            return False
        return not any(term.name in text for entry in entries for term in self._known.terms_of(entry.id))

    def _has_title(self, text: str, start: int, entries: list[_Entry], day: date | None) -> bool:
        """ "President Alvaro Colom": one known by surname alone, in office on the day, with title and first name."""
        before = TITLE_BEFORE.search(text[max(0, start - 60) : start])
        if before is None or day is None or any(" " in entry.name.text for entry in entries):
            return False
        terms = [term for entry in entries for term in self._known.terms_of(entry.id) if term.is_in_office(day)]
        return bool(terms) and all(" " not in term.name for term in terms)

    def _exists(self, entry: _Entry, day: date | None) -> bool:
        """Whether what the entry names exists on the day, as far as we know."""
        if day is None or entry.thing is not Thing.PARTICIPANT:
            return True
        return self._known.participants[entry.id].is_there(day)

    def _offices(self, entries: list[_Entry], day: date | None) -> tuple[str, ...]:
        """The participants for whom these people held office on the day, or ever when that is one only."""
        terms = [term for entry in entries for term in self._known.terms_of(entry.id)]
        current = [term.participant for term in terms if day is not None and term.is_in_office(day)]
        if not current and day is not None and all(" " not in entry.name.text for entry in entries):
            terms = [term for term in terms if is_remembered(term, day)]
        ids = tuple(dict.fromkeys(current or [term.participant for term in terms]))
        return ids if len(ids) == 1 else ()


def _small_until(text: str) -> int:
    """The end of the text where it has no capitals, or else of a heading that has none."""
    if not any(c.isupper() for c in text):
        return len(text)
    heading, _, rest = text.partition("\n")
    is_small = heading.count(" ") > 1 and rest and not any(c.isupper() for c in heading)
    return len(heading) if is_small else 0


def _large(entry: _Entry, words: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words that need a capital: those that the name itself writes so ("West African bloc"), or else all."""
    own = [match.group() for match in _WORD.finditer(entry.name.text)][-len(words) :]
    if len(own) != len(words) or not any(word[0].isupper() for word in own):
        return words
    return [word for word, name in zip(words, own, strict=True) if not name[0].islower()]


def _chosen(text: str, found: list[Link]) -> list[Link]:
    """The links, each with the likelier of its meanings first.

    A name of several things means one that the text also names plainly. "Brussels" is the Union where the text names
    no Belgian. A chamber right after another State's name is that State's ("the Philippine Senate").
    """
    plain = {link.mention.ids[0]: link.mention.text for link in found if link.is_link and len(link.mention.ids) == 1}
    chosen: list[Link] = []
    for link in found:
        if not link.is_link:
            chosen.append(link)
            continue
        mention, ids, reason, cue = link.mention, link.mention.ids, link.reason, link.cue
        if len(ids) > 1:
            named = [id for id in ids if id in plain]
            if not named and "european-union" in ids and "BEL" not in plain:
                named = ["european-union"]
            if mention.thing in (Thing.PARTICIPANT, Thing.AGREEMENT):
                reason, cue = (Reason.CONTEXT, plain.get(named[0], "")) if named else (Reason.DEFAULT, "")
            if named:
                ids = (*named, *(id for id in ids if id not in named))
        before = next((link.mention for link in reversed(chosen) if link.is_link), None)
        if (
            mention.office == "parliament"
            and before is not None
            and before.thing is Thing.PARTICIPANT
            and re.fullmatch(r"(?:[’']s?)?\s(?:\w+\s)?", text[before.end : mention.start])
        ):
            chosen.append(replace(link, reason=Reason.LONGER_NAME, cue=text[before.start : mention.end]))
            continue
        chosen.append(Link(replace(mention, ids=ids), reason, cue))
    return chosen


def _own_reason(mention: Mention) -> Reason:
    """The reason that lies in the name itself."""
    if mention.thing is Thing.PERSON:
        return Reason.OFFICE_HOLDER
    match mention.use:
        case NameUse.ACRONYM:
            return Reason.CODE
        case NameUse.FORMER:
            return Reason.FORMER_NAME
        case NameUse.DEMONYM:
            return Reason.DEMONYM
        case NameUse.METONYM:
            return Reason.SEAT if mention.office in ("", "capital") else Reason.ORGAN
        case NameUse.OFFICIAL | NameUse.SHORT | NameUse.POPULAR | NameUse.PHRASE:
            return Reason.OWN_NAME


def _with_stop(text: str, start: int, end: int) -> int:
    """The end of an abbreviation with its last stop: "U.S."."""
    return end + 1 if "." in text[start:end] and text[end : end + 1] == "." else end


def _without_genitive(text: str, start: int, end: int) -> int:
    """The end of the name without "'s"."""
    return end - 2 if text[start:end].endswith(("'s", "’s")) else end


@lru_cache(maxsize=2)
def linker_of(known: Reference) -> Linker:
    """The linker of a reference, made when first asked for; kept for ours and one with a folder laid over it."""
    return Linker(known)
