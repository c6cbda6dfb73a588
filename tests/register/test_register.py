"""The front door of the register: the same answers from the ledger, and tables that can be dropped and made again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import delete, select

from depositary.register import Mark, NothingKnown, Register
from depositary.store import agreements, folded, participants, participations
from depositary.terms import Action, ExpectationEnd
from tests.register.test_worked_examples import ACCORDS, HONDURAS, NIGER

Open = Callable[[str], Register]
NOV_8 = date(2025, 11, 8)


def test_members_are_those_of_the_ledger_known_by_then(register_of: Open) -> None:
    register = register_of(ACCORDS)
    known = {row.participant.id: row.status for row in register.members("abraham-accords", on=NOV_8, known=NOV_8)}
    assert known == {"ARE": "signatory", "KAZ": "announced", "SDN": "signatory / not implemented"}
    earlier = register.members("abraham-accords", on=NOV_8, known=date(2025, 11, 5))
    assert [row.participant.id for row in earlier] == ["ARE", "SDN"]


def test_a_state_has_a_row_for_each_agreement_that_it_has_to_do_with(register_of: Open) -> None:
    register = register_of(
        ACCORDS + HONDURAS.replace("hnd-twn", "hnd-twn:relation").replace("chn-hnd", "chn-hnd:relation")
    )
    day = date(2023, 3, 27)
    found = {row.agreement.id: row.status for row in register.state("HND", on=day, known=day)}
    assert found == {"chn-hnd": "in relations", "hnd-twn": "severed"}
    assert [row.status for row in register.state("TWN", on=day, known=day)] == ["severed"]


def test_because_shows_quotes_the_clause_and_what_was_set_aside(register_of: Open) -> None:
    day = date(2024, 6, 1)
    found = register_of(NIGER).because("NER", "ecowas", on=day, known=day)
    assert found.participation.status == "member (withdrawal notified)"
    assert [ground.what for ground in found.grounds][-1] == "Notice of withdrawal on 2024-01-29."
    assert all(recorded.claim.evidence for ground in found.grounds for recorded in ground.claims)
    (aside,) = found.set_aside
    assert aside.claim.claim.action is Action.WITHDRAW
    assert "denied by" in aside.reason and "Art. 91" in aside.reason


def test_because_of_a_row_that_is_not_there_says_so(register_of: Open) -> None:
    with pytest.raises(NothingKnown, match="Nothing was told of KAZ and nato"):
        register_of(ACCORDS).because("KAZ", "nato", on=NOV_8, known=NOV_8)


def test_the_timeline_marks_what_is_foretold_and_what_is_purported(register_of: Open) -> None:
    register = register_of(ACCORDS + NIGER)
    found = register.timeline("abraham-accords", known=NOV_8)
    assert [
        (event.action, event.mark, event.end) for event in found if event.participant and event.participant.id == "KAZ"
    ] == [
        (Action.SIGN, Mark.EXPECTED, ExpectationEnd.PARTLY_FULFILLED),
        (Action.ANNOUNCE_INTENT, Mark.EXPECTED, ExpectationEnd.FULFILLED),
        (Action.ANNOUNCE_INTENT, Mark.HAPPENED, None),
    ]
    marks = [event.mark for event in register.timeline("ecowas", known=date(2024, 12, 31))]
    assert marks.count(Mark.PURPORTED) == 1 and marks.count(Mark.PLANNED) == 1 and marks.count(Mark.DERIVED) == 1


def test_a_vote_on_the_entry_of_another_stands_in_the_timeline_and_in_no_row(register_of: Open) -> None:
    register = register_of("2023-03-31 | TUR | approve | nato | happened | 2023-03-30 | with=FIN | organ=parliament")
    assert [event.participant.id for event in register.timeline("nato", known=NOV_8) if event.participant] == ["TUR"]
    assert register.members("nato", on=NOV_8, known=NOV_8) == ()


def test_tables_dropped_and_rebuilt_are_the_same_and_so_are_answers(register_of: Open) -> None:
    register = register_of(ACCORDS + NIGER + HONDURAS)
    assert register.refresh() is True
    assert register.refresh() is False
    kept = (participants, agreements, participations, folded)
    database = register.ledger.database
    before_tables, before = tables_of(register), register.members("ecowas", on=NOV_8, known=NOV_8)
    with database.writing() as connection:
        for table in kept:
            connection.execute(delete(table))
    assert register.rebuild() == len(before_tables["participations"]) > 0
    assert tables_of(register) == before_tables
    assert register.members("ecowas", on=NOV_8, known=NOV_8) == before


def test_the_order_in_which_documents_came_makes_no_table_differ(register_of: Open) -> None:
    worlds = [ACCORDS, NIGER, HONDURAS]
    one, other = register_of("".join(worlds)), register_of("\n".join(reversed("".join(worlds).split("\n"))))
    one.rebuild()
    other.rebuild()
    assert tables_of(one)["participations"] == tables_of(other)["participations"]


def tables_of(register: Register) -> dict[str, list[tuple[object, ...]]]:
    found = {}
    with register.ledger.database.reading() as connection:
        for table in (participants, agreements, participations, folded):
            found[table.name] = [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
    return found
