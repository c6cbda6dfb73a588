"""Linking: every name of a text with what it stands for and why, those included that only the whole text settles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from depositary.reading.certain import certain
from depositary.reading.introduced import with_introduced
from depositary.reading.mention import Link, Mention, Reason, Thing
from depositary.reference import NameUse, Reference
from depositary.terms import ParticipantKind

_BLOC = re.compile(r"\b[Tt]he (bloc)\b")


def settled(text: str, names: Sequence[Link], known: Reference) -> list[Link]:
    """The links of single names, settled by the whole text, in order.

    Ambiguous names that it does not make clear are left alone; people whom it introduces and "the bloc" are added.
    """
    linked = [link.mention for link in names if link.is_link]
    kept = {mention.start: mention for mention in certain(linked, known)}
    found: list[Link] = []
    for link in names:
        if link.is_link and (clear := kept.get(link.mention.start)) is not None:
            is_told = clear.ids != link.mention.ids
            found.append(replace(link, mention=clear, reason=Reason.CONTEXT if is_told else link.reason))
        elif link.is_link:
            found.append(replace(link, reason=Reason.UNCLEAR))
        else:
            found.append(link)
    clear_ones = list(kept.values())
    introduced = [m for m in with_introduced(text, clear_ones) if m.thing is Thing.PERSON and m.start not in kept]
    taken = {mention.start for mention in introduced}
    found = [link for link in found if link.is_link or link.mention.start not in taken]
    found.extend(Link(mention, Reason.INTRODUCED) for mention in introduced)
    found.extend(_pointing_back(text, found, known))
    return sorted(found, key=lambda link: link.mention.start)


def _pointing_back(text: str, links: Sequence[Link], known: Reference) -> list[Link]:
    """ "The bloc" in the text: the last of the organisations named before it, or nothing that is clear."""
    found: list[Link] = []
    for match in _BLOC.finditer(text):
        before = [
            link.mention
            for link in links
            if link.is_link and link.mention.end <= match.start() and _is_a_body(link.mention, known)
        ]
        last = max(before, key=lambda mention: mention.start, default=None)
        ids, cue = ((last.ids[0],), last.text) if last is not None else ((), "")
        mention = Mention(match.start(1), match.end(1), match.group(1), Thing.PARTICIPANT, ids, NameUse.POPULAR)
        found.append(Link(mention, Reason.UNCLEAR if last is None else Reason.POINTING_BACK, cue))
    return found


def _is_a_body(mention: Mention, known: Reference) -> bool:
    entry = known.participants.get(mention.ids[0])
    return entry is not None and entry.participant.kind is ParticipantKind.ORGANISATION
