"""Answers: what a language model says that a text claims, taken apart item by item; what is not in order is refused."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from depositary.reading.endpoint import Unanswered
from depositary.terms import Action, DepositaryError, Modality, Organ, Role

MOST_CLAIMS = 200
"""Of one piece of text: what tells more makes them up."""
LONGEST_QUOTE = 600
"""Characters: what shows an act is shorter."""

_FENCE = re.compile(r"\s*```(?:json)?\s*\n(.*)\n\s*```\s*", re.S)
_Word = TypeVar("_Word", bound=StrEnum)


class Refused(DepositaryError):
    """An item of an answer that is not taken; its text is the reason, fit to be counted."""


@dataclass(frozen=True, slots=True)
class VoiceTold:
    """A speaker, by its name as the text has it."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Told:
    """One claim as a model tells it: words of a closed list, and quotes; no quote has been looked up yet.

    `evidence`, `agreement`, `actor`, `counterparties`, the dates and the names of voices are quotes of the text. A date
    is quoted, never computed, by the model. `actor` is None for an act of the agreement itself.
    """

    evidence: str
    action: Action
    modality: Modality
    agreement: str
    actor: str | None
    counterparties: tuple[str, ...]
    date: str | None
    effect: str | None
    organ: Organ | None
    voices: tuple[VoiceTold, ...]


def told(answer: str) -> tuple[list[Told], list[str]]:
    """The claims of an answer, and the reason why for each item that is none; raises `Unanswered` if it is no list."""
    fenced = _FENCE.fullmatch(answer)
    try:
        said = json.loads(fenced[1] if fenced else answer)
    except (ValueError, RecursionError):
        raise Unanswered("The model's answer is no JSON.") from None
    items = said.get("claims") if isinstance(said, dict) else None
    if not isinstance(items, list):
        raise Unanswered('The model\'s answer holds no list "claims".')
    if len(items) > MOST_CLAIMS:
        raise Unanswered(f"The model's answer holds more than {MOST_CLAIMS} claims.")
    claims: list[Told] = []
    refused: list[str] = []
    for item in items:
        try:
            claims.append(_told(item))
        except Refused as reason:
            refused.append(str(reason))
    return claims, refused


def _told(item: object) -> Told:
    if not isinstance(item, dict):
        raise Refused("no object with keys")
    return Told(
        evidence=_needed(item, "evidence"),
        action=_word(item, "action", Action),
        modality=_word(item, "modality", Modality),
        agreement=_needed(item, "agreement"),
        actor=_quote(item.get("actor"), "actor"),
        counterparties=tuple(_quotes(item.get("counterparties"), "counterparties")),
        date=_quote(item.get("date"), "date"),
        effect=_quote(item.get("effect"), "effect"),
        organ=_word(item, "organ", Organ) if item.get("organ") else None,
        voices=tuple(map(_voice, _listed(item.get("voices"), "voices"))),
    )


def _voice(item: object) -> VoiceTold:
    if not isinstance(item, dict):
        raise Refused("a voice without name and role")
    return VoiceTold(_needed(item, "name"), _word(item, "role", Role))


def _needed(item: Mapping[str, object], key: str) -> str:
    quote = _quote(item.get(key), key)
    if quote is None:
        raise Refused(f"no {key}")
    return quote


def _quote(value: object, key: str) -> str | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_QUOTE:
        raise Refused(f"an unreadable {key}")
    return value


def _quotes(value: object, key: str) -> list[str]:
    return [quote for each in _listed(value, key) if (quote := _quote(each, key)) is not None]


def _listed(value: object, key: str) -> list[object]:
    if value is None:
        return []
    if not isinstance(value, list) or len(value) > MOST_CLAIMS:
        raise Refused(f"an unreadable {key}")
    return value


def _word(item: Mapping[str, object], key: str, words: type[_Word]) -> _Word:
    try:
        return words(str(item.get(key)))
    except ValueError:
        raise Refused(f"an unknown {key}") from None
