"""Standing: where a participant stands towards an agreement, as a vector; status is only its label."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Intent(StrEnum):
    """What a participant has said that it means to do."""

    NONE = ""
    INVITED = "invited"
    APPLIED = "applied"
    ANNOUNCED = "announced"
    DECLINED = "declined"
    APPROVED = "approved at home"  #: an organ of the State has agreed
    WITHDRAWAL_NOTICE = "withdrawal notified"


class Consent(StrEnum):
    """How far it has consented to be bound."""

    NONE = ""
    JOINED = "joined"  #: form unspecified: the word of the press
    SIGNED = "signed"
    BOUND = "bound"
    RELEASED = "released"


class Force(StrEnum):
    """Whether the agreement is in force for it."""

    NOT_IN_FORCE = ""
    PROVISIONAL = "provisional"
    IN_FORCE = "in force"
    ENDED = "ended"


class Application(StrEnum):
    """What is done about it in fact."""

    NORMAL = ""
    SUSPENDED = "suspended"
    FROZEN = "frozen"
    NOT_IMPLEMENTED = "not implemented"


@dataclass(frozen=True, slots=True)
class Standing:
    """The vector intent x consent x force x application (DOMAIN 3.2). No part is ever merged into another."""

    intent: Intent = Intent.NONE
    consent: Consent = Consent.NONE
    force: Force = Force.NOT_IN_FORCE
    application: Application = Application.NORMAL

    @property
    def is_participant(self) -> bool:
        """Whether it takes part: joined, signed, bound or in force, and not left. Announced never counts."""
        return self.force in (Force.IN_FORCE, Force.PROVISIONAL) or (
            self.force is not Force.ENDED and self.consent in (Consent.JOINED, Consent.SIGNED, Consent.BOUND)
        )
