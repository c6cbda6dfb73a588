"""Belonging: what of what was spoken of an act cannot be on: nobody leaves what they were never in."""

from __future__ import annotations

from collections.abc import Sequence

from depositary.reading.memory import Spoken
from depositary.reference import Reference
from depositary.terms import Action, AgreementKind, Participant

_LEAVING = frozenset({Action.WITHDRAW, Action.DENOUNCE})


def never_left(
    known: Reference, spoken: Sequence[Spoken], action: Action, actors: Sequence[Participant]
) -> tuple[str, ...]:
    """Ids of what was spoken of and the act is not on.

    Nobody leaves what has a table of members in which they never stood; and a body is not signed, where there is else.
    """
    if action is Action.SIGN:  # "the first African signatories": of what is signed, and no body that was joined
        bodies = tuple(each.ref.id for each in spoken if each.ref.kind is AgreementKind.ORGANISATION)
        return bodies if len(bodies) < len(spoken) else ()
    if action not in _LEAVING or not actors:
        return ()
    own = {actor.id for actor in actors}
    members = {each.ref.id: {term.participant for term in known.terms_in(each.ref.id)} for each in spoken}
    return tuple(sorted(id for id, inside in members.items() if inside and not inside & own))
