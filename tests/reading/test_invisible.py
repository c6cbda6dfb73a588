"""Characters that nobody sees change nothing of what is read, and stay in the quotes where they stand."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from depositary.reading.invisible import Seen, seen_of
from depositary.terms import Span
from tests.reading.making import line, quote, read

TEXT = "Kenya signed the Paris Agreement on Monday, officials in Nairobi said. Uganda will leave the African Union."
UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u202a\u202e\u2060\u2066\ufeff"


def test_a_soft_hyphen_inside_a_word_is_read_over_and_quoted() -> None:
    (claim,) = read("Ken\u00adya signed the Paris Agree\u00adment.")
    assert line(claim) == "KEN sign paris-agreement happened"
    assert quote(claim) == "Ken\u00adya signed the Paris Agree\u00adment"


def test_a_text_that_is_all_seen_is_left_as_it_is() -> None:
    assert seen_of(TEXT) is None


def test_a_text_of_nothing_seen_is_empty() -> None:
    assert Seen(UNSEEN).text == ""


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.text(UNSEEN, min_size=1, max_size=3)), max_size=12))
def test_wherever_they_stand_the_same_is_read(places: list[tuple[int, str]]) -> None:
    text = TEXT
    for at, unseen in sorted(places, key=lambda place: -place[0]):
        text = text[:at] + unseen + text[at:]
    claims = read(text)
    assert [line(claim) for claim in claims] == [line(claim) for claim in read(TEXT)]
    for claim, plain in zip(claims, read(TEXT), strict=True):
        spans = [*claim.evidence, *(voice.evidence for voice in claim.attribution.voices)]
        for span in spans:
            assert isinstance(span, Span)
            assert text[span.start : span.end] == span.quote
        assert Seen(quote(claim)).text == quote(plain)
