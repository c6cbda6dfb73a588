"""Participants: States and organisations, who alone take part in agreements."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ParticipantKind(StrEnum):
    """What kind of participant it is; recognition is a claim, never a column."""

    STATE = "state"
    TERRITORY = "territory"  #: with treaty participation of its own (Hong Kong, Faroe)
    ORGANISATION = "organisation"
    GROUP = "group"  #: a list of participants under one name ("Nordic countries")


@dataclass(frozen=True, slots=True, order=True)
class Participant:
    """A State or an organisation, as claims and answers refer to it.

    `id` is the ISO 3166-1 alpha-3 code of a State in capitals (also TWN, PSE, XKX, and SUN, YUG, CSK, DDR for
    historic ones), or a slug in small letters for an organisation ("european-union"), so that the two never meet.
    """

    id: str
    name: str
    kind: ParticipantKind = ParticipantKind.STATE

    @property
    def label(self) -> str:
        """What claims print for it: the code of a State, the name of an organisation."""
        return self.id if self.kind in (ParticipantKind.STATE, ParticipantKind.TERRITORY) else self.name
