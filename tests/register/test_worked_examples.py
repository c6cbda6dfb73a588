"""The worked examples of treaty practice: each row a world in lines, two days, and the answer it must give."""

from __future__ import annotations

import pytest

from depositary.terms import Action, ExpectationEnd, Moment
from tests.register.worlds import row, rows, shown

ACCORDS = """
2020-08-13 | ARE | announce_intent | abraham-accords | happened | 2020-08-13 | government/USA: Trump | with=USA
2020-09-15 | ARE | sign | abraham-accords | happened | 2020-09-15 | self | outlet=WAM
2020-10-23 | SDN | announce_intent | abraham-accords | happened | 2020-10-23 | government/USA: Trump | with=USA
2021-01-06 | SDN | sign | abraham-accords | happened | 2021-01-06 | self | outlet=SUNA
2023-05-01 | SDN | not_implemented | abraham-accords | happened | 2023 | outlet=Reuters
2025-11-06 | KAZ | announce_intent | abraham-accords | expected | 2025-11-06 | officials/USA: US officials
2025-11-06 | KAZ | sign | abraham-accords | expected | 2025-11/2026-01~ | government/USA: Trump | outlet=Axios
2025-11-07 | KAZ | announce_intent | abraham-accords | happened | 2025-11-06 | government/USA: Trump | with=USA
2025-11-07 | KAZ | announce_intent | abraham-accords | happened | 2025-11-06 | self | outlet=Akorda
2025-12-12 | KAZ | join | abraham-accords | happened | 2025-11 | self | outlet=Akorda
"""

SWEDEN = """
2022-05-18 | SWE | apply | nato | happened | 2022-05-18 | self | outlet=Regeringen
2022-06-29 | nato | invite | nato | happened | 2022-06-29 | self | with=SWE | outlet=NATO
2022-07-05 | SWE | sign | nato | happened | 2022-07-05 | outlet=Reuters
2023-07-12 | HUN | approve | nato | happened | 2023-07-12 | organ=parliament | with=SWE | outlet=Reuters
2024-03-07 | SWE | deposit | nato | happened | 2024-03-07 | depositary: State Department | outlet=AP
2024-03-11 | SWE | join | nato | happened | 2024-03-11 | outlet=A tabloid
"""

ARMENIA = """
2003-09-18 | ARM | enter_into_force | csto | happened | 2003-09-18 | depositary: CSTO | outlet=CSTO
2024-02-22 | ARM | freeze | csto | happened | 2024-02-22 | self | outlet=France 24
2024-02-23 | ARM | freeze | csto | denied | - | organisation/csto: CSTO Secretariat | outlet=TASS
2024-03-01 | ARM | freeze | csto | denied | - | government/RUS: Zakharova | outlet=TASS
"""

NIGER = """
1975-06-01 | NER | enter_into_force | ecowas | happened | 1975-05-28 | depositary: Nigeria | outlet=ECOWAS
2024-01-28 | NER | withdraw | ecowas | happened | 2024-01-28 | self | effect=2024-01-28 | outlet=RTN
2024-01-29 | NER | withdraw | ecowas | denied | - | organisation/ecowas: ECOWAS | outlet=RFI
2024-01-30 | NER | denounce | ecowas | happened | 2024-01-29 | organisation/ecowas: ECOWAS | outlet=RFI
2024-12-16 | NER | withdraw | ecowas | planned | 2025-01-29 | organisation/ecowas: ECOWAS | outlet=RFI
"""

PARIS = """
2016-04-22 | USA | sign | paris-agreement | happened | 2016-04-22 | depositary: UN | outlet=UN
2016-09-03 | USA | accept | paris-agreement | happened | 2016-09-03 | depositary: UN | outlet=UN
2019-11-04 | USA | denounce | paris-agreement | happened | 2019-11-04 | depositary: UN | outlet=UN
2020-11-04 | USA | withdraw | paris-agreement | happened | 2020-11-04 | outlet=BBC
2021-01-20 | USA | accept | paris-agreement | happened | 2021-01-20 | depositary: UN | outlet=UN
2025-01-27 | USA | denounce | paris-agreement | happened | 2025-01-27 | depositary: UN | outlet=UN
"""

ARGENTINA = """
2023-08-24 | brics | invite | brics | happened | 2023-08-24 | self | with=ARG | outlet=SABC
2023-08-24 | ARG | enter_into_force | brics | expected | 2024-01-01 | organisation/brics: Ramaphosa | outlet=SABC
2023-12-29 | ARG | decline | brics | happened | 2023-12-29 | self | outlet=AP
2024-02-10 | RUS | invite | brics | happened | 2024-02 | self | with=ARG | outlet=TASS
"""

SAUDI = """
2023-08-24 | brics | invite | brics | happened | 2023-08-24 | self | with=SAU | outlet=SABC
2024-01-31 | SAU | enter_into_force | brics | happened | 2024-01-01 | government/ZAF: Pandor | with=ZAF | outlet=Reuters
2024-02-01 | SAU | enter_into_force | brics | denied | - | anonymous: sources | outlet=Reuters
2024-02-15 | SAU | enter_into_force | brics | happened | 2024-01-01 | government/RUS: Ryabkov | with=RUS | outlet=TASS
2024-02-16 | SAU | join | brics | denied | - | self | outlet=Asharq
"""

HONDURAS = """
1990-01-01 | HND | establish_relations | hnd-twn | happened | 1941~ | self | with=TWN | outlet=MOFA
2023-03-15 | HND | announce_intent | chn-hnd | happened | 2023-03-14 | self | with=CHN | outlet=Reuters
2023-03-26 | HND | sever_relations | hnd-twn | happened | [2023-03-25..2023-03-26] | self | with=TWN | outlet=Reuters
2023-03-26 | HND | establish_relations | chn-hnd | happened | 2023-03-26 | self | with=CHN | outlet=Xinhua
"""

NEW_START = """
2011-02-05 | RUS | enter_into_force | new-start | happened | 2011-02-05 | self | with=USA | outlet=Kremlin
2023-02-28 | RUS | suspend | new-start | happened | 2023-02-28 | self | with=USA | outlet=Kremlin
2023-03-15 | RUS | suspend | new-start | denied | - | government/USA: State Department | with=USA | outlet=Reuters
"""

ROME = """
2004-12-01 | BDI | enter_into_force | rome-statute | happened | 2004-12-01 | depositary: UN | outlet=UN
2016-10-27 | BDI | denounce | rome-statute | happened | 2016-10-27 | depositary: UN | outlet=UN
2002-07-01 | ZAF | enter_into_force | rome-statute | happened | 2002-07-01 | depositary: UN | outlet=UN
2016-10-19 | ZAF | denounce | rome-statute | happened | 2016-10-19 | depositary: UN | outlet=UN
2017-03-07 | ZAF | resume | rome-statute | happened | 2017-03-07 | depositary: UN | qualifier=withdrawal | outlet=UN
2015-01-06 | PSE | accede | rome-statute | happened | 2015-01-02 | depositary: UN | outlet=UN
2015-01-16 | PSE | accede | rome-statute | denied | - | government/ISR: Israel | outlet=AP
"""


@pytest.mark.parametrize(
    ("world", "who", "agreement", "on", "known", "answer"),
    [
        (ACCORDS, "KAZ", "abraham-accords", "2025-11-06", "2025-11-05", ""),
        (ACCORDS, "KAZ", "abraham-accords", "2025-11-06", "2025-11-06", "expected [certain]"),
        (ACCORDS, "KAZ", "abraham-accords", "2025-11-08", "2025-11-08", "announced [certain]"),
        (ACCORDS, "KAZ", "abraham-accords", "2025-12-31", "2025-12-31", "joined (form unspecified) [certain]"),
        (ACCORDS, "SDN", "abraham-accords", "2020-12-31", "2021-02-01", "announced [certain]"),
        (ACCORDS, "SDN", "abraham-accords", "2025-11-06", "2025-11-06", "signatory / not implemented [certain]"),
        (SWEDEN, "SWE", "nato", "2022-06-01", "2022-06-01", "applicant [certain]"),
        (SWEDEN, "SWE", "nato", "2022-06-30", "2022-06-30", "applicant [certain]"),
        (SWEDEN, "SWE", "nato", "2023-01-01", "2023-01-01", "acceding [certain]"),
        (SWEDEN, "SWE", "nato", "2024-03-08", "2024-03-08", "member [certain]"),
        (SWEDEN, "SWE", "nato", "2024-03-08", "2024-04-01", "member [certain]"),
        (SWEDEN, "HUN", "nato", "2024-03-08", "2024-04-01", ""),
        (ARMENIA, "ARM", "csto", "2024-06-01", "2024-02-22", "party / frozen [certain]"),
        (ARMENIA, "ARM", "csto", "2024-06-01", "2024-06-01", "party / frozen [contested]"),
        (NIGER, "NER", "ecowas", "2024-06-01", "2024-01-28", "member [certain]"),
        (NIGER, "NER", "ecowas", "2024-06-01", "2024-06-01", "member (withdrawal notified) [certain]"),
        (NIGER, "NER", "ecowas", "2024-06-01", "2025-02-01", "member (withdrawal notified) [certain]"),
        (NIGER, "NER", "ecowas", "2025-02-01", "2025-02-01", "former member [certain]"),
        (NIGER, "NER", "ecowas", "2025-02-01", "2024-06-01", "former member [projected]"),
        (PARIS, "USA", "paris-agreement", "2016-06-01", "2016-10-01", "signatory [certain]"),
        (PARIS, "USA", "paris-agreement", "2016-10-20", "2016-10-20", "contracting, not yet in force [certain]"),
        (PARIS, "USA", "paris-agreement", "2018-01-01", "2018-01-01", "party [certain]"),
        (PARIS, "USA", "paris-agreement", "2020-01-01", "2020-01-01", "party (withdrawal notified) [certain]"),
        (PARIS, "USA", "paris-agreement", "2020-12-01", "2020-12-01", "former party [certain]"),
        (PARIS, "USA", "paris-agreement", "2021-02-01", "2021-02-01", "contracting, not yet in force [certain]"),
        (PARIS, "USA", "paris-agreement", "2021-03-01", "2021-03-01", "party [certain]"),
        (PARIS, "USA", "paris-agreement", "2025-06-01", "2025-06-01", "party (withdrawal notified) [certain]"),
        (PARIS, "USA", "paris-agreement", "2026-02-01", "2025-06-01", "former party [projected]"),
        (ARGENTINA, "ARG", "brics", "2023-10-01", "2023-10-01", "invited [certain]"),
        (ARGENTINA, "ARG", "brics", "2024-01-02", "2024-01-02", "declined [certain]"),
        (ARGENTINA, "ARG", "brics", "2024-03-02", "2024-03-02", "declined [certain]"),
        (SAUDI, "SAU", "brics", "2024-02-20", "2024-02-15", "participating [certain]"),
        (SAUDI, "SAU", "brics", "2024-02-20", "2024-02-20", "invited [certain]"),
        (HONDURAS, "HND", "hnd-twn", "2023-03-20", "2023-03-20", "in relations [certain]"),
        (HONDURAS, "HND", "chn-hnd", "2023-03-20", "2023-03-20", "announced [certain]"),
        (HONDURAS, "HND", "hnd-twn", "2023-03-27", "2023-03-27", "severed [certain]"),
        (HONDURAS, "TWN", "hnd-twn", "2023-03-27", "2023-03-27", "severed [certain]"),
        (HONDURAS, "HND", "hnd-twn", "2023-03-25", "2023-03-27", "in relations [date uncertain]"),
        (HONDURAS, "CHN", "chn-hnd", "2023-03-27", "2023-03-27", "in relations [certain]"),
        (NEW_START, "RUS", "new-start", "2023-03-01", "2023-03-01", "party / suspended [certain]"),
        (NEW_START, "RUS", "new-start", "2023-04-01", "2023-04-01", "party / suspended [contested]"),
        (ROME, "BDI", "rome-statute", "2016-12-01", "2016-12-01", "party (withdrawal notified) [certain]"),
        (ROME, "BDI", "rome-statute", "2017-11-01", "2016-12-01", "former party [projected]"),
        (ROME, "BDI", "rome-statute", "2017-11-01", "2017-11-02", "former party [certain]"),
        (ROME, "ZAF", "rome-statute", "2017-12-01", "2017-01-01", "former party [projected]"),
        (ROME, "ZAF", "rome-statute", "2017-12-01", "2017-12-01", "party [certain]"),
        (ROME, "PSE", "rome-statute", "2015-02-01", "2015-02-01", "contracting, not yet in force [certain]"),
        (ROME, "PSE", "rome-statute", "2015-04-01", "2015-04-02", "party [certain]"),
    ],
)
def test_a_worked_example_gives_its_answer(
    world: str, who: str, agreement: str, on: str, known: str, answer: str
) -> None:
    assert shown(world, who, agreement, on, known) == answer


@pytest.mark.parametrize(
    ("on", "known", "action", "end"),
    [
        ("2025-11-06", "2025-11-06", Action.ANNOUNCE_INTENT, ExpectationEnd.PENDING),
        ("2025-11-08", "2025-11-08", Action.ANNOUNCE_INTENT, ExpectationEnd.FULFILLED),
        ("2025-11-08", "2025-11-08", Action.SIGN, ExpectationEnd.PARTLY_FULFILLED),
        ("2026-06-01", "2026-06-01", Action.SIGN, ExpectationEnd.OVERDUE),
    ],
)
def test_what_was_expected_of_kazakhstan_comes_about_or_does_not(
    on: str, known: str, action: Action, end: ExpectationEnd
) -> None:
    found = {item.action: item.end for item in row(ACCORDS, "KAZ", "abraham-accords", on, known).expectations}
    assert found[action] is end


def test_an_invitation_that_is_declined_cancels_what_was_expected() -> None:
    (before,) = row(ARGENTINA, "ARG", "brics", "2023-10-01", "2023-10-01").expectations
    (after,) = row(ARGENTINA, "ARG", "brics", "2024-01-02", "2024-01-02").expectations
    assert (before.end, after.end) == (ExpectationEnd.PARTLY_FULFILLED, ExpectationEnd.CANCELLED)


def test_an_exit_earlier_than_the_clause_allows_is_kept_as_purported() -> None:
    found = row(NIGER, "NER", "ecowas", "2024-06-01", "2024-06-01")
    assert found.since == Moment.parse("2024-01-29")
    assert any("Purported withdrawal on 2024-01-28" in note and "Article 91" in note for note in found.notes)
    assert any("ECOWAS" in note and note.startswith("Purported") for note in found.notes)
    assert "Withdrawal takes effect on 2025-01-29 under Article 91 (the treaty)." in found.notes
    assert len(found.set_aside) == 1


def test_a_flag_raised_later_is_not_the_day_of_membership() -> None:
    found = row(SWEDEN, "SWE", "nato", "2024-04-01", "2024-04-01")
    assert found.since == Moment.parse("2024-03-07")
    assert "In force on 2024-03-07 under Article 10 (North Atlantic Treaty)." in found.notes


def test_three_stays_in_the_paris_agreement_begin_on_three_days() -> None:
    days = [("2018-01-01", "2016-11-04"), ("2020-12-01", "2020-11-04"), ("2021-03-01", "2021-02-19")]
    for on, since in days:
        assert row(PARIS, "USA", "paris-agreement", on, "2025-01-01").since == Moment.parse(since)


def test_announced_or_expected_is_no_participation() -> None:
    found = rows(ACCORDS, "abraham-accords", "2025-11-08", "2025-11-08")
    assert [who for who, one in found.items() if one.standing.is_participant] == ["ARE", "SDN"]


def test_a_denial_by_the_state_itself_keeps_it_out() -> None:
    found = row(SAUDI, "SAU", "brics", "2024-02-20", "2024-02-20")
    assert not found.standing.is_participant
    assert any("SAU" in note and note.startswith("Purported entry into force") for note in found.notes)


def test_a_third_state_that_objects_is_noted() -> None:
    found = row(ROME, "PSE", "rome-statute", "2015-04-01", "2015-04-02")
    assert any(note.startswith("Objection noted") and "Israel" in note for note in found.notes)
