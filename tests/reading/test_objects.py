"""What an act is done to: the object of its verb, wherever the sentence puts it, and never what it is not."""

from __future__ import annotations

import pytest

from tests.reading.making import read, told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Niger revoked with immediate effect its military accord with the United States.",
            "NER terminate ner-usa-military-agreement happened",
        ),
        (
            "Niger said it was revoking with immediate effect the military accord with the United States.",
            "NER terminate ner-usa-military-agreement happened",
        ),
        (
            "Kenya signed on Tuesday in Nairobi the convention on cluster munitions.",
            "KEN sign cluster-munitions-convention happened",
        ),
    ],
)
def test_an_object_may_stand_after_what_is_said_of_the_act(text: str, line: str) -> None:
    assert told(text) == [line]


def test_a_treaty_that_ends_a_dispute_is_not_what_ends() -> None:
    claims = read("Chile and Argentina signed a treaty in Rome that ends their dispute over the islands.")
    assert {claim.action.value for claim in claims} == {"sign"}
