"""Other sides: with whom an act is done, and who of the sides of an agreement a document names at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from depositary.reading.act import Act
from depositary.reading.actors import Actors
from depositary.reading.analysis import Analysed
from depositary.reading.naming import is_organisation
from depositary.reading.parties import Parties
from depositary.terms import Action, AgreementKind, AgreementRef, Participant

BILATERAL = frozenset({AgreementKind.UNKNOWN, AgreementKind.MEMORANDUM, AgreementKind.RELATION})
MOST_SIDES = 3
_OF_MANY = frozenset({Action.JOIN, Action.ACCEDE, Action.APPLY, Action.INVITE, Action.DEPOSIT, Action.NOT_IMPLEMENTED})


@dataclass(frozen=True, slots=True)
class OtherSides:
    """Tells the counterparties of an act; `present` are the ids that the document names."""

    parties: Parties
    actors: Actors
    present: frozenset[str]

    def told(self, a: Analysed, act: Act) -> tuple[Participant, ...]:
        """Who is named as the other side in the words of the act; nobody where none is."""
        if act.frame.action is Action.HOST_MEETING:
            return ()
        if act.other.is_anaphoric and not act.other.participants:
            found = self.actors.back(a, act.other.place if act.other.place is not None else act.index, act.other)
            return tuple(who for who in found if not is_organisation(who)) or self.parties.pointed_back_to(act.other)
        return act.other.participants or self._with_whom(a, act)

    def _with_whom(self, a: Analysed, act: Act) -> tuple[Participant, ...]:
        """ "Ratified the Reciprocal Access Agreement with Japan": a name, and the other side after it."""
        target = act.target
        ref = target.agreement if target is not None else None
        if ref is None or target is None or act.frame.action in _OF_MANY or ref.kind is AgreementKind.ORGANISATION:
            return ()
        at = next((token.index for token in a.tokens if token.start >= target.end), len(a.tokens))
        name = at + 1 + (a.lower[at + 1 : at + 2] == ("the",))
        is_with = a.lower[at : at + 1] == ("with",) and name < len(a.tokens) and a.is_participant(name)
        return self.parties.of(a, name).participants if is_with and a.holds(target.start) else ()

    def of(
        self,
        actor: Participant | None,
        actors: Sequence[Participant],
        ref: AgreementRef,
        sides: Sequence[Participant],
        others: Sequence[Participant],
        action: Action,
        talking_with: Sequence[Participant] = (),
    ) -> tuple[Participant, ...]:
        """The other sides for this actor: those told, else the sides of the agreement that the document names."""
        if others:
            return tuple(other for other in others if other != actor)
        if action is Action.NOT_IMPLEMENTED or (len(sides) > 2 and ref.kind is not AgreementKind.RELATION):
            return ()
        if action in (Action.NEGOTIATE, Action.RESUME) and actor is not None and actor.id == ref.id:
            return tuple(side for side in talking_with if side != actor)
        if actor is None or len(actors) > 2:
            return (
                tuple(side for side in sides if side not in actors)
                if actor and ref.kind is AgreementKind.RELATION
                else ()
            )
        everyone = tuple(dict.fromkeys([*sides, *actors]))
        if len(everyone) > MOST_SIDES or (ref.kind not in BILATERAL and not sides):
            return ()
        if is_organisation(actor) and ref.id == actor.id:
            return ()
        named = (other for other in everyone if other in actors or other.id in self.present)
        return tuple(other for other in named if other != actor)
