"""Who is made the source of what: the words of source, cue and content, in sentences of any subject."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depositary.reading.attributing import Attributed, Holding, attributed, quoted_in
from depositary.reading.encoder import encoder
from depositary.reading.language import Tree
from tests.reading.making import sole


def tree_of(text: str) -> Tree:
    (tree,) = encoder().parse(text, [(0, len(text))])
    return tree


def parts(text: str) -> list[tuple[Holding, str, str, list[str]]]:
    """How, by which words, of whom, what."""
    tree = tree_of(text)

    def words(run: tuple[int, int] | None) -> str:
        return text[tree.tokens[run[0]].start : tree.tokens[run[1]].end] if run is not None else ""

    def told(each: Attributed) -> tuple[Holding, str, str, list[str]]:
        return each.holding, words(each.cue), words(each.source), [words(run) for run in each.contents]

    return [told(each) for each in attributed(tree)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The minister has repeatedly warned that the talks could fail.",
            (Holding.SAYS, "has repeatedly warned", "The minister", ["that the talks could fail"]),
        ),
        (
            "“We gave nothing away,” the envoy countered.",
            (Holding.SAYS, "countered", "the envoy", ["“We gave nothing away,”"]),
        ),
        (
            "The road, the mayor said, will open in May.",
            (Holding.SAYS, "said", "the mayor", ["The road", "will open in May"]),
        ),
        (
            "According to two officials, the bridge is closed.",
            (Holding.SAYS, "According to", "two officials", ["the bridge is closed"]),
        ),
        (
            "The bridge is closed, according to the city's website.",
            (Holding.SAYS, "according to", "the city's website", ["The bridge is closed"]),
        ),
        ("Analysts believe the price will fall.", (Holding.HOLDS, "believe", "Analysts", ["the price will fall"])),
        ("The union vowed to strike.", (Holding.WANTS, "vowed", "The union", ["to strike"])),
        (
            "The bishops urged both sides to talk.",
            (Holding.WANTS, "urged", "The bishops", ["both sides to talk"]),
        ),
        ("The senator rejected the plan.", (Holding.OF, "rejected", "The senator", ["the plan"])),
        (
            "The bank continued to call for lower rates.",
            (Holding.OF, "continued to call for", "The bank", ["lower rates"]),
        ),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)
def test_source_cue_and_content(text: str, wanted: tuple[Holding, str, str, list[str]]) -> None:
    assert parts(text) == [wanted]


@pytest.mark.parametrize(
    "text", ["The proposed law was long.", "It rained.", "A deal that shows the way is rare.", "The dam holds water."]
)
def test_where_nobody_is_made_the_source_nothing_is_found(text: str) -> None:
    assert parts(text) == []


def test_a_quotation_may_go_on_over_sentences() -> None:
    text = "He was calm. “It is late. I know that it is.” She left."
    ends = [at + 1 for at, letter in enumerate(text) if letter == "."]
    trees = encoder().parse(text, [(0, ends[0]), (13, ends[1]), (ends[1] + 1, ends[2] + 1), (ends[2] + 2, len(text))])
    inside = quoted_in(trees)
    assert [len(each) == len(tree.tokens) for each, tree in zip(inside, trees, strict=True)] == [
        False,
        True,
        True,
        False,
    ]
    assert attributed(trees[2], frozenset(inside[2])) == ()  # "I know that" is of the speaker


def test_a_voice_with_a_verb_that_the_rules_do_not_know_is_heard() -> None:
    claim = sole("Chad retorted that Mali had signed the Paris Agreement.")
    assert [voice.name for voice in claim.attribution.voices] == ["Chad"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from("he said that , “ ” Mali according to . urged we not call for the deal".split()), max_size=18
    )
)
def test_parts_lie_in_the_sentence_and_apart_from_each_other(words: list[str]) -> None:
    text = " ".join(["X", *words])
    tree = tree_of(text)
    for each in attributed(tree):
        runs = [run for run in (each.cue, each.source, *each.contents) if run is not None]
        assert all(0 <= first <= last < len(tree.tokens) for first, last in runs)
        places = [at for first, last in runs for at in range(first, last + 1)]
        assert len(places) == len(set(places))
