"""Who takes part, by the four parts of a standing: announced never counts, and who has left does not."""

from __future__ import annotations

import pytest

from depositary.terms import Application, Consent, Force, Intent, Standing

TAKE_PART = (
    Standing(consent=Consent.JOINED),
    Standing(consent=Consent.SIGNED),
    Standing(consent=Consent.BOUND),
    Standing(consent=Consent.BOUND, force=Force.IN_FORCE),
    Standing(force=Force.IN_FORCE),  # only that it is in force is known
    Standing(force=Force.PROVISIONAL),
    Standing(Intent.WITHDRAWAL_NOTICE, Consent.BOUND, Force.IN_FORCE),  # until the notice takes effect
    Standing(consent=Consent.BOUND, force=Force.IN_FORCE, application=Application.SUSPENDED),
    Standing(consent=Consent.SIGNED, application=Application.NOT_IMPLEMENTED),
)
DO_NOT = (
    Standing(),
    *(Standing(intent=intent) for intent in Intent),
    Standing(consent=Consent.RELEASED),
    Standing(consent=Consent.RELEASED, force=Force.ENDED),
    Standing(consent=Consent.BOUND, force=Force.ENDED),
    Standing(Intent.ANNOUNCED, Consent.RELEASED, Force.ENDED),  # has left, and says that it will return
    *(Standing(application=application) for application in Application),
)


@pytest.mark.parametrize("standing", TAKE_PART, ids=str)
def test_who_has_consented_or_is_in_force_takes_part(standing: Standing) -> None:
    assert standing.is_participant


@pytest.mark.parametrize("standing", DO_NOT, ids=str)
def test_who_has_only_announced_or_has_left_does_not(standing: Standing) -> None:
    assert not standing.is_participant
