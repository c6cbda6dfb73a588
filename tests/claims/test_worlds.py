"""Worlds of lines are taken into a ledger like any documents."""

from __future__ import annotations

from datetime import date

import pytest

from depositary.claims import Ledger, Status, TextNotInLines, parse_lines, print_lines, record_lines

WORLD = """
2025-11-06 | KAZ (Kazakhstan) | join | abraham-accords | expected | 2025-11 | officials/USA: US officials | outlet=Axios
2025-11-07 | KAZ (Kazakhstan) | announce_intent | abraham-accords | happened | 2025-11-06 | self
2025-11-07 | ARE | sign | abraham-accords | happened | 2020-09-15 | doc=history
2025-11-07 | MAR | sign | abraham-accords | happened | 2020-12    | doc=history
"""


def test_a_world_can_be_told_again_from_the_ledger(ledger: Ledger) -> None:
    taken = record_lines(ledger, WORLD)
    assert sorted((one.status, one.claims) for one in taken) == [(Status.NEW, 1), (Status.NEW, 1), (Status.NEW, 2)]
    told = print_lines(ledger.claims())
    assert sorted(told.splitlines()) == sorted(print_lines(parse_lines(WORLD)).splitlines())
    assert {one.claim.document for one in ledger.claims(known=date(2025, 11, 6))} != set()
    assert ledger.document("history").text.count("\n") == 1
    assert list(ledger.findings()) == []


def test_a_world_that_is_told_twice_adds_nothing(ledger: Ledger) -> None:
    record_lines(ledger, WORLD)
    head = ledger.head()
    assert {one.status for one in record_lines(ledger, WORLD)} == {Status.KNOWN}
    assert ledger.head() == head


def test_lines_that_quote_a_text_from_elsewhere_are_refused(ledger: Ledger) -> None:
    line = '2025-11-06 | KAZ | join | abraham-accords | expected | - | doc=report | at=40-44 "join"'
    with pytest.raises(TextNotInLines, match="'report'"):
        record_lines(ledger, line)
