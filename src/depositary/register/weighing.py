"""Weighing: the table of authority, asked claim by claim, as the fold needs it."""

from __future__ import annotations

from functools import cache

from depositary.claims import Dimension, KnownBeforehand, RecordedClaim, Witness, origin, profile, rank, witness
from depositary.terms import AgreementKind


class Weigher:
    """Weighs claims against what is known beforehand; outlets are looked up once."""

    def __init__(self, reference: KnownBeforehand) -> None:
        self.agreements = reference.agreements
        self.find_source = cache(reference.find_source)
        self.find_participants = cache(reference.find_participants)

    def witness(self, recorded: RecordedClaim) -> Witness:
        """What the claim's innermost voice is to its act."""
        return witness(recorded, self)

    def rank(self, recorded: RecordedClaim, dimension: Dimension, kind: AgreementKind) -> int:
        """How far that voice may move this part of a standing; 0 is best."""
        return rank(dimension, witness(recorded, self), profile(kind))

    def is_own_word(self, recorded: RecordedClaim) -> bool:
        """Whether the claim's actor says it of itself."""
        return witness(recorded, self) is Witness.SELF


def witness_of(recorded: RecordedClaim) -> str:
    """The independent witness that a claim comes from: the same for outlets that repeat one report."""
    source = origin(recorded)
    return f"{source.brought_by}\x1f{source.speaker}"


def word(recorded: RecordedClaim) -> str:
    """Whose word a claim is, as a reader would say it: the innermost voice and who passes it on, or the outlet.

    A document without an outlet is named by its title, else by its id.
    """
    voice = recorded.claim.attribution.innermost
    outlet = recorded.outlet or recorded.title or recorded.claim.document
    if voice is None or not voice.name:
        return outlet
    return voice.name if not recorded.outlet or voice.name == outlet else f"{voice.name} ({outlet})"
