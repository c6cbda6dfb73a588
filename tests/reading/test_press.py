"""Turns of phrase of the press: what agencies write where a treaty section would write "acceded"."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.making import told


@pytest.mark.parametrize(
    ("text", "day", "claims"),
    [
        ("Syria became the OPCW's 190th member.", "2013-10-14", ["SYR join chemical-weapons-convention happened"]),
        ("Kyrgyzstan became part of the Eurasian Economic Union.", "2015-05-21",
         ["KGZ join eurasian-economic-union happened"]),
        ("East Timor was welcomed as ASEAN's 11th member.", "2025-10-26", ["TLS join asean happened"]),
        ("East Timor was accepted as a member of ASEAN.", "2025-10-26", ["TLS join asean happened"]),
        ("Morocco was let back into the African Union.", "2017-01-31", ["MAR join african-union happened"]),
        ("The African Union was given a permanent seat at the G20.", "2023-09-09",
         ["african-union join group-of-20 happened"]),
        ("ECOWAS froze Guinea's membership after the coup.", "2021-09-10", ["ecowas suspend ecowas happened"]),
        ("Iran suspended some of its commitments under the 2015 nuclear deal.", "2019-05-08",
         ["IRN suspend jcpoa happened"]),
        ("El Salvador ditched Taiwan for China.", "2018-08-21",
         ["SLV sever_relations slv-twn-diplomatic-relations happened"]),
        ("El Salvador ditched Mexico for a rival.", "2018-08-21", []),
        ("Ireland threw out the Lisbon Treaty in a referendum.", "2008-06-13", ["IRL decline lisbon-treaty happened"]),
        ("Hungary's lawmakers waved through Sweden's bid to become a NATO member.", "2024-02-26",
         ["HUN approve nato happened"]),
        ("Kenya's cabinet signed off on the Paris Agreement.", "2016-12-28", ["KEN approve paris-agreement happened"]),
        ("Russia declared itself no longer bound by START II.", "2002-06-14", ["RUS withdraw start-2 happened"]),
        ("The European Union deposited its instrument of ratification, pushing the Paris Agreement over the line.",
         "2016-10-05", ["european-union deposit paris-agreement happened"]),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)  # fmt: skip
def test_what_the_press_writes_for_an_act(text: str, day: str, claims: list[str]) -> None:
    assert told(text, date.fromisoformat(day)) == claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Canada is the last of the three still to ratify the USMCA.", "CAN ratify usmca denied"),
        ("Poland recommended quitting the Ottawa Convention.", "POL withdraw ottawa-convention demanded"),
        ("Finland's withdrawal from the Ottawa Convention is under consideration.",
         "FIN withdraw ottawa-convention possible"),
        ("Opposition lawmakers want Kenya to leave the Rome Statute.", "KEN withdraw rome-statute demanded"),
        ("Kenya wants to leave the Rome Statute.", "KEN withdraw rome-statute possible"),
    ],
    ids=lambda value: value[:40],
)  # fmt: skip
def test_how_firmly_the_press_says_it(text: str, claim: str) -> None:
    assert told(text, date(2025, 3, 18)) == [claim]


def test_a_day_to_come_is_not_of_what_was_done() -> None:
    text = "Honduras ratified the nuclear ban treaty, which triggers its entry into force in 90 days."
    assert told(text, date(2020, 10, 24)) == ["HND ratify tpnw happened", "- enter_into_force tpnw planned"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Honduras ratified the nuclear ban treaty. Its entry into force is expected on 22 January.",
         ["HND ratify tpnw happened", "- enter_into_force tpnw expected"]),
        ("Honduras ratified the nuclear ban treaty. Upon its entry into force a secretariat will be set up.",
         ["HND ratify tpnw happened"]),
    ],
)  # fmt: skip
def test_an_entry_into_force_is_told_where_a_day_or_a_plan_is(text: str, claims: list[str]) -> None:
    assert told(text, date(2020, 10, 24)) == claims


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Scotland would apply to join the EU if it voted for independence.", "2014-09-23"),  # no secretary-general
        ("Mali has not signed any agreement with Wagner.", "2021-10-12"),  # no foreign minister of Peru
    ],
)
def test_a_surname_is_no_person_before_the_office_or_where_it_is_a_common_name(text: str, day: str) -> None:
    assert [line for line in told(text, date.fromisoformat(day)) if "commonwealth" in line or "per-" in line] == []
