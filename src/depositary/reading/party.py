"""Party: whom a phrase stands for, or that it only points back, or names nobody."""

from __future__ import annotations

from dataclasses import dataclass

from depositary.terms import Organ, Participant


@dataclass(frozen=True, slots=True)
class Party:
    """The participants that a phrase stands for, in the order of the text; `indexes` are their tokens.

    `organ` is the organ of the State that acts, `is_anaphoric` whether the phrase only points back ("the country"),
    `is_unnamed` whether it is somebody whom the text does not name ("a new country"); `place` is the token of a
    pronoun, from which it looks back; `is_titled` for a head of State or government whom we do not know by name;
    `among` are those of whom "the Central Asian republic" is one.
    """

    participants: tuple[Participant, ...] = ()
    indexes: tuple[int, ...] = ()
    organ: Organ | None = None
    is_anaphoric: bool = False
    number: int | None = None
    is_unnamed: bool = False
    place: int | None = None
    is_titled: bool = False
    among: tuple[Participant, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.participants)

    @property
    def is_settled(self) -> bool:
        """Whether the phrase says who it is, points back to them, or says that it does not name them."""
        return bool(self.participants) or self.is_anaphoric or self.is_unnamed or self.is_titled
