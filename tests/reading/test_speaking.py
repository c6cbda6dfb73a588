"""Speaking: who "we" is in a quotation, and whose words a quotation is that goes on over sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from depositary.reading import standard_reader
from tests.reading.making import document, read, told

SAID = "“We have left the Paris Agreement,” US Secretary of State Marco Rubio said."


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("“We are not leaving ECOWAS,” Togo's Foreign Minister Robert Dussey said.", ["TGO withdraw ecowas denied"]),
        ("“I hereby recognise the State of Palestine,” French President Emmanuel Macron told the General Assembly.",
         ["FRA recognise recognition-of-pse happened"]),
        ("“Our parliament approved the Rome Statute in May,” Ukrainian Foreign Minister Andrii Sybiha said.",
         ["UKR approve rome-statute happened"]),
        ("“We are ready. We will join the European Union in 2030,” Montenegro's prime minister said.",
         ["MNE join european-union planned"]),
        ("“We will join NATO,” a passer-by said.", []),
        ("We will join NATO.", []),
    ],
    ids=lambda value: value[:50] if isinstance(value, str) else "",
)  # fmt: skip
def test_we_are_those_who_speak(text: str, claims: list[str]) -> None:
    assert told(text) == claims


def test_a_quotation_goes_on_after_its_speaker_is_named() -> None:
    claims = read(f"{SAID} “We will also quit the WTO.”")
    assert [claim.agreement.id for claim in claims] == ["paris-agreement", "world-trade-organization"]
    assert {claim.attribution.innermost and claim.attribution.innermost.participant for claim in claims} == {"USA"}


def test_a_speaker_may_be_named_at_the_end_of_what_is_said() -> None:
    (claim,) = read("“Sweden has joined NATO. That makes us safer,” Finnish President Alexander Stubb said.")
    assert claim.attribution.innermost is not None
    assert claim.attribution.innermost.participant == "FIN"


def test_what_follows_in_the_next_paragraph_is_the_outlets_own_word() -> None:
    claims = read(f"{SAID}\nIran has left the Rome Statute.")
    assert claims[-1].attribution.voices == ()


def test_a_ministry_speaks_for_its_state() -> None:
    given = document("We have ratified the Rome Statute.")
    (claim,) = standard_reader().read(replace(given, outlet="Ministry of Foreign Affairs of Chile")).claims
    assert claim.actor is not None
    assert claim.actor.id == "CHL"
    assert list(standard_reader().read(replace(given, outlet="The Daily Post")).claims) == []
