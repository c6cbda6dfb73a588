"""Firmness: how firmly an act is said, and by whose demand or refusal; what the reading of stance fills in."""

from __future__ import annotations

from dataclasses import dataclass

from depositary.terms import Action, Modality

_WEIGHT = (
    Modality.DENIED,
    Modality.CONDITIONAL,
    Modality.DEMANDED,
    Modality.POSSIBLE,
    Modality.EXPECTED,
    Modality.PLANNED,
    Modality.HAPPENED,
)


@dataclass(slots=True)
class Stance:
    """How firmly an act is said. `demander` is the token of the verb by which somebody demands it.

    `is_claim` is False for questions and hypotheses, which claim nothing. `is_future` tells which way dates look;
    `is_present` that the sentence is in the present tense, in which a bare date is the next one ("leaves on Sunday");
    `is_since` that the day after "until" is its own ("did not join until 1995").
    """

    modality: Modality = Modality.HAPPENED
    is_claim: bool = True
    demander: int | None = None
    refuser: int | None = None
    is_before: bool = False
    is_voted: bool = False
    is_present: bool = False
    is_since: bool = False
    action: Action | None = None

    @property
    def is_future(self) -> bool:
        """Whether the act is still to come, so that "in January" is the next one."""
        return self.modality in (
            Modality.PLANNED,
            Modality.EXPECTED,
            Modality.CONDITIONAL,
            Modality.POSSIBLE,
            Modality.DEMANDED,
        )

    def weaken(self, modality: Modality) -> None:
        """Take the weaker of what it was and this."""
        if _WEIGHT.index(modality) < _WEIGHT.index(self.modality):
            self.modality = modality
