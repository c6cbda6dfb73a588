"""Weighing: the table of authority, asked claim by claim, as the fold needs it."""

from __future__ import annotations

from depositary.claims import Dimension, KnownBeforehand, RecordedClaim, Witness, origin, profile, rank, witness
from depositary.terms import AgreementKind


class Weigher:
    """Weighs claims against what is known beforehand; the same voice on the same act is weighed once."""

    def __init__(self, reference: KnownBeforehand) -> None:
        self._reference = reference
        self._witnesses: dict[tuple[object, ...], Witness] = {}

    def witness(self, recorded: RecordedClaim) -> Witness:
        """What the claim's innermost voice is to its act."""
        claim = recorded.claim
        voice = claim.attribution.innermost
        key = (
            (voice.role, voice.participant) if voice else recorded.outlet,
            claim.actor.id if claim.actor else None,
            tuple(other.id for other in claim.counterparties),
            claim.agreement.id,
        )
        found = self._witnesses.get(key)
        if found is None:
            found = self._witnesses[key] = witness(recorded, self._reference)
        return found

    def rank(self, recorded: RecordedClaim, dimension: Dimension, kind: AgreementKind) -> int:
        """How far that voice may move this part of a standing; 0 is best."""
        return rank(dimension, self.witness(recorded), profile(kind))


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
