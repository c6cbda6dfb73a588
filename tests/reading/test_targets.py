"""What an act is done to: which phrases are agreements, bodies, relations, talks, and which are nothing of ours."""

from __future__ import annotations

import pytest

from depositary.reading.lexicon import Kind, lexicon
from depositary.reading.naming import described, names_of, relations, slug
from depositary.reading.targets import Target, Targets
from depositary.reference import reference
from depositary.terms import AgreementKind
from tests.reading.making import analysed, parties, told, word

KNOWN = reference()
KENYA, UGANDA = (KNOWN.participants[id].participant for id in ("KEN", "UGA"))


def target(text: str, head: str) -> Target | None:
    (a,) = analysed(text)
    return Targets(KNOWN, lexicon(), parties()).at(a, word(a, head))


@pytest.mark.parametrize(
    ("text", "head", "kind"),
    [
        ("Kenya signed the Paris Agreement.", "Paris Agreement", Kind.AGREEMENT),
        ("Kenya signed a treaty with Uganda.", "treaty", Kind.AGREEMENT),
        ("Kenya joined NATO.", "NATO", Kind.BODY),
        ("Kenya joined the bloc.", "bloc", Kind.BODY),
        ("Kenya cut ties with Uganda.", "ties", Kind.RELATION),
        ("Kenya opened talks with Uganda.", "talks", Kind.TALKS),
        ("Kenya deposited its instrument of ratification.", "instrument", Kind.INSTRUMENT),
        ("Kenya submitted its application.", "application", Kind.APPLICATION),
        ("Kenya recognised Uganda.", "Uganda", Kind.PARTY),
        ("Kenya signed it.", "it", Kind.AGREEMENT),
    ],
)
def test_a_noun_phrase_is_of_its_kind(text: str, head: str, kind: Kind) -> None:
    found = target(text, head)
    assert found is not None
    assert kind in found.kinds


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Kenya signed the guestbook.", "guestbook"),
        ("Kenya joined the queue.", "queue"),
        ("Kenya signed in Kigali.", "in"),
    ],
)
def test_other_things_are_none_of_ours(text: str, head: str) -> None:
    assert target(text, head) is None


def test_ties_of_nobody_are_no_relations_of_states() -> None:
    assert told("Kenya. He cut ties.") == []


def test_the_sides_inside_a_phrase_are_found() -> None:
    found = target("Norway hailed the fisheries treaty between Kenya and Uganda.", "treaty")
    assert found is not None
    assert [party.id for party in found.parties] == ["KEN", "UGA"]
    assert found.description == "fisheries treaty"


@pytest.mark.parametrize(
    ("text", "head", "is_pointing"),
    [
        ("Kenya signed the pact.", "pact", True),
        ("Kenya signed the new pact.", "pact", True),
        ("Kenya signed a fisheries pact.", "pact", False),
    ],
)
def test_a_phrase_with_the_article_points_back(text: str, head: str, is_pointing: bool) -> None:
    found = target(text, head)
    assert found is not None
    assert found.is_pointing is is_pointing


def test_the_id_of_a_described_agreement_does_not_hang_on_the_order_of_its_sides() -> None:
    found = target("Kenya signed a free trade pact.", "pact")
    assert found is not None
    one, other = (
        described([KENYA, UGANDA], found.noun, found.description),
        described([UGANDA, KENYA], found.noun, found.description),
    )
    assert one == other
    assert one.id == "ken-uga-free-trade-agreement"
    assert one.name == "Kenya–Uganda free trade pact"


def test_relations_are_between_two_in_the_order_of_the_alphabet() -> None:
    ref = relations([UGANDA, KENYA])
    assert (ref.id, ref.kind) == ("ken-uga-diplomatic-relations", AgreementKind.RELATION)
    assert names_of([UGANDA, KENYA]) == "Kenya–Uganda"


@pytest.mark.parametrize(
    ("text", "expected"), [("The Treaty of X", "the-treaty-of-x"), ("C5+1", "c5-1"), ("--A--", "a"), ("", "")]
)
def test_a_slug_is_small_letters_figures_and_hyphens(text: str, expected: str) -> None:
    assert slug(text) == expected
