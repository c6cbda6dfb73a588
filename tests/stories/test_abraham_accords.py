"""The Abraham Accords, 2020 to 2025: from documents to who takes part, on which day, as known when, on whose word."""

from __future__ import annotations

from datetime import date

import pytest

from depositary import questions
from depositary.claims import RecordedClaim
from depositary.questions import Members
from depositary.register import NothingKnown, Register
from depositary.terms import Action, Application, Modality, Span

ACCORDS = "Abraham Accords"
TODAY = date(2026, 1, 1)


def members(register: Register, on: str, known: str) -> Members:
    return questions.members(register, ACCORDS, on=date.fromisoformat(on), known=date.fromisoformat(known))


def taking_part(register: Register, on: str, known: str = "2026-01-01") -> set[str]:
    return {row.participant.id for row in members(register, on, known).participants}


def statuses(register: Register, on: str, known: str) -> dict[str, str]:
    return {row.participant.id: row.status for row in members(register, on, known).rows}


def told(register: Register, who: str) -> list[RecordedClaim]:
    return [item for item in register.ledger.claims(agreement="abraham-accords") if _actor(item) == who]


def _actor(item: RecordedClaim) -> str:
    return item.claim.actor.id if item.claim.actor else ""


def test_two_gulf_states_signed_in_september_2020(register: Register) -> None:
    assert {"ARE", "BHR"} <= taking_part(register, "2020-09-30", "2020-09-30")
    assert taking_part(register, "2020-09-14") == set()


def test_morocco_took_part_by_the_end_of_2020_and_sudan_had_only_announced(register: Register) -> None:
    assert {"ARE", "BHR", "MAR"} <= taking_part(register, "2020-12-31", "2020-12-31")
    assert statuses(register, "2020-12-31", "2020-12-31")["SDN"] == "announced"


def test_sudan_signed_on_the_sixth_of_january_2021(register: Register) -> None:
    assert "SDN" not in taking_part(register, "2021-01-05")
    assert "SDN" in taking_part(register, "2021-01-06")


def test_kazakhstan_does_not_appear_before_anything_was_published(register: Register) -> None:
    assert "KAZ" not in statuses(register, "2025-11-08", "2025-11-05")
    with pytest.raises(NothingKnown):
        questions.because(register, "Kazakhstan", ACCORDS, on=date(2025, 11, 8), known=date(2025, 11, 5))


def test_kazakhstan_was_expected_on_the_word_of_american_officials(register: Register) -> None:
    assert statuses(register, "2025-11-06", "2025-11-06")["KAZ"] == "expected"
    expected = [item.claim for item in told(register, "KAZ") if item.known == date(2025, 11, 6)]
    assert {claim.modality for claim in expected} == {Modality.EXPECTED}
    voice = expected[0].attribution.innermost
    assert voice is not None
    assert voice.participant == "USA"


def test_kazakhstan_then_announced_it_and_announced_is_no_participant(register: Register) -> None:
    assert statuses(register, "2025-11-08", "2025-11-08")["KAZ"] == "announced"
    assert "KAZ" not in taking_part(register, "2025-11-08", "2025-11-08")
    assert "KAZ" not in taking_part(register, "2026-01-01")


def test_the_row_of_kazakhstan_rests_on_its_announcement(register: Register) -> None:
    answer = questions.because(register, "Kazakhstan", ACCORDS, on=TODAY, known=TODAY)
    acts = [item.claim.action for ground in answer.because.grounds for item in ground.claims]
    assert acts
    assert set(acts) == {Action.ANNOUNCE_INTENT}


def test_nobody_is_said_to_have_halted(register: Register) -> None:
    rows = members(register, "2026-01-01", "2026-01-01").rows
    assert {row.standing.application for row in rows} == {Application.NORMAL}


def test_every_quote_is_what_the_document_says_at_its_place(register: Register) -> None:
    texts = {document.id: document.text for document in register.ledger.documents()}
    claims = list(register.ledger.claims())
    assert len(claims) > 50
    for item in claims:
        for piece in item.claim.evidence:
            assert isinstance(piece, Span)
            assert texts[item.claim.document][piece.start : piece.end] == piece.quote
