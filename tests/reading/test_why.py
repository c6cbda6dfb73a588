"""Why a claim was made: its pattern, its names with their reasons, and whether the reader of today still makes it."""

from __future__ import annotations

from dataclasses import replace

from depositary.reading import Why, why
from depositary.reference import reference
from depositary.terms import Claim
from tests.reading.making import document, read


def reasons(text: str, claims: list[Claim] | None = None) -> list[Why]:
    """How the claims of the text came about, or how these did."""
    return list(why(document(text), read(text) if claims is None else claims, reference()))


def test_a_claim_names_its_pattern_and_the_words_it_looks_for() -> None:
    (reason,) = reasons("Kenya ratified the Paris Agreement.")
    assert reason.pattern is not None
    assert (reason.pattern.id, "ratify" in reason.pattern.words) == ("ratify", True)
    assert reason.is_made_again


def test_a_noun_that_names_the_act_is_looked_for_among_nouns() -> None:
    (reason,) = reasons("Kenya's ratification of the Paris Agreement took place on 7 March.")
    assert reason.pattern is not None
    assert "ratification" in reason.pattern.words


def test_names_say_what_they_stand_for_and_why() -> None:
    (reason,) = reasons("The Kremlin ratified the Paris Agreement.")
    assert [(name.place.quote, name.ids, name.reason) for name in reason.names] == [
        ("Kremlin", ("RUS",), "organ"),
        ("Paris Agreement", ("paris-agreement",), "own name"),
    ]


def test_who_is_only_pointed_at_is_shown_where_the_text_names_them() -> None:
    last = reasons("Kenya signed the Paris Agreement. Peru was glad. It ratified the Kyoto Protocol in March.")[-1]
    assert last.claim.actor is not None
    shown = {id for name in last.names for id in name.ids}
    assert {last.claim.actor.id, "kyoto-protocol"} <= shown
    assert last.unnamed == ()


def test_an_agreement_without_a_name_is_said_to_have_none() -> None:
    (first, *_) = reasons("Uganda signed a free trade pact with Kenya.")
    assert first.unnamed == ("ken-uga-free-trade-agreement",)


def test_a_claim_of_another_reader_has_no_pattern_and_is_not_made_again() -> None:
    text = "Kenya ratified the Paris Agreement."
    (claim,) = read(text)
    (reason,) = reasons(text, [replace(claim, action=claim.action.SIGN, made_by="by hand")])
    assert (reason.pattern, reason.is_made_again) == (None, False)
