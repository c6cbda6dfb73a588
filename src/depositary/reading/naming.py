"""Naming: what an agreement is called that the text only describes, and its id, whatever the order of its sides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from depositary.reading.analysis import Analysed
from depositary.terms import AgreementKind, AgreementRef, Participant, ParticipantKind

MEMBERS = "-members"
"""How the id of the members of a body ends."""
RECOGNITION = "recognition-of-"
"""How the id of a recognition begins, before that of who is recognised."""


class Phrase(Protocol):
    """A noun phrase: the token that it is about, its noun, and all of its words that say which thing it is."""

    @property
    def head(self) -> int:
        """The token that it is about."""

    @property
    def noun(self) -> str:
        """The noun there, in its plain form."""

    @property
    def description(self) -> str:
        """The words that say which thing it is."""


def names_of(participants: Sequence[Participant]) -> str:
    """The sides as they are written in the name of an agreement between them, in the order of the alphabet."""
    return "–".join(sorted(participant.name for participant in participants))


def slug(text: str) -> str:
    """Small letters and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


_SAME_NOUN = {
    "pact": "agreement",
    "accord": "agreement",
    "deal": "agreement",
    "accords": "agreement",
    "pacts": "agreement",
    "deals": "agreement",
    "agreements": "agreement",
    "mou": "memorandum",
    "treaties": "treaty",
}


def described(sides: Sequence[Participant], noun: str, description: str) -> AgreementRef:
    """An agreement that the text only describes, with an id that does not hang on order or on "deal" for "pact"."""
    words = [_SAME_NOUN.get(word, word) for word in re.findall(r"[^\W_]+", (description or noun).lower())]
    kept = [word for word in words if word not in ("of", "on", "for", "the", "a", "and", "understanding")]
    codes = "-".join(sorted(participant.id.lower() for participant in sides))
    name = f"{names_of(sides)} {description or noun}".strip()
    bare = noun.rstrip("s")
    kind = AgreementKind.MEMORANDUM if bare in ("memorandum", "mou", "memoranda") else AgreementKind.TREATY
    return AgreementRef(
        slug(f"{codes}-{'-'.join(kept)}"), name, kind if kind is AgreementKind.MEMORANDUM else AgreementKind.UNKNOWN
    )


def relations(sides: Sequence[Participant]) -> AgreementRef:
    """The diplomatic relations between two."""
    codes = "-".join(sorted(participant.id.lower() for participant in sides))
    return AgreementRef(
        f"{codes}-diplomatic-relations", f"{names_of(sides)} diplomatic relations", AgreementKind.RELATION
    )


def own(
    ref: AgreementRef, actor: Participant | None, actors: Sequence[Participant], sides: Sequence[Participant]
) -> AgreementRef:
    """The relations of this one where several have theirs with the same other: "A and B normalised ties with C"."""
    if actor is None or ref.kind is not AgreementKind.RELATION:
        return ref
    other = next((side for side in sides if relations((side,)).id == ref.id and side != actor), None)
    if other is not None:  # told of several before, and now of one of them
        return relations((actor, other))
    others = [side for side in sides if side not in actors]
    return ref if len(actors) < 2 or len(others) != 1 else relations((actor, others[0]))


def is_organisation(participant: Participant) -> bool:
    """Whether the participant is an organisation, which can be a body that admits or expels."""
    return participant.kind is ParticipantKind.ORGANISATION


def members_of(body: Participant, called: str) -> Participant:
    """The members of a body as a group, as the text calls them: "WHO members", "EU member states"."""
    return Participant(f"{body.id}{MEMBERS}", called, ParticipantKind.GROUP)


def is_collective(participant: Participant) -> bool:
    """Whether it is a body, or the members of one, who agree to what the body does."""
    return is_organisation(participant) or participant.id.endswith(MEMBERS)


def recognition_of(owner: Participant) -> AgreementRef:
    """That somebody is recognised as a State."""
    return AgreementRef(f"{RECOGNITION}{owner.id.lower()}", f"Recognition of {owner.name}", AgreementKind.RELATION)


def recognition(a: Analysed, owner: Participant, target: Phrase) -> AgreementRef:
    """What is recognised of one: "Recognition of Morocco sovereignty over Western Sahara"; its independence is it."""
    over = _over(a, target.head)
    whole = recognition_of(owner)
    if target.noun in ("independence", "statehood") and not over:
        return whole
    ref_id = f"{whole.id}-{target.noun}{f'-{slug(over)}' if over else ''}"
    return AgreementRef(ref_id, f"{whole.name} {target.description} {over}".rstrip(), whole.kind)


def _over(a: Analysed, head: int) -> str:
    """Over what sovereignty is: "over Western Sahara"; empty where it is not said."""
    last = head + 1
    if last >= len(a.tokens) or a.lower[last] != "over":
        return ""
    while last + 1 < len(a.tokens) and (last + 1 in a.at or a.tokens[last + 1].pos in ("PROPN", "DET", "ADJ")):
        last += 1
    return a.text[a.tokens[head + 1].start : a.tokens[last].end] if last > head + 1 else ""


def is_trade_zone(noun: str, description: str) -> bool:
    """ "The CIS free trade zone": one joins it, and not the body."""
    return noun in ("zone", "area") and "trade" in description.lower().replace("-", " ").split()
