"""Agreements: treaties, constituent instruments of organisations, political formats, relations, memoranda."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AgreementKind(StrEnum):
    """What kind of agreement it is: it decides who may say what of it (DOMAIN, authority)."""

    TREATY = "treaty"
    ORGANISATION = "organisation"  #: membership of an organisation under its constituent instrument
    POLITICAL = "political"  #: a framework or format without depositary (Abraham Accords, C5+1, BRICS)
    RELATION = "relation"  #: diplomatic relations, recognition: between two
    MEMORANDUM = "memorandum"  #: complete when signed
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class AgreementRef:
    """An agreement, as claims and answers refer to it.

    `id` is a slug: of the reference for a known agreement ("abraham-accords"), otherwise made from the sides and the
    kind, in a way that does not depend on the order in which the text names them
    ("kaz-usa-memorandum-of-cooperation-on-critical-minerals").
    """

    id: str
    name: str
    kind: AgreementKind = AgreementKind.UNKNOWN
