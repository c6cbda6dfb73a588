"""Questions: the closed list of what can be asked of the register, and the answers that faces render."""

from depositary.questions.answer import (
    Agreements,
    Answer,
    DocumentRow,
    Documents,
    DocumentShown,
    Members,
    Reasons,
    State,
    Timeline,
    command,
)
from depositary.questions.beforehand import (
    Beforehand,
    Known,
    KnownAgreement,
    KnownParticipant,
    KnownPerson,
    beforehand,
)
from depositary.questions.names import AmbiguousName, UnknownName, resolve_agreement, resolve_participant
from depositary.questions.question import (
    QUESTIONS,
    agreements,
    because,
    document,
    documents,
    members,
    state,
    timeline,
)

__all__ = [
    "QUESTIONS",
    "Agreements",
    "AmbiguousName",
    "Answer",
    "Beforehand",
    "DocumentRow",
    "DocumentShown",
    "Documents",
    "Known",
    "KnownAgreement",
    "KnownParticipant",
    "KnownPerson",
    "Members",
    "Reasons",
    "State",
    "Timeline",
    "UnknownName",
    "agreements",
    "because",
    "beforehand",
    "command",
    "document",
    "documents",
    "members",
    "resolve_agreement",
    "resolve_participant",
    "state",
    "timeline",
]
