"""Objects: where in the sentence an act has what it is done to; by the tree first, then by the eye."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from depositary.reading.analysis import Analysed
from depositary.reading.beside import stands_for_a_state
from depositary.reading.lexicon import Frame, Kind
from depositary.reading.subjects import is_passive
from depositary.reading.targets import Target, Targets

STOPS = frozenset({";", "–", "—", ":"})
"""Marks that end what an act can reach."""
_FARTHEST_RIGHT = 16
"""Tokens that the eye looks on from a verb for its object, when the tree gives none."""
_BESIDE = 3
_WHOSE_WITHIN = 9
_SHARES = frozenset(
    (
        "none all some most much few neither each any both part parts portion portions half side aspects bulk rest "
        "little chapter"
    ).split()
)
"""Words of how much of a thing: "none of the pact's pledges"."""
_THE_SAME = frozenset({"ranks", "fold", "family", "membership", "club", "treaty", "charter", "instrument", "member"})
_OF_IT = ("nmod", "nmod:poss", "compound", "amod", "appos", "conj", "flat", "nmod:desc")
_BREAKS = frozenset({"VERB", "AUX", "SCONJ", "PRON"})
_RELATIVE = frozenset({"which", "that", "who"})


@dataclass(frozen=True, slots=True)
class Objects:
    """Finds what an act is done to, among the things that its frame allows."""

    targets: Targets

    def of(self, a: Analysed, verb: int, frame: Frame, noun: int | None, *, only_via: bool = False) -> Target | None:
        """What the verb is done to, of the kinds that the frame allows; None where the sentence has no such thing."""
        for head in self._heads(a, verb, frame, noun, only_via):
            target = self.targets.at(a, head)
            if target is not None and target.kinds & frame.objects and not (noun is None and self._is_owner(a, head)):
                return target
        found = self.by_the_eye(a, verb, frame, noun, only_via)
        return found if found is None or noun is not None or not self._is_past_object(a, verb, frame, found) else None

    def _is_past_object(self, a: Analysed, verb: int, frame: Frame, found: Target) -> bool:
        """ "Abandoned her campaign when it became clear": what the eye found stands past another thing that is done."""
        if "" not in frame.via:
            return False
        if a.is_heading:  # "leaves Snake Island and Putin's G7", "told to leave Ivory Coast as UN warns"
            own = [child for child in a.tree.related(verb, "obj") if verb < child <= verb + _BESIDE]
            is_other = [child for child in own if child != found.head and self.targets.at(a, child) is None]
            is_state = [child for child in own if a.is_participant(child) and Kind.PARTY not in frame.objects]
            between = a.lower[verb + 1 : found.head]
            return bool(is_other or is_state) and bool({"and", ",", "as", "after", "while", "amid"} & set(between))
        for child in a.tree.related(verb, "obj"):
            is_thing = verb < child < found.head and a.tokens[child].pos == "NOUN" and child not in a.at
            is_ours = any(a.lemma(child) in nouns for nouns in a.words.nouns.values())
            if is_thing and not is_ours and child not in a.timed and found.head not in a.phrase(child, _OF_IT):
                return any(a.tokens[at].pos in _BREAKS or a.lower[at] == "," for at in range(child, found.head + 1))
        return False

    def _heads(self, a: Analysed, verb: int, frame: Frame, noun: int | None, only_via: bool) -> Iterator[int]:
        if noun is not None:
            yield from a.tree.related(noun, "nmod:poss", "compound")
        whose = self._whose(a, verb)
        if whose is not None and "" in frame.via:
            yield whose
        if "" in frame.via and not only_via:
            token = a.tokens[verb]
            if is_passive(a, verb):
                yield from a.tree.related(verb, "nsubj:pass") or a.tree.related(verb, "nsubj")
                for child in a.tree.related(verb, "nsubj:pass"):
                    if a.lower[child] in _SHARES:
                        yield from a.tree.related(child, "nmod")
                if token.relation.startswith("acl"):
                    yield token.head
            else:
                for child in a.tree.related(verb, "obj"):
                    if a.lower[child] in _RELATIVE:
                        yield from range(child - 1, max(-1, child - 9), -1)
                    else:
                        yield child
                        yield from a.tree.related(child, "nmod") if a.lower[child] in _SHARES else ()
                own = [child for child in a.tree.related(verb, "obj") if a.lower[child] not in _RELATIVE]
                if token.relation == "acl:relcl" and not own:  # "a treaty that ends the dispute" is not what ends
                    yield token.head
                if not own:
                    yield from self._after_an_adverbial(a, verb)
        if a.tokens[verb].relation == "acl:relcl" and a.lower[verb + 1 : verb + 2] and a.lower[verb + 1] in frame.via:
            after = a.tokens[verb + 2 : verb + 3]
            if after and (after[0].pos in ("PUNCT", "ADP") or after[0].index in a.timed):
                yield a.tokens[verb].head  # "the convention, which Uganda acceded to in 2004"
        for anchor in (verb, noun):
            if anchor is None:
                continue
            for child in a.tree.related(anchor, "obl", "nmod", "xcomp", "advcl"):
                if frame.via & set(a.cases(child)):
                    yield child
        if "" in frame.via and not only_via and not a.tree.related(verb, "obj"):  # "signed and ratified the treaty"
            token = a.tokens[verb]
            for other in (*a.tree.related(verb, "conj"), *([token.head] if token.relation == "conj" else [])):
                yield from a.tree.related(other, "obj") if other > verb else ()

    def _after_an_adverbial(self, a: Analysed, verb: int) -> Iterator[int]:
        """ "Revoked with immediate effect its accord": an object that the tree has as something else."""
        for child in a.tree.related(verb, "obl:unmarked", "xcomp"):
            is_plain = child > verb and a.tokens[child].pos in ("NOUN", "PROPN") and not a.cases(child)
            if is_plain and child not in a.timed:
                yield child

    def _whose(self, a: Analysed, verb: int) -> int | None:
        """ "Whose [summit] Belarus is hosting": the thing right after "whose"; a name between it and the verb acts."""
        for at in range(verb - 2, max(0, verb - _WHOSE_WITHIN), -1):
            if a.lower[at] in (",", ";"):
                return None
            if a.lower[at] == "whose":
                thing = next((n for n in range(at + 1, verb) if a.tokens[n].pos == "NOUN" and n not in a.at), None)
                return thing if thing is not None and any(a.is_participant(n) for n in range(thing, verb)) else None
        return None

    def by_the_eye(self, a: Analysed, verb: int, frame: Frame, noun: int | None, only_via: bool) -> Target | None:
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
            is_gerund = token.tag == "VBG" and a.form(index) is not None and index not in a.at
            if index > anchor + 1 and is_gerund and not is_before_noun(a, index):
                return None
            if a.lower[index] == "to" and index + 1 < len(a.tokens) and a.tokens[index + 1].tag == "VB":
                return None
            if a.lower[index] == "that" and token.pos == "SCONJ":
                return None
            if a.lower[index] == "law" and a.lower[index - 1] == "into":
                return None
            if a.lower[index] in STOPS or (
                (not a.is_heading or a.form(index) is not None)
                and (token.tag in ("VBD", "VBZ", "VBP", "MD") and index not in a.at and index > anchor + 1)
            ):
                return None
            if token.pos == "ADP" or a.lower[index] in ("to", "from", "of", "out"):
                if a.lower[index] not in frame.particle or a.lower[index] in frame.via:
                    preposition = a.lower[index]
                continue
            wanted = preposition in frame.via or (preposition == "of" and "from" in frame.via)
            if not wanted or (only_via and not preposition):
                continue
            is_noun = token.pos in ("NOUN", "PROPN", "PRON") or self.targets.words.is_noun(a.lower[index], "agreement")
            if index not in a.at and not is_noun:
                continue
            target = self.targets.at(a, index)
            if target is None or not target.kinds & frame.objects:
                continue
            if noun is None and self._is_owner(a, index):
                continue
            if self._is_inside_larger(a, index) or self._is_possessor(a, index, target):
                continue
            return target
        return None

    def _is_owner(self, a: Analysed, head: int) -> bool:
        """ "Joined NATO's action plan": a body whose thing it is, and not the body; but "NATO's ranks" are NATO."""
        mention = a.at.get(head)
        if mention is None or mention.agreement is None:
            return False
        after = head + 1
        while after < len(a.tokens) and a.at.get(after) is mention:
            after += 1
        if after >= len(a.tokens):
            return False
        if (
            mention.text.lower().endswith("membership")
            and a.tokens[after].text[0].isupper()
            and (after not in a.at and after not in a.timed)
        ):
            return True  # "NATO's Membership Action Plan"
        if a.tokens[after].tag != "POS":
            return False
        return not _THE_SAME & set(a.lower[after + 1 : after + 5])

    def _is_possessor(self, a: Analysed, index: int, target: Target) -> bool:
        """ "Hosted South Korea's BTS": the State is not what is hosted."""
        is_party = Kind.PARTY in target.kinds and index in a.at
        if not is_party or index + 2 >= len(a.tokens) or a.tokens[index + 1].tag != "POS":
            return False
        return not any(stands_for_a_state(a, at) for at in range(index + 2, min(len(a.tokens), index + 6)))

    def _is_inside_larger(self, a: Analysed, index: int) -> bool:
        """Whether the word only modifies a noun right after it: "the treaty organisation"."""
        head = a.tokens[index].head
        if a.tokens[index].relation not in ("compound", "amod") or head <= index or head in a.timed:
            return False
        if self.targets.at(a, head) is not None:
            return True
        is_bodys = index in a.at and a.at[index].agreement is not None and a.tokens[head].pos == "NOUN"
        is_noun = a.form(head) is None or (a.tokens[head].relation == "obj" and a.tokens[head].tag == "NN")
        is_read = not a.is_heading or (is_noun and a.tokens[head].relation.startswith("obj"))
        return is_bodys and is_read and head == index + 1  # "left the UN offices", "rejects EU plan"


def is_before_noun(a: Analysed, index: int) -> bool:
    """ "The founding Treaty of Rome": a participle between an article and a name is no verb, whatever the tree says."""
    if a.tokens[index].tag != "VBG" or not 0 < index < len(a.tokens) - 1:
        return False
    return a.tokens[index - 1].pos == "DET" and (index + 1 in a.at or a.tokens[index + 1].pos == "NOUN")
