"""Stand-ins: what a phrase without a name of its own is about: "ended its own", "signed others with", "her country"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from depositary.reading.act import Act
from depositary.reading.analysis import Analysed
from depositary.reading.lexicon import Frame, Kind
from depositary.reading.parties import Parties
from depositary.reading.party import Party
from depositary.reading.subjects import subject
from depositary.reading.targets import Target, Targets

_OTHERS = frozenset({"others", "another", "one"})
_READY = frozenset({"ready", "waiting", "there"})


@dataclass(frozen=True, slots=True)
class StandIns:
    """Finds what an act is done to where the sentence only stands in for it."""

    parties: Parties
    targets: Targets

    def of(self, a: Analysed, verb: int, frame: Frame, latest: Act | None) -> Target | None:
        """What the object of the verb stands for; None where it stands for nothing told before."""
        target = latest.target if latest is not None else None
        if target is not None and target.noun and target.kinds & frame.objects:
            if (own := self._its_own(a, verb, target)) is not None:
                return own
            if (others := self._others(a, verb, target)) is not None:
                return others
        return self._ready(a, verb, frame)

    def _its_own(self, a: Analysed, verb: int, target: Target) -> Target | None:
        """ "One denounced its pact with Chad, and the other ended its own": of such a pact with the same side."""
        if a.lower[verb + 1 : verb + 3] != ("its", "own") or len(target.parties) != 1:
            return None
        at = verb + 3
        is_noun = at < len(a.tokens) and a.tokens[at].pos in ("NOUN", "PROPN", "ADJ") and at not in a.timed
        return None if is_noun else target

    def _others(self, a: Analysed, verb: int, target: Target) -> Target | None:
        """ "It signed others with Chad and Mali": agreements of the kind told before, with these sides."""
        at = verb + 1
        if a.lower[at : at + 1] == ("similar",):
            at += 1
        if at >= len(a.tokens) or a.lower[at] not in _OTHERS or a.lower[at + 1 : at + 2] != ("with",):
            return None
        name = next((n for n in range(at + 2, min(len(a.tokens), at + 5)) if a.is_participant(n)), None)
        if name is None:
            return None
        party = self.parties.of(a, name)
        token, last = a.tokens[at], a.tokens[max(party.indexes)]
        return replace(
            target, head=at, start=token.start, end=last.end, parties=party.participants, agreement=None, of=None,
            is_pointing=False,
        )  # fmt: skip

    def _ready(self, a: Analysed, verb: int, frame: Frame) -> Target | None:
        """ "Agreements on the border are ready for the leaders to sign": what is ready."""
        above = a.tokens[verb].head
        if a.lower[above] not in _READY or a.lower[verb - 1] != "to" or a.tree.related(verb, "obj"):
            return None
        for head in a.tree.related(above, "nsubj"):
            target = self.targets.at(a, head)
            if target is not None and target.kinds & frame.objects:
                return target
        return None

    def recognised(self, a: Analysed, verb: int, frame: Frame) -> Act | None:
        """Whom the verb is said to recognise without a name."""
        own = self.own_country(a, verb, frame) if frame.id == "recognise" else None
        return own or self.recognised_again(a, verb, frame)

    def recognised_again(self, a: Analysed, verb: int, frame: Frame) -> Act | None:
        """ "The United States recognised it the next day", "Suriname withdrew its recognition": of whom told before."""
        if frame.id == "recognise" and self._is_bare(a, verb):
            who = subject(a, self.parties, verb)
            return Act(frame, verb, who, None) if who.is_settled else None
        for child in a.tree.related(verb, "obj"):
            is_it = a.lower[child] == "it" and frame.id == "recognise"
            is_the = a.lemma(child) in a.words.anaphoric and a.lower[child - 1] == "the" and frame.id == "recognise"
            is_its = a.lemma(child) == "recognition" and a.lower[child - 1] in ("its", "their", "that", "the")
            if is_it and (named := self._named_just_before(a, verb)) is not None:
                who = subject(a, self.parties, verb)
                token = a.tokens[child]
                kinds = frozenset({Kind.PARTY})
                target = Target(child, kinds, token.start, token.end, parties=named.participants)
                own = tuple(party for party in named.participants if party in who.participants)
                return Act(frame, verb, who, target, named) if who.participants and not own else None
            if is_it or is_the or (is_its and frame.id == "withdraw-recognition" and "of" not in a.lower[child + 1 :]):
                who = subject(a, self.parties, verb)
                return Act(frame, verb, who, None) if who.participants else None
        return None

    def _named_just_before(self, a: Analysed, verb: int) -> Party | None:
        """ "Opened relations with Chad, recognising it as a State": the one named before the participle."""
        if a.tokens[verb].tag != "VBG":
            return None
        at = verb - 1
        while at > 0 and (a.tokens[at].pos == "ADV" or a.lower[at] in (",", "after", "by")):
            at -= 1
        party = self.parties.of(a, at) if a.is_participant(at) else Party()
        return party if len(party.participants) == 1 else None

    def _is_bare(self, a: Analysed, verb: int) -> bool:
        """ "Turkey recognises.": nothing is said of whom."""
        if a.tree.related(verb, "obj", "ccomp", "xcomp", "nsubj:pass") or a.tokens[verb].tag in ("VBG", "VBN"):
            return False
        after = verb + 1
        return after >= len(a.tokens) or a.tokens[after].text in (".", ",", ";") or after in a.timed

    def own_country(self, a: Analysed, verb: int, frame: Frame) -> Act | None:
        """ "Chad's minister urged Spain to recognise her country": that of the one who speaks."""
        objects = [at for at in a.tree.related(verb, "obj") if a.lemma(at) in a.words.anaphoric]
        above = a.tokens[verb].head
        if not objects or a.lower[objects[0] - 1] not in ("his", "her", "its") or above == verb:
            return None
        speaker = subject(a, self.parties, above)
        who = subject(a, self.parties, verb)
        if len(speaker.participants) != 1 or not who.is_settled:
            return None
        token = a.tokens[objects[0]]
        other = Party(speaker.participants, (token.index,))
        target = Target(token.index, frozenset({Kind.PARTY}), token.start, token.end, parties=other.participants)
        return Act(frame, verb, who, target, other)
