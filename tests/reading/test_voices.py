"""Who says it: wherever the sentence names its source, the claim carries it, innermost last."""

from __future__ import annotations

import pytest

from depositary.terms import Role, Span
from tests.reading.making import document, read, sole

WILL = "Kenya will sign the Paris Agreement"


@pytest.mark.parametrize(
    ("text", "name", "role", "speaks_for"),
    [
        (f"Norway said {WILL}.", "Norway", Role.GOVERNMENT, "NOR"),
        (f"Norway said that {WILL}.", "Norway", Role.GOVERNMENT, "NOR"),
        (f"{WILL}, Norway said.", "Norway", Role.GOVERNMENT, "NOR"),
        (f"“{WILL},” said William Ruto.", "William Ruto", Role.GOVERNMENT, "KEN"),
        (f"“{WILL},” William Ruto said.", "William Ruto", Role.GOVERNMENT, "KEN"),
        (f"According to the Kenyan foreign ministry, {WILL}.", "Kenyan foreign ministry", Role.GOVERNMENT, "KEN"),
        (f"{WILL}, according to officials in Nairobi.", "officials in Nairobi", Role.OFFICIALS, "KEN"),
        (f"According to US officials, {WILL}.", "US officials", Role.OFFICIALS, "USA"),
        (f"{WILL}, US officials said on Monday.", "US officials", Role.OFFICIALS, "USA"),
        (f"Sources said {WILL}.", "Sources", Role.ANONYMOUS, None),
        (f"Diplomats said {WILL}.", "Diplomats", Role.OFFICIALS, None),
        (f"NATO said {WILL}.", "NATO", Role.ORGANISATION, "nato"),
        (f"Reuters reported that {WILL}.", "Reuters", Role.AGENCY, None),
        (f"{WILL} – foreign minister", "foreign minister", Role.GOVERNMENT, None),
        (f"Ruto: {WILL}", "William Ruto", Role.GOVERNMENT, "KEN"),
        ("Norway urged Kenya to sign the Paris Agreement.", "Norway", Role.GOVERNMENT, "NOR"),
    ],
)
def test_the_source_is_named_with_its_role(text: str, name: str, role: Role, speaks_for: str | None) -> None:
    innermost = sole(text).attribution.innermost
    assert innermost is not None
    assert (innermost.name, innermost.role, innermost.participant) == (name, role, speaks_for)


@pytest.mark.parametrize("text", [f"{WILL}.", f"{WILL} in Oslo on 1 June.", f"After talks with Norway, {WILL}."])
def test_where_nobody_is_named_the_outlet_speaks(text: str) -> None:
    assert sole(text).attribution.voices == ()


def test_a_chain_has_the_outermost_first() -> None:
    claim = sole(f"{WILL}, a senior Kenyan official told Reuters.")
    assert [(voice.name, voice.role) for voice in claim.attribution.voices] == [
        ("Reuters", Role.AGENCY),
        ("senior Kenyan official", Role.OFFICIALS),
    ]


def test_a_voice_is_quoted_from_the_text() -> None:
    text = f"Rain fell.\n{WILL}, a senior Kenyan official told Reuters."
    for voice in sole(text).attribution.voices:
        assert isinstance(voice.evidence, Span)
        assert text[voice.evidence.start : voice.evidence.end] == voice.evidence.quote == voice.name


def test_he_said_points_back_to_who_spoke_before() -> None:
    claims = read(
        "William Ruto said Kenya would sign the Paris Agreement. He said it would ratify the agreement in June."
    )
    assert [claim.action.value for claim in claims] == ["sign", "ratify"]
    assert [claim.attribution.innermost and claim.attribution.innermost.name for claim in claims] == [
        "William Ruto"
    ] * 2


def test_one_voice_does_not_speak_for_the_next_sentence() -> None:
    claims = read("Norway said Kenya will sign the Paris Agreement. Uganda left the Paris Agreement.")
    assert [len(claim.attribution.voices) for claim in claims] == [1, 0]


def test_would_is_will_where_it_is_passed_on() -> None:
    assert sole("Norway said Kenya would sign the Paris Agreement.").modality == "planned"


def test_the_outlet_of_the_document_is_no_voice_of_the_text() -> None:
    assert document(WILL).outlet == ""
    assert sole(f"{WILL}.").attribution.innermost is None


def test_a_source_after_a_comma_may_have_a_genitive() -> None:
    innermost = sole(f"{WILL}, Uganda's foreign minister said.").attribution.innermost
    assert innermost is not None
    assert innermost.participant == "UGA"


def test_officials_of_a_state_may_be_the_source_after_a_comma() -> None:
    innermost = sole(f"{WILL}, Kenyan officials said on Monday.").attribution.innermost
    assert innermost is not None
    assert innermost.name == "Kenyan officials"


@pytest.mark.xfail(strict=True, reason="the State in the genitive before an office is lost from the voice")
def test_a_minister_speaks_for_the_state_in_the_genitive() -> None:
    innermost = sole(f"Uganda's foreign minister said {WILL}.").attribution.innermost
    assert innermost is not None
    assert innermost.participant == "UGA"


def test_an_agency_that_was_told_is_the_outer_voice() -> None:
    claim = sole(f"A senior Kenyan official told Axios that {WILL}.")
    assert [voice.name for voice in claim.attribution.voices] == ["Axios", "senior Kenyan official"]


@pytest.mark.xfail(strict=True, reason="who is urged in the passive is taken for who urges")
def test_the_one_who_is_urged_is_not_the_one_who_urges() -> None:
    assert sole("Kenya urged to sign Paris Agreement").attribution.voices == ()


@pytest.mark.parametrize(
    ("trailer", "name"),
    [
        ("a member of the parliament's security committee warned", "member of the parliament's security committee"),
        ("its finance minister, Marko Primorac, confirmed", "Marko Primorac"),
        ("two people familiar with the discussions said", "two people familiar with the discussions"),
        ("the bloc's secretariat said on Monday", "bloc's secretariat"),
        ("said the bloc's secretary-general, Peter Mathuki", "Peter Mathuki"),
        ("foreign office spokesman Shafqat Ali Khan clarified", "foreign office spokesman Shafqat Ali Khan"),
    ],
)
def test_who_is_named_last_says_it(trailer: str, name: str) -> None:
    innermost = sole(f"{WILL}, {trailer}.").attribution.innermost
    assert innermost is not None
    assert innermost.name == name


@pytest.mark.parametrize(
    "rest", ["which, the minister hopes, is soon", "and the rain said nothing", "a day before the rain"]
)
def test_what_says_nothing_is_no_source(rest: str) -> None:
    assert all(not claim.attribution.voices for claim in read(f"{WILL}, {rest}."))


def test_who_expects_it_of_another_says_it() -> None:
    innermost = sole("Diplomats in New York expect Kenya to leave the African Union.").attribution.innermost
    assert innermost is not None
    assert innermost.name == "Diplomats in New York"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{WILL}, sources close to the talks told Reuters.", "sources close to the talks"),
        (f"{WILL}, according to the newspaper La Tercera.", "newspaper La Tercera"),
        (f"Uganda's trade minister, Nicolas Okello, said {WILL}.", "trade minister, Nicolas Okello"),
        (f"A statement from the presidency said {WILL}.", "statement from the presidency"),
        (f"{WILL}, the head of the customs service, Jose Perez, told a newspaper.", "Jose Perez"),
        (f"{WILL}, Reuters reported, citing two officials.", "two officials"),
        (f"{WILL}, the WTO's director-general, Ngozi Okonjo-Iweala, said.", "Ngozi Okonjo-Iweala"),
        (f"Okello: {WILL}", "Okello"),
    ],
)
def test_a_speaker_is_named_in_full(text: str, name: str) -> None:
    innermost = sole(text).attribution.innermost
    assert innermost is not None
    assert innermost.name.endswith(name)


def test_who_is_cited_said_it_to_who_reports_it() -> None:
    voices = sole(f"{WILL}, Reuters reported, citing two officials.").attribution.voices
    assert [voice.name for voice in voices] == ["Reuters", "two officials"]
