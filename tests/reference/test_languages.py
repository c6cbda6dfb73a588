"""Names in the languages of the United Nations: six for every State, from a library or from the entry itself."""

from __future__ import annotations

import pathlib

import pytest

from depositary.questions import KnownParticipant, beforehand
from depositary.reference import (
    Language,
    LanguageName,
    Reference,
    called_in_languages,
    names_in_languages,
    overlaid,
    reference,
)
from depositary.reference.sheets import UnreadableSheet
from depositary.terms import ParticipantKind
from tests.reference.writing import STATE, write


def called(id: str, language: Language, known: Reference | None = None) -> LanguageName:
    found = names_in_languages((known or reference()).participants[id])
    return next(name for name in found if name.language is language)


def test_every_state_and_territory_has_all_six_names() -> None:
    for entry in reference().participants.values():
        names = names_in_languages(entry)
        if entry.participant.kind in (ParticipantKind.STATE, ParticipantKind.TERRITORY):
            assert [name.language for name in names] == list(Language), entry.participant.id
            assert all(name.sources for name in names), entry.participant.id
        else:
            assert not names, entry.participant.id


@pytest.mark.parametrize(
    ("id", "language", "text"),
    [
        ("KAZ", Language.RUSSIAN, "Казахстан"),
        ("ARE", Language.ARABIC, "الإمارات العربية المتحدة"),
        ("DEU", Language.CHINESE, "德国"),
        ("USA", Language.SPANISH, "Estados Unidos"),
        ("CIV", Language.ENGLISH, "Côte d'Ivoire"),
        ("SUN", Language.FRENCH, "Union soviétique"),  # the CLDR knows no States of the past
        ("VAT", Language.FRENCH, "Saint-Siège"),  # and calls the Holy See by its city
    ],
)
def test_names_are_those_of_the_language(id: str, language: Language, text: str) -> None:
    assert called(id, language).text == text


def test_a_library_is_a_source_with_its_edition() -> None:
    (source,) = called("KAZ", Language.ARABIC).sources
    assert source.work == "Unicode CLDR, in Babel"
    assert source.at == "names of territory KZ"
    assert source.seen.startswith("edition 2.")


@pytest.mark.parametrize(
    ("text", "id"), [("казахстан", "KAZ"), ("ETATS-UNIS", "USA"), ("俄罗斯", "RUS"), ("Allemagne", "DEU")]
)
def test_a_state_is_found_by_its_name_in_another_language(text: str, id: str) -> None:
    assert [entry.participant.id for entry in called_in_languages(reference().participants.values(), text)] == [id]
    assert not reference().find_participants(text)  # texts are in English: a reader must not look for these
    (row,) = beforehand(reference(), text).rows
    assert isinstance(row, KnownParticipant)
    assert row.entry.participant.id == id


@pytest.mark.parametrize("text", ["", " ", "-", "Nirgendwo"])
def test_nothing_is_called_what_says_nothing(text: str) -> None:
    assert called_in_languages(reference().participants.values(), text) == ()


def test_an_entry_of_ones_own_says_what_it_is_called(tmp_path: pathlib.Path) -> None:
    text = STATE + '[languages]\nfr = "Utopie"\nru = "Утопия"\n'
    known = overlaid(write(tmp_path, states__UTO=text))
    names = names_in_languages(known.participants["UTO"])
    assert [name.text for name in names] == ["Utopia", "Utopie", "Утопия"]
    assert {str(source) for name in names for source in name.sources} == {"More, Utopia, book II"}


@pytest.mark.parametrize(
    ("table", "said"), [('de = "Utopien"', "'de'"), ("fr = 3", "'fr' is missing or no text"), ('en = "X"', "'en'")]
)
def test_a_name_in_no_language_of_the_united_nations_is_refused(tmp_path: pathlib.Path, table: str, said: str) -> None:
    with pytest.raises(UnreadableSheet, match=said) as caught:
        overlaid(write(tmp_path, states__UTO=f"{STATE}[languages]\n{table}\n"))
    assert "states/UTO.toml" in str(caught.value)
