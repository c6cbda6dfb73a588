"""The register's front door: asks the ledger and the reference, folds, and answers on any two days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from depositary.claims import Ledger, RecordedClaim
from depositary.reference import AgreementEntry, Reference
from depositary.register import tables
from depositary.register.because import Because, explain
from depositary.register.fold import Folded, fold, fold_histories
from depositary.register.history import Gathered, gather_histories
from depositary.register.setting import Setting
from depositary.register.timeline import Event, timeline
from depositary.register.weighing import Weigher
from depositary.terms import AgreementKind, AgreementRef, DepositaryError, Participation


class NothingKnown(DepositaryError):
    """A row was asked for of which nothing was told or foretold by these days."""

    def __init__(self, participant: str, agreement: str, on: date, known: date) -> None:
        super().__init__(
            f"Nothing was told of {participant} and {agreement} by {on.isoformat()}, as known on {known.isoformat()}."
        )


@dataclass(frozen=True, slots=True)
class Overview:
    """An agreement at a glance: how many `claims` in how many `documents` tell of it, how many take part in it.

    `latest` is the last day from which any of that is known.
    """

    ref: AgreementRef
    claims: int
    documents: int
    taking_part: int
    latest: date


class Register:
    """Who stands where: computed from the ledger whenever it is asked, so that no answer can be stale.

    The derived tables are for people and programs that open the file; no answer is taken from them.
    """

    def __init__(self, ledger: Ledger, reference: Reference) -> None:
        self.ledger = ledger
        self.reference = reference
        self._weigher = Weigher(reference)

    def members(self, agreement: str, *, on: date, known: date) -> tuple[Participation, ...]:
        """All who take part in an agreement (by id), or of whom anything else is told or foretold, by participant."""
        return tuple(row.participation for row in self._folded(agreement, on, known))

    def state(self, participant: str, *, on: date, known: date) -> tuple[Participation, ...]:
        """Where a participant (by id) stands towards each agreement that it has to do with, by agreement."""
        concerned = {recorded.claim.agreement.id for recorded in self.ledger.claims(participant=participant)}
        rows = [
            row.participation
            for agreement in sorted(concerned)
            for row in self._folded(agreement, on, known)
            if row.participation.participant.id == participant
        ]
        return tuple(rows)

    def because(self, participant: str, agreement: str, *, on: date, known: date) -> Because:
        """Why a participant stands so towards an agreement; raises `NothingKnown`."""
        for row in self._folded(agreement, on, known):
            if row.participation.participant.id == participant:
                return explain(row, on=on, known=known)
        raise NothingKnown(participant, agreement, on, known)

    def timeline(self, agreement: str, *, known: date) -> tuple[Event, ...]:
        """What happened, was claimed and was foretold in an agreement, as known on a day, in order."""
        return timeline(self._gathered(agreement, known), known=known)

    def participations(self, *, on: date, known: date) -> Iterator[Participation]:
        """Every row of the register, by agreement, then participant."""
        for agreement, claims in _by_agreement(self.ledger.claims(known=known)):
            yield from self._rows(agreement, claims, on, known)

    def overviews(self, *, on: date, known: date) -> Iterator[Overview]:
        """Every agreement that a claim names, by id."""
        for agreement, claims in _by_agreement(self.ledger.claims(known=known)):
            rows = self._rows(agreement, claims, on, known)
            yield Overview(
                ref=self.setting(agreement, claims).ref,
                claims=len(claims),
                documents=len({recorded.claim.document for recorded in claims}),
                taking_part=sum(row.takes_part for row in rows),
                latest=max(recorded.known for recorded in claims),
            )

    def setting(self, agreement: str, claims: Sequence[RecordedClaim]) -> Setting:
        """What is known beforehand of an agreement; of one that only claims name, its name and kind."""
        entry = self.reference.agreements.get(agreement)
        if entry is None:
            return Setting(_ref_of(agreement, claims))
        return _setting_of(entry, self.reference)

    def refresh(self) -> bool:
        """Catch the derived tables up with the ledger; whether anything had to be done.

        They show the last day that the ledger knows of, by what is known on that day: the same ledger gives the same
        tables whenever they are made.
        """
        head, day = self.ledger.head(), self._last_day()
        with self.ledger.database.reading() as connection:
            if tables.is_current(connection, head, day, day):
                return False
        self.rebuild()
        return True

    def rebuild(self) -> int:
        """Compute the derived tables anew from the ledger alone; how many participations they hold."""
        head, day = self.ledger.head(), self._last_day()
        names = tables.Names()
        rows = list(self.participations(on=day, known=day))
        for recorded in self.ledger.claims():
            names.add(recorded.claim)
        with self.ledger.database.writing() as connection:
            tables.write(connection, rows, names, sequence=head, on=day, known=day)
        return len(rows)

    def _last_day(self) -> date:
        """The last day from which a document is known; the first of all days in an empty ledger."""
        with self.ledger.database.reading() as connection:
            return tables.last_day(connection)

    def _gathered(self, agreement: str, known: date) -> Gathered:
        claims = list(self.ledger.claims(agreement=agreement, known=known))
        return gather_histories(claims, self.setting(agreement, claims), self._weigher, known=known)

    def _rows(
        self, agreement: str, claims: Sequence[RecordedClaim], on: date, known: date
    ) -> tuple[Participation, ...]:
        return fold(claims, self.setting(agreement, claims), self._weigher, on=on, known=known)

    def _folded(self, agreement: str, on: date, known: date) -> Iterator[Folded]:
        return fold_histories(self._gathered(agreement, known).histories, on=on, known=known)


def _setting_of(entry: AgreementEntry, reference: Reference) -> Setting:
    sides = [reference.participants[side].participant for side in entry.sides if side in reference.participants]
    return Setting(
        ref=entry.ref,
        rules=entry.rules,
        sides=tuple(sides),
        body=entry.body,
        in_force=entry.in_force,
        closed=entry.closed,
        opened=entry.opened,
        source=entry.source,
    )


def _ref_of(agreement: str, claims: Sequence[RecordedClaim]) -> AgreementRef:
    """The name that claims give an agreement, a known kind before an unknown one."""
    refs = {recorded.claim.agreement for recorded in claims}
    best = min(refs, key=lambda ref: (ref.kind is AgreementKind.UNKNOWN, ref), default=None)
    return best or AgreementRef(agreement, agreement)


def _by_agreement(claims: Iterable[RecordedClaim]) -> Iterator[tuple[str, list[RecordedClaim]]]:
    ordered = sorted(claims, key=lambda recorded: recorded.claim.agreement.id)
    for agreement, group in groupby(ordered, key=lambda recorded: recorded.claim.agreement.id):
        yield agreement, list(group)
