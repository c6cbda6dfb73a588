"""The innermost voice is who says it in the first place."""

from __future__ import annotations

from depositary.terms import Attribution, Role, Voice


def test_the_innermost_voice_is_the_last_of_the_chain() -> None:
    officials = Voice("US officials", Role.OFFICIALS, "USA")
    assert Attribution((Voice("Axios", Role.AGENCY), officials)).innermost == officials


def test_without_a_voice_it_is_the_outlets_own_word() -> None:
    assert Attribution().innermost is None
