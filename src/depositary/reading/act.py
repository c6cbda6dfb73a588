"""An act found in a sentence: the word that signals it, and the places around that word."""

from __future__ import annotations

from dataclasses import dataclass

from depositary.reading.analysis import Analysed
from depositary.reading.lexicon import Frame
from depositary.reading.party import Party
from depositary.reading.targets import Target

NOBODY = Party()
AS_BEFORE = Party(is_anaphoric=True, number=-1)
"""The party of an act that is spoken of again: "the withdrawal"."""


@dataclass(frozen=True, slots=True)
class Act:
    """A word that signals an act, and the places around it.

    `index` is its token. `subject` is who does it, `other` who else is named as its object (the State admitted,
    invited, recognised). `noun` is the token of a light verb's complement. `is_nominal` for "Russia's withdrawal".
    `is_again` where others do what was told before: "France is expected to follow". `as_firm_as` is the token of the
    verb that says how firmly, where the act has none of its own: "will sign in May, and Mali in June".
    """

    frame: Frame
    index: int
    subject: Party
    target: Target | None
    other: Party = NOBODY
    noun: int | None = None
    is_nominal: bool = False
    is_again: bool = False
    as_firm_as: int | None = None

    @property
    def is_of_list(self) -> bool:
        """Whether its word is what it is done to: the second thing in "signed the one and the other"."""
        return self.target is not None and not self.is_nominal and self.index == self.target.head


def singular_nominal(a: Analysed, index: int) -> str:
    """The noun as the lexicon lists it."""
    low = a.lower[index]
    return low if low in a.words.nominals else a.lemma(index)
