"""Places: acts whose doer does not stand before the verb: the agreement itself, a body, or who is admitted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from depositary.reading.act import Act, singular_nominal
from depositary.reading.analysis import Analysed
from depositary.reading.beside import stands_for_a_state
from depositary.reading.clauses import after_a_day
from depositary.reading.lexicon import Frame, Kind, Lexicon
from depositary.reading.mention import Thing
from depositary.reading.objects import Objects
from depositary.reading.parties import Parties
from depositary.reading.party import Party
from depositary.reading.polarity import is_no_longer
from depositary.reading.subjects import agent, is_passive, passive_subject, subject
from depositary.reading.targets import Targets

_MEMBERS = frozenset({"member", "signatory", "participant", "newcomer"})
_COLON_WITHIN = 14
_RELATIVE = frozenset({"which", "that", "who"})
_ITS = frozenset({"his", "her", "its", "their"})
_ITSELF = frozenset({"obj", "iobj", "conj", "xcomp", "appos", "flat", "nsubj"})
_SELF = frozenset({"itself", "themselves"})
_WITH_RESPECT = (("respect", "of"), ("respect", "to"), ("regard", "to"))


def clause_of(a: Analysed, verb: int) -> int:
    """The head of the clause: for a copula, its predicate."""
    return a.tokens[verb].head if a.tokens[verb].relation == "cop" else verb


@dataclass(frozen=True, slots=True)
class Places:
    """Finds who acts, and on what, where the frame says that it is not the subject who acts."""

    words: Lexicon
    parties: Parties
    targets: Targets
    objects: Objects

    def of_agreement(self, a: Analysed, verb: int, frame: Frame, noun: int | None) -> Act | None:
        """An act of the agreement itself: it enters into force, it expires."""
        clause = clause_of(a, verb)
        head = a.tokens[verb].head
        if a.tokens[verb].relation == "cop" and noun is not None and head == noun:
            clause = noun
        heads = list(a.tree.related(clause, "nsubj")) or list(a.tree.related(verb, "nsubj"))
        if frame.objects and Kind.AGREEMENT not in frame.objects:
            return self._of_thing(a, verb, frame, heads)
        heads = heads or after_a_day(a, verb)
        token = a.tokens[verb]
        before = verb - 1
        while before > 0 and a.tokens[before].pos in ("ADV", "AUX", "PART"):
            before -= 1
        close = self.targets.at(a, before) if before >= 0 and a.lower[before] not in _RELATIVE else None
        if close is not None and Kind.AGREEMENT in close.kinds and (not heads or a.is_heading):
            return Act(frame, verb, self._for_whom(a, verb), close, noun=noun)
        if heads and not any(a.lower[head] in _RELATIVE for head in heads):
            targets = (self.targets.at(a, head) for head in heads)
            return next(
                (
                    Act(frame, verb, self._for_whom(a, verb), t, noun=noun)
                    for t in targets
                    if t is not None and Kind.AGREEMENT in t.kinds
                ),
                None,
            )
        if not heads and token.relation.startswith(("acl", "advcl", "xcomp", "conj")):
            governor = token.head
            heads = [governor, *a.tree.related(governor, "nsubj", "obj", "obl")]
        heads += list(range(verb - 1, max(-1, verb - 8), -1))
        for candidate in heads:
            if a.lower[candidate] in _RELATIVE:
                candidate = a.tokens[verb].head
                if singular_nominal(a, candidate) in self.words.nominals:  # "an exit that took effect a year later"
                    return None
            target = self.targets.at(a, candidate)
            if target is not None and Kind.AGREEMENT in target.kinds:
                return Act(frame, verb, self._for_whom(a, verb), target, noun=noun)
        return None

    def _of_thing(self, a: Analysed, verb: int, frame: Frame, heads: Sequence[int]) -> Act | None:
        """ "Implementation has stalled", "ties that go back to 1992": what the verb is said of, never by the eye."""
        if not heads and a.tokens[verb].relation.startswith("acl"):
            heads = [a.tokens[verb].head]
        found = (self.targets.at(a, a.tokens[verb].head if a.lower[at] in _RELATIVE else at) for at in heads)
        target = next((each for each in found if each is not None and each.kinds & frame.objects), None)
        return Act(frame, verb, self._for_whom(a, verb), target) if target is not None else None

    def _relative(self, a: Analysed, verb: int) -> Party:
        """ "Fiji, which the organisation suspended": who stands before the relative clause."""
        which = next((at for at in a.tree.related(verb, "obj") if a.lower[at] in _RELATIVE), None)
        if which is None or which < 2 or a.lower[which - 1] != "," or not a.is_participant(which - 2):
            return Party()
        return self.parties.of(a, which - 2)

    def _is_direct(self, a: Analysed, verb: int, other: Party) -> bool:
        """Whether a State itself is the object: "it suspended Fiji", not "it expelled two Fijian diplomats"."""
        return any(at in other.indexes and not a.at[at].is_adjective for at in a.tree.related(verb, "obj"))

    def _for_whom(self, a: Analysed, verb: int) -> Party:
        for index in range(verb + 1, min(len(a.tokens), verb + 8)):
            if a.lower[index] == "for" or a.lower[index - 1 : index + 1] in _WITH_RESPECT:
                for at in range(index + 1, min(len(a.tokens), index + 5)):
                    if a.is_participant(at):
                        return self.parties.of(a, at)
                    if a.lemma(at) in self.words.anaphoric and a.lower[at - 1] == "the":
                        return Party(is_anaphoric=True, number=1)
        return Party()

    def of_admission(self, a: Analysed, verb: int, frame: Frame) -> Act | None:
        """A body admits a State: the State joins."""
        body = self.objects.of(a, verb, frame, None, only_via=True)
        if is_passive(a, verb):
            joined = passive_subject(a, self.parties, verb)
            is_person = any(a.at[at].thing is Thing.PERSON for at in joined.indexes if at in a.at)
            is_told = bool(joined) or (joined.is_anaphoric and joined.number in (1, 2))
            return Act(frame, verb, joined, body) if is_told and not is_person else None
        above = a.tokens[verb].head
        is_over = is_no_longer(a, verb) or is_no_longer(a, above)
        if is_over and any(a.lower[at] in _SELF for at in a.tree.related(above, "obj")):
            return Act(frame, verb, subject(a, self.parties, above), body)  # "declared itself no longer bound by it"
        who = subject(a, self.parties, verb)
        for child in (*a.tree.related(verb, "obj"), *range(verb + 1, min(len(a.tokens), verb + 5))):
            if child < verb or (a.lemma(verb) == "welcome" and not self._is_welcomed(a, verb, child)):
                continue  # "would welcome US-China tariff cuts"
            is_owner = a.tokens[child + 1 : child + 2] and a.tokens[child + 1].tag == "POS"
            is_own = a.lower[child - 1] in _ITS and a.lemma(child) in self.words.anaphoric  # "brings his country into"
            joined = self.parties.of(a, child) if (a.is_participant(child) and not is_owner) or is_own else Party()
            if not (joined or (is_own and joined.is_anaphoric)) or set(joined.indexes) & set(who.indexes):
                continue
            if body is None and who.indexes:
                body = self.targets.at(a, who.indexes[0])
                body = body if body is not None and Kind.BODY in body.kinds else None
            if body is None and not who:
                heads = (self.targets.at(a, at) for at in a.tree.related(verb, "nsubj"))
                body = next((each for each in heads if each is not None and Kind.BODY in each.kinds), None)
            if body is not None:
                return Act(frame, verb, joined, body)
            if frame.id == "admit" and a.lemma(verb) in ("admit", "readmit"):
                return Act(frame, verb, joined, None)  # "will admit Somalia before lunch"
        return self._called_member(a, verb, frame)

    def _is_welcomed(self, a: Analysed, verb: int, child: int) -> bool:
        """Whether it is the State itself: "welcomed its 54th member, Maldives"."""
        if a.tokens[child].relation in _ITSELF:
            return True
        return stands_for_a_state(a, a.tokens[child].head) and a.tokens[child].head in a.tree.related(verb, "obj")

    def _called_member(self, a: Analysed, verb: int, frame: Frame) -> Act | None:
        """ "OPEC is to gain a fourteenth member on Thursday: Chad": who it is stands after the colon."""
        for at in range(verb + 2, min(len(a.tokens) - 1, verb + _COLON_WITHIN)):
            if a.lower[at] == ":" and a.is_participant(at + 1) and not a.at[at + 1].is_adjective:
                is_member = any(a.lemma(n) in _MEMBERS for n in range(verb + 1, at))
                heads = (self.targets.at(a, head) for head in a.tree.related(verb, "nsubj"))
                body = next((each for each in heads if each is not None and Kind.BODY in each.kinds), None)
                return Act(frame, verb, self.parties.of(a, at + 1), body) if is_member else None
        return None

    def of_body(self, a: Analysed, verb: int, frame: Frame) -> Act | None:
        """An act of a body on a State: it invites, suspends, expels."""
        if is_passive(a, verb):
            other, who = passive_subject(a, self.parties, verb), agent(a, self.parties, verb)
        else:
            who, other = subject(a, self.parties, verb), self._relative(a, verb)
            near = [*a.tree.related(verb, "obj"), *range(verb + 1, min(len(a.tokens), verb + 5))] if not other else []
            near = [child for child in near if a.lemma(child) != "referendum"]
            for child in near:
                is_state = a.is_participant(child) or stands_for_a_state(a, child)
                party = self.parties.of(a, child) if is_state else Party()
                if (party or party.is_anaphoric) and not set(party.indexes) & set(who.indexes):
                    other = party
                    break
        if not other.is_settled:
            return None
        heads = () if who.participants else a.tree.related(verb, "nsubj")
        if heads and not (is_passive(a, verb) or self._is_direct(a, verb, other)):
            heads = ()
        after = range(verb + 1, min(len(a.tokens), verb + 12))
        targets = (self.targets.at(a, index) for index in (*who.indexes, *after, *heads))
        body = next((target for target in targets if target is not None and Kind.BODY in target.kinds), None)
        # "Chad, which had been invited too", "Mali and Guinea were suspended in 2021": by the body spoken of before
        is_unsaid = frame.id in ("invite", "suspend-member") and is_passive(a, verb) and bool(other)
        return Act(frame, verb, who, body, other) if body is not None or is_unsaid else None
