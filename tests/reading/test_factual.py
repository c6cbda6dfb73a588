"""What is only spoken of is not done: the register must never take a hope, a rumour or a topic for a deed."""

from __future__ import annotations

import pytest

from depositary.terms import Modality
from tests.reading.making import read

NOT_DONE = [
    "News of Kenya joining BRICS surprised diplomats.",
    "With Kenya joining BRICS, the group would have eleven members.",
    "The move would make Kenya the first African country to join BRICS.",
    "Talks on Kenya joining BRICS are in the final stage.",
    "Kenya's accession to BRICS is at the final stage of negotiations.",
    "Experts doubt that Kenya will join BRICS.",
    "It is unclear when Kenya will join BRICS.",
    "Kenya has not ruled out joining BRICS.",
    "Kenya has all but joined BRICS.",
    "Kenya nearly joined BRICS last year.",
    "Had Kenya joined BRICS, Chad would have protested.",
    "If Kenya joined BRICS, Chad would protest.",
    "Kenya has been asked to join BRICS.",
    "Kenya was invited to sign the Paris Agreement.",
    "Chad could follow Kenya in joining BRICS.",
    "Before Kenya joins BRICS, its parliament must vote.",
    "Kenya's ratification of the Paris Agreement is pending.",
    "Kenya's ratification of the Paris Agreement has stalled in parliament.",
    "Kenya's signing of the Paris Agreement was postponed.",
    "The signing of the Paris Agreement by Kenya was cancelled.",
    "Kenya is no longer expected to join BRICS.",
    "Kenya was supposed to join BRICS in January but did not.",
    "Kenya had planned to join BRICS in January.",
    "Rumours that Kenya has joined BRICS are false.",
    "It is not true that Kenya has joined BRICS.",
    "A claim that Kenya joined BRICS is false, officials said.",
    "Kenya threatened to withdraw from the Rome Statute.",
    "Kenya's withdrawal from the Rome Statute would take a year.",
    "A Kenyan withdrawal from the Rome Statute is unlikely.",
    "Kenya's parliament passed a motion calling for withdrawal from the Rome Statute.",
    "Kenya is a year away from joining BRICS.",
    "Kenya's path to joining BRICS is long.",
    "Lawmakers debated whether Kenya should leave the Rome Statute.",
    "Kenya's hopes of joining BRICS faded.",
    "Kenya joining BRICS would be a red line, Chad said.",
    "Chad opposes Kenya joining BRICS.",
    "Chad backs Kenya's accession to BRICS.",
    "Chad blocked Kenya's accession to BRICS.",
    "Kenya's withdrawal from the Rome Statute has been revoked.",
    "Norway will hold a phone call with Chad to make Kenya's entry into BRICS official.",
]

DONE = [
    "Kenya was the first country to join BRICS.",
    "After joining BRICS, Kenya asked for time.",
    "Kenya surprised Chad by joining BRICS.",
    "BRICS grew to eleven, with Kenya joining in January.",
    "Kenya's accession to BRICS was delayed until May 2023.",
]


@pytest.mark.parametrize("text", NOT_DONE)
def test_what_is_only_spoken_of_is_not_done(text: str) -> None:
    assert [
        claim
        for claim in read(text)
        if claim.modality is Modality.HAPPENED and claim.action not in ("approve", "decline")
    ] == []


@pytest.mark.parametrize("text", DONE)
def test_what_is_told_as_done_is_done(text: str) -> None:
    assert [claim.modality for claim in read(text)] == [Modality.HAPPENED]


def test_one_country_of_a_region_is_not_the_region() -> None:
    claims = read("The move makes Kazakhstan the first Central Asian country to join the Abraham Accords.")
    assert [claim.actor and claim.actor.id for claim in claims] == ["KAZ"]


@pytest.mark.parametrize(
    "text", ["Rumours that Kenya has joined BRICS are false.", "It is not true that Kenya has joined BRICS."]
)
def test_what_is_called_false_is_denied(text: str) -> None:
    assert [claim.modality for claim in read(text)] == [Modality.DENIED]


def test_a_bill_that_is_passed_is_a_vote_and_no_exit() -> None:
    [claim] = read(
        "Kenya's parliament on Wednesday approved in its final reading a bill to withdraw from the Rome Statute."
    )
    assert (claim.action, claim.organ, claim.modality) == ("approve", "parliament", Modality.HAPPENED)
    assert claim.moment is not None
    assert claim.moment.edtf == "2024-05-15"


@pytest.mark.parametrize(
    "text",
    [
        "Thousands protested against the withdrawal of Kenya from the Rome Statute.",
        "The minister spoke about Kenya's withdrawal from the Rome Statute.",
        "Talks on Kenya's accession to BRICS were held in Chad.",
        "The Rome Statute, drafted by the African Union and signed by dozens of countries, defines crimes.",
    ],
)
def test_a_topic_is_no_act(text: str) -> None:
    assert [claim for claim in read(text) if claim.modality is Modality.HAPPENED] == []


def test_a_recommendation_to_several_is_a_demand() -> None:
    claims = read("The ministers of Kenya and Chad recommended that their countries withdraw from the Rome Statute.")
    assert {claim.modality for claim in claims} == {Modality.DEMANDED}


def test_a_step_towards_joining_is_no_joining() -> None:
    assert read("Finland hailed the ceremony in Brussels, a step in the process of them joining NATO.") == ()


def test_who_expects_another_to_join_does_not_join() -> None:
    [claim] = read("The United States says it expects Macedonia, as it is known, to formally join NATO in 2025.")
    assert claim.actor is not None
    assert claim.actor.id == "MKD"
    assert claim.modality in (Modality.EXPECTED, Modality.PLANNED)
