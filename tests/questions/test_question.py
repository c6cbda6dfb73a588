"""Each question gives its whole answer: rows, days, notes, and how to ask it again."""

from __future__ import annotations

from datetime import date

import pytest

from depositary import questions
from depositary.claims import UnknownDocument
from depositary.questions import Members, UnknownName
from depositary.register import NothingKnown, Register

NOV_7, NOV_8, TODAY = date(2025, 11, 7), date(2025, 11, 8), date(2025, 11, 30)


def who(answer: Members) -> tuple[list[str], list[str], list[str]]:
    parts = (answer.participants, answer.others, answer.expected)
    first, second, third = ([row.participant.id for row in rows] for rows in parts)
    return first, second, third


def test_who_takes_part_is_kept_apart_from_who_is_announced_and_who_is_only_expected(register: Register) -> None:
    answer = questions.members(register, "the Abraham Accords", on=NOV_8, known=NOV_8)
    assert who(answer) == (["SDN", "TJK", "ARE"], ["KAZ"], ["UZB"])
    assert answer.agreement.id == "abraham-accords"
    assert len(answer.rows) == 5
    assert answer.again == 'depositary members "Abraham Accords" --on 2025-11-08 --known 2025-11-08'


def test_a_state_appears_only_once_something_is_known_of_it(register: Register) -> None:
    before = questions.members(register, "abraham-accords", on=NOV_8, known=date(2025, 11, 5))
    assert who(before) == (["SDN", "ARE"], [], [])
    on_the_day = questions.members(register, "abraham-accords", on=NOV_8, known=date(2025, 11, 6))
    assert who(on_the_day) == (["SDN", "ARE"], [], ["KAZ"])


def test_doubt_about_a_day_is_said_beside_the_rows(register: Register) -> None:
    answer = questions.members(register, "abraham-accords", on=NOV_7, known=NOV_8)
    assert who(answer)[1] == ["KAZ", "TJK"]
    assert answer.notes == ("Of some acts it is not known whether they had been done by 2025-11-07.",)


def test_an_agreement_of_which_nothing_is_told_says_so(register: Register) -> None:
    answer = questions.members(register, "NATO", on=NOV_8, known=NOV_8)
    assert answer.rows == ()
    assert answer.notes == ("Nothing that was known by 2025-11-08 tells of NATO.",)


def test_where_a_state_stands(register: Register) -> None:
    answer = questions.state(register, "Kazakhstan", on=TODAY, known=TODAY)
    assert [(row.agreement.id, row.status) for row in answer.rows] == [
        ("abraham-accords", "announced"),
        ("kaz-usa-minerals", "signed"),
    ]
    assert answer.again == "depositary state Kazakhstan --on 2025-11-30 --known 2025-11-30"
    silent = questions.state(register, "France", on=TODAY, known=TODAY)
    assert silent.notes == ("Nothing that was known by 2025-11-30 tells where France stands.",)


def test_why_a_row_stands(register: Register) -> None:
    answer = questions.because(register, "the Emirates", "Abraham Accords", on=TODAY, known=TODAY)
    (row,) = answer.rows
    assert row.participant.id == "ARE"
    assert answer.because.grounds[0].what == "Signature on 2020-09-15."
    assert (answer.on, answer.known) == (TODAY, TODAY)
    assert answer.again.startswith('depositary because "United Arab Emirates" "Abraham Accords" --on')
    with pytest.raises(NothingKnown, match="Nothing was told of France and Abraham Accords by"):
        questions.because(register, "France", "Abraham Accords", on=TODAY, known=TODAY)


def test_what_is_in_doubt_is_shown_with_its_claims(register: Register) -> None:
    found = questions.because(register, "Tajikistan", "Abraham Accords", on=NOV_7, known=NOV_8).because
    assert found.participation.status == "not known" and found.grounds == ()
    assert [len(ground.claims) for ground in found.doubtful] == [1]


def test_what_happened_in_order(register: Register) -> None:
    answer = questions.timeline(register, "Abraham Accords", known=TODAY)
    assert [row.participant.id for row in answer.rows if row.participant][:2] == ["ARE", "SDN"]
    assert answer.again == 'depositary timeline "Abraham Accords" --known 2025-11-30'
    assert questions.timeline(register, "NATO", known=TODAY).notes


def test_what_there_is(register: Register) -> None:
    found = questions.agreements(register, on=TODAY, known=TODAY)
    assert [(row.ref.id, row.taking_part, row.claims) for row in found.rows] == [
        ("abraham-accords", 3, 7),
        ("kaz-usa-minerals", 1, 1),
    ]
    listed = questions.documents(register, known=NOV_7)
    assert len(listed.rows) == 7 and {row.claims for row in listed.rows} == {1}
    assert questions.documents(register, known=date(2019, 1, 1)).notes
    assert questions.agreements(register, on=TODAY, known=date(2019, 1, 1)).notes
    assert (found.again, listed.again) == (
        "depositary agreements --on 2025-11-30 --known 2025-11-30",
        "depositary documents --known 2025-11-07",
    )


def test_a_document_is_shown_with_its_claims(register: Register) -> None:
    first = next(iter(register.ledger.documents()))
    answer = questions.document(register, first.id)
    assert answer.document == first
    assert [recorded.claim.document for recorded in answer.rows] == [first.id]
    assert answer.again == f"depositary document {first.id}"
    with pytest.raises(UnknownDocument):
        questions.document(register, "doc-none")


def test_the_list_of_questions_is_closed_and_each_has_a_command() -> None:
    names = [question.__name__ for question in questions.QUESTIONS]
    assert names == ["members", "state", "because", "timeline", "agreements", "documents", "document"]


def test_an_unknown_name_is_refused_before_anything_is_computed(register: Register) -> None:
    with pytest.raises(UnknownName):
        questions.members(register, "Abraxas Accord", on=TODAY, known=TODAY)
