"""The gate lets pass what could tell of an act, cheaply, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

import bench
from depositary.reading.gate import Gate
from depositary.reading.lexicon import Frame, lexicon
from depositary.reference import reference

GATE = Gate(lexicon(), reference())


@pytest.mark.parametrize(
    "text",
    ["Kenya signed it.", "KENYA RATIFIES IT", "its withdrawal", "to accede", "had withdrawn", "initialling a text"],
)
def test_a_word_of_an_act_opens_it(text: str) -> None:
    assert GATE.is_open(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rain fell on Nairobi.",
        "A fine design pleased them.",
        "It was so.",
        "designing, joints, unratified",
        "🚀",
        "\x00",
    ],
)
def test_a_text_without_one_stays_out(text: str) -> None:
    assert not GATE.is_open(text)


def test_every_form_of_every_act_opens_it_with_the_words_that_it_wants() -> None:
    words = lexicon()
    pairs = [
        (form, frame)
        for form, found in words.forms.items()
        for one in found
        for frame in words.frames.get(one.lemma, ())
    ]
    assert len(pairs) > 1000

    def sentence(form: str, frame: Frame) -> str:
        wanted = [min(group) for group in (frame.particle, frame.noun, frame.needs) if group]
        things = [min(words.nouns[kind]) for kind in frame.objects if words.nouns.get(kind)]
        return " ".join(["They", form, *wanted, *things])

    shut = [(form, frame.id) for form, frame in pairs if form[0].isalpha() and not GATE.is_open(sentence(form, frame))]
    assert shut == []
    assert [noun for noun in words.nominals if not GATE.is_open(f"its {noun}")] == []


def test_a_light_verb_alone_opens_nothing() -> None:
    assert not GATE.is_open("The weather was fine, and the children had bread.")
    assert GATE.is_open("The weather was fine, and Kenya was a member.")
    assert GATE.is_open("Kenya and Chad had been parties to it.")


def test_only_the_stretch_asked_about_counts() -> None:
    text = "Rain fell. Kenya signed it."
    assert not GATE.is_open(text, 0, 10)
    assert GATE.is_open(text, 10)
    assert not GATE.is_open(text, 0, 20)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya left. It rained.",
        "It rained.\n\nThe treaty was signed.",
        "KENYA LEFT",
        "kenya left",
        "Côte d’Ivoire left.",
        "Ruto signed it.",
        "They signed the U.S. pact.",
        "Talks on a plastics treaty collapse.",
    ],
)
def test_a_document_with_an_act_and_a_name_or_a_thing_comes_in(text: str) -> None:
    assert GATE.lets_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "She left at noon, and he returned.",  # nobody by name, nothing that one could leave
        "Kenya rained.",
        "She took notes. A seat in Kenya cost more.",  # "took a seat": not in one sentence
        (Path(bench.__file__).parent / "texts" / "no_act.txt").read_text("utf-8"),
        "\x00",
    ],
)
def test_a_document_without_stays_out(text: str) -> None:
    assert not GATE.lets_in(text)
