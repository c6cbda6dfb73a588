"""Short ways to ask a register, so that a story reads as one."""

from __future__ import annotations

from datetime import date

from depositary.register import Because, Register
from depositary.terms import Participation

LATER = "2026-01-01"
"""When all that the example documents tell is known."""


def row(register: Register, who: str, agreement: str, on: str, known: str = LATER) -> Participation | None:
    """Where one participant stands towards an agreement; None where nothing is told of it."""
    rows = register.members(agreement, on=date.fromisoformat(on), known=date.fromisoformat(known))
    return next((found for found in rows if found.participant.id == who), None)


def status(register: Register, who: str, agreement: str, on: str, known: str = LATER) -> str:
    """The label of where it stands; "" where nothing is told of it."""
    found = row(register, who, agreement, on, known)
    return found.status if found is not None else ""


def since(register: Register, who: str, agreement: str, on: str, known: str = LATER) -> str:
    """The moment from which it stands so, as EDTF; "" where no day is known."""
    found = row(register, who, agreement, on, known)
    return found.since.edtf if found is not None and found.since is not None else ""


def takers(register: Register, agreement: str, on: str, known: str = LATER) -> set[str]:
    """Who takes part."""
    rows = register.members(agreement, on=date.fromisoformat(on), known=date.fromisoformat(known))
    return {found.participant.id for found in rows if found.takes_part}


def because(register: Register, who: str, agreement: str, on: str, known: str = LATER) -> Because:
    """Why it stands so."""
    return register.because(who, agreement, on=date.fromisoformat(on), known=date.fromisoformat(known))


def due(register: Register, who: str, agreement: str, on: str, known: str = LATER) -> dict[str, str]:
    """What is foretold of it: the days, with what became of each."""
    found = row(register, who, agreement, on, known)
    expectations = found.expectations if found is not None else ()
    return {f"{each.action} {each.due.edtf if each.due else '-'}": each.end.value for each in expectations}
