"""How firmly an act is said: each turn of phrase has its modality, and questions claim nothing."""

from __future__ import annotations

import pytest

from depositary.terms import Action, Modality
from tests.reading.making import read, sole

SIGN = [
    ("Kenya signed the Paris Agreement.", "happened"),
    ("Kenya has signed the Paris Agreement.", "happened"),
    ("Kenya signs Paris Agreement", "happened"),
    ("Kenya Signs Paris Agreement", "happened"),
    ("After signing the Paris Agreement, Kenya asked for time.", "happened"),
    ("Kenya will sign the Paris Agreement.", "planned"),
    ("Kenya plans to sign the Paris Agreement.", "planned"),
    ("Kenya intends to sign the Paris Agreement.", "planned"),
    ("Kenya agreed to sign the Paris Agreement.", "planned"),
    ("Kenya decided to sign the Paris Agreement.", "planned"),
    ("Kenya promised to sign the Paris Agreement.", "planned"),
    ("Kenya is signing the Paris Agreement on Friday.", "planned"),
    ("Kenya to sign Paris Agreement", "planned"),
    ("Kenya To Sign Paris Agreement", "planned"),
    ("Kenya is set to sign the Paris Agreement.", "expected"),
    ("Kenya is expected to sign the Paris Agreement.", "expected"),
    ("Kenya is due to sign the Paris Agreement.", "expected"),
    ("Kenya is close to signing the Paris Agreement.", "expected"),
    ("Before signing the Paris Agreement, Kenya asked for time.", "expected"),
    ("Kenya may sign the Paris Agreement.", "possible"),
    ("Kenya might sign the Paris Agreement.", "possible"),
    ("Kenya could sign the Paris Agreement.", "possible"),
    ("Kenya hopes to sign the Paris Agreement.", "possible"),
    ("Kenya is considering signing the Paris Agreement.", "possible"),
    ("Kenya wants to sign the Paris Agreement.", "possible"),
    ("Kenya would sign the Paris Agreement if Uganda did so.", "conditional"),
    ("Kenya will sign the Paris Agreement only if Uganda does.", "conditional"),
    ("Kenya will sign the Paris Agreement as long as Uganda stays.", "conditional"),
    ("Kenya put on ice its plan to sign the Paris Agreement.", "possible"),
    ("Kenya put its decision to sign the Paris Agreement on hold.", "possible"),
    ("Kenya suspended its decision to sign the Paris Agreement.", "possible"),
    ("Norway urged Kenya to sign the Paris Agreement.", "demanded"),
    ("Norway called on Kenya to sign the Paris Agreement.", "demanded"),
    ("Kenya must sign the Paris Agreement.", "demanded"),
    ("Kenya should sign the Paris Agreement.", "demanded"),
    ("Kenya urged to sign Paris Agreement", "demanded"),
    ("The Committee recommends that Kenya sign the Paris Agreement.", "demanded"),
    ("Analysts expect Kenya to be the last to sign the Paris Agreement.", "expected"),
    ("Kenya will be the first country to sign the Paris Agreement.", "planned"),
    ("Kenya was the first country to sign the Paris Agreement.", "happened"),
    ("Kenya denied reports that it would sign the Paris Agreement.", "denied"),
    ("Kenya dismissed claims that it is about to sign the Paris Agreement.", "denied"),
    ("Kenya did not sign the Paris Agreement.", "denied"),
    ("Kenya has never signed the Paris Agreement.", "denied"),
    ("Kenya will not sign the Paris Agreement.", "denied"),
    ("Kenya refused to sign the Paris Agreement.", "denied"),
    ("Kenya failed to sign the Paris Agreement.", "denied"),
    ("Kenya has yet to sign the Paris Agreement.", "denied"),
    ("Kenya ruled out signing the Paris Agreement.", "denied"),
    ("Kenya vowed never to sign the Paris Agreement.", "denied"),
    ("Kenya left the hall without signing the Paris Agreement.", "denied"),
    ("Neither Kenya nor anyone else signed the Paris Agreement.", "denied"),
]


@pytest.mark.parametrize(("text", "modality"), SIGN)
def test_a_signature_is_told_as_firmly_as_the_words_say(text: str, modality: str) -> None:
    claim = sole(text)
    assert (claim.actor and claim.actor.id, claim.agreement.id, claim.action) == ("KEN", "paris-agreement", "sign")
    assert claim.modality == modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Kenya threatened to withdraw from the Paris Agreement.", "possible"),
        ("Kenya's withdrawal from the Paris Agreement upset Norway.", "happened"),
        ("Kenya's planned withdrawal from the Paris Agreement upset Norway.", "planned"),
        ("Kenya's expected withdrawal from the Paris Agreement upset Norway.", "expected"),
        ("Kenya's possible withdrawal from the Paris Agreement upset Norway.", "possible"),
    ],
)
def test_an_act_that_a_noun_names_is_told_as_firmly_as_the_words_beside_it_say(text: str, modality: str) -> None:
    assert [claim.modality.value for claim in read(text) if claim.action == "withdraw"] == [modality]


@pytest.mark.parametrize(
    "text",
    [
        "Has Kenya signed the Paris Agreement?",
        "Will Kenya sign the Paris Agreement?",
        "“Will Kenya leave the Paris Agreement?”",
        "Why did Kenya quit the Paris Agreement?",
    ],
)
def test_a_question_claims_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Kenya would have signed the Paris Agreement.",
        "A member may withdraw from the Paris Agreement by giving notice.",
        "Any party may leave the Paris Agreement.",
    ],
)
def test_what_might_have_been_and_what_anybody_may_do_are_no_acts(text: str) -> None:
    assert read(text) == ()


def test_two_acts_of_one_sentence_are_told_each_in_its_way() -> None:
    found = {
        claim.action.value: claim.modality
        for claim in read("Kenya signed the Paris Agreement but has not ratified it.")
    }
    assert found == {"sign": Modality.HAPPENED, "ratify": Modality.DENIED}


def test_a_condition_and_what_hangs_on_it_are_both_conditional() -> None:
    found = read("If Kenya signs the Paris Agreement, Uganda will leave it.")
    assert {claim.modality for claim in found} == {Modality.CONDITIONAL}


def test_two_denials_are_no_act() -> None:
    assert [
        claim for claim in read("Kenya did not rule out leaving the Paris Agreement.") if claim.modality == "denied"
    ] == []


def test_a_coming_day_makes_a_plan_of_the_present_tense() -> None:
    claim = sole("The Paris Agreement enters into force for Kenya on 1 June 2024.")
    assert (claim.actor and claim.actor.id, claim.modality) == ("KEN", Modality.PLANNED)


def test_what_somebody_is_told_is_no_demand() -> None:
    claim = sole("A Kenyan official told Axios that Kenya will sign the Paris Agreement.")
    assert claim.modality is Modality.PLANNED


def test_a_vote_to_leave_is_not_yet_leaving() -> None:
    claims = read("Kenya voted to leave the African Union.")
    assert [claim for claim in claims if claim.action == "withdraw" and claim.modality is Modality.HAPPENED] == []


def test_what_somebody_was_doing_was_not_yet_done() -> None:
    claims = read("Kenya told the United Nations that it was leaving the Paris Agreement.")
    assert [claim for claim in claims if claim.modality is Modality.HAPPENED] == []


def test_what_is_still_to_be_decided_is_no_plan() -> None:
    claims = read("Kenya is yet to decide whether to sign the Paris Agreement.")
    assert [claim for claim in claims if claim.modality is Modality.PLANNED] == []


def test_a_vote_that_was_held_on_a_day_happened_on_it() -> None:
    claim = sole("Kenya's parliament voted on Tuesday to ratify the Paris Agreement.")
    assert (claim.modality, claim.moment and claim.moment.edtf) == (Modality.HAPPENED, "2024-05-14")


def test_who_would_have_been_the_first_has_not_been() -> None:
    assert read("Had it gone on, Kenya would have been the first country to sign the Paris Agreement.") == ()


def test_a_text_to_be_signed_is_not_signed() -> None:
    told_of = {
        claim.action: claim.modality for claim in read("Kenya and Chad finalised a treaty, to be signed in May.")
    }
    assert told_of == {Action.CONCLUDE: Modality.HAPPENED, Action.SIGN: Modality.PLANNED}


def test_a_text_that_is_shortly_to_be_initialled_is_not_initialled() -> None:
    claims = read("The Chadian-Kenyan peace agreement is shortly to be initialled in Rome.")
    assert {claim.modality for claim in claims} == {Modality.PLANNED}


def test_an_exit_that_is_scrapped_is_no_exit() -> None:
    claim = sole("Kenya's government annulled its withdrawal from the Rome Statute.")
    assert (claim.action, claim.modality) == (Action.RESUME, Modality.HAPPENED)


def test_what_is_let_alone_is_not_done() -> None:
    claim = sole("Kenya's parliament has yet to debate the Paris Agreement, let alone approve it.")
    assert (claim.action, claim.modality) == (Action.APPROVE, Modality.DENIED)


@pytest.mark.parametrize("end", ["as it stands", "as it was", "intact", "alone"])
def test_an_agreement_that_is_left_as_it_is_is_not_left(end: str) -> None:
    assert not read(f"Kenya said that it was minded to leave the Paris Agreement {end}.")


def test_talks_that_are_broken_off_are_no_relations() -> None:
    assert all(
        claim.action is not Action.SEVER_RELATIONS for claim in read("Sudan and Chad met, only to break it off.")
    )
    assert sole("Iran had ties with Sudan, and broke them off in 2016.").action is Action.SEVER_RELATIONS


def test_an_accord_with_armed_groups_of_ones_own_is_no_agreement_of_states() -> None:
    assert not read("Eight armed organisations and Myanmar signed the nationwide ceasefire agreement.")
    assert {claim.actor.id for claim in read("Chad and Myanmar signed a ceasefire agreement.") if claim.actor} == {
        "TCD",
        "MMR",
    }
