"""Who does the act: lists, offices, pronouns and what is left out lead to the participants that the text means."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.making import read, told

SIGNED = "signed the Paris Agreement"


def actors(text: str, action: str = "sign") -> set[str]:
    return {claim.actor.id for claim in read(text) if claim.actor and claim.action == action}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Kenya {SIGNED}.", "KEN"),
        (f"Kenya and Uganda {SIGNED}.", "KEN UGA"),
        (f"Kenya, Uganda and Rwanda {SIGNED}.", "KEN UGA RWA"),
        (f"Both Kenya and Uganda {SIGNED}.", "KEN UGA"),
        (f"Kenya but not Uganda {SIGNED}.", "KEN"),
        (f"Kenya's president {SIGNED}.", "KEN"),
        (f"The Kenyan foreign minister {SIGNED}.", "KEN"),
        (f"The presidents of Kenya and Uganda {SIGNED}.", "KEN UGA"),
        (f"William Ruto {SIGNED}.", "KEN"),
        (f"Nairobi {SIGNED}.", "KEN"),
        ("The Paris Agreement was signed by Kenya and Uganda.", "KEN UGA"),
        ("Kenya, which had long hesitated, signed the Paris Agreement.", "KEN"),
        ("Kenya met Uganda and signed the Paris Agreement.", "KEN"),
        (f"Kenya and Uganda met in Kigali. Both {SIGNED}.", "KEN UGA"),
        (f"Kenya and Uganda met in Kigali. They {SIGNED}.", "KEN UGA"),
        (f"Kenya joined the African Union. It {SIGNED}.", "KEN"),
        (f"Kenya joined the African Union. The country {SIGNED}.", "KEN"),
        (f"Kenya {SIGNED} in April 2016, followed by Uganda in December 2016.", "KEN UGA"),
        (f"Kenya {SIGNED} in April 2016 and Uganda in December 2016.", "KEN UGA"),
        ("Kenya, Uganda sign Paris Agreement", "KEN UGA"),
        (f"The Nordic countries {SIGNED}.", "DNK FIN ISL NOR SWE"),
    ],
)
def test_an_act_is_of_those_whom_the_text_means(text: str, expected: str) -> None:
    assert actors(text) == set(expected.split())


@pytest.mark.parametrize(
    "text",
    [
        "A new country will sign the Paris Agreement.",
        "Another State is expected to sign the Paris Agreement, the Kenyan envoy said.",
        "Kenya said that one more country would sign the Paris Agreement.",
        "Kenya's envoy announced that a new country would sign the Paris Agreement, though he did not say which.",
        "Some forty countries signed the Paris Agreement.",
        "A company of Nairobi signed it.",
        "Kenya Airways signed the Paris Agreement.",
    ],
)
def test_one_who_is_not_named_is_no_actor(text: str) -> None:
    assert actors(text) == set()


@pytest.mark.parametrize(
    ("text", "action", "expected"),
    [
        ("The African Union admitted South Sudan.", "join", "SSD"),
        ("South Sudan was admitted to the African Union.", "join", "SSD"),
        ("The African Union suspended Mali.", "suspend", "african-union"),
        ("Mali was suspended by the African Union.", "suspend", "african-union"),
        ("The African Union expelled Mali.", "expel", "african-union"),
        ("NATO invited Sweden to join.", "invite", "nato"),
    ],
)
def test_a_body_acts_on_a_state_and_one_that_is_admitted_joins(text: str, action: str, expected: str) -> None:
    assert actors(text, action) == {expected}


def test_one_on_whom_a_body_acts_is_the_counterparty() -> None:
    (claim,) = read("The African Union suspended Mali.")
    assert [other.id for other in claim.counterparties] == ["MLI"]


def test_an_act_of_the_agreement_itself_has_no_actor() -> None:
    (claim,) = read("The Paris Agreement entered into force on 4 November 2016.")
    assert claim.actor is None
    (claim,) = read("The Paris Agreement entered into force for Kenya on 27 January 2017.")
    assert claim.actor is not None
    assert claim.actor.id == "KEN"


def test_a_demand_is_for_the_one_of_whom_it_is_demanded() -> None:
    assert actors("Norway and Denmark urged Kenya to sign the Paris Agreement.") == {"KEN"}


def test_a_contract_with_a_company_is_no_agreement_of_its_state() -> None:
    assert actors("Kenya signed a contract with a French company.") == set()


def test_as_did_another_is_an_act_of_the_other_too() -> None:
    assert actors("Kenya signed the Paris Agreement, as did Uganda.") == {"KEN", "UGA"}


def test_one_that_is_suspended_from_a_body_is_suspended_by_it() -> None:
    assert actors("Mali was suspended from the African Union.", "suspend") == {"african-union"}


def test_they_are_the_two_countries_of_the_same_sentence() -> None:
    text = (
        "Costa Rica will join the CPTPP. Tokyo has been among the backers of the Costa Rican bid. The two countries "
        "established diplomatic relations in 1935, and on Thursday they signed a memorandum on training."
    )
    signed = {claim.actor.id for claim in read(text) if claim.action == "sign" and claim.actor}
    assert signed == {"CRI", "JPN"}


def test_its_leaders_are_the_body_that_was_named() -> None:
    text = "South Sudan joined the East African Community. Its leaders approved South Sudan's admission in March."
    (approved,) = [claim for claim in read(text) if claim.action == "approve"]
    assert approved.actor is not None
    assert approved.actor.id == "east-african-community"


def test_who_is_named_after_a_comma_stands_beside_the_one_before() -> None:
    text = (
        "Iran will join the Shanghai Cooperation Organisation. Raisi and his host, Xi Jinping, are due to speak by "
        "telephone to complete the procedure."
    )
    told_by = {
        claim.actor.id for claim in read(text, date(2023, 7, 3)) if claim.action == "announce_intent" and claim.actor
    }
    assert told_by == {"CHN", "IRN"}


def test_their_ministers_are_those_of_the_countries_named_before() -> None:
    text = "Fiji and Kiribati have agreed on a fisheries treaty. Their fisheries ministers signed it on Monday."
    signed = {claim.actor.id for claim in read(text, date(2024, 5, 14)) if claim.action == "sign" and claim.actor}
    assert signed == {"FJI", "KIR"}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Togo and Kazakhstan signed the Paris Agreement. The Central Asian country ratified it.",
            {"TGO sign paris-agreement happened", "KAZ sign paris-agreement happened",
             "KAZ ratify paris-agreement happened"},
        ),
        (
            "Lithuania and Estonia signed the Paris Agreement. The Baltic state ratified it.",
            {"LTU sign paris-agreement happened", "EST sign paris-agreement happened"},
        ),
        ("The Central Asian country ratified the Paris Agreement.", set()),
    ],
)  # fmt: skip
def test_a_country_of_a_group_is_the_one_spoken_of_and_nobody_where_two_fit(text: str, lines: set[str]) -> None:
    assert set(told(text)) == lines


def test_to_apply_to_return_is_no_return() -> None:
    text = "Gambia left the Commonwealth in 2013 and applied to return in 2017."
    assert set(told(text)) == {
        "GMB withdraw commonwealth happened",
        "GMB apply commonwealth happened",
    }
