"""Certain names: of those that may mean several agreements, or none, the ones that this text makes clear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from depositary.reading.mention import Mention, Thing
from depositary.reference import AgreementEntry, Reference, fold

_COMMON = frozenset(
    {"alliance", "association", "community", "council", "league", "organisation", "organization", "union"}
)
_PHRASES = ("open skies",)
"""What names of agreements are in small letters."""


def certain(mentions: Sequence[Mention], known: Reference, text: str = "") -> list[Mention]:
    """The mentions without those of ambiguous names that the text leaves open; in their order.

    "Hague Convention", "the minerals deal", "Second Optional Protocol" mean an agreement that the reference marks them
    for where the text names it plainly too, or names all of the few sides that it has, or its organisation.
    Else they are described agreements like any other.
    """
    participants = {id for mention in mentions if mention.thing is Thing.PARTICIPANT for id in mention.ids}
    plain = {
        id
        for mention in mentions
        if mention.thing is Thing.AGREEMENT
        for id in mention.ids
        if not _is_ambiguous(mention.text, id, known) and not _is_phrase(mention)
    }
    named = {
        id
        for mention in mentions
        if mention.thing is Thing.PARTICIPANT
        for id in mention.ids
        if not _is_any_body(mention, known)
    }
    kept: list[Mention] = []
    for mention in mentions:
        if mention.thing is not Thing.AGREEMENT:
            if _is_any_body(mention, known) and mention.ids[0] not in named:
                continue
            if not _is_office_of_any(mention) or "united-nations" in participants:
                kept.append(mention)
            continue
        told = (id for id in mention.ids if id in plain or _is_told(known.agreements[id], participants))
        meant = tuple(told) if not _is_phrase(mention) or plain & set(mention.ids) else ()
        if meant and not _points_to_another(mention, meant, kept, plain, text):
            kept.append(replace(mention, ids=meant))
    return kept


def _points_to_another(
    mention: Mention, meant: Sequence[str], before: Sequence[Mention], plain: set[str], text: str
) -> bool:
    """ "The Kyoto Protocol ... the global climate pact": a description in small letters that means what was named."""
    is_description = mention.text.islower() and text[max(0, mention.start - 4) : mention.start].lower() == "the "
    if not is_description:
        return False
    named = [each for each in before if each.thing is Thing.AGREEMENT and not each.text.islower()]
    return bool(named) and not any(id in each.ids for each in named for id in meant) and named[-1].ids[0] in plain


def _is_phrase(mention: Mention) -> bool:
    """Whether the name is written like the phrase that it also is: an "open skies pact" is one on air traffic."""
    return mention.text.startswith(_PHRASES)


def _is_office_of_any(mention: Mention) -> bool:
    """ "Secretary General" alone is that of the United Nations only where the text speaks of them."""
    return fold(mention.text) in ("secretary general", "secretary-general")


def _is_any_body(mention: Mention, known: Reference) -> bool:
    """Whether the word is a body's only where the text names it plainly too: "the Alliance", "the Community"."""
    if mention.thing is not Thing.PARTICIPANT or len(mention.ids) != 1 or mention.agreement is None:
        return False
    written = fold(mention.text)
    if written.split()[-1] not in _COMMON:
        return False
    names = known.participants[mention.ids[0]].names
    marks = [name.ambiguous for name in names if fold(name.text) == written]
    return bool(marks) and all(marks)


def _is_told(entry: AgreementEntry, participants: set[str]) -> bool:
    """Whether the text names all its few sides, the organisation that it is of, or one whom it is told with."""
    is_beside = any(id in participants for id in entry.told_with)
    return is_beside or (bool(entry.sides) and participants.issuperset(entry.sides)) or entry.body in participants


def _is_ambiguous(text: str, id: str, known: Reference) -> bool:
    """Whether this agreement goes by the name only where the text makes it clear."""
    written = fold(text)
    marks = [name.ambiguous for name in known.agreements[id].names if fold(name.text) == written]
    return bool(marks) and all(marks)
