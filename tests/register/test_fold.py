"""What acts do to a standing, one small world at a time."""

from __future__ import annotations

import pytest

from depositary.claims import parse_lines
from depositary.register import Setting, fold
from depositary.terms import (
    Action,
    AgreementKind,
    AgreementRef,
    Application,
    Assurance,
    Consent,
    ExpectationEnd,
    Intent,
    Moment,
    Participant,
    Participation,
)
from tests.register.worlds import WEIGHER, day, row, rows, shown

AA, LATER = "abraham-accords", "2026-01-01"


def standing(line: str, agreement: str = "some-treaty", who: str = "KAZ", on: str = LATER) -> str:
    return shown(line.replace("AGREEMENT", agreement), who, agreement, on, LATER)


@pytest.mark.parametrize(
    ("act", "agreement", "answer"),
    [
        ("KAZ | invite | AGREEMENT | happened | 2024-05 | with=SWE", "nato", ""),
        ("nato | invite | AGREEMENT | happened | 2024-05 | with=KAZ", "nato", "invited [certain]"),
        ("KAZ | apply | AGREEMENT | happened | 2024-05", "nato", "applicant [certain]"),
        ("KAZ | announce_intent | AGREEMENT | happened | 2024-05", AA, "announced [certain]"),
        ("KAZ | announce_intent | AGREEMENT | happened | 2024-05 | qualifier=withdrawal", "ecowas", "member [certain]"),
        ("KAZ | decline | AGREEMENT | happened | 2024-05", AA, "declined [certain]"),
        ("KAZ | join | AGREEMENT | happened | 2024-05", AA, "joined (form unspecified) [certain]"),
        ("KAZ | join | AGREEMENT | happened | 2024-05", "nato", "member [certain]"),
        ("KAZ | sign | AGREEMENT | happened | 2024-05", "some-treaty", "signatory [certain]"),
        ("KAZ | sign | AGREEMENT | happened | 2024-05", "mou", "signed [certain]"),
        ("KAZ | sign | AGREEMENT | happened | 2024-05", "nato", "acceding [certain]"),
        ("KAZ | ratify | AGREEMENT | happened | 2024-05", "some-treaty", "contracting, not yet in force [certain]"),
        (
            "KAZ | ratify | AGREEMENT | happened | 2024-05 | organ=parliament",
            "some-treaty",
            "approved at home [certain]",
        ),
        (
            "KAZ | ratify | AGREEMENT | happened | 2024-05 | organ=president",
            "some-treaty",
            "approved at home [certain]",
        ),
        ("KAZ | approve | AGREEMENT | happened | 2024-05 | organ=parliament | qualifier=withdrawal", "some-treaty", ""),
        ("KAZ | approve | AGREEMENT | happened | 2024-05 | with=SWE", "nato", ""),
        ("KAZ | enter_into_force | AGREEMENT | happened | 2024-05", "some-treaty", "party [certain]"),
        (
            "KAZ | provisionally_apply | AGREEMENT | happened | 2024-05",
            "some-treaty",
            "provisionally applying [certain]",
        ),
        ("KAZ | withdraw | AGREEMENT | happened | 2024-05", "some-treaty", "former party [certain]"),
        ("KAZ | withdraw | AGREEMENT | happened | 2024-05", AA, "left [certain]"),
        ("KAZ | denounce | AGREEMENT | happened | 2024-05", "some-treaty", "party (withdrawal notified) [certain]"),
        (
            "coe:organisation | expel | AGREEMENT | happened | 2024-05 | with=KAZ",
            "some-treaty",
            "former party [certain]",
        ),
        (
            "coe:organisation | suspend | AGREEMENT | happened | 2024-05 | with=KAZ",
            "nato",
            "member / suspended [certain]",
        ),
        ("KAZ | freeze | AGREEMENT | happened | 2024-05", "some-treaty", "party / frozen [certain]"),
        ("KAZ | terminate | AGREEMENT | happened | 2024-05", "some-treaty", "former party [certain]"),
        ("KAZ | recognise | AGREEMENT | happened | 2024-05 | with=PSE", "hnd-twn", "recognised [certain]"),
        ("KAZ | recognise | AGREEMENT | happened | 2024-05 | with=PSE", "nato", ""),
        ("SWE | establish_relations | AGREEMENT | happened | 2024-05 | with=KAZ", "hnd-twn", "in relations [certain]"),
        ("SWE | establish_relations | AGREEMENT | happened | 2024-05 | with=KAZ", AA, ""),
        ("SWE | sever_relations | AGREEMENT | happened | 2024-05 | with=KAZ", "hnd-twn", "severed [certain]"),
        ("KAZ | host_meeting | AGREEMENT | happened | 2024-05", AA, ""),
        ("KAZ | conclude | AGREEMENT | happened | 2024-05", AA, ""),
        ("KAZ | implement | AGREEMENT | denied | 2024-05", AA, "not implemented [certain]"),
        ("KAZ | withdraw | AGREEMENT | planned | 2024-05", AA, "not known [certain]"),
    ],
)
def test_one_act_gives_one_status(act: str, agreement: str, answer: str) -> None:
    assert standing(f"2024-06-01 | {act}", agreement) == answer


def test_an_undated_act_is_certain_only_from_the_day_of_its_report() -> None:
    world = "2024-06-10 | KAZ | sign | abraham-accords | happened | -"
    assert shown(world, "KAZ", AA, "2024-06-09", LATER) == "not known [date uncertain]"
    assert shown(world, "KAZ", AA, "2024-06-10", LATER) == "signatory [certain]"
    found = row(world, "KAZ", AA, "2024-06-10", LATER)
    assert found.since == Moment.parse("../2024-06-10")
    assert row(world, "KAZ", AA, "2024-06-09", LATER).notes == (
        "Signature by 2024-06-10: whether by 2024-06-09 is not known.",
    )


def test_what_was_done_by_the_day_of_the_report_is_certain_from_that_day() -> None:
    world = "2025-11-06 | KAZ | sign | abraham-accords | happened | 2025-11"
    assert shown(world, "KAZ", AA, "2025-11-06", LATER) == "signatory [certain]"
    assert shown(world, "KAZ", AA, "2025-11-05", LATER) == "not known [date uncertain]"


def test_the_more_specific_of_two_dates_that_agree_wins_without_conflict() -> None:
    world = """
    2020-12-01 | ARE | sign | abraham-accords | happened | 2020-09 | self
    2025-11-06 | ARE | sign | abraham-accords | happened | 2020-09-15 | outlet=AP
    2025-11-07 | ARE | sign | abraham-accords | happened | - | outlet=AFP
    """
    found = row(world, "ARE", AA, LATER, LATER)
    assert found.since == Moment.parse("2020-09-15")
    assert len(found.claims) == 3 and found.set_aside == () and found.notes == ()


@pytest.mark.parametrize(
    ("first", "second", "chosen"),
    [
        ("self", "outlet=AP", "2020-12-22"),  # authority
        ("outlet=AP", "self", "2020-12-23"),
        ("outlet=AP", "outlet=AFP", "2020-12-23"),  # else the latest known
    ],
)
def test_dates_in_conflict_are_chosen_by_policy_and_both_kept(first: str, second: str, chosen: str) -> None:
    world = f"""
    2020-12-22 | MAR | sign | abraham-accords | happened | 2020-12-22 | {first}
    2020-12-24 | MAR | sign | abraham-accords | happened | 2020-12-23 | {second}
    """
    found = row(world, "MAR", AA, LATER, LATER)
    assert found.since == Moment.parse(chosen)
    assert len(found.set_aside) == 1
    assert any(note.startswith("Also reported: signature on 2020-12-2") for note in found.notes)


def test_two_witnesses_outweigh_one_of_the_same_rank_however_often_it_is_repeated() -> None:
    world = """
    2020-12-24 | MAR | sign | abraham-accords | happened | 2020-12-22 | outlet=AP
    2020-12-24 | MAR | sign | abraham-accords | happened | 2020-12-22 | outlet=AFP
    2020-12-24 | MAR | sign | abraham-accords | happened | 2020-12-23 | agency: Reuters | outlet=A
    2020-12-24 | MAR | sign | abraham-accords | happened | 2020-12-23 | agency: Reuters | outlet=B
    2020-12-24 | MAR | sign | abraham-accords | happened | 2020-12-23 | agency: Reuters | outlet=C
    """
    assert row(world, "MAR", AA, LATER, LATER).since == Moment.parse("2020-12-22")


def test_a_later_or_undated_signature_does_not_loosen_consent() -> None:
    world = """
    2020-01-01 | KAZ | ratify | some-treaty | happened | 2020-01-01 | self
    2021-01-01 | KAZ | sign | some-treaty | happened | 2021-01-01 | self
    2022-01-01 | KAZ | join | some-treaty | happened | - | outlet=AP
    """
    found = row(world, "KAZ", "some-treaty", LATER, LATER)
    assert found.standing.consent is Consent.BOUND
    assert found.since == Moment.parse("2020-01-01")


def test_a_vote_at_home_is_kept_beside_the_signature() -> None:
    world = """
    2020-01-01 | KAZ | sign | some-treaty | happened | 2020-01-01 | self
    2021-01-01 | KAZ | approve | some-treaty | happened | 2020-12-20 | organ=parliament
    2021-02-01 | KAZ | approve | some-treaty | happened | 2021-01-20 | organ=court | qualifier=withdrawal
    """
    found = row(world, "KAZ", "some-treaty", LATER, LATER)
    assert (found.status, found.standing.intent) == ("signatory", Intent.APPROVED)
    assert "Approved at home by the parliament on 2020-12-20." in found.notes
    assert "The court voted for leaving on 2021-01-20; nothing is changed by it abroad." in found.notes


def test_a_vote_in_an_organisation_while_others_ask_to_join_is_on_their_entry() -> None:
    vote = "2023-03-31 | TUR | approve | nato | happened | 2023-03-30 | organ=parliament\n"
    asked = "2022-05-18 | FIN | apply | nato | happened | 2022-05-18 | self"
    assert set(rows(vote + asked, "nato", LATER, LATER)) == {"FIN"}
    assert shown(vote, "TUR", "nato", LATER, LATER) == "approved at home [certain]"


def test_an_agreement_enters_into_force_for_those_who_are_bound() -> None:
    world = """
    2020-01-01 | KAZ | ratify | some-treaty | happened | 2020-01-01 | self
    2020-01-01 | UZB | sign | some-treaty | happened | 2020-01-01 | self
    2021-01-01 | - | enter_into_force | some-treaty | happened | 2021-01-01 | outlet=AP
    2022-01-01 | TJK | accede | some-treaty | happened | 2022-01-01 | self
    """
    found = rows(world, "some-treaty", LATER, LATER)
    assert {who: one.status for who, one in found.items()} == {"KAZ": "party", "TJK": "party", "UZB": "signatory"}
    assert found["KAZ"].since == Moment.parse("2021-01-01")
    assert found["TJK"].since == Moment.parse("2022-01-01")
    assert shown(world, "KAZ", "some-treaty", "2020-06-01", LATER) == "contracting, not yet in force [certain]"


def test_a_treaty_between_two_enters_into_force_for_both_and_ends_for_both() -> None:
    sides = (Participant("ARE", "United Arab Emirates"), Participant("ISR", "Israel"))
    setting = Setting(AgreementRef("peace", "Peace", AgreementKind.TREATY), sides=sides)
    world = """
    2021-01-01 | - | enter_into_force | peace | happened | 2020-10-15 | outlet=AP
    2023-01-01 | ARE | terminate | peace | happened | 2023-01-01 | self
    """
    assert _statuses(world, setting, "2022-01-01") == {"ARE": "party", "ISR": "party"}
    assert _statuses(world, setting, "2023-02-01") == {"ARE": "former party", "ISR": "former party"}


def _statuses(world: str, setting: Setting, on: str) -> dict[str, str]:
    return {one.participant.id: one.status for one in _fold(world, setting, on)}


def _fold(world: str, setting: Setting, on: str) -> tuple[Participation, ...]:
    from_lines = parse_lines(world)
    return fold(from_lines, setting, WEIGHER, on=day(on), known=day(LATER))


def test_both_sides_of_a_treaty_known_to_be_in_force_are_parties_once_anything_is_told_of_it() -> None:
    sides = (Participant("RUS", "Russia"), Participant("USA", "United States"))
    ref = AgreementRef("start", "START", AgreementKind.TREATY)
    setting = Setting(ref, sides=sides, in_force=Moment.parse("2011-02-05"), source="Article XIV")
    world = "2023-02-28 | RUS | suspend | start | happened | 2023-02-28 | self"
    assert _statuses(world, setting, "2023-03-01") == {"RUS": "party / suspended", "USA": "party"}
    assert _fold(world, setting, "2023-03-01")[1].notes == (
        "The agreement entered into force on 2011-02-05 (Article XIV).",
    )
    assert _fold("", setting, "2023-03-01") == ()


def test_an_agreement_that_ended_has_former_parties() -> None:
    setting = Setting(AgreementRef("pact", "Pact", AgreementKind.TREATY), closed=day("1991-07-01"), source="Protocol")
    world = "1955-05-14 | HUN | enter_into_force | pact | happened | 1955-05-14 | self"
    assert _statuses(world, setting, "1991-06-30") == {"HUN": "party"}
    (found,) = _fold(world, setting, "1991-07-01")
    assert (found.status, found.notes) == ("former party", ("The agreement ended: Protocol.",))


def test_a_withdrawal_that_takes_effect_later_is_a_notice_until_then() -> None:
    world = "2024-01-10 | KAZ | withdraw | some-treaty | happened | 2024-01-10 | self | effect=2025-01-10"
    assert shown(world, "KAZ", "some-treaty", "2024-06-01", LATER) == "party (withdrawal notified) [certain]"
    assert shown(world, "KAZ", "some-treaty", "2025-01-10", "2024-06-01") == "former party [projected]"
    assert shown(world, "KAZ", "some-treaty", "2025-01-10", LATER) == "former party [certain]"


def test_a_withdrawal_told_as_done_for_a_day_to_come_is_a_notice() -> None:
    world = "2024-01-10 | KAZ | withdraw | some-treaty | happened | 2025-01-10 | self"
    assert shown(world, "KAZ", "some-treaty", "2024-06-01", LATER) == "party (withdrawal notified) [certain]"
    assert shown(world, "KAZ", "some-treaty", "2025-02-01", LATER) == "former party [certain]"


def test_a_planned_day_of_exit_ends_it_only_after_a_notice() -> None:
    planned = "2024-01-10 | KAZ | withdraw | some-treaty | planned | 2025-01-10 | self\n"
    notice = "2024-01-10 | KAZ | denounce | some-treaty | happened | 2024-01-09 | self"
    assert shown(planned, "KAZ", "some-treaty", LATER, LATER) == "not known [certain]"
    assert shown(planned + notice, "KAZ", "some-treaty", "2024-06-01", "2024-06-01").startswith("party (withdrawal")
    assert shown(planned + notice, "KAZ", "some-treaty", "2025-06-01", "2024-06-01") == "former party [projected]"


def test_a_later_day_of_exit_than_the_clause_gives_is_taken_from_the_notice() -> None:
    world = """
    2017-10-12 | USA | denounce | ecowas | happened | 2017-10-12 | self | effect=2018-12-31
    2023-10-12 | BRA | denounce | ecowas | happened | 2023-10-12 | self | effect=2023-11-30
    """
    assert shown(world, "USA", "ecowas", "2018-12-30", LATER) == "member (withdrawal notified) [certain]"
    assert shown(world, "USA", "ecowas", "2018-12-31", LATER) == "former member [certain]"
    assert shown(world, "BRA", "ecowas", "2024-10-11", LATER) == "member (withdrawal notified) [certain]"
    found = row(world, "BRA", "ecowas", "2024-01-01", LATER)
    assert any("earlier than the clause allows" in note for note in found.notes)


def test_the_exit_that_came_about_is_measured_from_the_declaration_that_was_too_early() -> None:
    world = """
    2024-01-28 | NER | withdraw | ecowas | happened | 2024-01-28 | self
    2025-01-29 | NER | withdraw | ecowas | happened | 2025-01-29 | outlet=RFI
    """
    assert shown(world, "NER", "ecowas", "2024-06-01", LATER) == "member [certain]"
    assert shown(world, "NER", "ecowas", "2025-02-01", LATER) == "former member [certain]"


def test_an_exit_a_year_after_it_was_announced_is_taken_and_the_announcement_was_of_leaving() -> None:
    world = """
    2024-01-28 | NER | announce_intent | ecowas | happened | 2024-01-28 | outlet=AP
    2025-01-29 | NER | withdraw | ecowas | happened | 2025-01-29 | outlet=RFI
    """
    assert shown(world, "NER", "ecowas", "2024-06-01", LATER) == "member [certain]"
    assert shown(world, "NER", "ecowas", "2025-02-01", LATER) == "former member [certain]"


def test_a_press_report_that_one_quits_during_its_notice_is_no_exit() -> None:
    world = """
    2025-01-21 | USA | enter_into_force | paris-agreement | happened | 2021-02-19 | depositary: UN
    2025-01-27 | USA | denounce | paris-agreement | happened | 2025-01-27 | depositary: UN
    2025-01-28 | USA | withdraw | paris-agreement | happened | - | outlet=AP
    """
    found = row(world, "USA", "paris-agreement", "2025-06-01", LATER)
    assert found.status == "party (withdrawal notified)"
    assert any(note.startswith("Purported withdrawal by 2025-01-28") for note in found.notes)


def test_an_exit_without_a_recorded_entry_presupposes_one() -> None:
    world = "2024-01-10 | KAZ | denounce | some-treaty | happened | 2024-01-10 | self"
    found = row(world, "KAZ", "some-treaty", "2024-06-01", LATER)
    assert found.standing.is_participant
    assert "Its entry is not recorded: what is told presupposes it." in found.notes
    assert shown(world, "KAZ", "some-treaty", "2023-01-01", LATER) == "not known [date uncertain]"


def test_who_had_only_signed_takes_back_a_signature() -> None:
    world = """
    2000-09-13 | RUS | sign | rome-statute | happened | 2000-09-13 | self
    2016-11-16 | RUS | withdraw | rome-statute | happened | 2016-11-16 | self
    """
    assert shown(world, "RUS", "rome-statute", "2018-01-01", LATER) == "signatory that repudiated [certain]"


def test_after_an_end_consent_begins_anew() -> None:
    world = """
    2003-10-01 | USA | join | some-treaty | happened | 2003-10-01 | self
    2018-12-31 | USA | withdraw | some-treaty | happened | 2018-12-31 | self
    2023-07-10 | USA | accept | some-treaty | happened | 2023-07-10 | self
    """
    found = row(world, "USA", "some-treaty", "2024-01-01", LATER)
    assert (found.status, found.since) == ("contracting, not yet in force", Moment.parse("2023-07-10"))


def test_a_suspension_that_is_lifted_leaves_no_trace_in_the_standing() -> None:
    world = """
    2020-01-01 | KAZ | enter_into_force | some-treaty | happened | 2020-01-01 | self
    2021-01-01 | KAZ | suspend | some-treaty | happened | 2021-01-01 | self
    2022-01-01 | KAZ | resume | some-treaty | happened | 2022-01-01 | self
    """
    assert shown(world, "KAZ", "some-treaty", "2021-06-01", LATER) == "party / suspended [certain]"
    assert row(world, "KAZ", "some-treaty", LATER, LATER).standing.application is Application.NORMAL


@pytest.mark.parametrize(
    ("act", "agreement", "takes_part"),
    [
        ("sign", "some-treaty", False),
        ("provisionally_apply", "some-treaty", True),
        ("ratify", "some-treaty", True),
        ("join", "some-treaty", True),
        ("sign", "nato", False),
        ("join", "nato", True),
        ("deposit", "nato", True),
        ("deposit", "ecowas", False),
        ("sign", AA, True),
        ("announce_intent", AA, False),
        ("sign", "mou", True),
    ],
)
def test_who_counts_as_taking_part_depends_on_the_kind_of_agreement(act: str, agreement: str, takes_part: bool) -> None:
    found = row(f"2024-01-05 | KAZ | {act} | {agreement} | happened | 2024-01-05", "KAZ", agreement, LATER, LATER)
    assert found.takes_part is takes_part


def test_relations_that_are_resumed_are_in_force_for_both() -> None:
    world = """
    2016-01-03 | SAU | sever_relations | hnd-twn | happened | 2016-01-03 | self | with=IRN
    2023-03-10 | IRN | resume | hnd-twn | happened | 2023-03-10 | self | with=SAU
    """
    found = rows(world, "hnd-twn", LATER, LATER)
    assert {who: one.status for who, one in found.items()} == {"IRN": "in relations", "SAU": "in relations"}


def test_a_denial_of_one_exit_leaves_a_later_one_alone() -> None:
    world = """
    2020-01-01 | KAZ | enter_into_force | some-treaty | happened | 2020-01-01 | self
    2021-01-01 | KAZ | withdraw | some-treaty | happened | 2021-01-01 | outlet=AP
    2021-01-05 | KAZ | withdraw | some-treaty | denied | - | self
    2024-01-01 | KAZ | withdraw | some-treaty | happened | 2024-01-01 | outlet=AP
    """
    assert shown(world, "KAZ", "some-treaty", "2022-01-01", LATER) == "party [certain]"
    assert shown(world, "KAZ", "some-treaty", "2024-02-01", LATER) == "former party [certain]"


def test_the_press_cannot_deny_what_a_state_says_of_itself() -> None:
    world = """
    2024-01-01 | KAZ | sign | abraham-accords | happened | 2024-01-01 | self
    2024-01-05 | KAZ | sign | abraham-accords | denied | - | outlet=AP
    2024-01-05 | UZB | sign | abraham-accords | denied | - | outlet=AP
    """
    found = rows(world, AA, LATER, LATER)
    assert set(found) == {"KAZ"}
    assert found["KAZ"].status == "signatory"
    assert found["KAZ"].notes == ("Objection noted to the signature on 2024-01-01: denied by AP.",)
    assert found["KAZ"].assurance is Assurance.CERTAIN


@pytest.mark.parametrize(
    ("more", "on", "end"),
    [
        ("", "2024-06-01", ExpectationEnd.PENDING),
        ("", "2024-07-15", ExpectationEnd.PENDING),
        ("", "2024-08-15", ExpectationEnd.OVERDUE),
        (
            "2024-06-20 | KAZ | announce_intent | AA | happened | 2024-06-20",
            "2024-07-01",
            ExpectationEnd.PARTLY_FULFILLED,
        ),
        ("2024-06-20 | KAZ | sign | AA | happened | 2024-06-20", "2024-07-01", ExpectationEnd.FULFILLED),
        ("2024-06-20 | KAZ | ratify | AA | happened | 2024-06-20", "2024-07-01", ExpectationEnd.FULFILLED),
        ("2024-09-20 | KAZ | sign | AA | happened | 2024-09-20", "2024-10-01", ExpectationEnd.FULFILLED_LATE),
        ("2024-06-20 | KAZ | sign | AA | denied | - | self", "2024-07-01", ExpectationEnd.CANCELLED),
        ("2024-06-20 | KAZ | sign | AA | denied | - | anonymous: sources", "2024-07-01", ExpectationEnd.PENDING),
        ("2024-06-20 | KAZ | decline | AA | happened | 2024-06-20", "2024-07-01", ExpectationEnd.CANCELLED),
        ("2020-06-20 | KAZ | sign | AA | happened | 2020-06-20", "2024-07-01", ExpectationEnd.PENDING),
    ],
)
def test_an_expectation_ends_as_the_world_goes(more: str, on: str, end: ExpectationEnd) -> None:
    world = f"2024-05-01 | KAZ | sign | {AA} | planned | 2024-06 | self\n" + more.replace("| AA |", f"| {AA} |")
    found = {item.action: item for item in row(world, "KAZ", AA, on, on).expectations}
    assert found[Action.SIGN].end is end


def test_a_vote_that_is_expected_is_met_by_that_vote_alone() -> None:
    world = f"""
    2024-05-01 | KAZ | sign | {AA} | happened | 2024-05-01 | self
    2024-05-01 | KAZ | approve | {AA} | expected | - | organ=parliament
    """
    (pending,) = row(world, "KAZ", AA, "2024-06-01", LATER).expectations
    voted = world + f"2024-07-01 | KAZ | approve | {AA} | happened | 2024-07-01 | organ=parliament"
    (met,) = row(voted, "KAZ", AA, "2024-08-01", LATER).expectations
    assert (pending.end, met.end) == (ExpectationEnd.PENDING, ExpectationEnd.FULFILLED)


def test_what_a_rule_or_a_notice_brings_about_meets_what_was_foretold() -> None:
    world = """
    2021-01-20 | USA | accept | paris-agreement | happened | 2021-01-20 | depositary: UN
    2021-01-20 | USA | enter_into_force | paris-agreement | planned | 2021-02-19 | depositary: UN
    2025-01-27 | USA | denounce | paris-agreement | happened | 2025-01-27 | depositary: UN
    2025-01-27 | USA | withdraw | paris-agreement | planned | 2026-01-27 | depositary: UN
    """
    ends = {item.action: item.end for item in row(world, "USA", "paris-agreement", "2025-06-01", LATER).expectations}
    assert ends == {
        Action.ENTER_INTO_FORCE: ExpectationEnd.FULFILLED,
        Action.WITHDRAW: ExpectationEnd.PARTLY_FULFILLED,
    }
    later = {item.action: item.end for item in row(world, "USA", "paris-agreement", "2026-02-01", LATER).expectations}
    assert later[Action.WITHDRAW] is ExpectationEnd.FULFILLED
    revoked = world + "2025-09-01 | USA | resume | paris-agreement | happened | 2025-09-01 | depositary: UN"
    found = row(revoked, "USA", "paris-agreement", "2026-02-01", LATER)
    assert found.status == "party"
    assert {item.action: item.end for item in found.expectations}[Action.WITHDRAW] is ExpectationEnd.CANCELLED


def test_consent_with_a_told_effect_is_in_force_from_then() -> None:
    world = "2001-03-12 | SRB | succeed | some-treaty | happened | 2001-03-12 | depositary: UN | effect=1992-04-27"
    assert shown(world, "SRB", "some-treaty", "1995-01-01", "2001-03-13") == "party [certain]"
    assert shown(world, "SRB", "some-treaty", "1995-01-01", "1995-01-01") == ""


def test_a_new_day_supersedes_the_one_foretold_before() -> None:
    world = f"""
    2024-05-01 | KAZ | sign | {AA} | planned | 2024-06 | self
    2024-05-20 | KAZ | sign | {AA} | expected | - | outlet=AP
    2024-07-01 | KAZ | sign | {AA} | planned | 2024-09-12 | self
    """
    first, second = row(world, "KAZ", AA, "2024-07-02", "2024-07-02").expectations
    assert (first.end, second.end) == (ExpectationEnd.SUPERSEDED, ExpectationEnd.PENDING)
    assert second.due == Moment.parse("2024-09-12") and len(first.claims) == 2


def test_nothing_is_overdue_beyond_what_is_known() -> None:
    world = f"2024-05-01 | KAZ | sign | {AA} | planned | 2024-06 | self"
    (found,) = row(world, "KAZ", AA, "2025-06-02", "2024-07-02").expectations
    assert found.end is ExpectationEnd.PENDING


def test_the_word_is_named_best_first() -> None:
    world = f"""
    2024-01-05 | KAZ | sign | {AA} | happened | 2024-01-05 | outlet=AP
    2024-01-06 | KAZ | sign | {AA} | happened | 2024-01-05 | government/KAZ: Tokayev | outlet=Akorda
    """
    found = row(world, "KAZ", AA, LATER, LATER)
    assert found.word == ("Tokayev (Akorda)", "AP")


def test_a_group_under_one_name_is_nobody_who_takes_part() -> None:
    assert rows(f"2024-01-05 | nordics:group | sign | {AA} | happened | 2024-01-05", AA, LATER, LATER) == {}
