"""Setting: what the fold must know of an agreement beforehand: its kind, its sides, its final clauses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from depositary.terms import AgreementKind, AgreementRef, Moment, Participant, Rule, Scope

BETWEEN_TWO = frozenset({AgreementKind.RELATION, AgreementKind.MEMORANDUM})
"""Kinds that stand between two sides whatever the reference says."""


@dataclass(frozen=True, slots=True)
class Setting:
    """An agreement as the fold sees it; an agreement that only claims name has a setting with nothing but its `ref`.

    `body` is the id of the organisation that it constitutes or that serves it. `sides` are the participants of a
    closed agreement between a few. `in_force` is when the agreement itself entered into force, `closed` the day on
    which it ended or was replaced; None is not known. `source` says where that stands. `opened` is when it was signed
    or opened for signature: an act without its day was done no earlier.
    """

    ref: AgreementRef
    rules: tuple[Rule, ...] = ()
    sides: tuple[Participant, ...] = ()
    body: str | None = None
    in_force: Moment | None = None
    closed: date | None = None
    source: str = ""
    opened: date | None = None

    @property
    def kind(self) -> AgreementKind:
        """The kind of agreement: it decides the words of a status and who may move what."""
        return self.ref.kind

    @property
    def is_between_two(self) -> bool:
        """Whether an end for one side is an end for both."""
        return self.kind in BETWEEN_TWO or len(self.sides) == 2

    def is_own_body(self, participant: Participant) -> bool:
        """Whether it is the organisation that the agreement constitutes: nobody is a member of itself."""
        return participant.id in (self.ref.id, self.body if self.kind is AgreementKind.ORGANISATION else None)

    def rules_of(self, scope: Scope) -> tuple[Rule, ...]:
        """The rules of one scope, in the order of the reference."""
        return tuple(rule for rule in self.rules if rule.scope is scope)
