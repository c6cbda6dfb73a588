"""Folding: one spelling for all the ways in which a name is written."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ə": "a",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "&": " and ",
    }
)
_SILENT = re.compile(r"[.'’‘ʻʼ`´]")
_GAP = re.compile(r"[^\w+]+|_")
_ARTICLE = re.compile(r"^the (?=.)")


def fold(text: str) -> str:
    """The name without case, accents, punctuation and leading "the"; a plus sign is kept (OPEC is not OPEC+).

    >>> fold("the U.S."), fold("Côte d'Ivoire"), fold("EU–Mercosur Agreement"), fold("C5+1")
    ('us', 'cote divoire', 'eu mercosur agreement', 'c5+1')
    """
    letters = unicodedata.normalize("NFKD", _SILENT.sub("", text.casefold().translate(_LETTERS)))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _ARTICLE.sub("", _GAP.sub(" ", plain).strip())
