"""Surnames: whether a word written large is the surname of somebody in office, or part of another name."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date

from depositary.reading.lexicon import lexicon
from depositary.reference import Person

REMEMBERED = 365 * 12
"""Days after leaving office in which a surname alone still means who held it."""
ELECTED = 200
"""Days before taking office in which it may mean who will."""
TITLE_BEFORE = re.compile(
    r"\b(?:Presidents?|Ministers?|Premiers?|Chancellors?)\s(?:[A-ZÀ-Ý][\w’'-]+\s[A-ZÀ-Ý][\w’'-]+\sand\s)?[A-ZÀ-Ý][\w’'-]+\s$"
)
TITLE_AND_NAMES = (
    r"\b(?:[Pp]resident|[Mm]inister|[Pp]remier|[Cc]hancellor|[Aa]mbassador|[Ee]nvoy)\s(?:[A-ZÀ-Ý][\w’'-]+\s){0,3}"
)
WORD_BEFORE = re.compile(r"([^\W\d_][\w’'.-]*)\s+$")
FIRST_NAMES = frozenset("Michael Jim Vernon Barbara David John Paul Mary Robert James William Peter Irena".split())
"""First names common enough before the surnames that States share."""
CHAMBERS = frozenset({"parliament", "court", "presidency", "government"})
AFTER_SURNAME = frozenset(
    "Signs Says To And Is Has Will Announces Meets Hosts Ditches Quits Administration Government".split()
)


LEAD_IN = frozenset(
    (
        "Says By With And When As After If But That Where Under Like Because Since Although For While "
        "Condemn Condemns Urge Urges Tell Tells Ask Asks Meet Meets Slam Slams Warn Warns Blame Blames Thank Thanks "
        "Praise Praises Convince Convinces Host Hosts Press Presses Invite Invites Defy Defies Accuse Accuses "
        "Rebuke Rebukes Oppose Opposes "
        "The A An This That Of For In On At Meanwhile Now Then Today Why How Will Would Could Can Does "
        "Did Not From Over Before To"
    ).split()
)
"""Words that only happen to be written large before a name: of a sentence that begins, of a headline."""
TITLES = (
    frozenset(
        (
            "President Presidents Ministers Chancellors Kings Premiers Leaders Minister Premier Chancellor King Queen "
            "Emir Sultan Prince Secretary Envoy Mr Mrs Ms General "
            "Gen Colonel Col Chairman Chief Leader Sheikh Crown Pope Taoiseach PM Senator "
            "Representative Supreme Foreign Prime Ayatollah Governor"
        ).split()
    )
    | LEAD_IN
)


def is_of_a_titled_person(text: str, start: int, end: int) -> bool:
    """ "Oil minister Gabriel Obiang Lima", and "Obiang Lima" after it: no capital, the name of a person."""
    before = WORD_BEFORE.search(text[max(0, start - 30) : start])
    if before is None or not before.group(1)[0].isupper() or " " in text[start:end]:
        return False
    name = re.escape(f"{before.group(1)} {text[start:end]}")
    return re.search(rf"{TITLE_AND_NAMES}{name}\b", text) is not None


def is_inside_another_name(text: str, start: int, end: int, is_name: Callable[[str], bool]) -> bool:
    """Whether a capitalised word stands before a surname that is no title: "Melania Trump" is not the President.

    Neither is a verb of a headline ("Trump Quits Pact") part of a name, nor what is a name by itself ("Modi Putin").
    """
    if " " in text[start:end]:
        return False
    verbs = lexicon().forms
    if text[end : end + 3] == " & " or text[max(0, start - 3) : start] == " & ":
        return True  # "Johnson & Johnson"
    before = WORD_BEFORE.search(text[max(0, start - 30) : start])
    after = re.match(r"(?:\s(?:de|van|von|bin|al|el|da)\s|\s|-)([A-Z][\w’'-]*)", text[end : end + 30])
    if after is not None and not _ends_a_name(after.group(1), verbs, is_name) and text[end] != "\n":
        return True
    if before is None or not before.group(1)[0].isupper() or before.group(1).endswith(("'s", "’s", "s'", "s’")):
        return False  # "Turkey's Erdogan"
    if len(before.group(1)) == 2 and before.group(1).endswith("."):
        return True  # "Jose W. Fernandez"
    is_title = before.group(1).rstrip(".,") in TITLES or before.group(1).lower() in verbs or is_name(before.group(1))
    return not is_title and text[max(0, start - 32) : start].strip()[-1:] not in ",.;:"


def _ends_a_name(word: str, verbs: Collection[str], is_name: Callable[[str], bool]) -> bool:
    """Whether the word after a surname is no more of the name."""
    return word in AFTER_SURNAME or word in LEAD_IN or word.lower() in verbs or is_name(word)


def is_remembered(term: Person, day: date) -> bool:
    """Whether a surname alone may mean who held the office before, or will take it soon: elected, not sworn in."""
    is_past = term.end is None or (day - term.end).days < REMEMBERED
    return is_past and (term.begin is None or (term.begin - day).days < ELECTED)
