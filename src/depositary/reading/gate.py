"""Gate: whether a text can say anything about agreements at all, told cheaply before anything is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from depositary.reading.lexicon import Frame, Kind, Lexicon
from depositary.reference import Reference

_WORD = re.compile(r"[a-z]+")
_BY_NAME = frozenset({Kind.AGREEMENT, Kind.NAMED, Kind.BODY, Kind.BODY_TO_JOIN, Kind.PARTY})
"""Kinds that a name can stand for: no word need say that it is one."""
_SAYS_NOTHING = frozenset(
    "the a an one two three four five six seven eight nine ten i you he she it we they this that these those there"
    " here my your his her its our their in on at by for from to of with as if so no not and but or nor than then when"
    " while after before since until is are was were be been has have had do does did will would can could all any"
    " some".split()
)
"""Words by which no name is told from other words: the first of a sentence has a large letter too."""
_WITHOUT_VERB = frozenset({"force"})
"""A word that tells of an act although no verb is there: "in force since 2002"."""
_JOINED = re.compile(r"[a-z]+(?:-[a-z]+)+")
_LETTERS = re.compile(r"[^\W\d_]+")
_CAPITALISED = re.compile(r"\b(?![a-z])[^\W\d_]+")
_END = re.compile(r"(?<=[a-z0-9)”\"][.!?]) (?=\S)|\n{2,}")


class Gate:
    """Passes a text that holds a word of an act, and the words that this act wants with it; made from the lexicon.

    "Was" alone passes nothing; "was" and "member" do. The order of the words does not matter here. `known` has the
    names without one of which, or a word like "treaty", no text tells of an act.
    """

    def __init__(self, words: Lexicon, known: Reference) -> None:
        self._things = _forms(words.nouns[Kind.AGREEMENT] - words.nouns["weak"])
        self._names = {_first(name.text) for name, _, _ in known.names()} - {""}
        self._alone = {*words.nominals, *map(_plural, words.nominals), *_WITHOUT_VERB}
        self._with: dict[str, list[tuple[frozenset[str], ...]]] = {}
        for form, found in words.forms.items():
            for frame in (frame for one in found for frame in words.frames.get(one.lemma, ())):
                if wanted := _wanted(frame, words):
                    self._with.setdefault(form, []).append(wanted)
                else:
                    self._alone.add(form)

    def lets_in(self, text: str) -> bool:
        """Whether a whole document could say anything: a word like "treaty", or a name, and an act in one sentence."""
        low = text.lower()
        if not self._things.isdisjoint(_WORD.findall(low)):
            return True
        capitals = {word.lower() for word in _CAPITALISED.findall(text)}
        has_name = not self._names.isdisjoint(capitals or _LETTERS.findall(low))
        return has_name and any(map(self.is_open, _END.split(text)))

    def is_open(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Whether the text between these code points holds such words."""
        low = text[start:end].lower()
        words = set(_WORD.findall(low))
        if "-" in low:
            words.update(_JOINED.findall(low))
        if not self._alone.isdisjoint(words):
            return True
        return any(
            all(not group.isdisjoint(words) for group in wanted)
            for word in self._with.keys() & words
            for wanted in self._with[word]
        )


def _first(name: str) -> str:
    """The first word of a name that says something, in small letters."""
    return next((word for word in _LETTERS.findall(name.lower()) if word not in _SAYS_NOTHING), "")


def _wanted(frame: Frame, words: Lexicon) -> tuple[frozenset[str], ...]:
    """The groups of words of each of which one must be there."""
    nouns, needs = _forms(frame.noun), _forms(frame.needs)
    is_said = bool(frame.objects) and not frame.bare and _BY_NAME.isdisjoint(frame.objects)
    things = _forms(noun for kind in frame.objects for noun in words.nouns.get(kind, ())) if is_said else frozenset()
    return tuple(group for group in (nouns, frame.particle, needs, things) if group)


def _forms(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in (word, _plural(word)))


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"
