"""Worlds for the tests of the register: claims as lines, and the few things that are known beforehand of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from depositary.claims import RecordedClaim, parse_lines
from depositary.reference import AgreementEntry, Source
from depositary.register import Setting, Weigher, fold
from depositary.terms import (
    Action,
    AgreementKind,
    AgreementRef,
    Convention,
    Delay,
    Moment,
    Participant,
    Participation,
    Rule,
    Scope,
)

NOTICES = frozenset({Action.DENOUNCE, Action.WITHDRAW})
CONSENTS = frozenset({Action.ACCEPT, Action.RATIFY, Action.APPROVE, Action.ACCEDE, Action.DEPOSIT})


def after_months(months: int, article: str) -> Rule:
    return Rule(Scope.EXIT, NOTICES, Delay(Convention.MONTHS_AFTER, months), article, "the treaty")


SETTINGS = {
    setting.ref.id: setting
    for setting in (
        Setting(AgreementRef("abraham-accords", "Abraham Accords", AgreementKind.POLITICAL)),
        Setting(AgreementRef("brics", "BRICS", AgreementKind.POLITICAL), body="brics"),
        Setting(AgreementRef("csto", "CSTO", AgreementKind.TREATY), body="csto"),
        Setting(AgreementRef("new-start", "New START", AgreementKind.TREATY)),
        Setting(AgreementRef("hnd-twn", "Honduras-Taiwan", AgreementKind.RELATION)),
        Setting(AgreementRef("chn-hnd", "China-Honduras", AgreementKind.RELATION)),
        Setting(AgreementRef("mou", "Memorandum", AgreementKind.MEMORANDUM)),
        Setting(
            AgreementRef("nato", "NATO", AgreementKind.ORGANISATION),
            rules=(
                Rule(
                    Scope.ENTRY,
                    frozenset({Action.DEPOSIT, Action.ACCEDE}),
                    Delay(Convention.SAME_DAY),
                    "Article 10",
                    "North Atlantic Treaty",
                ),
                after_months(12, "Article 13"),
            ),
            body="nato",
        ),
        Setting(
            AgreementRef("ecowas", "ECOWAS", AgreementKind.ORGANISATION),
            rules=(after_months(12, "Article 91"),),
            body="ecowas",
        ),
        Setting(
            AgreementRef("paris-agreement", "Paris Agreement", AgreementKind.TREATY),
            rules=(
                Rule(Scope.ENTRY, CONSENTS, Delay(Convention.NTH_DAY_AFTER, 30), "Article 21(3)", "Paris Agreement"),
                after_months(12, "Article 28(2)"),
            ),
            in_force=Moment.parse("2016-11-04"),
            source="Paris Agreement, Article 21(1)",
        ),
        Setting(
            AgreementRef("rome-statute", "Rome Statute", AgreementKind.TREATY),
            rules=(
                Rule(
                    Scope.ENTRY,
                    CONSENTS,
                    Delay(Convention.FIRST_OF_MONTH_AFTER_DAYS, 60),
                    "Article 126(2)",
                    "Rome Statute",
                ),
                after_months(12, "Article 127(1)"),
            ),
        ),
    )
}
"""What the reference would say of the agreements of the worked examples."""


class Beforehand:
    """A reference with nothing but the bodies of these agreements."""

    agreements: Mapping[str, AgreementEntry] = {
        id: AgreementEntry(setting.ref, (), "unknown", (), body=setting.body) for id, setting in SETTINGS.items()
    }

    def find_source(self, outlet: str) -> Source | None:
        return None

    def find_participants(self, text: str) -> tuple[Participant, ...]:
        return ()


WEIGHER = Weigher(Beforehand())


def day(text: str) -> date:
    return date.fromisoformat(text)


def setting_of(agreement: str) -> Setting:
    """The setting of one of these agreements, or of any other treaty."""
    return SETTINGS.get(agreement) or Setting(AgreementRef(agreement, agreement, AgreementKind.TREATY))


def rows(world: str | tuple[RecordedClaim, ...], agreement: str, on: str, known: str) -> dict[str, Participation]:
    """The rows of an agreement by participant."""
    claims = parse_lines(world) if isinstance(world, str) else world
    found = fold(claims, setting_of(agreement), WEIGHER, on=day(on), known=day(known))
    return {row.participant.id: row for row in found}


def row(world: str | tuple[RecordedClaim, ...], who: str, agreement: str, on: str, known: str) -> Participation:
    """The one row of a participant; raises `KeyError` where it has none."""
    return rows(world, agreement, on, known)[who]


def shown(world: str | tuple[RecordedClaim, ...], who: str, agreement: str, on: str, known: str) -> str:
    """Status and assurance as one text; "" where the participant has no row."""
    found = rows(world, agreement, on, known).get(who)
    return f"{found.status} [{found.assurance}]" if found else ""
