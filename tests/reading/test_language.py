"""The language layer keeps its law of offsets, answers alike whatever stands beside a sentence, and finds the frame."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depositary.reading.language import LONGEST_RUN, MOST_CODE_POINTS, MOST_TOKENS, Token, Tree, small

PLAIN = (
    "Kazakhstan signed the Abraham Accords in November.",
    "The Senate ratified the protocol on Tuesday.",
    "Morocco will join the agreement, the foreign minister said.",
    "The treaty was signed by four countries in Geneva.",
    "Uzbekistan has not acceded to the convention.",
    "Armenia To Withdraw From Security Pact, Minister Says",
    "“We’ll never leave the union,” he added – twice.",
    "Why?",
)


def sole(sentence: str) -> Tree:
    """The one tree of a text that is one sentence."""
    (tree,) = small().parse(sentence, [(0, len(sentence))])
    return tree


def word(tree: Tree, text: str) -> Token:
    """The first token with this text."""
    return next(token for token in tree.tokens if token.text == text)


def assert_sound(text: str, tree: Tree) -> None:
    """Each token stands where it says, none is blank, and all hang from one root."""
    for index, token in enumerate(tree.tokens):
        assert token.index == index
        assert text[token.start : token.end] == token.text
        assert token.text.strip()
        assert token.lemma
        assert tree.start <= token.start < token.end <= tree.end
        assert tree.path(index)[-1] == tree.root.index
    assert [token.index for token in tree.tokens if token.head == token.index] == [tree.root.index]
    assert tree.root.relation == "root"
    assert tree.subtree(tree.root.index) == tuple(range(len(tree.tokens)))
    assert all(left.end <= right.start for left, right in pairwise(tree.tokens))


ODD = st.text(
    st.one_of(
        st.sampled_from(" \n\t\u00a0\u2009.,;:-–—'’\"“”()[]/$%&"),
        st.sampled_from("aeéßşıİñД中ע👩🏽\u200d\u200b\u0301\ufeff\u00ad\ud800"),
        st.characters(),
    ),
    max_size=60,
)


@settings(max_examples=80, deadline=None)
@given(st.lists(ODD, max_size=4), ODD)
def test_every_token_stands_in_the_document_where_it_says(sentences: list[str], between: str) -> None:
    text, spans = between, []
    for sentence in sentences:
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence + between
    trees = small().parse(text, spans)
    for tree in trees:
        assert_sound(text, tree)
        assert any(start <= tree.start and tree.end <= end for start, end in spans)
    for start, end in spans:
        read = "".join(token.text for tree in trees if start <= tree.start < end for token in tree.tokens)
        assert read == "".join(text[start:end].split())


@settings(max_examples=15, deadline=None)
@given(st.permutations(PLAIN), st.integers(min_value=1, max_value=len(PLAIN)))
def test_a_tree_depends_on_its_sentence_alone(sentences: list[str], size: int) -> None:
    text = "\n".join(sentences)
    starts = [text.index(sentence) for sentence in sentences]
    spans = [(start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=True)]
    together = [tree for at in range(0, len(spans), size) for tree in small().parse(text, spans[at : at + size])]
    assert [frame(tree) for tree in together] == [frame(sole(sentence)) for sentence in sentences]


def test_a_tree_is_the_same_in_a_full_batch() -> None:
    text = " ".join(PLAIN * 40)
    spans: list[tuple[int, int]] = []
    for sentence in PLAIN * 40:
        start = spans[-1][1] + 1 if spans else 0
        spans.append((start, start + len(sentence)))
    trees = small().parse(text, spans)
    assert [frame(tree) for tree in trees] == [frame(sole(sentence)) for sentence in PLAIN] * 40


def frame(tree: Tree) -> list[tuple[str, str, str, str, int, str]]:
    """All of a tree but where it stands."""
    return [(token.text, token.lemma, token.tag, token.pos, token.head, token.relation) for token in tree.tokens]


def test_no_sentences_and_blank_sentences_give_no_trees() -> None:
    assert small().parse("The treaty entered into force.", []) == []
    assert small().parse(" \n\t ", [(0, 4), (2, 2)]) == []


def test_white_space_inside_a_sentence_changes_nothing_but_the_offsets() -> None:
    plain, spaced = (
        "Uzbekistan has not acceded to the convention.",
        "\n Uzbekistan  has not\n\nacceded to the\tconvention. ",
    )
    (tree,) = small().parse(spaced, [(0, len(spaced))])
    assert frame(tree) == frame(sole(plain))
    assert_sound(spaced, tree)


def test_an_overlong_sentence_is_cut_at_spaces() -> None:
    text = "The States parties to the convention agree on this. " * 200
    trees = small().parse(text, [(0, len(text))])
    assert len(trees) > 1
    for tree in trees:
        assert_sound(text, tree)
        assert len(tree.tokens) <= MOST_TOKENS
        assert tree.end - tree.start <= MOST_CODE_POINTS
        assert tree.start == 0 or text[tree.start - 1] == " "
    assert " ".join(text[tree.start : tree.end] for tree in trees) == text.strip()


def test_a_run_without_spaces_is_cut_too() -> None:
    text = ")" * 4_000
    trees = small().parse(text, [(0, len(text))])
    assert "".join(text[tree.start : tree.end] for tree in trees) == text
    assert all(tree.end - tree.start <= LONGEST_RUN for tree in trees)


@pytest.mark.parametrize(
    ("sentence", "verb", "lemma", "subject", "thing"),
    [
        ("Kazakhstan signed the Abraham Accords in November.", "signed", "sign", "Kazakhstan", "Accords"),
        ("The Senate ratified the protocol on Tuesday.", "ratified", "ratify", "Senate", "protocol"),
        ("Bahrain joined the agreement last year.", "joined", "join", "Bahrain", "agreement"),
        ("Armenia suspended the treaty.", "suspended", "suspend", "Armenia", "treaty"),
        ("The president announced that Kazakhstan will join the accords.", "join", "join", "Kazakhstan", "accords"),
        ("Sudan has not ratified the convention.", "ratified", "ratify", "Sudan", "convention"),
    ],
)
def test_a_plain_sentence_says_who_does_what_to_which(
    sentence: str, verb: str, lemma: str, subject: str, thing: str
) -> None:
    tree = sole(sentence)
    act = word(tree, verb)
    assert act.pos == "VERB"
    assert act.lemma == lemma
    assert [tree.tokens[child].text for child in tree.related(act.index, "nsubj")] == [subject]
    assert [tree.tokens[child].text for child in tree.related(act.index, "obj")] == [thing]


def test_a_passive_names_what_was_signed_as_its_subject() -> None:
    tree = sole("The treaty was signed by four countries in Geneva.")
    signed = word(tree, "signed")
    (subject,) = tree.related(signed.index, "nsubj:pass")
    assert tree.tokens[subject].text == "treaty"
    assert tree.related(signed.index, "nsubj") == (subject,)
    assert tree.related(signed.index, "aux:pass")
    assert word(tree, "countries").index in tree.related(signed.index, "obl")


def test_a_negation_hangs_from_its_verb() -> None:
    tree = sole("Uzbekistan has not acceded to the convention.")
    acceded = word(tree, "acceded")
    assert acceded.lemma == "accede"
    assert word(tree, "not").head == acceded.index


def test_the_way_up_and_the_words_below_agree() -> None:
    tree = sole("The ministers of four countries signed the treaty that ends the war.")
    for token in tree.tokens:
        for below in tree.subtree(token.index):
            assert token.index in tree.path(below)
        assert token.index not in tree.children(token.index)


def test_the_name_says_which_weights_read() -> None:
    assert small() is small()
    kind, version, weights = small().name.split()
    assert (kind, version) == ("small", "1")
    assert len(weights.strip("()")) == 8


def test_naming_the_language_loads_no_driver() -> None:
    seen = subprocess.run(
        [sys.executable, "-c", "import sys, depositary.reading.language; print('spacy' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert seen.stdout.strip() == "False"
