"""Absent: who acts where the words beside the act name nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from depositary.reading.act import Act
from depositary.reading.actors import Actors
from depositary.reading.analysis import Analysed
from depositary.reading.lexicon import Kind, Place
from depositary.reading.memory import Memory
from depositary.reading.othersides import MOST_SIDES
from depositary.reading.parties import Parties
from depositary.reading.subjects import is_passive, subject
from depositary.terms import Action, AgreementRef, Participant

_MUTUAL = frozenset({
    Action.SIGN, Action.CONCLUDE, Action.INITIAL, Action.SEVER_RELATIONS, Action.ESTABLISH_RELATIONS, Action.NEGOTIATE,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Absent:
    """Finds who did an act by what was told before, or by the sides of the agreement."""

    parties: Parties
    actors: Actors
    memory: Memory

    def who_consented(self, ref: AgreementRef) -> tuple[Participant, ...]:
        """ "Its parliament voted in favour in July, and the instrument was deposited": who approved the same before."""
        who, on = self.actors.before(Action.APPROVE)
        return who if on == ref and len(who) == 1 else ()

    def sides_of_passive(self, a: Analysed, act: Act, sides: Sequence[Participant]) -> tuple[Participant, ...]:
        """ "The agreement signed on Thursday": its sides signed it, when they are known."""
        is_without_agent = act.is_nominal or is_passive(a, act.index) or act.frame.actor is Place.AGREEMENT
        is_relation = act.target is not None and Kind.RELATION in act.target.kinds
        is_mutual = act.frame.action in _MUTUAL or (act.frame.action is Action.EXTEND and len(sides) == 2)
        is_mutual = is_mutual or act.frame.id == "exchange-instruments"
        is_mutual = is_mutual or (is_relation and act.frame.action is Action.RESUME)
        if is_without_agent and is_mutual and 0 < len(sides) <= MOST_SIDES:
            if len(sides) == 1 and sides[0].id == "united-nations":
                return ()  # "UN cybercrime pact to be signed": by States
            return tuple(sides)
        return ()

    def who_went_on(self, a: Analysed, act: Act) -> tuple[Participant, ...]:
        """ "They followed it up with a treaty, signed in July": those who did the one before."""
        noun = a.tokens[act.index].head
        verb = a.tokens[noun].head
        is_so = a.tokens[act.index].relation == "acl" and "with" in a.cases(noun) and a.lemma(verb) == "follow"
        return subject(a, self.parties, verb).participants if is_so else ()

    def who_announce(self, act: Act) -> tuple[Participant, ...]:
        """ "They first announced it in January": those who are to leave, or to join, whoever was named since."""
        is_it = act.frame.action is Action.ANNOUNCE_INTENT and act.target is None
        if not is_it or not act.subject.is_anaphoric or act.subject.number != 0:
            return ()
        who = self.actors.before(Action.WITHDRAW)[0]
        return who if len(who) > 1 else ()

    def of_both(self, act: Act) -> tuple[Participant, ...]:
        """ "Both parliaments must ratify": those of the two whose agreement was spoken of last."""
        party = act.subject
        if party.organ is None or party.number != 2 or party.participants:
            return ()
        spoken = self.memory.pointed_back_to(act.target)
        return spoken.sides if spoken is not None and len(spoken.sides) == 2 else ()

    def between_others(self, act: Act, actors: Sequence[Participant]) -> tuple[Participant, ...]:
        """ "Trump expects Russia-Saudi deal": those between whom the deal is, and not who expects it."""
        parties = act.target.parties if act.target is not None else ()
        is_of_others = len(parties) == 2 and act.frame.action is Action.CONCLUDE and not set(parties) & set(actors)
        return parties if is_of_others else ()
