"""The language of the house: small immutable types in the words of treaty law (standard library only)."""

from depositary.terms.action import FIRMNESS, Action
from depositary.terms.agreement import AgreementKind, AgreementRef
from depositary.terms.attribution import Attribution, Role, Voice
from depositary.terms.claim import Claim, ClaimWithoutEvidence, Organ
from depositary.terms.errors import DepositaryError
from depositary.terms.evidence import Cell, Evidence, MisquotedEvidence, Span, cite
from depositary.terms.finding import Finding
from depositary.terms.modality import Modality
from depositary.terms.moment import OPEN_BEGIN, OPEN_END, Moment, UnreadableMoment, add_months
from depositary.terms.participant import Participant, ParticipantKind
from depositary.terms.participation import Assurance, Expectation, ExpectationEnd, Participation
from depositary.terms.rule import Convention, Delay, Rule, Scope
from depositary.terms.standing import Application, Consent, Force, Intent, Standing

__all__ = [
    "FIRMNESS",
    "OPEN_BEGIN",
    "OPEN_END",
    "Action",
    "AgreementKind",
    "AgreementRef",
    "Application",
    "Assurance",
    "Attribution",
    "Cell",
    "Claim",
    "ClaimWithoutEvidence",
    "Consent",
    "Convention",
    "Delay",
    "DepositaryError",
    "Evidence",
    "Expectation",
    "ExpectationEnd",
    "Finding",
    "Force",
    "Intent",
    "MisquotedEvidence",
    "Modality",
    "Moment",
    "Organ",
    "Participant",
    "ParticipantKind",
    "Participation",
    "Role",
    "Rule",
    "Scope",
    "Span",
    "Standing",
    "UnreadableMoment",
    "Voice",
    "add_months",
    "cite",
]
