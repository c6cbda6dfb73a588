"""Ambiguous names of agreements count where the text makes them clear, and are described agreements elsewhere."""

from __future__ import annotations

import pytest

from tests.reading.making import read


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Ukraine and the United States signed a minerals deal.", "us-ukraine-minerals-agreement"),
        ("Kenya and the United States signed a minerals deal.", "ken-usa-minerals-agreement"),
        ("Iran and the United States signed the Algiers Agreement.", "algiers-accords-1981"),
        ("Mali signed the Algiers Agreement.", "algiers-agreement"),
        ("Kenya ratified the Hague Convention.", "hague-convention"),
        ("Kenya ratified the Apostille Convention. Chad ratified the Hague Convention.", "apostille-convention"),
        ("Cabo Verde's community, the CPLP, has a mobility agreement. Angola ratified it.", "cplp-mobility-agreement"),
    ],
)
def test_an_ambiguous_name_means_what_the_text_makes_clear(text: str, id: str) -> None:
    assert {claim.agreement.id for claim in read(text)} == {id}
