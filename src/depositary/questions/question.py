"""Questions: the closed list of what the register can be asked; each is a function of names and days to an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from depositary.questions import answer
from depositary.questions.names import resolve_agreement, resolve_participant
from depositary.register import NothingKnown, Register
from depositary.terms import Assurance, Participation


def members(register: Register, agreement: str, *, on: date, known: date) -> answer.Members:
    """Who takes part in this agreement? Raises `UnknownName` or `AmbiguousName`."""
    ref = resolve_agreement(agreement, register.ledger, register.reference)
    rows = sorted(register.members(ref.id, on=on, known=known), key=_by_name)
    taking_part = [row for row in rows if row.takes_part]
    rest = [row for row in rows if not row.takes_part]
    expected = [row for row in rest if _is_only_expected(row)]
    return answer.Members(
        agreement=ref,
        on=on,
        known=known,
        participants=tuple(taking_part),
        others=tuple(row for row in rest if row not in expected),
        expected=tuple(expected),
        notes=_notes(rows, on, known, f"Nothing that was known by {known.isoformat()} tells of {ref.name}."),
    )


def state(register: Register, participant: str, *, on: date, known: date) -> answer.State:
    """Where does this participant stand? Raises `UnknownName` or `AmbiguousName`."""
    who = resolve_participant(participant, register.ledger, register.reference)
    rows = sorted(register.state(who.id, on=on, known=known), key=lambda row: (row.agreement.name, row.agreement.id))
    silence = f"Nothing that was known by {known.isoformat()} tells where {who.name} stands."
    return answer.State(who, on, known, tuple(rows), _notes(rows, on, known, silence))


def because(register: Register, participant: str, agreement: str, *, on: date, known: date) -> answer.Reasons:
    """Why does it stand so? Raises `UnknownName`, `AmbiguousName`, or `NothingKnown` where there is no such row."""
    who = resolve_participant(participant, register.ledger, register.reference)
    ref = resolve_agreement(agreement, register.ledger, register.reference)
    try:
        found = register.because(who.id, ref.id, on=on, known=known)
    except NothingKnown:
        raise NothingKnown(who.name, ref.name, on, known) from None  # in the names that people ask by
    return answer.Reasons(found, _notes([found.participation], on, known, ""))


def timeline(register: Register, agreement: str, *, known: date) -> answer.Timeline:
    """What happened in this agreement, and what was foretold? Raises `UnknownName` or `AmbiguousName`."""
    ref = resolve_agreement(agreement, register.ledger, register.reference)
    rows = register.timeline(ref.id, known=known)
    silence = f"Nothing that was known by {known.isoformat()} tells of {ref.name}."
    return answer.Timeline(ref, known, rows, () if rows else (silence,))


def agreements(register: Register, *, on: date, known: date) -> answer.Agreements:
    """Which agreements does the register tell of?"""
    rows = sorted(register.overviews(on=on, known=known), key=lambda row: (row.ref.name.casefold(), row.ref.id))
    return answer.Agreements(on, known, tuple(rows), () if rows else (NOTHING_READ,))


def documents(register: Register, *, known: date) -> answer.Documents:
    """Which documents were read?"""
    counted = Counter(recorded.claim.document for recorded in register.ledger.claims(known=known))
    rows = [answer.DocumentRow(item, counted[item.id]) for item in register.ledger.documents(known=known)]
    return answer.Documents(known, tuple(rows), () if rows else (NOTHING_READ,))


def document(register: Register, document_id: str) -> answer.DocumentShown:
    """What does this document say, and where? Raises `UnknownDocument`."""
    found = register.ledger.document(document_id)
    rows = tuple(register.ledger.claims(document=document_id))
    return answer.DocumentShown(found, rows, () if rows else ("No act was read in this document.",))


NOTHING_READ = "No document has been read that was known by then."

QUESTIONS: tuple[Callable[..., answer.Answer], ...] = (
    members,
    state,
    because,
    timeline,
    agreements,
    documents,
    document,
)
"""All that can be asked; a face has one command, page or address for each."""


def _by_name(row: Participation) -> tuple[str, str]:
    return (row.participant.name.casefold(), row.participant.id)


def _is_only_expected(row: Participation) -> bool:
    """Whether nothing has been done by it or to it yet: all that is told is foretold."""
    return not row.claims and not row.set_aside and bool(row.expectations) and row.assurance is Assurance.CERTAIN


def _notes(rows: Iterable[Participation], on: date, known: date, silence: str) -> tuple[str, ...]:
    found = list(rows)
    notes = [silence] if silence and not found else []
    if any(row.assurance is Assurance.PROJECTED for row in found):
        notes.append(f"Projected: {on.isoformat()} lies after {known.isoformat()}, up to which things are known.")
    if any(row.assurance is Assurance.DATE_UNCERTAIN for row in found):
        notes.append(f"Of some acts it is not known whether they had been done by {on.isoformat()}.")
    if any(row.assurance is Assurance.CONTESTED for row in found):
        notes.append("Contested: witnesses of equal authority disagree.")
    return tuple(notes)
