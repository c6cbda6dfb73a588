"""Turns of phrase of the press: what agencies write where a treaty section would write "acceded"."""

from __future__ import annotations

from datetime import date

import pytest

from depositary.terms import Organ
from tests.reading.making import sole, told


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
        ("With the entry into force of the extension of the regime on 25 June, Honduras sent more police.", []),
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


@pytest.mark.parametrize(
    ("heading", "day", "claims"),
    [
        ("Switzerland withdraws application to join EU", "2016-07-27", ["CHE join european-union denied"]),
        ("Iceland drops bid to join EU", "2015-03-12", ["ISL join european-union denied"]),
        ("US vetoes Palestinian request for full UN membership", "2024-04-18", ["USA decline united-nations happened"]),
        ("Lithuania to exit cluster munitions convention", "2024-07-10",
         ["LTU withdraw cluster-munitions-convention planned"]),
        ("US begins formal withdrawal from Paris climate accord", "2019-11-04",
         ["USA withdraw paris-agreement planned"]),
        ("Turkey's Erdogan signs Paris Agreement", "2021-10-06", ["TUR sign paris-agreement happened"]),
        ("Putin signs law suspending New START", "2023-02-28", ["RUS approve new-start happened"]),
        ("Putin signs law on withdrawal from CFE treaty", "2023-05-29", ["RUS approve cfe-treaty happened"]),
        ("Burundi's president signs law to leave ICC", "2016-10-19", ["BDI approve rome-statute happened"]),
        ("Trump recognises Guaido as Venezuela's president", "2019-01-23", []),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)  # fmt: skip
def test_headings(heading: str, day: str, claims: list[str]) -> None:
    assert told(heading, date.fromisoformat(day)) == claims


def test_a_law_that_a_president_signs_is_an_act_of_the_organ() -> None:
    claim = sole("Putin signs law suspending New START", date(2023, 2, 28))
    assert (claim.organ, claim.qualifier) == (Organ.PRESIDENT, "suspension")


@pytest.mark.parametrize(
    ("text", "line", "organ"),
    [
        ("Britain has voted to leave the European Union.", "GBR approve european-union happened", Organ.REFERENDUM),
        ("Donald Trump signed the USMCA into law on Wednesday.", "USA ratify usmca happened", None),
    ],
)
def test_who_votes_and_what_becomes_law(text: str, line: str, organ: Organ | None) -> None:
    claim = sole(text, date(2020, 1, 31))
    assert told(text, date(2020, 1, 31)) == [line]
    assert claim.organ is organ


def test_who_asks_to_come_in_applies_and_demands_nothing() -> None:
    text = "East Timor joined ASEAN fourteen years after it asked to join the bloc."
    assert told(text, date(2025, 10, 26)) == ["TLS join asean happened", "TLS apply asean happened"]


def test_a_pledge_that_was_not_kept_is_of_the_one_who_gave_it() -> None:
    text = "Morocco opened an embassy; Sudan never followed through on its pledge to establish ties with Israel."
    assert "SDN establish_relations isr-sdn-diplomatic-relations denied" in told(text, date(2021, 5, 11))


@pytest.mark.parametrize(
    "text",
    [
        "Hong Kong and Macao need a new model. At least they should accept it.",
        "Ethiopia plays host to the headquarters of the African Union.",
        "Putin signed a law on schools.",
    ],
)
def test_what_is_no_act_of_diplomacy(text: str) -> None:
    assert told(text, date(2022, 7, 1)) == []
