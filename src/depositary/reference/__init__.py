"""What is known beforehand: names, rules, memberships and office-holders, texts compiled into one file."""

from depositary.reference.citation import Citation
from depositary.reference.entries import (
    AgreementEntry,
    Code,
    CodeSystem,
    KnownAct,
    Name,
    NameUse,
    ParticipantEntry,
    Person,
    Source,
    Succession,
    SuccessionMode,
    Witness,
)
from depositary.reference.folding import fold
from depositary.reference.labels import label
from depositary.reference.languages import Language, LanguageName, called_in_languages, names_in_languages
from depositary.reference.membership import MembershipTerm, Role, Roster
from depositary.reference.overlay import overlaid
from depositary.reference.reference import ORDINARY_WORDS, NoSuchLexicon, Reference, reference

__all__ = [
    "ORDINARY_WORDS",
    "AgreementEntry",
    "Citation",
    "Code",
    "CodeSystem",
    "KnownAct",
    "Language",
    "LanguageName",
    "MembershipTerm",
    "Name",
    "NameUse",
    "NoSuchLexicon",
    "ParticipantEntry",
    "Person",
    "Reference",
    "Role",
    "Roster",
    "Source",
    "Succession",
    "SuccessionMode",
    "Witness",
    "called_in_languages",
    "fold",
    "label",
    "names_in_languages",
    "overlaid",
    "reference",
]
