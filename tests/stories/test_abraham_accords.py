"""The Abraham Accords, 2020 to 2025: from documents to who takes part, on which day, as known when, on whose word."""

from __future__ import annotations

from datetime import date

import pytest

from depositary import questions
from depositary.claims import RecordedClaim
from depositary.questions import Members
from depositary.register import NothingKnown, Register
from depositary.terms import Action, Application, Modality, Span
from tests.stories.asking import because, due, since, status, takers

ACCORDS, ID = "Abraham Accords", "abraham-accords"
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


def test_two_gulf_states_sign_on_the_south_lawn(register: Register) -> None:
    assert takers(register, ID, on="2020-09-15") == {"ARE", "BHR"}
    assert since(register, "ARE", ID, on="2020-09-15") == "2020-09-15"


def test_morocco_announces_on_the_tenth_and_joins_on_the_twenty_second_of_december(register: Register) -> None:
    assert status(register, "MAR", ID, on="2020-12-15", known="2020-12-15") == "announced"
    assert "MAR" in takers(register, ID, on="2020-12-23", known="2020-12-23")


def test_three_take_part_when_2020_ends(register: Register) -> None:
    assert takers(register, ID, on="2020-12-31") == {"ARE", "BHR", "MAR"}
    assert takers(register, ID, on="2020-12-31", known="2020-12-31") == {"ARE", "BHR", "MAR"}
    assert status(register, "SDN", ID, on="2020-12-31") == "announced"


def test_on_the_fifth_of_november_2025_nobody_had_told_of_kazakhstan(register: Register) -> None:
    assert status(register, "KAZ", ID, on="2025-11-05", known="2025-11-05") == ""
    assert status(register, "KAZ", ID, on="2025-11-08", known="2025-11-05") == ""
    assert takers(register, ID, on="2025-11-08", known="2025-11-05") == {"ARE", "BHR", "MAR", "SDN"}


def test_by_the_eighth_it_has_announced_and_still_does_not_take_part(register: Register) -> None:
    assert status(register, "KAZ", ID, on="2025-11-08", known="2025-11-08") == "announced"
    assert since(register, "KAZ", ID, on="2025-11-08", known="2025-11-08") == "2025-11-06"
    assert takers(register, ID, on="2025-11-08", known="2025-11-08") == {"ARE", "BHR", "MAR", "SDN"}
    assert due(register, "KAZ", ID, on="2025-11-08", known="2025-11-08") != {}


def test_the_row_of_kazakhstan_shows_the_words_it_rests_on(register: Register) -> None:
    grounds = because(register, "KAZ", ID, on="2025-11-08", known="2025-11-08").grounds
    quotes = [
        (recorded.known.isoformat(), piece.quote)
        for ground in grounds
        for recorded in ground.claims
        for piece in recorded.claim.evidence
        if isinstance(piece, Span)
    ]
    assert [known for known, _ in quotes] == ["2025-11-07"]
    assert all("join the Abraham Accords" in quote for _, quote in quotes)


def test_the_treaty_of_peace_is_another_agreement_than_the_accords(register: Register) -> None:
    treaty = "uae-israel-peace-treaty"
    assert {"ARE", "ISR"} <= {row.claim.actor.id for row in register.ledger.claims(agreement=treaty) if row.claim.actor}


def test_morocco_has_taken_part_since_december_2020_whatever_is_recalled_later(register: Register) -> None:
    assert since(register, "MAR", ID, on="2025-11-08") in ("2020-12-22", "../2020-12-23")


def test_the_emirates_announced_in_august_2020_and_nothing_was_due_in_2021(register: Register) -> None:
    relations = "are-isr-diplomatic-relations"
    assert [day for day in due(register, "ARE", relations, on="2020-12-31") if "2021" in day] == []
