"""Intake records a document once, whole or not at all, and refuses what does not quote it."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from depositary.claims import Ledger, Status, Taken, intake
from depositary.store import agreements
from depositary.terms import Action, AgreementKind, Attribution, Cell, Finding, Role, Span, Voice, cite
from tests.claims.making import NOON, Said, claims_of, content, document, ledger_at


def test_a_document_is_recorded_with_all_that_was_read_in_it(ledger: Ledger) -> None:
    source = document()
    said = Said(claims_of(source), (Finding("d1", "No dateline.", "d1"),))
    taken = intake(ledger, source, said, recorded=NOON, reader="small 1")
    assert taken == Taken("d1", Status.NEW, len(said.claims), said.findings)
    assert [one.claim for one in ledger.claims()] == list(said.claims)
    assert [one.claim.made_by for one in ledger.claims()] == ["hand"] * len(said.claims)
    assert list(ledger.findings()) == list(said.findings)
    kept = ledger.document("d1")
    assert (kept.text, kept.text_hash, kept.known, kept.reader) == (
        source.text,
        source.text_hash,
        source.published,
        "small 1",
    )
    assert (kept.captured, kept.recorded, kept.published) == (NOON, NOON, source.published)


def test_a_second_time_adds_nothing(ledger: Ledger) -> None:
    source = document()
    said = Said(claims_of(source), (Finding("d1", "No dateline.", "d1"),))
    intake(ledger, source, said, recorded=NOON)
    before = content(ledger.claims())
    later = datetime(2026, 1, 1, tzinfo=UTC)
    assert intake(ledger, source, said, recorded=later) == Taken("d1", Status.KNOWN, 0)
    assert content(ledger.claims()) == before
    assert len(list(ledger.findings())) == 1
    assert ledger.document("d1").recorded == NOON


def test_another_text_under_the_same_id_is_a_conflict_and_adds_only_a_finding(ledger: Ledger) -> None:
    intake(ledger, document(), Said(claims_of(document())), recorded=NOON)
    before = content(ledger.claims())
    other = document(text="Kazakhstan left the Abraham Accords.")
    taken = intake(ledger, other, Said(claims_of(other)), recorded=NOON)
    assert (taken.status, taken.claims) == (Status.CONFLICT, 0)
    assert [finding.concerns for finding in ledger.findings()] == ["d1"]
    assert content(ledger.claims()) == before
    assert ledger.document("d1").text == document().text


def test_a_claim_that_does_not_quote_its_document_is_refused_and_a_finding_says_so(ledger: Ledger) -> None:
    source = document()
    good = claims_of(source)[0]
    misquoted = replace(good, evidence=(Span(0, 7, "Armenia"),))
    off_the_text = replace(good, evidence=(Span(len(source.text) - 1, len(source.text) + 1, ".."),))
    misheard = replace(good, attribution=Attribution((Voice("Axios", Role.AGENCY, None, Span(0, 5, "Axios")),)))
    stray = replace(good, document="d2")
    taken = intake(ledger, source, Said((good, misquoted, off_the_text, misheard, stray)), recorded=NOON)
    assert taken.claims == 1
    assert [one.claim for one in ledger.claims()] == [good]
    assert len(taken.findings) == 4
    assert list(ledger.findings()) == list(taken.findings)
    assert all("refused (join by hand)" in finding.message for finding in taken.findings)
    assert "does not read 'Armenia'" in taken.findings[0].message
    assert "'d2'" in taken.findings[3].message


def test_the_same_claim_twice_in_one_reading_is_one(ledger: Ledger) -> None:
    source = document()
    one = claims_of(source)[0]
    assert intake(ledger, source, Said((one, replace(one, made_by="another step"))), recorded=NOON).claims == 1


def test_code_points_are_counted_whatever_the_script(ledger: Ledger) -> None:
    source = document(text="🇰🇿 Қазақстан «Авраам келісімдері»не қосылды — 𝔻. Kazakhstan joined.")
    said = claims_of(source)
    assert intake(ledger, source, Said(said), recorded=NOON).claims == len(said)
    assert [one.claim for one in ledger.claims()] == list(said)
    assert ledger.document("d1").text == source.text


def test_a_claim_may_stand_on_a_cell_and_name_no_actor(ledger: Ledger) -> None:
    source = document()
    claim = replace(
        claims_of(source)[0],
        actor=None,
        action=Action.ENTER_INTO_FORCE,
        evidence=(Cell("ab" * 32, 3, 4, " 5 Dec 1972 a "), cite(source.text, 0, 10)),
        counterparties=(),
        attribution=Attribution(),
        moment=None,
    )
    intake(ledger, source, Said((claim,)), recorded=NOON)
    assert [one.claim for one in ledger.claims()] == [claim]


def test_a_document_without_claims_is_kept(ledger: Ledger) -> None:
    assert intake(ledger, document(), Said(), recorded=NOON) == Taken("d1", Status.NEW, 0)
    assert ledger.head() == 0
    assert ledger.document("d1").known.isoformat() == "2025-11-07"


def test_nothing_is_kept_where_one_row_fails(ledger: Ledger, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "depositary.db") as raw:
        raw.execute(
            "CREATE TRIGGER breakdown BEFORE INSERT ON claim_voices WHEN NEW.name = 'Axios'"
            " BEGIN SELECT RAISE(ABORT, 'broken'); END"
        )
    source = document()
    with pytest.raises(Exception, match="broken"):
        intake(ledger, source, Said(claims_of(source), (Finding("d1", "x"),)), recorded=NOON)
    assert (ledger.find_document("d1"), ledger.head(), list(ledger.findings())) == (None, 0, [])


def test_an_instant_without_a_time_zone_is_refused(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="time zone"):
        intake(ledger, document(), Said(), recorded=datetime(2025, 11, 7))
    assert ledger.find_document("d1") is None


def test_names_for_people_do_not_depend_on_the_order_of_arrival(tmp_path: Path) -> None:
    plain, marked = document("d1"), document("d2")
    first = claims_of(plain)[0]
    second = claims_of(marked)[0]
    vague = replace(second, agreement=replace(second.agreement, name="the Accords", kind=AgreementKind.UNKNOWN))
    named: list[object] = []
    for name, order in (("a", (0, 1)), ("b", (1, 0))):
        with ledger_at(tmp_path / f"{name}.db") as ledger:
            for index in order:
                source, claim = ((plain, first), (marked, vague))[index]
                intake(ledger, source, Said((claim,)), recorded=NOON)
            with ledger.database.reading() as connection:
                named += [list(ledger.agreements()), connection.execute(select(agreements)).all()]
    row = (first.agreement.id, first.agreement.name, first.agreement.kind.value)
    assert named == [[first.agreement], [row]] * 2
