"""Who counts among those who take part depends on the kind of agreement."""

from __future__ import annotations

import pytest

from depositary.terms import (
    AgreementKind,
    AgreementRef,
    Assurance,
    Consent,
    Force,
    Intent,
    Participant,
    Participation,
    Standing,
)

SIGNED = Standing(consent=Consent.SIGNED)
BOUND = Standing(consent=Consent.BOUND)
JOINED = Standing(consent=Consent.JOINED)
IN_FORCE = Standing(consent=Consent.BOUND, force=Force.IN_FORCE)
PROVISIONAL = Standing(consent=Consent.SIGNED, force=Force.PROVISIONAL)
ANNOUNCED = Standing(intent=Intent.ANNOUNCED)
LEFT = Standing(consent=Consent.RELEASED, force=Force.ENDED)

EVERY = frozenset(AgreementKind)
COUNTED = {
    "signed": (SIGNED, EVERY - {AgreementKind.TREATY, AgreementKind.ORGANISATION}),  # VCLT 2(1)(g): no party yet
    "bound": (BOUND, EVERY - {AgreementKind.ORGANISATION}),  # who accedes is not yet a member
    "joined": (JOINED, EVERY),
    "in force": (IN_FORCE, EVERY),
    "applies provisionally": (PROVISIONAL, EVERY),
    "announced": (ANNOUNCED, frozenset()),
    "left": (LEFT, frozenset()),
}


@pytest.mark.parametrize("kind", AgreementKind)
@pytest.mark.parametrize("name", COUNTED)
def test_who_takes_part(name: str, kind: AgreementKind) -> None:
    standing, kinds = COUNTED[name]
    row = Participation(
        Participant("KAZ", "Kazakhstan"), AgreementRef("a", "A", kind), standing, "", None, Assurance.CERTAIN, (), ()
    )
    assert row.takes_part == (kind in kinds)
