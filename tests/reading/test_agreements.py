"""On which agreement: named, described, between two, or spoken of before; the same one under the same id."""

from __future__ import annotations

import pytest

from depositary.terms import AgreementKind
from tests.reading.making import read


def agreements(text: str) -> set[str]:
    return {claim.agreement.id for claim in read(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda signed a free trade agreement.",
        "Uganda and Kenya signed a free trade agreement.",
        "Uganda and Kenya signed a free trade pact.",
        "Uganda signed a free trade deal with Kenya.",
        "Kenya signed a free trade accord with Uganda.",
        "A free trade agreement between Uganda and Kenya was signed on Monday.",
        "Kenya, Uganda sign free trade deal",
    ],
)
def test_a_described_agreement_has_one_id_whatever_the_order_and_the_word(text: str) -> None:
    assert agreements(text) == {"ken-uga-free-trade-agreement"}


def test_agreements_of_other_sides_or_on_other_things_have_other_ids() -> None:
    assert (
        len(
            {
                *agreements("Kenya signed a free trade deal with Uganda."),
                *agreements("Kenya signed a fisheries deal with Uganda."),
                *agreements("Kenya signed a free trade deal with Rwanda."),
            }
        )
        == 3
    )


@pytest.mark.parametrize(
    ("text", "id", "kind"),
    [
        ("Kenya signed the Paris Agreement.", "paris-agreement", AgreementKind.TREATY),
        ("Kenya joined the African Union.", "african-union", AgreementKind.ORGANISATION),
        ("Kenya joined BRICS.", "brics", AgreementKind.POLITICAL),
        ("Kenya ratified the high seas treaty.", "bbnj-agreement", AgreementKind.TREATY),
        ("Kenya cut ties with Kosovo.", "ken-xkx-diplomatic-relations", AgreementKind.RELATION),
        ("Kenya established diplomatic relations with Kosovo.", "ken-xkx-diplomatic-relations", AgreementKind.RELATION),
        ("Kosovo severed diplomatic relations with Kenya.", "ken-xkx-diplomatic-relations", AgreementKind.RELATION),
        ("Kenya recognised Kosovo.", "recognition-of-xkx", AgreementKind.RELATION),
        ("Kenya and Egypt signed a memorandum on grain.", "egy-ken-memorandum-grain", AgreementKind.MEMORANDUM),
    ],
)
def test_an_agreement_is_of_its_kind(text: str, id: str, kind: AgreementKind) -> None:
    assert {(claim.agreement.id, claim.agreement.kind) for claim in read(text)} == {(id, kind)}


@pytest.mark.parametrize(
    ("text", "id", "name"),
    [
        ("Kenya signed the Mombasa Declaration.", "mombasa-declaration", "Mombasa Declaration"),
        ("Kenya ratified the Treaty of Lake Victoria.", "treaty-of-lake-victoria", "Treaty of Lake Victoria"),
    ],
)
def test_a_proper_name_that_was_unknown_before_names_an_agreement(text: str, id: str, name: str) -> None:
    (claim,) = read(text)
    assert (claim.agreement.id, claim.agreement.name) == (id, name)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya signed the Paris Agreement on Monday. It ratified the agreement on Tuesday.",
        "Kenya signed the Paris Agreement on Monday and ratified it on Tuesday.",
        "Kenya signed the Paris Agreement on Monday. Uganda ratified the accord on Tuesday.",
        "The Paris Agreement is old. Kenya ratified it.",
    ],
)
def test_it_and_the_accord_point_back_to_the_agreement_spoken_of(text: str) -> None:
    assert agreements(text) == {"paris-agreement"}


def test_the_pact_of_two_others_is_not_what_a_third_does() -> None:
    found = read("Kenya and Uganda signed a fisheries pact. Norway ratified the pact.")
    assert "ken-uga-fisheries-agreement" not in {claim.agreement.id for claim in found if claim.action == "ratify"}


def test_the_sides_of_a_bilateral_agreement_are_each_others_counterparties() -> None:
    claims = read("Kenya and Uganda signed a free trade agreement.")
    assert [(c.actor and c.actor.id, [o.id for o in c.counterparties]) for c in claims] == [
        ("KEN", ["UGA"]),
        ("UGA", ["KEN"]),
    ]


def test_where_the_text_makes_one_side_act_one_side_acts() -> None:
    (claim,) = read("Kenya signed a free trade agreement with Uganda.")
    assert (claim.actor and claim.actor.id, [other.id for other in claim.counterparties]) == ("KEN", ["UGA"])


def test_three_who_sign_have_no_counterparties() -> None:
    claims = read("Kenya, Uganda and Rwanda signed the Paris Agreement.")
    assert [claim.counterparties for claim in claims] == [(), (), ()]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya signed the visitors' book.",
        "Kenya joined the protest.",
        "Kenya left the hall.",
        "Kenya signed autographs.",
        "The two countries signed a treaty of friendship.",
    ],
)
def test_what_is_no_agreement_between_states_gives_no_claim(text: str) -> None:
    assert read(text) == ()


def test_two_agreements_of_one_verb_are_two() -> None:
    claims = read("Kenya left the Rome Statute in 2019 and the Paris Agreement in 2020.")
    assert [(claim.agreement.id, claim.moment and claim.moment.edtf) for claim in claims] == [
        ("rome-statute", "2019"),
        ("paris-agreement", "2020"),
    ]


def test_a_notice_to_the_depositary_is_on_the_agreement_that_it_names() -> None:
    (claim,) = read("Kenya notified the United Nations of its withdrawal from the Paris Agreement.")
    assert (claim.action.value, claim.agreement.id) == ("denounce", "paris-agreement")


def test_a_notice_to_the_depositary_is_on_the_agreement_spoken_of() -> None:
    claims = read("Kenya left the Paris Agreement on 4 May 2024. It had notified the United Nations of its withdrawal.")
    assert {claim.agreement.id for claim in claims} == {"paris-agreement"}


def test_an_agreement_with_an_organisation_is_not_its_membership() -> None:
    assert "european-union" not in agreements("Kenya initialled a trade agreement with the EU.")


def test_a_memorandum_of_understanding_is_a_memorandum() -> None:
    one = agreements("Kenya signed a memorandum of understanding on grain with Egypt.")
    assert one == agreements("Kenya signed a memorandum on grain with Egypt.")


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Kenya ratified the ECOWAS treaty.", "ecowas"),
        ("Ukraine ratified the Council of Europe convention on canal safety.", "convention-on-canal-safety"),
        ("Kenya signed a trade deal with the European Union.", "european-union-ken-trade-agreement"),
        ("The European Union's fishing deal with Kenya lapsed.", "european-union-ken-fishing-agreement"),
    ],
)
def test_an_organisation_in_the_name_is_not_always_the_agreement(text: str, id: str) -> None:
    assert {claim.agreement.id for claim in read(text)} == {id}


def test_a_protocol_to_a_treaty_is_not_the_treaty() -> None:
    [claim] = read("The Republic of Congo signed the Optional Protocol to the Convention against Torture.")
    assert claim.actor is not None
    assert (claim.actor.id, claim.agreement.id) == ("COG", "cat-optional-protocol")


def test_several_who_open_ties_with_one_have_each_their_own() -> None:
    claims = read("Bahrain and Morocco normalised ties with Israel in 2020.")
    assert {claim.actor and claim.actor.id: claim.agreement.id for claim in claims} == {
        "BHR": "bhr-isr-diplomatic-relations",
        "MAR": "isr-mar-diplomatic-relations",
    }


def test_a_title_written_out_is_one_name() -> None:
    title = (
        "Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of Anti-Personnel Mines "
        "and on their Destruction"
    )
    [claim] = read(f"Kenya ratified the {title}.")
    assert claim.agreement.id == "ottawa-convention"


def test_an_instrument_is_to_what_the_sentence_names_after_it() -> None:
    claims = read("Canada deposited its instrument of ratification, so becoming a party to the Minamata Convention.")
    assert ("deposit", "minamata-convention") in {(claim.action.value, claim.agreement.id) for claim in claims}
    assert read("Canada deposited its instrument of ratification.") == ()
