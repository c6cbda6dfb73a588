"""A claim: what one document says that a participant does to an agreement, with its evidence."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from depositary.terms.action import Action
from depositary.terms.agreement import AgreementRef
from depositary.terms.attribution import Attribution
from depositary.terms.errors import DepositaryError
from depositary.terms.evidence import Cell, Evidence, Span
from depositary.terms.modality import Modality
from depositary.terms.moment import Moment
from depositary.terms.participant import Participant

ID_DIGITS = 16
"""Hexadecimal digits of a claim's id: 64 bits keep a billion claims apart."""


class ClaimWithoutEvidence(DepositaryError):
    """A claim was made with no evidence: such a claim does not exist."""

    def __init__(self, document: str) -> None:
        super().__init__(f"A claim of document {document!r} has no evidence.")


class Organ(StrEnum):
    """The organ of a State that acts: its act is domestic, and binds nobody abroad (`approve_domestically`)."""

    PARLIAMENT = "parliament"
    COURT = "court"
    REFERENDUM = "referendum"
    CABINET = "cabinet"
    PRESIDENT = "president"


@dataclass(frozen=True, slots=True)
class Claim:
    """One act of one actor on one agreement, as one document says it.

    `document` is the document's id. `actor` is None for an act of the agreement itself (it enters into force).
    `moment` is the date of the act (EDTF), `effect` the date it takes effect where the text gives another one; None is
    "the text gives none", never today. `evidence[0]` shows the act. `made_by` names the step and the pattern that made
    it. `qualifier` narrows the action ("withdrawal" for a vote to leave, "initial" or "in principle").
    The id is a hash of all that is said, so that the same reading of the same document gives the same id anywhere.
    """

    document: str
    agreement: AgreementRef
    actor: Participant | None
    action: Action
    modality: Modality
    evidence: tuple[Evidence, ...]
    counterparties: tuple[Participant, ...] = ()
    moment: Moment | None = None
    effect: Moment | None = None
    attribution: Attribution = field(default_factory=Attribution)
    organ: Organ | None = None
    qualifier: str | None = None
    made_by: str = ""

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ClaimWithoutEvidence(self.document)

    @property
    def id(self) -> str:
        """16 hexadecimal digits of sha256 over the content, `made_by` left out."""
        return hashlib.sha256("\x1f".join(self._said()).encode()).hexdigest()[:ID_DIGITS]

    def _said(self) -> list[str]:
        said = [
            self.document,
            self.agreement.id,
            self.actor.id if self.actor else "",
            self.action,
            self.modality,
            ",".join(sorted(other.id for other in self.counterparties)),
            self.moment.edtf if self.moment else "",
            self.effect.edtf if self.effect else "",
            self.organ or "",
            self.qualifier or "",
        ]
        said += [f"{voice.role}:{voice.name}" for voice in self.attribution.voices]
        said += [_place(item) for item in self.evidence]
        return said


def _place(evidence: Evidence) -> str:
    match evidence:
        case Span(start, end, _):
            return f"{start}-{end}"
        case Cell(file_hash, row, column, _):
            return f"{file_hash}:{row}:{column}"
