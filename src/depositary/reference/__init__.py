"""What is known beforehand: names, rules and office-holders, as texts with their sources, compiled into one file."""

from depositary.reference.entries import (
    AgreementEntry,
    Name,
    NameUse,
    ParticipantEntry,
    Person,
    Source,
    Witness,
)
from depositary.reference.folding import fold
from depositary.reference.reference import ORDINARY_WORDS, NoSuchLexicon, Reference, reference

__all__ = [
    "ORDINARY_WORDS",
    "AgreementEntry",
    "Name",
    "NameUse",
    "NoSuchLexicon",
    "ParticipantEntry",
    "Person",
    "Reference",
    "Source",
    "Witness",
    "fold",
    "reference",
]
