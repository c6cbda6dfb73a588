"""Attribution: the chain of voices through which a claim reached the page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from depositary.terms.evidence import Span


class Role(StrEnum):
    """What kind of witness a voice is; authority is weighed per dimension elsewhere, never here."""

    PERSON = "person"  #: named, whose office is not known
    GOVERNMENT = "government"  #: a State, its ministry, its office-holder by name or title
    OFFICIALS = "officials"  #: of a State, not named ("US officials")
    ORGANISATION = "organisation"  #: an international organisation, its secretariat or its head
    DEPOSITARY = "depositary"
    AGENCY = "agency"  #: a news agency or outlet that is passed on ("told Axios", "AFP reported")
    ANONYMOUS = "anonymous"  #: "sources", "people familiar with the matter"


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker in a chain.

    `name` is as the text has it. `participant` is the id of the State or organisation it speaks for, or None.
    `evidence` is where the text names it; None for a voice that only the document's metadata names.
    """

    name: str
    role: Role
    participant: str | None = None
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """The chain of voices, outermost first, innermost (who says it in the first place) last.

    No voice at all is the outlet's own word.
    """

    voices: tuple[Voice, ...] = ()

    @property
    def innermost(self) -> Voice | None:
        """Who says it in the first place; None where the outlet does."""
        return self.voices[-1] if self.voices else None
