"""Acts: the words that signal what is done to an agreement, with who does it and to what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from depositary.reading.analysis import Analysed
from depositary.reading.lexicon import Frame, Kind, Lexicon, Place
from depositary.reading.mentions import Thing
from depositary.reading.parties import Parties, Party
from depositary.reading.subjects import agent, is_passive, passive_subject, subject
from depositary.reading.targets import Target, Targets
from depositary.terms import Action

_FARTHEST_RIGHT = 16
"""Tokens that the eye looks on from a verb for its object, when the tree gives none."""
_PARTICLE_WITHIN = 6
_NOUN_WITHIN = 10
_STOPS = frozenset({";", "–", "—", ":"})
_WITH_PURPOSE = frozenset({Kind.APPLICATION, Kind.INVITATION, Kind.INTENTION})
_PURPOSES = frozenset({"join", "rejoin", "accede", "enter", "become", "seek", "leave", "withdraw", "quit", "sign"})
_LATER = (("later",), ("next",), ("then",), ("after",), ("suit",), (".",), ())
AS_BEFORE = Party(is_anaphoric=True, number=-1)
"""The party of an act that is spoken of again: "the withdrawal"."""
_COMING_AND_GOING = frozenset({Action.WITHDRAW, Action.JOIN, Action.ACCEDE})
_RELATIVE = frozenset({"which", "that", "who"})


@dataclass(frozen=True, slots=True)
class Act:
    """A word that signals an act, and the places around it.

    `index` is its token. `subject` is who does it, `other` who else is named as its object (the State admitted,
    invited, recognised). `noun` is the token of a light verb's complement. `is_nominal` for "Russia's withdrawal".
    """

    frame: Frame
    index: int
    subject: Party
    target: Target | None
    other: Party = Party()
    noun: int | None = None
    is_nominal: bool = False


@dataclass(frozen=True, slots=True)
class Acts:
    """Finds the acts of a sentence by the frames of the lexicon."""

    words: Lexicon
    parties: Parties
    targets: Targets

    def of(self, a: Analysed) -> Iterator[Act]:
        """The acts in the order of the text, at most one a word."""
        taken: set[int] = set()
        latest: Act | None = None
        for index in range(len(a.tokens)):
            if index in taken:
                continue
            act = self._verbal(a, index) if self._is_verb(a, index) else self._nominal(a, index)
            if act is None and latest is not None:
                act = self._following(a, index, latest)
            if act is not None and act.subject is AS_BEFORE:
                taken |= {at for at in range(index + 1, min(len(a.tokens), index + 9)) if a.lemma(at) in ("take", "become", "effect")}
            if act is not None:
                latest = act
                act = self._with_purpose(a, act)
                taken |= self._taken(a, act)
                yield act

    def _following(self, a: Analysed, index: int, latest: Act) -> Act | None:
        """ "A signing in September, followed by B in December": B does the same."""
        if a.lower[index] in ("following", "followed") and index and a.is_participant(index - 1):
            if a.lower[index + 1 : index + 2] != ("by",):
                return Act(latest.frame, index, self.parties.of(a, index - 1), latest.target)
        if a.lower[index] in ("came", "followed") and index and a.is_participant(index - 1):
            if a.lower[index + 1 : index + 2] in _LATER or index + 1 in a.timed or index + 2 in a.timed:
                return Act(latest.frame, index, self.parties.of(a, index - 1), latest.target)
        if a.lower[index] == "and" and (another := self._another_target(a, index, latest)) is not None:
            return Act(latest.frame, another.head, latest.subject, another)
        if a.lower[index] in ("and", ",", "then") and self._is_gapped(a, index):
            at = next(at for at in range(index + 1, len(a.tokens)) if a.is_participant(at))
            return Act(latest.frame, at, self.parties.of(a, at), latest.target)
        if a.lower[index] != "followed" or index + 1 >= len(a.tokens) or a.lower[index + 1] != "by":
            return None
        for at in range(index + 2, min(len(a.tokens), index + 6)):
            if a.is_participant(at) and not a.at[at].is_adjective:
                return Act(latest.frame, index, self.parties.of(a, at), latest.target)
        return None

    def _another_target(self, a: Analysed, index: int, latest: Act) -> Target | None:
        """ "left the one treaty in August and the other in November": the second treaty."""
        if latest.target is None or latest.target.agreement is None or latest.is_nominal:
            return None
        at = index + 1
        while at < len(a.tokens) and a.lower[at] in ("the", "then", "later"):
            at += 1
        mention = a.at.get(at)
        if mention is None or mention.thing is not Thing.AGREEMENT:
            return None
        found = self.targets.at(a, at)
        return found if found is not None and found.kinds & latest.frame.objects else None

    def _is_gapped(self, a: Analysed, index: int) -> bool:
        """ "and Vietnam in July 1995": a participant and a time, the verb left out."""
        timed = a.timed
        at = index + 1
        while at < len(a.tokens) and a.lower[at] in ("the", "then", "by"):
            at += 1
        if at >= len(a.tokens) or not a.is_participant(at) or a.at[at].is_adjective:
            return False
        run = a.coordinated(at)
        if min(run) < index:
            return False
        end = max(run) + 1
        if end < len(a.tokens) and a.lower[end] in ("in", "on"):
            return end + 1 < len(a.tokens) and end + 1 in timed
        return end < len(a.tokens) and end in timed and end + 1 in timed

    def _taken(self, a: Analysed, act: Act) -> set[int]:
        """Words that are part of this act and no act of their own: "asks to [join]", "revokes its [ratification]"."""
        taken = {act.noun} if act.noun is not None else set()
        target = act.target
        if target is not None and not act.is_nominal and singular_nominal(a, target.head) in self.words.nominals:
            taken.add(target.head)
        if act.frame.id == "invite":
            taken |= {at for at in range(act.index + 1, len(a.tokens)) if a.lemma(at) in act.frame.needs}
        if target is not None and target.kinds & _WITH_PURPOSE:
            near = range(target.head + 1, min(len(a.tokens), target.head + 7))
            taken |= {at for at in near if a.lemma(at) in _PURPOSES or singular_nominal(a, at) in self.words.nominals}
        return taken

    def _with_purpose(self, a: Analysed, act: Act) -> Act:
        """ "its application to join the bloc": the application is for the bloc."""
        target = act.target
        if target is None or not target.kinds & _WITH_PURPOSE or target.of is not None or target.agreement is not None:
            return act
        for at in range(target.head + 1, min(len(a.tokens), target.head + 10)):
            if a.lower[at] in _STOPS or a.lower[at] == ",":
                break
            mention = a.at.get(at)
            found = self.targets.at(a, at) if mention is not None else None
            if found is not None and found.agreement is not None:
                return replace(act, target=replace(target, of=found.agreement, end=max(target.end, found.end)))
        return act

    def _is_verb(self, a: Analysed, index: int) -> bool:
        form = a.form(index)
        token = a.tokens[index]
        if form is None or form.lemma not in self.words.frames or index in a.at:
            return False
        if token.relation.startswith("aux") or (token.relation == "amod" and token.head > index):
            return False
        return token.pos in ("VERB", "AUX") or token.tag.startswith("VB")

    def _verbal(self, a: Analysed, verb: int) -> Act | None:
        frames = self.words.frames.get(a.lemma(verb), ())
        for frame in sorted(frames, key=lambda frame: not (frame.particle or frame.noun)):
            act = self._match(a, verb, frame)
            if act is not None:
                return act
        return None

    def _match(self, a: Analysed, verb: int, frame: Frame) -> Act | None:
        if frame.particle and not self._has_particle(a, verb, frame):
            return None
        noun = None
        if frame.noun:
            noun = self._complement(a, verb, frame)
            if noun is None:
                return None
        if frame.needs and not any(word in frame.needs for word in self._after(a, verb)):
            return None
        match frame.actor:
            case Place.AGREEMENT:
                return self._of_agreement(a, verb, frame, noun)
            case Place.OBJECT:
                return self._of_admission(a, verb, frame)
            case Place.BODY:
                return self._of_body(a, verb, frame)
            case Place.SUBJECT:
                return self._of_subject(a, verb, frame, noun)

    def _after(self, a: Analysed, verb: int) -> list[str]:
        return [a.lemma(index) for index in range(verb + 1, min(len(a.tokens), verb + 14))]

    def _has_particle(self, a: Analysed, verb: int, frame: Frame) -> bool:
        near = range(verb + 1, min(len(a.tokens), verb + 3))
        if any(a.lower[index] in frame.particle for index in near):
            return True
        return any(
            a.lower[child] in frame.particle and 0 < child - verb <= _PARTICLE_WITHIN
            for child in a.tree.related(verb, "compound:prt", "advmod")
        )

    def _complement(self, a: Analysed, verb: int, frame: Frame) -> int | None:
        head = a.tokens[verb].head
        if a.tokens[verb].relation == "cop" and a.lemma(head) in frame.noun:
            return head
        for index in range(verb + 1, min(len(a.tokens), verb + 1 + _NOUN_WITHIN)):
            if a.lemma(index) in frame.noun and index not in a.at:
                return index
            if index > verb + 1 and a.tokens[index].tag in ("VBD", "VBZ", "VBP") and a.tokens[index].pos == "VERB":
                break
            if a.lower[index] in _STOPS:
                break
        return None

    def _of_subject(self, a: Analysed, verb: int, frame: Frame, noun: int | None) -> Act | None:
        target = self._target(a, verb, frame, noun)
        if target is None and not frame.bare:
            return None
        if target is None and self._has_other_object(a, verb, noun):
            return None
        is_on_party = target is not None and bool(target.parties) and bool(target.kinds & {Kind.PARTY, Kind.RECOGNITION})
        if Kind.PARTY in frame.objects and target is not None and is_on_party:
            actor = subject(a, self.parties, verb)
            other = Party(target.parties, (target.head,))
            return Act(frame, verb, actor, target, other, noun)
        return Act(frame, verb, subject(a, self.parties, self._clause(a, verb)), target, noun=noun)

    def _clause(self, a: Analysed, verb: int) -> int:
        """The head of the clause: for a copula, its predicate."""
        return a.tokens[verb].head if a.tokens[verb].relation == "cop" else verb

    def _has_other_object(self, a: Analysed, verb: int, noun: int | None) -> bool:
        """Whether the verb has an object that is no agreement: "signed autographs", "joined the protest"."""
        if noun is not None:
            return False
        objects = [child for child in a.tree.related(verb, "obj") if a.lower[child] not in _RELATIVE]
        if any(a.tokens[child].pos in ("NOUN", "PROPN") and not a.is_participant(child) for child in objects):
            return True
        following = verb + 1
        return following < len(a.tokens) and a.tokens[following].pos == "DET"

    def _of_agreement(self, a: Analysed, verb: int, frame: Frame, noun: int | None) -> Act | None:
        clause = self._clause(a, verb)
        head = a.tokens[verb].head
        if a.tokens[verb].relation == "cop" and noun is not None and head == noun:
            clause = noun
        heads = list(a.tree.related(clause, "nsubj")) or list(a.tree.related(verb, "nsubj"))
        token = a.tokens[verb]
        if heads and not any(a.lower[head] in _RELATIVE for head in heads):
            targets = (self.targets.at(a, head) for head in heads)
            return next((Act(frame, verb, self._for_whom(a, verb), t, noun=noun) for t in targets if t is not None and Kind.AGREEMENT in t.kinds), None)  # noqa: E501
        if not heads and token.relation.startswith(("acl", "advcl", "xcomp", "conj")):
            governor = token.head
            heads = [governor, *a.tree.related(governor, "nsubj", "obj", "obl")]
        heads += [left for left in range(verb - 1, max(-1, verb - 8), -1)]
        for candidate in heads:
            if a.lower[candidate] in _RELATIVE:
                candidate = a.tokens[verb].head
            target = self.targets.at(a, candidate)
            if target is not None and Kind.AGREEMENT in target.kinds:
                return Act(frame, verb, self._for_whom(a, verb), target, noun=noun)
        return None

    def _for_whom(self, a: Analysed, verb: int) -> Party:
        for index in range(verb + 1, min(len(a.tokens), verb + 8)):
            if a.lower[index] == "for":
                for at in range(index + 1, min(len(a.tokens), index + 5)):
                    if a.is_participant(at):
                        return self.parties.of(a, at)
        return Party()

    def _of_admission(self, a: Analysed, verb: int, frame: Frame) -> Act | None:
        """A body admits a State: the State joins."""
        body = self._target(a, verb, frame, None, only_via=True)
        if is_passive(a, verb):
            joined = passive_subject(a, self.parties, verb)
            return Act(frame, verb, joined, body) if joined else None
        who = subject(a, self.parties, verb)
        for child in (*a.tree.related(verb, "obj"), *range(verb + 1, min(len(a.tokens), verb + 5))):
            joined = self.parties.of(a, child) if a.is_participant(child) else Party()
            if not joined or set(joined.indexes) & set(who.indexes):
                continue
            if body is None and who.indexes:
                body = self.targets.at(a, who.indexes[0])
                body = body if body is not None and Kind.BODY in body.kinds else None
            if body is not None:
                return Act(frame, verb, joined, body)
        return None

    def _of_body(self, a: Analysed, verb: int, frame: Frame) -> Act | None:
        """A body acts on a State: it invites, suspends, expels."""
        if is_passive(a, verb):
            other, who = passive_subject(a, self.parties, verb), agent(a, self.parties, verb)
        else:
            who, other = subject(a, self.parties, verb), Party()
            for child in (*a.tree.related(verb, "obj"), *range(verb + 1, min(len(a.tokens), verb + 5))):
                is_state = a.is_participant(child) or self.parties.stands_for_a_state(a, child)
                party = self.parties.of(a, child) if is_state else Party()
                if (party or party.is_anaphoric) and not set(party.indexes) & set(who.indexes):
                    other = party
                    break
        if not other.is_settled:
            return None
        targets = (
            self.targets.at(a, index) for index in (*who.indexes, *range(verb + 1, min(len(a.tokens), verb + 12)))
        )
        body = next((target for target in targets if target is not None and Kind.BODY in target.kinds), None)
        return Act(frame, verb, who, body, other) if body is not None else None

    def _target(
        self, a: Analysed, verb: int, frame: Frame, noun: int | None, *, only_via: bool = False
    ) -> Target | None:
        for head in self._heads(a, verb, frame, noun, only_via):
            target = self.targets.at(a, head)
            if target is not None and target.kinds & frame.objects:
                return target
        return self._by_the_eye(a, verb, frame, noun, only_via)

    def _heads(self, a: Analysed, verb: int, frame: Frame, noun: int | None, only_via: bool) -> Iterator[int]:
        if noun is not None:
            yield from a.tree.related(noun, "nmod:poss", "compound")
        if "" in frame.via and not only_via:
            token = a.tokens[verb]
            if is_passive(a, verb):
                yield from a.tree.related(verb, "nsubj:pass")
                if token.relation.startswith("acl"):
                    yield token.head
            else:
                for child in a.tree.related(verb, "obj"):
                    if a.lower[child] in _RELATIVE:
                        yield from range(child - 1, max(-1, child - 9), -1)
                    else:
                        yield child
                if token.relation == "acl:relcl":
                    yield token.head
            for other in (*a.tree.related(verb, "conj"), *([token.head] if token.relation == "conj" else [])):
                if other > verb and not a.tree.related(verb, "obj"):
                    yield from a.tree.related(other, "obj")
        for anchor in (verb, noun):
            if anchor is None:
                continue
            for child in a.tree.related(anchor, "obl", "nmod", "xcomp", "advcl"):
                if frame.via & set(a.cases(child)):
                    yield child

    def _by_the_eye(self, a: Analysed, verb: int, frame: Frame, noun: int | None, only_via: bool) -> Target | None:
        """The first fitting thing to the right, led to by one of the frame's prepositions or by none."""
        is_beyond = noun is not None and ("" not in frame.via or a.tokens[noun].pos == "VERB")
        anchor = max(verb, noun) if noun is not None and is_beyond else verb
        preposition = ""
        timed = a.timed
        for index in range(anchor + 1, min(len(a.tokens), anchor + _FARTHEST_RIGHT)):
            token = a.tokens[index]
            if index in timed:
                preposition = ""
                continue
            if index > anchor + 1 and token.tag == "VBG" and a.form(index) is not None and index not in a.at:
                return None
            if a.lower[index] == "to" and index + 1 < len(a.tokens) and a.tokens[index + 1].tag == "VB":
                return None
            if a.lower[index] == "law" and a.lower[index - 1] == "into":
                return None
            if a.lower[index] in _STOPS or (not a.is_heading or a.form(index) is not None) and (
                token.tag in ("VBD", "VBZ", "VBP", "MD") and index not in a.at and index > anchor + 1
            ):
                return None
            if token.pos == "ADP" or a.lower[index] in ("to", "from", "of", "out"):
                if a.lower[index] not in frame.particle:
                    preposition = a.lower[index]
                continue
            wanted = preposition in frame.via or (preposition == "of" and "from" in frame.via)
            if not wanted or (only_via and not preposition):
                continue
            if index not in a.at and token.pos not in ("NOUN", "PROPN", "PRON"):
                continue
            target = self.targets.at(a, index)
            if target is None or not target.kinds & frame.objects:
                continue
            if self._is_inside_larger(a, index):
                continue
            return target
        return None

    def _is_inside_larger(self, a: Analysed, index: int) -> bool:
        """Whether the word only modifies a noun right after it: "the treaty organisation"."""
        head = a.tokens[index].head
        if a.tokens[index].relation in ("compound", "amod") and head > index:
            target = self.targets.at(a, head)
            return target is not None
        return False

    def _nominal(self, a: Analysed, index: int) -> Act | None:
        token = a.tokens[index]
        if index in a.at or token.pos not in ("NOUN", "PROPN", "VERB"):
            return None
        if token.relation == "compound" and token.head > index:
            return None
        for frame in self.words.nominals.get(singular_nominal(a, index), ()):
            act = self._match_nominal(a, index, frame)
            if act is not None:
                return act
        return None

    def _match_nominal(self, a: Analysed, index: int, frame: Frame) -> Act | None:
        who = self._owner(a, index)
        other = Party()
        if Kind.MEETING in frame.objects:
            is_host = who and all(a.at[at].agreement is None and a.at[at].office != "capital" for at in who.indexes)
            meeting = self.targets.at(a, index)
            return Act(frame, index, who, meeting, is_nominal=True) if is_host and meeting is not None else None
        target = None
        for child in a.tree.related(index, "nmod", "obl", "compound", "amod"):
            cases = set(a.cases(child))
            if "by" in cases and not who:
                who = self.parties.of(a, child)
                continue
            if child < index:
                continue
            found = self.targets.at(a, child)
            if found is not None and found.kinds & frame.objects and target is None:
                target = found
        if target is None:
            target = self._nominal_by_the_eye(a, index, frame)
        if target is None and frame.bare and who.is_settled and not who.is_unnamed and a.tokens[index].relation.startswith(("nsubj", "obj", "obl")):
            return Act(frame, index, who, None, is_nominal=True)
        if target is None and not who.is_settled and self._is_spoken_of_again(a, index):
            return Act(frame, index, AS_BEFORE, None, is_nominal=True)
        if target is None:
            return None
        if Kind.PARTY in frame.objects and target.parties and target.kinds & {Kind.PARTY, Kind.RECOGNITION}:
            other = Party(target.parties, (target.head,))
        if not who.is_settled:
            return None
        if target.head in who.indexes:
            return None
        if frame.action in _COMING_AND_GOING and any(self._is_body(a, at) for at in who.indexes):
            return None
        return Act(frame, index, who, target, other, is_nominal=True)

    def _is_spoken_of_again(self, a: Analysed, index: int) -> bool:
        """ "The withdrawal will take effect": an act told of before, whose effect is told now."""
        is_the = index > 0 and a.lower[index - 1] in ("the", "this", "that")
        following = a.lower[index + 1 : index + 9]
        return is_the and any(word in ("effect", "effective", "force") for word in following)

    def _owner(self, a: Analysed, index: int) -> Party:
        """Whose act the noun is: "Russia's withdrawal", "US recognition", "its accession", "accession of Finland"."""
        for child in a.tree.related(index, "nmod:poss", "compound", "amod"):
            if a.is_participant(child) or a.lower[child] in ("its", "their", "his", "her"):
                if a.lower[child] in ("its", "his", "her"):
                    return Party(is_anaphoric=True, number=1)
                if a.lower[child] == "their":
                    return Party(is_anaphoric=True, number=0)
                return self.parties.of(a, child)
            party = self.parties.of(a, child)
            if party:
                return party
        left = index - 1
        while left >= 0 and a.tokens[left].pos == "ADJ" and left not in a.at:
            left -= 1
        if left >= 0 and a.is_participant(left):
            return self.parties.of(a, left)
        if left >= 1 and a.tokens[left].tag == "POS":
            return self.parties.of(a, left - 1)
        if left >= 0 and a.lower[left] in ("its", "his", "her"):
            return Party(is_anaphoric=True, number=1)
        if left >= 0 and a.lower[left] == "their":
            return Party(is_anaphoric=True, number=0)
        for child in a.tree.related(index, "nmod"):
            if "by" in a.cases(child) or ("of" in a.cases(child) and a.is_participant(child)):
                party = self.parties.of(a, child)
                if party and not any(self._is_body(a, at) for at in party.indexes):
                    return party
        return Party()

    def _is_body(self, a: Analysed, index: int) -> bool:
        target = self.targets.at(a, index)
        return target is not None and Kind.BODY in target.kinds

    def _nominal_by_the_eye(self, a: Analysed, index: int, frame: Frame) -> Target | None:
        via = frozenset({"of", "from", "to", "into", "in", "with"})
        probe = replace(frame, via=via, particle=frozenset())
        at = index + 1
        if at < len(a.tokens) and a.lower[at] in via:
            return self._by_the_eye(a, index, probe, None, only_via=True)
        return None


def singular_nominal(a: Analysed, index: int) -> str:
    """The noun as the lexicon lists it."""
    low = a.lower[index]
    return low if low in a.words.nominals else a.lemma(index)
