"""Participants are printed as claims print them."""

from __future__ import annotations

from depositary.terms import Participant, ParticipantKind


def test_states_are_printed_by_their_code_and_organisations_by_their_name() -> None:
    assert Participant("KAZ", "Kazakhstan").label == "KAZ"
    assert Participant("HKG", "Hong Kong", ParticipantKind.TERRITORY).label == "HKG"
    assert Participant("european-union", "European Union", ParticipantKind.ORGANISATION).label == "European Union"
    assert Participant("nordic-countries", "Nordic countries", ParticipantKind.GROUP).label == "Nordic countries"
