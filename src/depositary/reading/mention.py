"""A mention and its link: a name in a text, what it stands for, and why it was taken for that or for nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from depositary.reference import NameUse


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


class Reason(StrEnum):
    """Why a name was linked, or was left alone."""

    OWN_NAME = "own name"  #: "Kenya", "the African Union", "Paris Agreement"
    FORMER_NAME = "former name"  #: "Swaziland", whether or not it was in use on the day
    CODE = "code"  #: an acronym: "UAE", "Nato"
    DEMONYM = "demonym"  #: an adjective: "Kenyan envoys"
    PEOPLE = "people"  #: "the British", "Americans"
    SEAT = "seat"  #: a capital or a building that speaks for the whole: "the Kremlin"
    ORGAN = "organ"  #: the State's name in that of an organ of it: "U.S. Navy"; or the organ itself: "Knesset"
    OFFICE_HOLDER = "office-holder in office"  #: who held office on the day, or was the only one to hold it
    CONTEXT = "context word"  #: one of several meanings, told by another name in the text
    DEFAULT = "default"  #: one of several meanings that nothing tells apart, the likeliest first
    INTRODUCED = "introduced by the text"  #: "Bolivian President Luis Arce", and "Arce" after it
    POINTING_BACK = "pointing back"  #: "the bloc": the last body named before
    LONGER_NAME = "part of a longer name"  #: "Bank of China", "New Mexico", "American Airlines"
    TEAM = "team"  #: "Germany beat Italy 2-1"
    PERSON_NAME = "name of a person"  #: "Michael Jordan", "Melania Trump"
    NAMESAKE = "namesake"  #: something else by the same name: Georgia the US State
    WORD = "word"  #: an ordinary word that is written like a name
    NOT_IN_OFFICE = "not in office"  #: a person who held no office that the day and the name point to
    UNCLEAR = "unclear"  #: an ambiguous name that nothing in the text makes clear

    @property
    def is_link(self) -> bool:
        """Whether a name with this reason stands for what it is linked to."""
        return self not in _LEFT_ALONE


_LEFT_ALONE = frozenset(
    {
        Reason.LONGER_NAME,
        Reason.TEAM,
        Reason.PERSON_NAME,
        Reason.NAMESAKE,
        Reason.WORD,
        Reason.NOT_IN_OFFICE,
        Reason.UNCLEAR,
    }
)


@dataclass(frozen=True, slots=True)
class Link:
    """A mention and why it stands for what it does; of a name that was left alone, `ids` are what it could have been.

    `cue` is the word of the text, or the longer name, that told, where one did.
    """

    mention: Mention
    reason: Reason
    cue: str = ""

    @property
    def is_link(self) -> bool:
        """Whether the name stands for something; else it is none."""
        return self.reason.is_link
