"""Every name has a reason, whether it was linked or left alone."""

from __future__ import annotations

from datetime import date

import pytest

from depositary.reading.mention import Link, Reason
from tests.reading.making import WEDNESDAY, linker


def links(text: str, day: date | None = WEDNESDAY) -> dict[str, Link]:
    """The last link of each name in the text."""
    return {link.mention.text: link for link in linker().links(text, day)}


@pytest.mark.parametrize(
    ("text", "name", "id", "reason"),
    [
        ("Kenya signed the pact.", "Kenya", "KEN", Reason.OWN_NAME),
        ("Swaziland signed the pact.", "Swaziland", "SWZ", Reason.FORMER_NAME),
        ("The UAE signed the pact.", "UAE", "ARE", Reason.CODE),
        ("The U.S. signed the pact.", "U.S.", "USA", Reason.CODE),
        ("The Kenyan envoy signed the pact.", "Kenyan", "KEN", Reason.DEMONYM),
        ("The Kenyans signed the pact.", "Kenyans", "KEN", Reason.PEOPLE),
        ("Ankara signed the pact.", "Ankara", "TUR", Reason.SEAT),
        ("The US Navy sailed home on time.", "US", "USA", Reason.ORGAN),
        ("They met Tokayev.", "Tokayev", "KAZ", Reason.OFFICE_HOLDER),
        ("Congo signed in Kinshasa.", "Congo", "COD", Reason.CONTEXT),
        ("Congo signed after the talks about Goma.", "Congo", "COD", Reason.CONTEXT),
        ("Congo signed after the talks in Pointe-Noire.", "Congo", "COG", Reason.CONTEXT),
        ("Korea and Samsung agreed.", "Korea", "KOR", Reason.CONTEXT),
        ("Congo signed.", "Congo", "COD", Reason.DEFAULT),
        ("S. Korea signed the pact.", "S. Korea", "KOR", Reason.OWN_NAME),
        ("Guinea signed.", "Guinea", "GIN", Reason.OWN_NAME),
        ("Georgia signed in Tbilisi, said Russia.", "Georgia", "GEO", Reason.OWN_NAME),
        ("Niger left Ecowas. The bloc replied.", "bloc", "ecowas", Reason.POINTING_BACK),
        ("Bolivian President Tomas Roca came. Roca left.", "Roca", "BOL", Reason.INTRODUCED),
        ("Kenya and the United States signed it.", "Kenya", "KEN", Reason.OWN_NAME),
        ("Sri Lanka and Solomon Islands signed it.", "Sri Lanka", "LKA", Reason.OWN_NAME),
        ("Troops left northern Iraq.", "Iraq", "IRQ", Reason.OWN_NAME),
        ("Greece Open to Talks With Kenya", "Greece", "GRC", Reason.OWN_NAME),
    ],
)
def test_a_link_says_why(text: str, name: str, id: str, reason: Reason) -> None:
    link = links(text)[name]
    assert (link.mention.ids[0], link.reason, link.is_link) == (id, reason, True)


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ("He works for the Bank of China in town.", "China", Reason.LONGER_NAME),
        ("It began in New Mexico last year.", "Mexico", Reason.LONGER_NAME),
        ("She flew with American Airlines to Rome.", "American", Reason.LONGER_NAME),
        ("He reads the Kenya Times at home.", "Kenya", Reason.LONGER_NAME),
        ("The British Museum is shut.", "British", Reason.LONGER_NAME),
        ("The parties of Northern Ireland met.", "Ireland", Reason.LONGER_NAME),
        ("Germany beat Italy 2-1 in the football match, with goals by a striker and a defender.", "Italy", Reason.TEAM),
        ("The player Michael Jordan signed a ball.", "Jordan", Reason.PERSON_NAME),
        ("It was for Neil Jordan to say. Jordan declined.", "Jordan", Reason.PERSON_NAME),
        ("We asked Chad Smith about it.", "Chad", Reason.PERSON_NAME),
        ("Denzel Washington came. Washington left.", "Washington", Reason.PERSON_NAME),
        ("In spring Ivanka Trump opened a shop.", "Trump", Reason.PERSON_NAME),
        ("Georgia votes today, and so does Alabama.", "Georgia", Reason.NAMESAKE),
        ("Washington and Oregon share a river near Seattle.", "Washington", Reason.NAMESAKE),
        ("The ICC sets the rules of cricket.", "ICC", Reason.NAMESAKE),
        ("Turkey is roasted on Thanksgiving.", "Turkey", Reason.WORD),
        ("French-speaking people met.", "French", Reason.WORD),
        ("The bloc replied.", "bloc", Reason.UNCLEAR),
        ("The Hague Convention was read aloud.", "Hague Convention", Reason.UNCLEAR),
    ],
)
def test_a_name_left_alone_says_why(text: str, name: str, reason: Reason) -> None:
    link = links(text)[name]
    assert (link.reason, link.is_link) == (reason, False)


def test_a_name_left_alone_is_no_mention() -> None:
    assert linker().mentions("He works for the Bank of China in town.", WEDNESDAY) == []


def test_what_told_is_kept_with_the_link() -> None:
    assert links("Georgia votes today, and so does Alabama.")["Georgia"].cue == "Alabama"
    assert links("She flew with American Airlines to Rome.")["American"].cue == "American Airlines"
    assert links("Congo signed in Kinshasa.")["Congo"].cue == "Kinshasa"


def test_an_abbreviation_keeps_its_last_stop() -> None:
    assert list(links("They left the U.S. in winter.")) == ["U.S."]


def test_a_place_in_a_report_of_a_match_is_a_place() -> None:
    text = "Germany beat Italy 2-1 in the football match, with goals by a striker from Kenya."
    assert links(text)["Kenya"].reason is Reason.OWN_NAME


@pytest.mark.parametrize(
    "text",
    [
        "Kenya signed the convention against the manipulation of football matches, a goal of its captain and coach.",
        "Kenya signed a World Cup agreement on football.",
    ],
)
def test_a_state_beside_sport_stays_a_state(text: str) -> None:
    assert links(text)["Kenya"].reason is Reason.OWN_NAME
