"""Authority: who may move which dimension of a standing; it is weighed per dimension, never once for a source.

Consent belongs to the State itself, legal effect to the depositary and the final clauses, and what is done in fact is
contested between equals. A single ranking of sources would make Niger leave ECOWAS a year early and Saudi Arabia a
member of BRICS.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol

from depositary.claims.recorded import RecordedClaim
from depositary.reference import AgreementEntry, Source
from depositary.reference import Witness as SourceKind
from depositary.terms import AgreementKind, Claim, Participant, Role, Voice


class Witness(StrEnum):
    """Who says it, seen from the act that is told: the State that did it, the other side, the press."""

    REVIEWER = "reviewer"  #: a person's ruling
    DEPOSITARY = "depositary"
    SELF = "self"  #: the actor's own officials
    RULE = "rule"  #: a final clause, applied by the register
    ORGANISATION = "organisation"  #: the body that the agreement constitutes or that serves it
    COUNTERPARTY = "counterparty"
    OFFICIAL_OTHER = "official other"  #: an official of somebody whom the act does not concern
    PRESS_NAMED = "press, named"  #: an outlet or a named person
    PRESS_ANONYMOUS = "press, anonymous"  #: "sources", "people familiar with the matter"


class Dimension(StrEnum):
    """The parts of a standing, each with its own authorities."""

    INTENT = "intent"
    CONSENT = "consent"
    FORCE = "force"
    APPLICATION = "application"


class Profile(StrEnum):
    """What kind of agreement it is when it comes to who may say what of it."""

    TREATY = "treaty"  #: treaties and memberships: there is a depositary, a body, a clause
    POLITICAL = "political"  #: formats, relations, memoranda: each speaks for itself


AGREEMENT_PROFILES: Mapping[AgreementKind, Profile] = {
    AgreementKind.TREATY: Profile.TREATY,
    AgreementKind.ORGANISATION: Profile.TREATY,
    AgreementKind.POLITICAL: Profile.POLITICAL,
    AgreementKind.RELATION: Profile.POLITICAL,
    AgreementKind.MEMORANDUM: Profile.POLITICAL,
    AgreementKind.UNKNOWN: Profile.TREATY,  # the stricter one, until it is known
}

BELOW_THE_PARTIES: Mapping[Witness, int] = {
    Witness.REVIEWER: -1,
    Witness.RULE: 1,
    Witness.DEPOSITARY: 1,
    Witness.OFFICIAL_OTHER: 3,
    Witness.PRESS_NAMED: 4,
    Witness.PRESS_ANONYMOUS: 5,
}
"""Ranks that hold wherever `MATRIX` names no other (the reference model's defaults; 0 is best among sources)."""

MATRIX: Mapping[tuple[Profile, Dimension], Mapping[Witness, int]] = {
    (Profile.TREATY, Dimension.INTENT): {
        Witness.SELF: 0,
        Witness.DEPOSITARY: 0,
        Witness.ORGANISATION: 1,
        Witness.COUNTERPARTY: 1,
    },
    (Profile.TREATY, Dimension.CONSENT): {
        Witness.DEPOSITARY: 0,
        Witness.SELF: 1,
        Witness.ORGANISATION: 1,
        Witness.COUNTERPARTY: 2,
    },
    (Profile.TREATY, Dimension.FORCE): {
        Witness.DEPOSITARY: 0,
        Witness.RULE: 1,
        Witness.ORGANISATION: 1,
        Witness.SELF: 2,
        Witness.COUNTERPARTY: 2,
    },
    (Profile.TREATY, Dimension.APPLICATION): {
        Witness.SELF: 1,
        Witness.ORGANISATION: 1,
        Witness.COUNTERPARTY: 1,
        Witness.DEPOSITARY: 1,
    },
    (Profile.POLITICAL, Dimension.INTENT): {
        Witness.SELF: 0,
        Witness.ORGANISATION: 0,
        Witness.COUNTERPARTY: 1,
    },
    (Profile.POLITICAL, Dimension.CONSENT): {
        Witness.SELF: 0,
        Witness.ORGANISATION: 1,
        Witness.COUNTERPARTY: 1,
    },
    (Profile.POLITICAL, Dimension.FORCE): {
        Witness.SELF: 0,
        Witness.ORGANISATION: 1,
        Witness.COUNTERPARTY: 2,
    },
    (Profile.POLITICAL, Dimension.APPLICATION): {
        Witness.SELF: 0,
        Witness.ORGANISATION: 1,
        Witness.COUNTERPARTY: 1,
    },
}
"""The authority matrix (DOMAIN 3.2, with the two profiles of the reference model): 0 is best."""


class KnownBeforehand(Protocol):
    """What is asked of the reference: `depositary.reference.Reference` is one."""

    @property
    def agreements(self) -> Mapping[str, AgreementEntry]:
        """Agreements by id."""

    def find_source(self, outlet: str) -> Source | None:
        """The outlet, ministry or depositary of this name."""

    def find_participants(self, text: str) -> tuple[Participant, ...]:
        """The participants of this name."""


def profile(kind: AgreementKind) -> Profile:
    """How authority is spread over an agreement of this kind."""
    return AGREEMENT_PROFILES[kind]


def rank(dimension: Dimension, witness: Witness, profile: Profile) -> int:
    """How far this witness may move this dimension: 0 is best, a ruling is -1, higher gives way to lower."""
    own = MATRIX[profile, dimension]
    return own[witness] if witness in own else BELOW_THE_PARTIES[witness]


def witness(recorded: RecordedClaim, reference: KnownBeforehand) -> Witness:
    """What the innermost voice of a claim is to its act; without a voice it is the document's outlet that speaks."""
    claim = recorded.claim
    agreement = reference.agreements.get(claim.agreement.id)
    voice = claim.attribution.innermost
    if voice is None:
        return _outlet(recorded, agreement, reference)
    return _voice(voice, claim, agreement)


def _voice(voice: Voice, claim: Claim, agreement: AgreementEntry | None) -> Witness:
    match voice.role:
        case Role.ANONYMOUS:
            return Witness.PRESS_ANONYMOUS
        case Role.AGENCY | Role.PERSON:
            return Witness.PRESS_NAMED
        case Role.DEPOSITARY:
            return Witness.DEPOSITARY if _is_depositary(voice.participant, agreement) else Witness.OFFICIAL_OTHER
        case Role.GOVERNMENT | Role.OFFICIALS | Role.ORGANISATION:
            return _official(voice.participant, claim, agreement)


def _official(speaker: str | None, claim: Claim, agreement: AgreementEntry | None) -> Witness:
    """The word of a State or an organisation. Who acts or is acted with speaks as such, whatever else it is."""
    if speaker is None:
        return Witness.OFFICIAL_OTHER
    if claim.actor is not None and speaker == claim.actor.id:
        return Witness.SELF
    if speaker in {other.id for other in claim.counterparties}:
        return Witness.COUNTERPARTY
    if speaker == claim.agreement.id:
        return Witness.ORGANISATION
    if agreement is not None:
        if speaker == agreement.body:
            return Witness.ORGANISATION
        if speaker == agreement.depositary:
            return Witness.DEPOSITARY
        if speaker in agreement.sides:
            return Witness.COUNTERPARTY
    return Witness.OFFICIAL_OTHER


def _is_depositary(speaker: str | None, agreement: AgreementEntry | None) -> bool:
    known = agreement.depositary if agreement else None
    return speaker is None or known is None or speaker == known


def _outlet(recorded: RecordedClaim, agreement: AgreementEntry | None, reference: KnownBeforehand) -> Witness:
    """The outlet's own word: the press, unless it is the page of a ministry, an organisation or a depositary."""
    source = reference.find_source(recorded.outlet) if recorded.outlet else None
    if source is None:
        named = reference.find_participants(recorded.outlet) if recorded.outlet else ()
        return _official(named[0].id, recorded.claim, agreement) if len(named) == 1 else Witness.PRESS_NAMED
    match source.witness:
        case SourceKind.DEPOSITARY if _is_depositary(source.participant, agreement):
            return Witness.DEPOSITARY
        case SourceKind.OFFICIAL | SourceKind.ORGANISATION | SourceKind.DEPOSITARY:
            return _official(source.participant, recorded.claim, agreement)
        case SourceKind.AGENCY | SourceKind.OUTLET | SourceKind.STATE_MEDIA:
            return Witness.PRESS_NAMED
