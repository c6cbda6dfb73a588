"""Nearby: the agreement that an act without one of its own means, by what else its sentence names or points back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from depositary.reading.act import Act
from depositary.reading.analysis import Analysed
from depositary.reading.lexicon import Kind
from depositary.reading.memory import Memory
from depositary.reading.mention import Thing
from depositary.reading.parties import Parties
from depositary.reading.targets import Target
from depositary.reference import Reference
from depositary.terms import Action, AgreementRef, Participant

CONSENTING = frozenset({Action.SIGN, Action.DEPOSIT, Action.APPROVE, Action.RATIFY, Action.ACCEPT})


@dataclass(frozen=True, slots=True)
class Nearby:
    """Finds agreements beside an act."""

    known: Reference
    parties: Parties
    memory: Memory

    def left_by_notice(self, a: Analysed, act: Act) -> AgreementRef | None:
        """ "Notified the UN that it was withdrawing from the Moon Agreement": what is left, not who is told."""
        words = range(act.index + 1, len(a.tokens))
        out = next((at for at in words if a.lemma(at) in act.frame.needs), None)
        for at in range(out + 1, min(len(a.tokens), out + 8)) if out is not None else ():
            mention = a.at.get(at)
            if mention is not None and mention.thing is Thing.AGREEMENT:
                return self.known.agreements[mention.ids[0]].ref
        return None

    def named_after(
        self, a: Analysed, act: Act, actors: Sequence[Participant]
    ) -> tuple[AgreementRef | None, tuple[Participant, ...]]:
        """ "Deposited its instrument, and so became a party to the treaty": the one named later in the sentence."""
        own = {actor.id for actor in actors}  # the Union, which acts, is no agreement spoken of
        is_led_by = act.frame.action in CONSENTING or act.frame.id == "rescind-notice"
        if not is_led_by or any(spoken.ref.id not in own for spoken in self.memory.spoken):
            return None, ()
        later = (a.at[at] for at in range(act.index + 1, len(a.tokens)) if at in a.at)
        found = {m.ids[0]: self.known.agreements[m.ids[0]].ref for m in later if m.thing is Thing.AGREEMENT}
        return (next(iter(found.values())), ()) if len(found) == 1 else (None, ())

    def spoken_of_here(
        self, a: Analysed, act: Act, actors: Sequence[Participant]
    ) -> tuple[AgreementRef, tuple[Participant, ...]] | None:
        """ "The first Africans in the accords when they signed": what the sentence points back to before the act."""
        for at in range(act.index - 1, -1, -1):
            is_noun = a.tokens[at].pos == "NOUN" and a.at.get(at) is None
            if not is_noun or a.lower[at - 1 : at] not in (("the",), ("this",)):
                continue
            if not self.parties.words.is_noun(a.lemma(at), "agreement"):
                continue
            found = Target(at, frozenset({Kind.AGREEMENT}), 0, 0, noun=a.lemma(at), is_pointing=True)
            spoken = self.memory.pointed_back_to(found, [actor.id for actor in actors], actors)
            return (spoken.ref, spoken.sides) if spoken is not None else None
        return None
