"""Names: which participant or agreement a person means, or the nearest ones, or all that it could be."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from typing import TypeVar

from sqlalchemy import select

from depositary.claims import Ledger
from depositary.questions.answer import command
from depositary.reference import Person, Reference, called_in_languages, fold
from depositary.store import participants as participants_table
from depositary.terms import AgreementRef, DepositaryError, Participant, ParticipantKind

Named = TypeVar("Named", Participant, AgreementRef)

NEAR = 5
"""How many near names a misspelt one gets."""

LOOKED_AT = 4 * NEAR
"""How many are looked at for them: some are of the other kind."""


class UnknownName(DepositaryError):
    """A name that neither the reference nor this register knows; `near` are names that may have been meant.

    `bearer` is what bears the name all the same where the other kind of thing was asked for, a State by `members`.
    """

    def __init__(self, text: str, near: tuple[str, ...], bearer: Participant | AgreementRef | None = None) -> None:
        guess = f" Did you mean {', '.join(near[:-1])} or {near[-1]}?" if len(near) > 1 else ""
        if len(near) == 1:
            guess = f" Did you mean {near[0]}?"
        match bearer:
            case None:
                super().__init__(f"Nothing here is called {text!r}.{guess}")
            case Participant():
                kind = "a State" if bearer.kind is ParticipantKind.STATE else "a participant"
                super().__init__(f"{text!r} is {kind}, not an agreement: ask {command('state', bearer.name)}.{guess}")
            case AgreementRef():
                super().__init__(f"{text!r} is an agreement, not a participant: ask {command('members', bearer.name)}.")
        self.text = text
        self.near = near


class AmbiguousName(DepositaryError):
    """A name that several bear; `candidates` are their ids and names, and an id always names one."""

    def __init__(self, text: str, candidates: tuple[Participant | AgreementRef | Person, ...]) -> None:
        listed = "; ".join(f"{candidate.id} ({candidate.name})" for candidate in candidates)
        super().__init__(f"{text!r} may be any of these: {listed}. Ask by the id.")
        self.text = text
        self.candidates = candidates


def resolve_participant(text: str, ledger: Ledger, reference: Reference) -> Participant:
    """The State or organisation of this name, code or id: of the reference first, else of the register's own.

    What nobody is called in English is looked for in the other languages of the United Nations. Raises `UnknownName`
    or `AmbiguousName`.
    """
    found = reference.find_participants(text)
    if not found:
        own = list(_participants(ledger))
        found = tuple(who for who in own if _is_called(text, who.id, who.name)) or called_abroad(text, reference)
        if not found:
            near = _near(text, reference.find_participants, reference, (who.name for who in own))
            raise UnknownName(text, near, next(iter(reference.find_agreements(text)), None))
    return _one(text, found)


def resolve_agreement(text: str, ledger: Ledger, reference: Reference) -> AgreementRef:
    """The agreement of this name or id: of the reference first, else of the register's own.

    Raises `UnknownName` or `AmbiguousName`.
    """
    found = reference.find_agreements(text)
    if not found:
        own = list(ledger.agreements())
        found = tuple(ref for ref in own if _is_called(text, ref.id, ref.name))
        if not found:
            near = _near(text, reference.find_agreements, reference, (ref.name for ref in own))
            raise UnknownName(text, near, next(iter(reference.find_participants(text)), None))
    return _one(text, found)


def called_abroad(text: str, reference: Reference) -> tuple[Participant, ...]:
    """The States and territories of this name in a language of the United Nations."""
    return tuple(entry.participant for entry in called_in_languages(reference.participants.values(), text))


def _one(text: str, found: tuple[Named, ...]) -> Named:
    if len(found) > 1:
        raise AmbiguousName(text, found)
    return found[0]


def _is_called(text: str, id: str, name: str) -> bool:
    return text == id or fold(text) in (fold(id), fold(name))


def _near(
    text: str, find: Callable[[str], tuple[object, ...]], reference: Reference, own: Iterable[str]
) -> tuple[str, ...]:
    """Near names of the register's own, then of what `find` finds in the reference, each once."""
    spelt = {fold(name): name for name in own}
    here = [spelt[folded] for folded in difflib.get_close_matches(fold(text), list(spelt), NEAR)]
    known = (name for name in reference.near(text, LOOKED_AT) if find(name))
    return tuple(dict.fromkeys([*here, *known]))[:NEAR]


def _participants(ledger: Ledger) -> Iterable[Participant]:
    with ledger.database.reading() as connection:
        for row in connection.execute(select(participants_table).order_by(participants_table.c.id)):
            yield Participant(row.id, row.name, ParticipantKind(row.kind))
