"""An acronym that a text spells out as something else is no body that we know by it."""

from __future__ import annotations

import pytest

from tests.reading.making import WEDNESDAY, linker


def linked(text: str) -> set[str]:
    """The ids that the names of a text stand for."""
    return {link.mention.ids[0] for link in linker().links(text, WEDNESDAY) if link.is_link}


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("The Election Commission (EC) met. The EC held talks.", "european-communities"),
        ("The Salvadoran Coffee Council (CSC) reports a good year, the CSC said.", "colombo-security-conclave"),
        ("The International Mathematical Olympiad (IMO) begins; the IMO is hosted by Norway.", "imo"),
    ],
)
def test_it_is_what_the_text_says(text: str, id: str) -> None:
    assert id not in linked(text)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Ukraine's admission to the Organization for Economic Cooperation and Development (OECD) is near.", "oecd"),
        ("The World Trade Organization (WTO) met. The WTO adopted it.", "world-trade-organization"),
        ("La Organización de los Estados Americanos (OEA) and the OAS are one.", "organization-of-american-states"),
        ("Kenya's President William Ruto (EAC) spoke.", "east-african-community"),
        ("Chad told Reuters that the talks (AU) were over.", "african-union"),
    ],
)
def test_a_known_name_and_a_bracket_without_one_change_nothing(text: str, id: str) -> None:
    assert id in linked(text)
