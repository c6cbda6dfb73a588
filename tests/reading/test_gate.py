"""The gate lets pass what could tell of an act, cheaply, and nothing else."""

from __future__ import annotations

import pytest

from depositary.reading.gate import Gate
from depositary.reading.lexicon import lexicon

GATE = Gate(lexicon())


@pytest.mark.parametrize(
    "text",
    ["Kenya signed it.", "KENYA RATIFIES IT", "its withdrawal", "to accede", "had withdrawn", "initialling a text"],
)
def test_a_word_of_an_act_opens_it(text: str) -> None:
    assert GATE.is_open(text)


@pytest.mark.parametrize(
    "text", ["", "Rain fell on Nairobi.", "A fine design pleased them.", "designing, joints, unratified", "🚀", "\x00"]
)
def test_a_text_without_one_stays_out(text: str) -> None:
    assert not GATE.is_open(text)


def test_every_form_of_every_act_opens_it() -> None:
    words = lexicon()
    forms = [text for text, found in words.forms.items() if any(form.lemma in words.frames for form in found)]
    shut = [text for text in (*forms, *words.nominals) if text[0].isalpha() and not GATE.is_open(f"They {text} it")]
    assert shut == []


def test_only_the_stretch_asked_about_counts() -> None:
    text = "Rain fell. Kenya signed it."
    assert not GATE.is_open(text, 0, 10)
    assert GATE.is_open(text, 10)
    assert not GATE.is_open(text, 0, 20)
