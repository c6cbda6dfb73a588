"""Answers: what a question gives, whole; a face only renders it. Each says its two days and how to ask again."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Protocol

from depositary.claims import RecordedClaim, RecordedDocument
from depositary.register import Because, Event, Overview
from depositary.terms import AgreementRef, Participant, Participation


class Answer(Protocol):
    """What every answer has; `on` is None where the answer does not depend on a day in the world."""

    @property
    def on(self) -> date | None:
        """The day in the world that was asked about."""

    @property
    def known(self) -> date | None:
        """The day up to which what had been published counts; None where all counts."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences that a reader must see beside the rows."""

    @property
    def again(self) -> str:
        """The command that asks exactly this again."""


def command(question: str, *subjects: str, on: date | None = None, known: date | None = None) -> str:
    """The command that asks a question, as it is typed.

    >>> command("members", "Abraham Accords", on=date(2020, 12, 31))
    'depositary members "Abraham Accords" --on 2020-12-31'
    """
    words = ["depositary", question, *(_typed(subject) for subject in subjects)]
    words += [f"--{clock} {day}" for clock, day in (("on", on), ("known", known)) if day is not None]
    return " ".join(words)


def _typed(subject: str) -> str:
    quoted = shlex.quote(subject)
    is_plain = quoted.startswith("'") and not set(subject) & set('"$`\\!')
    return f'"{subject}"' if is_plain else quoted


@dataclass(frozen=True, slots=True)
class Members:
    """Who takes part in an agreement.

    `participants` take part. `others` stand in some other way towards it: invited, announced, left, or not known.
    `expected` are known by what is foretold of them alone. Each by name.
    """

    agreement: AgreementRef
    on: date
    known: date
    participants: tuple[Participation, ...]
    others: tuple[Participation, ...]
    expected: tuple[Participation, ...]
    notes: tuple[str, ...]

    @property
    def rows(self) -> tuple[Participation, ...]:
        """All rows: those who take part first."""
        return tuple(chain(self.participants, self.others, self.expected))

    @property
    def again(self) -> str:
        """The command that asks exactly this again."""
        return command("members", self.agreement.name, on=self.on, known=self.known)


@dataclass(frozen=True, slots=True)
class State:
    """Where one participant stands towards everything that it has to do with, by agreement."""

    participant: Participant
    on: date
    known: date
    rows: tuple[Participation, ...]
    notes: tuple[str, ...]

    @property
    def again(self) -> str:
        """The command that asks exactly this again."""
        return command("state", self.participant.name, on=self.on, known=self.known)


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why one participant stands as it does towards one agreement; `rows` holds the one row that is explained."""

    because: Because
    notes: tuple[str, ...]

    @property
    def on(self) -> date:
        """The day in the world that was asked about."""
        return self.because.on

    @property
    def known(self) -> date:
        """The day up to which what had been published counts."""
        return self.because.known

    @property
    def rows(self) -> tuple[Participation, ...]:
        """The row that is explained."""
        return (self.because.participation,)

    @property
    def again(self) -> str:
        """The command that asks exactly this again."""
        row = self.because.participation
        return command("because", row.participant.name, row.agreement.name, on=self.on, known=self.known)


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened, was claimed and was foretold in an agreement, in order."""

    agreement: AgreementRef
    known: date
    rows: tuple[Event, ...]
    notes: tuple[str, ...]
    on: None = None

    @property
    def again(self) -> str:
        """The command that asks exactly this again."""
        return command("timeline", self.agreement.name, known=self.known)


@dataclass(frozen=True, slots=True)
class Agreements:
    """Every agreement that a claim names, by name."""

    on: date
    known: date
    rows: tuple[Overview, ...]
    notes: tuple[str, ...]

    @property
    def again(self) -> str:
        """The command that asks exactly this again."""
        return command("agreements", on=self.on, known=self.known)


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in a list, with the number of claims that were read in it."""

    document: RecordedDocument
    claims: int


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents that were read, by the day from which they are known."""

    known: date
    rows: tuple[DocumentRow, ...]
    notes: tuple[str, ...]
    on: None = None

    @property
    def again(self) -> str:
        """The command that asks exactly this again."""
        return command("documents", known=self.known)


@dataclass(frozen=True, slots=True)
class DocumentShown:
    """One document with what was read in it: `rows` are its claims, by their place in its text."""

    document: RecordedDocument
    rows: tuple[RecordedClaim, ...]
    notes: tuple[str, ...]
    on: None = None
    known: None = None

    @property
    def again(self) -> str:
        """The command that asks exactly this again."""
        return command("document", self.document.id)
