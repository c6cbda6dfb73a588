"""The encoder keeps the laws of the language layer, finds the frame, and proposes names."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depositary.reading.encoder import encoder
from depositary.reading.language import LONGEST_RUN, MOST_CODE_POINTS, MOST_TOKENS, Language, Tree
from tests.reading.test_language import ODD, PLAIN, assert_sound, frame, word


def sole(sentence: str) -> Tree:
    """The one tree of a text that is one sentence."""
    (tree,) = encoder().parse(sentence, [(0, len(sentence))])
    return tree


def test_it_is_a_language() -> None:
    language: Language = encoder()
    kind, version, weights = language.name.split()
    assert encoder() is encoder()
    assert (kind, version) == ("encoder", "1")
    assert int(weights.strip("()"), 16) >= 0


@settings(max_examples=40, deadline=None)
@given(st.lists(ODD, max_size=4), ODD)
def test_every_token_and_name_stands_in_the_document_where_it_says(sentences: list[str], between: str) -> None:
    text, spans = between, []
    for sentence in sentences:
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence + between
    trees = encoder().parse(text, spans)
    for tree in trees:
        assert_sound(text, tree)
        assert any(start <= tree.start and tree.end <= end for start, end in spans)
    for start, end in spans:
        read = "".join(token.text for tree in trees if start <= tree.start < end for token in tree.tokens)
        assert read == "".join(text[start:end].split())
    for name in encoder().names(text, spans):
        assert any(start <= name.start < name.end <= end for start, end in spans)
        assert name.kind in ("PER", "ORG", "LOC")


@settings(max_examples=15, deadline=None)
@given(st.permutations(PLAIN), st.integers(min_value=1, max_value=len(PLAIN)))
def test_a_tree_depends_on_its_sentence_alone(sentences: list[str], size: int) -> None:
    text = "\n".join(sentences)
    starts = [text.index(sentence) for sentence in sentences]
    spans = [(start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=True)]
    together = [tree for at in range(0, len(spans), size) for tree in encoder().parse(text, spans[at : at + size])]
    assert [frame(tree) for tree in together] == [frame(sole(sentence)) for sentence in sentences]


def test_threads_read_alike() -> None:
    alone = [frame(sole(sentence)) for sentence in PLAIN]
    with ThreadPoolExecutor(4) as pool:
        beside = list(pool.map(lambda sentence: frame(sole(sentence)), PLAIN * 5))
    assert beside == alone * 5


def test_no_sentences_and_blank_sentences_give_no_trees() -> None:
    assert encoder().parse("The treaty entered into force.", []) == []
    assert encoder().parse(" \n\t ", [(0, 4), (2, 2)]) == []


def test_white_space_inside_a_sentence_changes_nothing_but_the_offsets() -> None:
    plain, spaced = (
        "Uzbekistan has not acceded to the convention.",
        "\n Uzbekistan  has not\n\nacceded to the\tconvention. ",
    )
    (tree,) = encoder().parse(spaced, [(0, len(spaced))])
    assert frame(tree) == frame(sole(plain))
    assert_sound(spaced, tree)


@pytest.mark.parametrize("sentence", ["The States parties to the convention agree on this. " * 60, "Rwanda-" * 500])
def test_an_overlong_sentence_is_cut(sentence: str) -> None:
    trees = encoder().parse(sentence, [(0, len(sentence))])
    assert len(trees) > 1
    for tree in trees:
        assert_sound(sentence, tree)
        assert len(tree.tokens) <= MOST_TOKENS
        assert tree.end - tree.start <= MOST_CODE_POINTS


def test_a_run_without_spaces_is_cut_too() -> None:
    text = ")" * 1_000
    trees = encoder().parse(text, [(0, len(text))])
    assert "".join(text[tree.start : tree.end] for tree in trees) == text
    assert all(tree.end - tree.start <= LONGEST_RUN for tree in trees)


@pytest.mark.parametrize(
    ("sentence", "verb", "lemma", "subject", "thing"),
    [
        ("Kazakhstan signed the Abraham Accords in November.", "signed", "sign", "Kazakhstan", "Accords"),
        ("The Senate ratified the protocol on Tuesday.", "ratified", "ratify", "Senate", "protocol"),
        ("armenia suspended the treaty", "suspended", "suspend", "armenia", "treaty"),
        ("Armenia Suspends Treaty Over Border Dispute", "Suspends", "suspend", "Armenia", "Treaty"),
        ("Hungary announces its withdrawal from the pact", "announces", "announce", "Hungary", "withdrawal"),
        ("The president announced that Kazakhstan will join the accords.", "join", "join", "Kazakhstan", "accords"),
        ("“We deposited the instrument,” Laos said.", "deposited", "deposit", "We", "instrument"),
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
    assert tree.related(signed.index, "aux:pass")
    assert word(tree, "countries").index in tree.related(signed.index, "obl")


def test_persons_organisations_and_places_are_proposed() -> None:
    text = "Kassym-Jomart Tokayev met Marco Rubio of the State Department in Washington on Thursday."
    found = {(text[name.start : name.end], name.kind) for name in encoder().names(text, [(0, len(text))])}
    assert ("Marco Rubio", "PER") in found
    assert ("Washington", "LOC") in found


def test_naming_the_encoder_loads_no_driver() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, depositary.reading.encoder; print({'spacy', 'onnxruntime'} & {*sys.modules})",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "set()"
