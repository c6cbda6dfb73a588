"""An act becomes a claim: organ, qualifier, evidence, trace; and what says too little becomes none."""

from __future__ import annotations

import pytest

from depositary.terms import Action, Modality, Organ
from tests.reading.making import quote, read, sole, told


@pytest.mark.parametrize(
    ("text", "action", "organ", "qualifier"),
    [
        ("Kenya's parliament approved the Paris Agreement.", Action.APPROVE, Organ.PARLIAMENT, None),
        ("Kenya's parliament ratified the Paris Agreement.", Action.RATIFY, Organ.PARLIAMENT, None),
        ("Kenya's cabinet approved the Paris Agreement.", Action.APPROVE, Organ.CABINET, None),
        ("Kenya's parliament voted to leave the African Union.", Action.APPROVE, Organ.PARLIAMENT, "withdrawal"),
        ("Kenyans voted to leave the African Union.", Action.APPROVE, Organ.REFERENDUM, "withdrawal"),
        ("Kenya ratified the Paris Agreement.", Action.RATIFY, None, None),
    ],
)
def test_an_organ_that_acts_is_named(text: str, action: Action, organ: Organ | None, qualifier: str | None) -> None:
    claim = sole(text)
    assert (claim.action, claim.organ, claim.qualifier) == (action, organ, qualifier)
    assert claim.actor is not None
    assert claim.actor.id == "KEN"


def test_a_court_that_annuls_leaves_the_agreement_without_an_actor() -> None:
    claim = sole("Kenya's Supreme Court annulled the Paris Agreement.")
    assert (claim.actor, claim.action, claim.organ) == (None, Action.TERMINATE, Organ.COURT)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("On Monday, Kenya signed the Paris Agreement in Kigali.", "Kenya signed the Paris Agreement"),
        (
            "Rain fell.\n\nKenya’s parliament ratified the Paris Agreement.",
            "Kenya’s parliament ratified the Paris Agreement",
        ),
        ("Norway hailed Kenya's accession to BRICS.", "Kenya's accession to BRICS"),
        ("The Paris Agreement entered into force in 2016.", "Paris Agreement entered into force"),
    ],
)
def test_the_evidence_runs_from_who_acts_to_what_it_is_done_to(text: str, evidence: str) -> None:
    assert quote(sole(text)) == evidence


def test_a_claim_names_the_rule_that_made_it() -> None:
    assert sole("Kenya acceded to the Paris Agreement.").made_by.endswith(": accede")
    assert sole("Norway hailed Kenya's accession to BRICS.").made_by.endswith(": accede (noun)")


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Kenya applied to join BRICS.", "apply"),
        ("Kenya applied for membership of BRICS.", "apply"),
        ("Kenya submitted its application to join BRICS.", "apply"),
        ("Kenya signed the Paris Agreement.", "sign"),
        ("Kenya acceded to the Paris Agreement.", "accede"),
        ("Kenya joined the Paris Agreement.", "join"),
        ("Kenya deposited its instrument of ratification of the Paris Agreement.", "deposit"),
        ("Kenya quit the Paris Agreement.", "withdraw"),
        ("Kenya pulled out of the Paris Agreement.", "withdraw"),
        ("Kenya suspended the Paris Agreement.", "suspend"),
        ("Kenya denounced the Paris Agreement.", "denounce"),
        ("Kenya breached the Paris Agreement.", "not_implemented"),
        ("Kenya announced its accession to BRICS.", "announce_intent"),
        ("Kenya announced that it would join the Abraham Accords.", "announce_intent"),
        ("Kenya rejected the Paris Agreement.", "decline"),
    ],
)
def test_the_action_is_the_texts_own(text: str, action: str) -> None:
    assert [claim.action.value for claim in read(text)] == [action]


def test_an_announcement_to_join_has_happened_and_the_joining_has_not() -> None:
    claims = read("Kenya announced on Monday that it would join the Abraham Accords.")
    assert {(claim.action, claim.modality) for claim in claims if claim.modality is Modality.HAPPENED} == {
        (Action.ANNOUNCE_INTENT, Modality.HAPPENED)
    }
    assert [claim.moment and claim.moment.edtf for claim in claims] == ["2024-05-13"]


def test_an_announcement_to_leave_is_told_from_one_to_join() -> None:
    claim = sole("Kenya announced its withdrawal from the Paris Agreement.")
    assert (claim.action, claim.qualifier) == (Action.ANNOUNCE_INTENT, "withdrawal")


def test_the_day_of_an_announcement_is_not_the_day_of_what_is_announced() -> None:
    claims = read("Kenya announced on Monday that it would establish diplomatic relations with Kosovo.")
    days = {claim.moment.edtf for claim in claims if claim.action == "establish_relations" and claim.moment}
    assert days == set()


def test_a_day_before_the_name_hides_no_act() -> None:
    assert sole("On Monday Kenya signed the Paris Agreement.").action is Action.SIGN


def test_a_withdrawn_signature_is_no_signing() -> None:
    assert sole("Kenya withdrew its signature from the Paris Agreement.").action is Action.WITHDRAW


@pytest.mark.parametrize(
    "text",
    [
        "Kenya held a meeting.",
        "Kenya reached a deal.",
        "Kenya denounced the attack.",
        "Kenya denounced it.",
        "Kenya announced a decision.",
        "The parties to the Paris Agreement met.",
        "Since their peace treaty, Kenya and Uganda have traded.",
        "Kenya is a member of the African Union.",
    ],
)
def test_words_of_wide_use_alone_say_too_little(text: str) -> None:
    assert read(text) == ()


def test_who_joins_others_in_their_lot_joins_no_agreement() -> None:
    text = "The African Union suspended Niger. Niger joins Mali and Guinea, suspended for the same reasons."
    assert "NER join african-union happened" not in told(text)


def test_an_agreement_signs_nothing() -> None:
    assert told("Both countries signed the Paris Agreement.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The African Union approved Kenya's membership of the bloc.",
            ["african-union approve african-union happened"],
        ),
        ("Kenya froze its participation in the African Union.", ["KEN suspend african-union happened"]),
        ("Kenya's request for membership of BRICS, made in 2012, is still pending.", ["KEN apply brics happened"]),
        (
            "Norway left the Ottawa Convention, a year after Kenya left.",
            ["KEN withdraw ottawa-convention happened", "NOR withdraw ottawa-convention happened"],
        ),
        (
            "Norway has suspended the Paris Agreement, following Kenya and Chad.",
            [
                "KEN suspend paris-agreement happened",
                "NOR suspend paris-agreement happened",
                "TCD suspend paris-agreement happened",
            ],
        ),
        ("Kenya joined BRICS following talks with Chad.", ["KEN join brics happened"]),
        (
            "Norway signed the Artemis Accords. Chad applied to join in 2021, and Kenya followed in May 2022.",
            [
                "KEN apply artemis-accords happened",
                "NOR sign artemis-accords happened",
                "TCD apply artemis-accords happened",
            ],
        ),
        (
            "On Tuesday, hours before the team left for Brussels, Kenya and Chad signed the Paris Agreement.",
            ["KEN sign paris-agreement happened", "TCD sign paris-agreement happened"],
        ),
        (
            "A memorandum on tolls was signed between Kenya and Chad.",
            ["KEN sign ken-tcd-memorandum-tolls happened", "TCD sign ken-tcd-memorandum-tolls happened"],
        ),
        (
            "Norway will sign the Artemis Accords. Brazil signed in June 2021, and nobody noticed.",
            ["BRA sign artemis-accords happened", "NOR sign artemis-accords planned"],
        ),
        (
            "Kenya ratified the CPTPP in 2023, though its promises on procurement have not been put into practice.",
            ["KEN not_implemented cptpp happened", "KEN ratify cptpp happened"],
        ),
        (
            "Kenya signed the Paris Agreement in 2016 but never carried it out.",
            ["KEN not_implemented paris-agreement happened", "KEN sign paris-agreement happened"],
        ),
        (
            "NATO meets on Monday. Canada played host to the alliance's defence ministers in May.",
            ["CAN host_meeting nato happened"],
        ),
        (
            "Norway will hold a phone call with Chad to make Kenya's entry into BRICS official.",
            ["NOR announce_intent brics planned"],
        ),
        ("Kenya, a member of BRICS since 2012, spoke first.", ["KEN join brics happened"]),
        ("Kenya is now a member of the WTO.", ["KEN join world-trade-organization happened"]),
        ("Kenya is a member of the WTO.", []),
        (
            "Norway wants to ratify the Paris Agreement. Cabinet gave its approval in August.",
            ["NOR approve paris-agreement happened", "NOR ratify paris-agreement possible"],
        ),
        (
            "Chad signed the Paris Agreement. Kenya followed in 2023.",
            ["KEN sign paris-agreement happened", "TCD sign paris-agreement happened"],
        ),
        (
            "Chad left NATO. It and Kenya, its old rival, have maintained diplomatic relations since July 2002.",
            [
                "KEN establish_relations ken-tcd-diplomatic-relations happened",
                "TCD establish_relations ken-tcd-diplomatic-relations happened",
                "TCD withdraw nato happened",
            ],
        ),
    ],
)
def test_turns_of_phrase_of_reports_are_acts(text: str, expected: list[str]) -> None:
    assert sorted(told(text)) == expected


def test_a_decree_that_annuls_ends_no_agreement_for_all() -> None:
    assert told("A decree of March 20 annulled the Istanbul Convention.") == []


def test_the_latter_is_the_second_of_the_two() -> None:
    text = "Russia left the INF Treaty in 2019 and the Open Skies Treaty in 2021; Belarus quit the latter in 2022."
    assert "BLR withdraw open-skies happened" in told(text)


def test_a_depositary_passes_on_the_notice_of_another() -> None:
    text = (
        "The Ministry of Foreign Affairs of Portugal, as Depositary, has the honour to tell that on 16 April 2024 "
        "it received from the Kingdom of Spain written notification of its withdrawal from the Energy Charter Treaty. "
        "The withdrawal shall take effect on 17 April 2025."
    )
    claims = read(text)
    assert {claim.actor and claim.actor.id for claim in claims} == {"ESP"}
    assert {(claim.action, claim.modality) for claim in claims} == {
        (Action.DENOUNCE, Modality.HAPPENED),
        (Action.WITHDRAW, Modality.PLANNED),
    }


def test_news_of_a_joining_is_announced_in_a_call() -> None:
    text = "Kenya is expected to join BRICS. Kenya and Chad will announce the decision in a joint call."
    announced = ["KEN announce_intent brics planned", "TCD announce_intent brics planned"]
    assert sorted(told(text)) == sorted(["KEN join brics expected", *announced])


def test_both_of_two_countries_that_open_ties_do() -> None:
    text = (
        "Peru and Chad signed a memorandum. The two countries, which established diplomatic relations in 1980, trade."
    )
    claims = told(text)
    assert sorted(claims)[:1] == ["PER establish_relations per-tcd-diplomatic-relations happened"]
    assert "TCD establish_relations per-tcd-diplomatic-relations happened" in claims
