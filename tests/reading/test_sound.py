"""What concerns no agreement of States makes no claim, however much its words sound like one."""

from __future__ import annotations

import pytest

from tests.reading.making import read, told


@pytest.mark.parametrize(
    "text",
    [
        "Chile suspended its oil exploration programme in the park.",
        "The Peruvian minister will return to court on Friday.",
        "Kenya established family courts in 2019.",
        "Kenya joined a small group of countries that build their own jets.",
        "The cabinet of Kenya approved the charter of the National Health Centre.",
        "Kenya urged the regime to end all acts of violence.",
        "Kenya's parliament should amend the Unlawful Activities (Prevention) Act.",
        "Kenya signed a contract with a mining company.",
        "Kenya spoke to the World Bank. Its rivals have reached an armistice, the plan it agreed to.",
        "Kenya is a member of the OAS. Ruto resigned in May and fled.",
        "Chad praised the African Union. It has had little effect.",
        "Kenya left the UN offices in February.",
        "Before signing off, Kenya spoke of the Paris Agreement.",
        "Kenya spoke of the Paris Agreement. It avoided joining in.",
        "Kenya spoke of the AfCFTA. Investment agreements are signed by politicians.",
        "Kenya enjoys solid relations with Uganda.",
        "Kenya and Uganda forged closer ties.",
        "The Schengen visa lets its holder enter and leave the Schengen area, Namibia says.",
        "The agreement was signed by Zhang Jun, president of the Chinese Badminton Association, and the president of"
        " the Badminton Association of Thailand.",
        "“Fourth: Cancel the security agreement with Turkey,” he suggested in Baghdad.",
        "Chad spoke at the UN. Añez, a senator of Bolivia, abandoned her campaign when it became clear that she lost.",
    ],
)
def test_a_thing_of_home_of_business_or_of_chance_makes_no_claim(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Kenya and Uganda founded an alliance of lake States.", 2),
        ("Kenya established diplomatic relations with Uganda in 1963.", 1),
        ("Kenya maintains full diplomatic relations with Uganda.", 1),
        ("Kenya signed the Paris Agreement on Friday.", 1),
        ("Kenya has now joined the African Union.", 1),
        ("Ties were cut: Kenya and Chad had ties; Kenya broke them off in 1974.", 1),
        ("Kenya signed an agreement with Swedish officials.", 1),
    ],
)
def test_what_concerns_states_still_makes_one(text: str, lines: int) -> None:
    assert len(told(text)) == lines


def test_a_word_that_says_where_a_thing_is_from_is_no_side() -> None:
    claims = read("Kenya signed an agreement with a Swedish institute on Iranian oil.")
    assert {other.id for claim in claims for other in claim.counterparties} == set()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Chile said that it is going to quit the CPTPP.", ["CHL withdraw cptpp planned"]),
        ("Chile to Quit OAS Regional Bloc", ["CHL withdraw organization-of-american-states planned"]),
        ("Chile withdrew from 31 UN entities.", []),
        ("Chile spoke at the UN. The talks on a loan agreement were concluded.", []),
        ("Opposition leaders demanded that Chile quit the CPTPP.", ["CHL withdraw cptpp demanded"]),
        ("Chile is weighing an exit from the CPTPP.", ["CHL withdraw cptpp possible"]),
        ("Chile has ruled out any change to its free trade agreement with Peru.", [
            "CHL amend chl-per-free-trade-agreement denied",
        ]),
        ("The expulsion of Chile from the Andean Community was a mistake.", [
            "andean-community expel andean-community happened",
        ]),
        ("No treaty was signed by Chile and Peru on Monday.", [
            "CHL sign chl-per-treaty denied", "PER sign chl-per-treaty denied",
        ]),
        ("The signing of a treaty by Chile and Peru surprised many.", [
            "CHL sign chl-per-treaty happened", "PER sign chl-per-treaty happened",
        ]),
    ],
)  # fmt: skip
def test_what_is_said_of_it_is_read(text: str, lines: list[str]) -> None:
    assert sorted(told(text)) == lines


def test_relations_need_two() -> None:
    text = "Chile and Peru severed ties as well as all links to Cuba, accusing the State of supporting terrorism."
    assert all(claim.agreement.id.count("-") == 3 for claim in read(text))


def test_one_of_several_has_its_own_relations() -> None:
    text = "Chile, Peru and Panama severed all ties with Cuba in 2017. Panama said it would restore diplomatic ties."
    (restored,) = [claim for claim in read(text) if claim.action == "resume"]
    assert restored.agreement.id == "cub-pan-diplomatic-relations"


def test_a_side_that_the_document_does_not_name_is_no_counterparty() -> None:
    (claim,) = read("Islamabad may scrap the Simla Agreement.")
    assert claim.counterparties == ()
    (claim,) = read("Manila ratified the Visiting Forces Agreement with Washington.")
    assert [other.id for other in claim.counterparties] == ["USA"]


def test_a_title_cut_short_is_no_person() -> None:
    text = "No. 7 (Sen. Spence) Could the Minister of Agriculture state how many trawlers signed the Kyoto Protocol?"
    assert told(text) == []


def test_an_agreement_signed_in_a_place_has_not_its_name() -> None:
    lines = told("Kenya and Uganda negotiated a water treaty. Kenya and Uganda signed the Treaty in London on Monday.")
    assert "KEN sign ken-uga-water-treaty happened" in lines


def test_a_convention_of_two_is_none_of_all_by_a_word_of_its_name() -> None:
    lines = told("Last year Kenya and Uganda amended their double taxation convention.")
    assert lines == [
        "KEN amend ken-uga-double-taxation-convention happened",
        "UGA amend ken-uga-double-taxation-convention happened",
    ]


def test_a_pact_of_others_is_not_the_one_of_the_same_body_with_somebody_else() -> None:
    assert told("EU–Kenya trade pact takes effect on Monday") == [
        "- enter_into_force european-union-ken-trade-agreement planned"
    ]


def test_the_cabinet_is_the_one_that_acted_before() -> None:
    text = "The Kenyan Cabinet approved a treaty with Chad. The Cabinet approved an agreement with Mali on visas."
    assert {claim.actor.id for claim in read(text) if claim.actor} == {"KEN"}


def test_it_was_adopted_is_of_what_was_spoken_of() -> None:
    assert told("Palau ratified the Kyoto Protocol. It was adopted in 1997.") == [
        "PLW ratify kyoto-protocol happened",
        "- conclude kyoto-protocol happened",
    ]
