"""A sentence is parsed in plain words, and the tree comes back in the words and at the places of the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depositary.reading.analysis import Analysed
from tests.reading.making import analysed


def only(text: str) -> Analysed:
    (found,) = analysed(text)
    return found


def assert_lawful(text: str) -> None:
    for a in analysed(text):
        assert all(left.end <= right.start for left, right in pairwise(a.tokens))
        for token in a.tokens:
            assert text[token.start : token.end] == token.text
            assert token.text.strip()
            assert a.sentence.start <= token.start < token.end <= a.sentence.end


@pytest.mark.parametrize(
    "text",
    [
        "Côte d’Ivoire’s president acceded to the Paris Agreement.",
        "The United Arab Emirates recognised the Democratic Republic of the Congo.",
        "NAIROBI - Kenya  rejoined\u00a0the U.N. 🇰🇪 on 5 May.",
        "Kenya ratifies Paris Agreement, quits Rome Statute",
        "Kenya Ratifies Paris Agreement And Quits Rome Statute",
        "kenya ratifies paris agreement",
        "“Guinea-Bissau will withdraw from ECOWAS,” he said.The rest is silence.",
        "עמאן signed; Kenya expected to denounce the Treaty of Lausanne",
    ],
)
def test_each_token_is_the_text_at_its_place(text: str) -> None:
    assert_lawful(text)


NAMES = ["Kenya ", "Côte d’Ivoire ", "the U.S. ", "C5+1", "the Paris Agreement"]
VERBS = ["ratified ", "To Sign ", "withdraws ", "expected to "]
MARKS = ["’s", "'", "-", "…", ". ", "\n", "👩🏽\u200d🚀", "\u200b", "\u0301", "ﷺ", "ß", "İ"]
PIECES = st.one_of(st.sampled_from(NAMES), st.sampled_from(VERBS), st.sampled_from(MARKS), st.text(max_size=4))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_each_token_is_the_text_at_its_place_whatever_the_text(text: str) -> None:
    assert_lawful(text)


def test_a_name_of_several_words_is_one_token() -> None:
    a = only("The United Arab Emirates joined the Paris Agreement.")
    assert "United Arab Emirates" in [token.text for token in a.tokens]
    assert "Paris Agreement" in [token.text for token in a.tokens]
    verb = next(token for token in a.tokens if token.text == "joined")
    assert [a.tokens[child].text for child in a.tree.related(verb.index, "nsubj")] == ["United Arab Emirates"]
    assert [a.tokens[child].text for child in a.tree.related(verb.index, "obj")] == ["Paris Agreement"]


@pytest.mark.parametrize(
    "heading",
    ["Kenya Ratifies High Seas Treaty After Long Debate", "KENYA ratifies high seas treaty after long debate"],
)
def test_the_verb_of_a_heading_is_found_whatever_its_case(heading: str) -> None:
    a = only(heading)
    assert a.is_heading
    verb = next(token for token in a.tokens if token.text.lower() == "ratifies")
    assert verb.pos == "VERB"


@pytest.mark.parametrize("verb", ["acceded to", "ratified", "abrogated", "denounced", "rejoined"])
def test_a_rare_verb_is_a_verb_with_its_own_word_kept(verb: str) -> None:
    a = only(f"Tuvalu {verb} the convention.")
    token = a.tokens[1]
    assert (token.text, token.pos) == (verb.split()[0], "VERB")


def test_an_overlong_sentence_gives_several_trees_of_one_text() -> None:
    text = "Kenya and Chad and Mali and Oman met " * 60
    found = analysed(text)
    assert len(found) > 1
    assert_lawful(text)
