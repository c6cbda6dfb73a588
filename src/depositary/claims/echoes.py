"""Echoes: reports that repeat one report are one witness, however many outlets print it.

Two claims echo one another when the same speaker is passed on from the same origin: the agency that the text names
("told Axios", "AFP reported"), else the document's own outlet. Near copies under other names are not recognised yet.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from depositary.claims.recorded import RecordedClaim
from depositary.terms import Role


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where a claim comes from: who brought it out, and who says it in the first place ("" is the outlet itself)."""

    brought_by: str
    speaker: str


def origin(recorded: RecordedClaim) -> Origin:
    """The origin of a claim; a document without an outlet is an origin of its own."""
    voices = recorded.claim.attribution.voices
    agencies = [voice.name for voice in voices if voice.role is Role.AGENCY]
    brought_by = agencies[-1] if agencies else recorded.outlet or recorded.claim.document
    speakers = [voice for voice in voices if voice.role is not Role.AGENCY]
    speaker = (speakers[-1].participant or speakers[-1].name) if speakers else ""
    return Origin(_folded(brought_by), _folded(speaker))


def independent(claims: Iterable[RecordedClaim]) -> int:
    """How many witnesses that do not echo one another stand behind these claims."""
    return len({origin(recorded) for recorded in claims})


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().strip()
