"""Roles: what kind of witness a voice is, told from the words that name it."""

from __future__ import annotations

from collections.abc import Collection

from depositary.terms import ParticipantKind, Role

_OFFICIALS = frozenset({"official", "diplomat"})
_NOBODIES = frozenset({"source", "people", "person", "insider"})


def role_of(lemmas: Collection[str], kind: ParticipantKind | None, *, is_official: bool) -> Role:
    """The role of a voice with these words, which speaks for a participant of this `kind`, or for none."""
    words = frozenset(lemmas)
    if "depositary" in words:
        return Role.DEPOSITARY
    if words & _OFFICIALS:
        return Role.OFFICIALS
    if kind is ParticipantKind.ORGANISATION:
        return Role.ORGANISATION
    if is_official:
        return Role.GOVERNMENT
    return Role.ANONYMOUS if words & _NOBODIES else Role.PERSON
