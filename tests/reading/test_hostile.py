"""Texts that nobody writes: whatever comes in, the reader ends, quotes exactly, and says the same again."""

from __future__ import annotations

import pytest

from depositary.reading import standard_reader
from depositary.terms import Claim, Span
from tests.reading.making import document

DENSE = "Kenya signed the Paris Agreement on Monday, and Uganda will leave the African Union. "
NAMES = ", ".join(["Uganda", "Chad", "Mali", "Niger", "Ghana"] * 2000)
SHAPES = {
    "one line": DENSE,
    "no spaces": "Kenyasignedthetreaty",
    "commas and no spaces": "Kenya,signed,the,Paris,Agreement,",
    "emoji": "👩🏽\u200d🚀",
    "right to left": "עמאן הצטרפה להסכם ",
    "no width": "Kenya\u200b signed\u200d the\u202e Paris Agreement. ",
    "combining marks": "e\u0301\u0302\u0303",
    "a mark in each word": "Ke\u0301nya signed the Paris Agreement. ",
    "quotes": '"Kenya ',
    "stops": "Kenya. ",
    "brackets": "Kenya (",
    "dashes": "Kenya – signed – ",
    "sources": "According to Kenya, ",
    "large letters": "KENYA SIGNED THE TREATY ",
    "blank lines": "\n\n\n",
    "markup": "<b onclick='x'>Kenya</b><script>signed</script> the <treaty> &amp;&#x200b; ",
}


def held(text: str) -> tuple[Claim, ...]:
    """The claims of a text, each quote of which was held against it."""
    claims = standard_reader().read(document(text)).claims
    for claim in claims:
        for span in (*claim.evidence, *(voice.evidence for voice in claim.attribution.voices if voice.evidence)):
            assert isinstance(span, Span)
            assert text[span.start : span.end] == span.quote
    return claims


@pytest.mark.parametrize("shape", SHAPES)
def test_a_long_text_of_an_odd_shape_is_read_to_its_end(shape: str) -> None:
    text = SHAPES[shape] * (12_000 // len(SHAPES[shape])) + "\n\nUganda ratified the Kyoto Protocol.\n"
    claims = held(text)
    assert any(claim.agreement.id == "kyoto-protocol" for claim in claims)
    assert held(text) == claims


def test_ten_thousand_names_in_one_sentence_are_no_more_than_one_act() -> None:
    claims = held(f"Kenya signed the Paris Agreement with {NAMES}.")
    assert {claim.action for claim in claims} <= {"sign"}


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_a_million_characters_of_an_odd_shape_are_read(shape: str) -> None:
    held(SHAPES[shape] * (1_000_000 // len(SHAPES[shape])))


@pytest.mark.slow
def test_five_megabytes_are_read() -> None:
    assert len(held(DENSE * (5_000_000 // len(DENSE)))) >= 2
