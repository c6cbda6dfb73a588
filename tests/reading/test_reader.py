"""The reader keeps its laws on any text: quotes are true, the order is that of the text, the same gives the same."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depositary.reading import Reading, standard_reader
from depositary.terms import Span
from tests.reading.making import document, line, read, told

REPORTS = (
    "Kenya signed the Paris Agreement on Monday. It ratified the accord on Tuesday, Norway said.",
    "Mali, Niger Quit ECOWAS\nMali and Niger will leave ECOWAS in January, their foreign ministers said.",
    "Honduras severed diplomatic relations with Taiwan. The country had recognised it in 1941.",
    "A new country will join the Abraham Accords, the American envoy said. He named none.",
    "“We will sign the pact,” said William Ruto. Both sides agreed.",
)


@pytest.mark.parametrize("text", REPORTS)
def test_the_same_document_gives_the_same_claims(text: str) -> None:
    assert standard_reader().read(document(text)) == standard_reader().read(document(text))


@settings(max_examples=10, deadline=None)
@given(st.permutations(REPORTS))
def test_what_was_read_before_changes_nothing(order: list[str]) -> None:
    alone = {text: READ_ALONE[text] for text in order}
    assert {text: standard_reader().read(document(text)) for text in order} == alone


READ_ALONE: dict[str, Reading] = {text: standard_reader().read(document(text)) for text in REPORTS}


@pytest.mark.parametrize("text", REPORTS)
def test_claims_come_in_the_order_of_the_text(text: str) -> None:
    places = [piece.start for claim in read(text) for piece in claim.evidence[:1] if isinstance(piece, Span)]
    assert places == sorted(places)


def test_ids_are_of_what_is_said_and_by_which_document() -> None:
    ids = [claim.id for claim in read(REPORTS[0])]
    assert len(set(ids)) == len(ids)
    assert ids == [claim.id for claim in read(REPORTS[0])]
    other = standard_reader().read(document(REPORTS[0], name="another-report"))
    assert not set(ids) & {claim.id for claim in other.claims}


def test_the_reader_names_its_version_and_its_weights() -> None:
    assert standard_reader().name.startswith("rules ")
    assert "encoder" in standard_reader().name


@pytest.mark.parametrize(
    "text", ["", " \n\t ", "\ufeff", "\x00", "…", "?", "🇰🇪", "signed", "Kenya", "to sign", "\u2028" * 9]
)
def test_a_text_that_says_nothing_gives_nothing(text: str) -> None:
    assert standard_reader().read(document(text)) == Reading(())


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell on Nairobi for a third day, and the market stayed shut.",
        "The players signed autographs and left the pitch.",
        "The firm signed a contract with its suppliers and left the association of bakers.",
        "Kenya raised tariffs on Ugandan milk.",
        "He denounced the attack and joined the mourners.",
    ],
)
def test_a_text_on_other_things_gives_nothing(text: str) -> None:
    assert told(text) == []


def test_without_a_day_of_publication_nothing_relative_is_dated() -> None:
    text = "Kenya signed the Paris Agreement on Thursday. It will ratify the accord in June. Uganda left it last year."
    assert len(read(text, None)) == 3
    assert [claim.moment for claim in read(text, None)] == [None, None, None]
    assert [claim.moment and claim.moment.edtf for claim in read(text, date(2024, 5, 15))] == [
        "2024-05-09",
        "2024-06",
        "2023",
    ]


def test_one_line_of_twenty_thousand_characters_is_read() -> None:
    text = ("and so on and so forth " * 900)[:20_000]
    long = f"{text} Kenya signed the Paris Agreement"
    for claim in read(long):
        assert all(isinstance(e, Span) and long[e.start : e.end] == e.quote for e in claim.evidence)
    many = "Kenya signed the Paris Agreement, " * 600
    assert len(many) > 20_000
    assert [line(claim) for claim in read(many)] == ["KEN sign paris-agreement happened"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("🇰🇪🇺🇬 ", ""),
        ("\ufeff", "\u200b"),
        ("עמאן הצטרפה להסכם. ", " \u202eabc\u202c"),
        ("وقعت كينيا. ", " 👩🏽‍🚀"),
        ("e\u0301\u0301\u0301 ", "\U0001d11e"),
        ("\ud800 ", " \udfff"),
    ],
)
def test_evidence_counts_in_code_points_whatever_stands_around_it(before: str, after: str) -> None:
    text = f"{before}\nKenya signed the Paris Agreement.\n{after}"
    (claim,) = read(text)
    (piece,) = claim.evidence
    assert isinstance(piece, Span)
    assert text[piece.start : piece.end] == piece.quote == "Kenya signed the Paris Agreement"


NAMES = ["Kenya ", "Uganda ", "the United States ", "Côte d’Ivoire ", "NATO ", "the Paris Agreement ", "a pact "]
WORDS = ["signed ", "will join ", "has not ratified ", "withdrew from ", "and ", "with ", "said ", "to leave "]
TURNS = [". ", ", ", "\n", "’s ", "“", "”", " – ", ": ", "? ", "on Thursday ", "in 2020 ", "according to "]
ODD = ["👩🏽\u200d🚀", "\u200b", "\u202e", "עמאן", "\u0301", "\ufeff", "İ", "ß", "\ud800", "\x00", "&#39;"]
PIECES = st.one_of(*map(st.sampled_from, (NAMES, WORDS, TURNS, ODD)), st.text(max_size=4))


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES, max_size=24).map("".join), st.none() | st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_every_quote_is_the_text_at_its_place(text: str, published: date | None) -> None:
    reading = standard_reader().read(document(text, published))
    for claim in reading.claims:
        assert claim.document == "a-report"
        spans = [*claim.evidence, *(voice.evidence for voice in claim.attribution.voices if voice.evidence)]
        for piece in spans:
            assert isinstance(piece, Span)
            assert text[piece.start : piece.end] == piece.quote
        assert claim.actor not in claim.counterparties
    places = [claim.evidence[0] for claim in reading.claims]
    assert places == sorted(places, key=lambda piece: (piece.start, piece.end) if isinstance(piece, Span) else (0, 0))
