"""The ledger yields what was recorded, by subject and by day of knowledge, whatever order it came in."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete

from depositary.claims import Ledger, UnknownClaim, UnknownDocument, UnreadableSearch, intake
from depositary.claims import ledger as ledger_module
from depositary.store import agreements, participants
from depositary.terms import Action, AgreementRef, Claim, Finding
from tests.claims.making import ACCORDS, ISRAEL, NOON, Said, claims_of, content, document, ledger_at

DAYS = {"d3": date(2025, 11, 7), "d1": date(2025, 11, 8), "d2": date(2025, 11, 7)}


def take(ledger: Ledger, id: str, claims: tuple[Claim, ...] | None = None) -> None:
    source = document(id, published=DAYS[id])
    intake(ledger, source, Said(claims_of(source) if claims is None else claims), recorded=NOON)


def test_claims_come_by_knowledge_document_and_place_in_whatever_order_they_arrived(tmp_path: Path) -> None:
    seen = []
    for number, order in enumerate(itertools.permutations(DAYS)):
        with ledger_at(tmp_path / f"{number}.db") as ledger:
            for id in order:
                take(ledger, id)
            seen.append(content(ledger.claims()))
            assert [one.id for one in ledger.documents()] == ["d2", "d3", "d1"]
    assert all(one == seen[0] for one in seen)
    assert [claim.document for claim, *_ in seen[0]] == ["d2"] * 6 + ["d3"] * 6 + ["d1"] * 6


def test_only_what_was_known_up_to_a_day_is_yielded(ledger: Ledger) -> None:
    for id in DAYS:
        take(ledger, id)
    assert {one.claim.document for one in ledger.claims(known=date(2025, 11, 7))} == {"d2", "d3"}
    assert [one.id for one in ledger.documents(known=date(2025, 11, 7))] == ["d2", "d3"]
    assert list(ledger.claims(known=date(2025, 11, 6))) == []


def test_claims_are_found_by_agreement_participant_and_document(ledger: Ledger) -> None:
    take(ledger, "d1")
    source = document("d2", published=DAYS["d2"])
    pact = AgreementRef("isr-kaz-pact", "Pact")
    alone = replace(claims_of(source)[0], agreement=pact, actor=ISRAEL, counterparties=())
    take(ledger, "d2", (alone,))
    assert [one.claim for one in ledger.claims(agreement="isr-kaz-pact")] == [alone]
    assert [one.claim for one in ledger.claims(participant="ISR", document="d2")] == [alone]
    assert {one.claim.document for one in ledger.claims(participant="ISR")} == {"d1", "d2"}
    assert {one.claim.document for one in ledger.claims(participant="KAZ")} == {"d1"}
    assert list(ledger.claims(agreement="nato")) == []
    assert list(ledger.agreements()) == [ACCORDS, pact]


def test_what_came_in_after_a_sequence_can_be_caught_up_with(ledger: Ledger) -> None:
    take(ledger, "d1")
    head = ledger.head()
    assert head == 6
    take(ledger, "d2")
    assert {one.claim.document for one in ledger.claims(after=head)} == {"d2"}
    assert [one.sequence for one in ledger.claims(after=head)] == list(range(7, 13))
    assert list(ledger.claims(after=ledger.head())) == []


def test_a_claim_and_a_document_are_found_by_id_or_the_error_names_it(ledger: Ledger) -> None:
    take(ledger, "d1")
    one = next(ledger.claims())
    assert ledger.claim(one.claim.id) == one
    assert ledger.document("d1").cite(0, 10).quote == "Kazakhstan"
    with pytest.raises(UnknownClaim, match="'0000'"):
        ledger.claim("0000")
    with pytest.raises(UnknownDocument, match="'d9'"):
        ledger.document("d9")
    assert ledger.find_document("d9") is None


def test_more_claims_than_one_batch_are_put_together(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_module, "BATCH", 4)
    for id in DAYS:
        take(ledger, id)
    assert len(list(ledger.claims())) == 18
    assert all(len(one.claim.evidence) == 2 and len(one.claim.attribution.voices) == 2 for one in ledger.claims())


def test_taking_in_while_claims_are_read_neither_waits_nor_changes_what_is_read(ledger: Ledger) -> None:
    take(ledger, "d1")
    reading = ledger.claims()
    next(reading)
    take(ledger, "d2")
    assert {one.claim.document for one in reading} == {"d1"}


def test_findings_are_kept_once(ledger: Ledger) -> None:
    missing, empty = Finding("a.txt", "There is no such file."), Finding("b.txt", "It is empty.", "b")
    assert ledger.record_findings([missing, empty, missing], recorded=NOON) == (missing, empty)
    assert ledger.record_findings([empty], recorded=NOON) == ()
    assert list(ledger.findings()) == [missing, empty]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("joining", ["d1", "d2"]),
        ("kazakhstan accord", ["d1", "d2"]),
        ('"officials told"', ["d1", "d2"]),
        ('"told officials"', []),
        ("title d2", ["d2"]),
        ("armenia", []),
        ("join* (", ["d1", "d2"]),
        ("NEAR", []),
    ],
)
def test_documents_are_found_by_their_words(ledger: Ledger, words: str, found: list[str]) -> None:
    take(ledger, "d1")
    take(ledger, "d2")
    hits = ledger.search(words)
    assert [hit.document for hit in hits] == found
    assert all("[" in hit.excerpt for hit in hits)


def test_a_search_without_a_word_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UnreadableSearch, match="no word"):
        ledger.search('"" * (')


def test_an_empty_ledger_holds_nothing(ledger: Ledger) -> None:
    assert (ledger.head(), list(ledger.claims()), list(ledger.documents())) == (0, [], [])


def test_actions_come_back_as_they_went_in(ledger: Ledger) -> None:
    made = []
    for number, action in enumerate(Action):
        source = document(f"a{number:02}")
        made += list(claims_of(source, action)[:1])
        intake(ledger, source, Said(claims_of(source, action)[:1]), recorded=NOON)
    assert [one.claim for one in ledger.claims()] == made


def test_emptying_what_is_derived_changes_nothing_here(ledger: Ledger) -> None:
    take(ledger, "d1")
    before = (content(ledger.claims()), list(ledger.agreements()))
    with ledger.database.writing() as connection:
        for table in (agreements, participants):
            connection.execute(delete(table))
    assert (content(ledger.claims()), list(ledger.agreements())) == before
