"""Names in the languages of the United Nations, from the Unicode CLDR through Babel, or from the entry itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from depositary.reference.citation import Citation
from depositary.reference.entries import CodeSystem, ParticipantEntry
from depositary.reference.folding import fold

KEY = "languages"
"""The table of a sheet that gives such names, and what a source is named for that vouches for them."""


class Language(StrEnum):
    """The official languages of the United Nations (General Assembly, rules of procedure, rule 51), by ISO 639-1."""

    ARABIC = "ar"
    CHINESE = "zh"
    ENGLISH = "en"
    FRENCH = "fr"
    RUSSIAN = "ru"
    SPANISH = "es"


@dataclass(frozen=True, slots=True)
class LanguageName:
    """What a participant is called in a language, and who says so."""

    language: Language
    text: str
    sources: tuple[Citation, ...]


def names_in_languages(entry: ParticipantEntry) -> tuple[LanguageName, ...]:
    """What a State or territory is called in each of the languages; none of an organisation or group.

    English is its own short name. In the others a name of the entry goes before the one that the CLDR gives for the
    alpha-2 code; the CLDR knows no States of the past, and calls the Holy See by its city.
    """
    code = next((code.text for code in entry.codes if code.system is CodeSystem.ISO2 and code.end is None), "")
    found = []
    for language in Language:
        if own := dict(entry.languages).get(language):
            found.append(LanguageName(language, own, entry.sources_of(KEY)))
        elif language is Language.ENGLISH and (code or entry.languages):
            found.append(LanguageName(language, entry.participant.name, entry.sources_of(entry.participant.name)))
        elif code and (given := _territories(language).get(code)):
            found.append(LanguageName(language, given, (_cldr(code),)))
    return tuple(found)


def called_in_languages(entries: Iterable[ParticipantEntry], text: str) -> tuple[ParticipantEntry, ...]:
    """Whoever of these bears the name in one of the languages, after folding."""
    folded = fold(text)
    return tuple(
        entry for entry in entries if folded and any(fold(name.text) == folded for name in names_in_languages(entry))
    )


def _territories(language: Language) -> dict[str, str]:
    from babel import Locale  # only where a name is asked for: it takes longer to import than to answer

    return dict(Locale(language.value).territories)


def _cldr(code: str) -> Citation:
    from babel import __version__

    return Citation("Unicode CLDR, in Babel", f"names of territory {code}", f"edition {__version__}", (KEY,))
