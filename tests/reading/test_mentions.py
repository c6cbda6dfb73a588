"""Names are found as texts write them, and mean what they meant on the day; what only looks like a name is none."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depositary.reading.certain import certain
from depositary.reading.introduced import with_introduced
from depositary.reading.mention import Mention, Thing
from depositary.reference import reference
from tests.reading.making import WEDNESDAY, linker


def mentions(text: str, day: date | None = WEDNESDAY) -> list[Mention]:
    return with_introduced(text, linker().mentions(text, day))


def ids(text: str, day: date | None = WEDNESDAY) -> list[str]:
    """The likeliest meaning of each mention."""
    return [mention.ids[0] for mention in mentions(text, day)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya and the EU met.", ["KEN", "european-union"]),
        ("Kenya’s and Kosovo's envoys met.", ["KEN", "XKX"]),
        ("The White House and Ankara agreed.", ["USA", "TUR"]),
        ("Guinea-Bissau is not Guinea, nor Papua New Guinea.", ["GNB", "GIN", "PNG"]),
        ("Kazakh and Emirati officials met.", ["KAZ", "ARE"]),
        ("The C5+1 met.", ["c5-plus-1"]),
        ("Côte d’Ivoire and Côte d'Ivoire are one.", ["CIV", "CIV"]),
        ("Swaziland is Eswatini.", ["SWZ", "SWZ"]),
        ("Axios wrote it.", ["axios"]),
        ("The Washington Treaty is old.", ["nato"]),
        ("New START followed START.", ["new-start", "start-1"]),
    ],
)
def test_a_name_is_linked(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Moscow agreed.", date(1980, 1, 1), "SUN"),
        ("Moscow agreed.", date(2020, 1, 1), "RUS"),
        ("Belgrade agreed.", date(1980, 1, 1), "YUG"),
        ("Belgrade agreed.", date(2003, 1, 1), "SCG"),
        ("Belgrade agreed.", date(2020, 1, 1), "SRB"),
        ("Prague agreed.", date(1985, 1, 1), "CSK"),
        ("Prague agreed.", date(2005, 1, 1), "CZE"),
        ("Aden agreed.", date(1980, 1, 1), "YMD"),
        ("Nur-Sultan agreed.", date(2020, 1, 1), "KAZ"),
        ("Astana agreed.", date(2024, 1, 1), "KAZ"),
    ],
)
def test_a_capital_speaks_for_the_state_it_was_capital_of_on_the_day(text: str, day: date, expected: str) -> None:
    assert ids(text, day) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They told us who, when and how.",
        "It may turn out well.",
        "Bring out the china, roast the turkey and see Jordan-like rocks in jordan.",
        "The states and the union remain.",
    ],
)
def test_a_small_word_is_no_name(text: str) -> None:
    assert [mention for mention in mentions(text) if mention.text[0].islower()] == []


def test_an_acronym_is_one_in_capitals_only() -> None:
    assert ids("The US told us that WHO knows who.") == ["USA", "world-health-organization"]


def test_in_a_text_without_capitals_case_decides_nothing() -> None:
    assert ids("kenya signs the paris agreement") == ["KEN", "paris-agreement"]
    assert ids("nauru strikes economic deal with china") == ["NRU", "CHN"]
    assert ids("us to sign pact with uk") == ["USA", "GBR"]
    assert ids("let us join; jordan may play") == []


def test_an_agreement_of_several_words_may_be_written_small() -> None:
    assert ids("Kenya ratified the high seas treaty.") == ["KEN", "bbnj-agreement"]


@pytest.mark.parametrize(
    ("text", "candidates"),
    [("Congo signed.", {"COD", "COG"}), ("Korea signed.", {"KOR", "PRK"})],
)
def test_an_ambiguous_name_keeps_all_that_it_could_mean(text: str, candidates: set[str]) -> None:
    (mention,) = mentions(text)
    assert set(mention.ids) == candidates


def test_an_ambiguous_name_means_the_one_that_the_text_names_plainly() -> None:
    assert ids("North Korea replied. Korea signed.") == ["PRK", "PRK"]
    assert ids("Brussels agreed.") == ["european-union"]
    assert ids("Brussels agreed, so Belgium did.") == ["BEL", "BEL"]


def test_a_chamber_after_a_states_name_is_that_states() -> None:
    assert ids("The Philippine Senate voted.") == ["PHL"]
    assert ids("The US Senate voted.") == ["USA"]
    assert ids("The Knesset voted.") == ["ISR"]


def test_a_chamber_that_many_states_have_is_nobodys() -> None:
    assert ids("The Senate voted.") == []


@pytest.mark.xfail(strict=True, reason="'and' between a name and a chamber is taken for an adjective of the chamber")
def test_two_chambers_side_by_side_are_both_found() -> None:
    assert ids("Duma and Knesset met.") == ["RUS", "ISR"]


def test_people_in_office_stand_for_their_state() -> None:
    (kazakh, israeli) = mentions("Tokayev rang Netanyahu.")
    assert (kazakh.thing, kazakh.ids, israeli.ids) == (Thing.PERSON, ("KAZ",), ("ISR",))


def test_a_namesake_of_one_in_office_stands_for_nobody() -> None:
    assert ids("In spring Ivanka Trump opened a shop.") == []


def test_a_namesake_who_opens_a_text_stands_for_nobody() -> None:
    assert ids("Ivanka Trump opened a shop.") == []


def test_a_person_named_like_a_state_is_no_state() -> None:
    assert ids("The player Michael Jordan signed a ball.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bolivian President Luis Arce came. Arce left.", "Arce"),
        ("Kenya’s Foreign Minister Musalia Mudavadi came. Mudavadi left.", "Mudavadi"),
        ("Fijian Acting Prime Minister Viliame Gavoka came. Gavoka left.", "Gavoka"),
    ],
)
def test_people_whom_the_text_introduces_stand_for_that_state_from_then_on(text: str, name: str) -> None:
    found = mentions(text)
    last = found[-1]
    assert (last.text, last.thing, last.ids) == (name, Thing.PERSON, found[0].ids)


@pytest.mark.parametrize(
    "text",
    [
        "French-speaking voters",
        "US-led talks",
        "US-brokered truce",
        "a Turkey-based firm",
        "Russian-occupied land",
        "Chinese‑funded roads",
    ],
)
def test_half_a_word_is_no_name(text: str) -> None:
    assert ids(text) == []


def test_the_halves_of_a_pair_are_names() -> None:
    assert ids("the Kenya-Uganda treaty") == ["KEN", "UGA"]


def test_a_name_ends_before_its_genitive() -> None:
    (mention,) = mentions("NATO’s members")
    assert (mention.text, mention.start, mention.end) == ("NATO", 0, 4)


def test_a_name_does_not_run_over_the_end_of_a_line() -> None:
    assert ids("Meeting in South\nSudan’s envoy left") == ["SDN"]


PIECES = st.one_of(
    st.sampled_from(
        ["Kenya", "Côte d’Ivoire", "U.S.", "C5+1", "Guinea-Bissau", " ", "\n", "’s", "-", "President ", "🇰🇪"]
    ),
    st.text(max_size=5),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_mentions_quote_the_text_in_order_and_none_lies_in_another(text: str) -> None:
    found = mentions(text)
    assert all(left.end <= right.start for left, right in pairwise(found))
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
        assert mention.ids


def test_a_former_state_in_a_description_is_not_meant() -> None:
    assert [mention.text for mention in mentions("The tiny ex-Yugoslav republic left the U.S.-led bloc.")] == []


def test_a_secretary_general_is_that_of_the_united_nations_only_where_they_are_spoken_of() -> None:
    text = "The Secretary General signed the Paris Agreement."
    assert [m.text for m in certain(mentions(text), reference())] == ["Paris Agreement"]
    whole = f"The United Nations met. {text}"
    assert "Secretary General" in [m.text for m in certain(mentions(whole), reference())]
