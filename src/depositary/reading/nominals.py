"""Nominals: acts that a noun names: "Russia's withdrawal from the treaty", "US recognition of"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from depositary.reading.act import AS_BEFORE, Act, singular_nominal
from depositary.reading.analysis import Analysed
from depositary.reading.clauses import is_done_at
from depositary.reading.lexicon import Frame, Kind, Lexicon
from depositary.reading.objects import Objects
from depositary.reading.parties import Parties
from depositary.reading.party import Party
from depositary.reading.subjects import subject
from depositary.reading.targets import Target, Targets
from depositary.terms import Action

_BETWEEN = frozenset({"AUX", "DET", "ADJ", "NOUN", "PROPN"})
"""What may stand between "no longer" and "party": "has no longer been a State party"."""
_COMING_AND_GOING = frozenset({Action.WITHDRAW, Action.JOIN, Action.ACCEDE})
_BY_WITHIN = 14
"""Tokens after a noun within which "by" says whose act it is."""
_INTO_FORCE = (("into", "force"), ("into", "effect"), ("into", "operation"))
_STRONG = frozenset({"treaty", "convention", "agreement", "pact", "accord", "protocol", "deal"})
_ANNOUNCE = frozenset({"announce", "declare", "proclaim", "complete"})
_WEIGH = frozenset(
    "weigh consider mull contemplate plan want seek threaten rule reject exclude begin start initiate launch".split()
)


@dataclass(frozen=True, slots=True)
class Nominals:
    """Finds the acts that nouns name, with whose acts they are."""

    words: Lexicon
    parties: Parties
    targets: Targets
    objects: Objects

    def of(self, a: Analysed, index: int) -> Act | None:
        """The act that the noun at this token names; None where it names none, or nobody's."""
        token = a.tokens[index]
        if index in a.at or token.pos not in ("NOUN", "PROPN", "VERB"):
            return None
        if a.lower[index - 1 : index + 2] == ("in", "force", "since") and index + 2 in a.timed:
            return self._in_force_since(a, index)
        if is_done_at(a, index):
            return self._done(a, index)
        if a.lower[index] == "entry" and a.lower[index + 1 : index + 3] in _INTO_FORCE:
            return self._entry_into_force(a, index)
        if token.relation == "compound" and token.head > index:
            return None
        for frame in self.words.nominals.get(singular_nominal(a, index), ()):
            act = self._match_nominal(a, index, frame)
            if act is not None:
                return act
        return None

    def _match_nominal(self, a: Analysed, index: int, frame: Frame) -> Act | None:
        if frame.id == "membership-effective":
            return self._effective(a, index, frame)
        if frame.id == "member-since":
            return self._member_since(a, index, frame)
        if frame.id == "application-made":
            return self._applied(a, index, frame)
        if frame.id == "no-longer-party":
            return self._no_longer(a, index, frame)
        if frame.needs:
            return self._notice(a, index, frame)
        if frame.id == "expel":
            return self._expulsion(a, index, frame)
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
        if (
            target is None
            and frame.bare
            and who.is_settled
            and not who.is_unnamed
            and a.tokens[index].relation.startswith(("nsubj", "obj", "obl"))
        ):
            return Act(frame, index, who, None, is_nominal=True)
        if target is None and not who.is_settled and self._is_spoken_of_again(a, index):
            return Act(frame, index, AS_BEFORE, None, is_nominal=True)
        if target is None:
            return None
        if Kind.PARTY in frame.objects and target.parties and target.kinds & {Kind.PARTY, Kind.RECOGNITION}:
            other = Party(target.parties, (target.head,))
        if not who.is_settled:
            who = self._by(a, index) or self._whose(a, target)
        if not who.is_settled or target.head in who.indexes:
            return None
        if frame.action in _COMING_AND_GOING and any(self._is_body(a, at) for at in who.indexes):
            return None
        return Act(frame, index, who, target, other, is_nominal=True)

    def _expulsion(self, a: Analysed, index: int, frame: Frame) -> Act | None:
        """ "The expulsion of Egypt from the Arab League": the body that expels, and whom."""
        low = a.lower
        if low[index + 1 : index + 2] != ("of",):
            return None
        near = range(index + 2, min(len(a.tokens), index + 6))
        whom = next((self.parties.of(a, at) for at in near if a.is_participant(at)), Party())
        after = range(max(whom.indexes, default=index) + 1, min(len(a.tokens), index + 10))
        source = next((at for at in after if low[at] == "from"), None)
        heads = range(source + 1, min(len(a.tokens), source + 4)) if source is not None else ()
        body = next((found for at in heads if (found := self.targets.at(a, at)) is not None), None)
        if not whom or body is None or body.agreement is None or Kind.BODY not in body.kinds:
            return None
        return Act(frame, index, self.parties.of(a, body.head), body, whom, is_nominal=True)

    def _in_force_since(self, a: Analysed, index: int) -> Act | None:
        """ "The treaty, signed in 1992 and in force since 2002": without a verb of its own."""
        frame = next((each for each in self.words.frames["enter"] if each.id == "enter-into-force"), None)
        if frame is None:
            return None
        for left in range(index - 2, -1, -1):
            found = self.targets.at(a, left) if left in a.at or a.tokens[left].pos == "NOUN" else None
            if found is not None and Kind.AGREEMENT in found.kinds and found.head == left:
                return Act(frame, index, Party(), found, is_nominal=False)
            if a.lower[left] in (";", "–", "—"):
                return None
        return None

    def _entry_into_force(self, a: Analysed, index: int) -> Act | None:
        """ "Its entry into force is expected in May", "the entry into force of the treaty": the agreement's own act."""
        frame = next((each for each in self.words.frames["enter"] if each.id == "enter-into-force"), None)
        heads = a.tree.related(index, "nmod:poss", "nmod", "compound")
        found = (self.targets.at(a, at) for at in heads if a.lower[at] not in ("force", "effect"))
        target = next((each for each in found if each is not None and Kind.AGREEMENT in each.kinds), None)
        if target is not None and target.agreement is None and target.noun not in _STRONG:
            return None  # "the entry into force of the extension of the regime"
        if target is None and a.lower[index - 1 : index] == ("its",):
            place = a.tokens[index - 1]
            kinds = frozenset({Kind.AGREEMENT})
            target = Target(index - 1, kinds, place.start, place.end, is_pointing=True)
        return Act(frame, index, Party(), target, is_nominal=True) if frame is not None and target is not None else None

    def _done(self, a: Analysed, index: int) -> Act | None:
        """ "An agreement between Malta and Chad, done at Valletta on 27 September 2013": its sides signed it."""
        frame = next(each for each in self.words.frames["sign"] if each.id == "sign")
        target = self.targets.at(a, a.tokens[index].head)
        is_fit = target is not None and Kind.AGREEMENT in target.kinds and a.tokens[index].relation == "acl"
        return Act(frame, index, Party(), target) if is_fit else None

    def _no_longer(self, a: Analysed, index: int, frame: Frame) -> Act | None:
        """ "US no longer party to the treaty", in a heading: it has left it."""
        no = next(
            (at for at in range(index - 2, max(-1, index - 7), -1) if a.lower[at : at + 2] == ("no", "longer")), 0
        )
        if no < 1 or any(a.tokens[at].pos not in _BETWEEN for at in range(no + 2, index)):
            return None
        name = no - 1
        while name > 0 and a.tokens[name].pos == "AUX":
            name -= 1
        target = self.objects.by_the_eye(a, index, frame, None, only_via=True)
        if name < 0 or target is None or not a.is_participant(name) or a.at[name].is_adjective:
            return None
        return Act(frame, index, self.parties.of(a, name), target, is_nominal=True)

    def _effective(self, a: Analysed, index: int, frame: Frame) -> Act | None:
        """ "Timor-Leste's membership becomes effective on 30 August": it joins then."""
        who = self._owner(a, index)
        is_told = any(word in frame.needs for word in a.lower[index + 1 : index + 5])
        if not who and is_told and (index == 0 or a.lower[index - 1] in ("and", ",", "the")):
            who = AS_BEFORE
        return Act(frame, index, who, None, is_nominal=True) if (who or who is AS_BEFORE) and is_told else None

    def _member_since(self, a: Analysed, index: int, frame: Frame) -> Act | None:
        """ "Venezuela, a member since 2012", "has been a member of the bloc since May": it joined then."""
        since = next((at for at in range(index + 1, min(len(a.tokens), index + 8)) if a.lower[at] == "since"), None)
        if since is None or since + 1 not in a.timed or "," in a.lower[index:since]:
            return None
        left = index - 1
        if a.lower[index] == "board":  # "Brazil, on board since June"
            if left < 0 or a.lower[left] != "on":
                return None
            left -= 1
        while left >= 0 and a.tokens[left].pos in ("DET", "ADJ", "AUX", "ADV"):
            left -= 1
        is_apposition = left > 0 and a.lower[left] == ","
        name = left - is_apposition
        if name < 0 or not a.is_participant(name) or a.at[name].is_adjective:
            return None
        targets = (self.targets.at(a, at) for at in range(index + 1, since))
        target = next((t for t in targets if t is not None and t.kinds & frame.objects), None)
        return Act(frame, index, self.parties.of(a, name), target, is_nominal=True)

    def _applied(self, a: Analysed, index: int, frame: Frame) -> Act | None:
        """ "Somalia's request for membership, made in 2012", "the application dated from June": somebody applied."""
        near = range(index + 1, min(len(a.tokens), index + 10))
        told = next((at for at in near if a.lower[at] in frame.needs), None)
        if told is None or a.tokens[index].relation.startswith("obj"):
            return None
        who = self._owner(a, index)
        if not who.is_settled and (index == 0 or a.lower[index - 1] != "the"):
            return None
        targets = (self.targets.at(a, at) for at in range(index + 1, told))
        target = next((t for t in targets if t is not None and t.kinds & frame.objects), None)
        return Act(frame, index, who if who.is_settled else AS_BEFORE, target, is_nominal=True)

    def _notice(self, a: Analysed, index: int, frame: Frame) -> Act | None:
        """ "Formal notice of the withdrawal of Niger and Mali": whose it is, and from what."""
        near = range(index + 1, min(len(a.tokens), index + 5))
        what = next((at for at in near if a.lemma(at) in frame.needs), None)
        if what is None:
            return None
        who = self._sender(a, index) or self._owner(a, index)
        for at in range(what + 1, min(len(a.tokens), what + 4)):
            if not who and a.is_participant(at) and "of" in a.lower[what:at]:
                who = self.parties.of(a, at)
        if not who.is_settled:
            return None
        after = range(max((what, *who.indexes)) + 1, min(len(a.tokens), what + 16))
        targets = (self.targets.at(a, at) for at in after if a.at.get(at) is not None)
        named = next((found for found in targets if found is not None and found.agreement is not None), None)
        return Act(frame, index, who, named, is_nominal=True)

    def _is_spoken_of_again(self, a: Analysed, index: int) -> bool:
        """ "The withdrawal will take effect": an act told of before, whose effect is told now."""
        before = a.lower[max(0, index - 2) : index]
        following = a.lower[index + 1 : index + 9]
        is_the = bool(before) and any(word in ("the", "this", "that") for word in before)
        if is_the and any(word in ("effect", "effective", "force") for word in following):
            return True
        is_any = is_the or any(word in ("a", "formal", "official", "signature") for word in before)
        is_to_come = a.lower[index + 1 : index + 4]
        return is_any and a.lower[index] in ("signing", "signature", "ratification") and "will" in is_to_come

    def _owner(self, a: Analysed, index: int) -> Party:
        """Whose act the noun is: "Russia's withdrawal", "US recognition", "its accession", "accession of Finland"."""
        for child in a.tree.related(index, "nmod:poss", "compound", "amod"):
            if a.is_participant(child) or a.lower[child] in ("its", "their", "his", "her"):
                if a.lower[child] in ("its", "his", "her"):
                    return self._sender(a, index) or Party(is_anaphoric=True, number=1)
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
        announced = self._announcer(a, index)
        if announced.is_settled:
            return announced
        for child in a.tree.related(index, "nmod"):
            if "by" in a.cases(child) or ("of" in a.cases(child) and a.is_participant(child)):
                party = self.parties.of(a, child)
                if party and not any(self._is_body(a, at) for at in party.indexes):
                    return party
        return Party()

    def _whose(self, a: Analysed, target: Target) -> Party:
        """ "The deposit of their instruments": whose they are."""
        for child in a.tree.related(target.head, "nmod:poss"):
            if a.lower[child] in ("its", "his", "her", "their"):
                return Party(is_anaphoric=True, number=0 if a.lower[child] == "their" else 1)
        return Party()

    def _by(self, a: Analysed, index: int) -> Party:
        """ "The signing of a pact by Chad and Mali", whatever the tree hangs them from."""
        for at in range(index + 1, min(len(a.tokens) - 1, index + _BY_WITHIN)):
            if a.tokens[at].pos in ("VERB", "AUX") or a.lower[at] in (",", ";"):
                return Party()
            if a.lower[at] == "by":
                name = at + 1 + (a.tokens[at + 1].pos == "DET")
                return self.parties.of(a, name) if a.is_participant(name) else Party()
        return Party()

    def _sender(self, a: Analysed, index: int) -> Party:
        """ "It received from the Kingdom of Spain notification of its withdrawal": whose it is."""
        near = range(index - 1, max(-1, index - 10), -1)
        sender = next((at for at in near if a.is_participant(at) and "from" in a.lower[max(0, at - 2) : at]), None)
        if sender is None or not any(low.startswith("receiv") for low in a.lower[max(0, sender - 6) : sender]):
            return Party()
        return self.parties.of(a, sender)

    def _announcer(self, a: Analysed, index: int) -> Party:
        """ "The ministry announced the severance of relations", "Finland is weighing an exit": whose act it is."""
        verb = a.tokens[index].head
        is_own = a.tokens[index].relation == "obj" and a.lemma(verb) in _ANNOUNCE | _WEIGH
        told = verb if is_own else self._informing(a, index)
        return subject(a, self.parties, told) if told is not None else Party()

    def _informing(self, a: Analysed, index: int) -> int | None:
        """ "Informed Israel of the termination of relations": the verb that tells of the noun."""
        of = next((at for at in range(index - 1, max(-1, index - 4), -1) if a.lower[at] == "of"), None)
        near = range((of or 0) - 1, max(-1, (of or 0) - 6), -1)
        return next((at for at in near if a.lemma(at) in ("inform", "notify") and at not in a.at), None)

    def _is_body(self, a: Analysed, index: int) -> bool:
        target = self.targets.at(a, index)
        return target is not None and Kind.BODY in target.kinds

    def _nominal_by_the_eye(self, a: Analysed, index: int, frame: Frame) -> Target | None:
        is_recognition = frame.action is Action.RECOGNISE  # "recognition from the agency" is by it
        via = frozenset({"of"} if is_recognition else {"of", "from", "to", "into", "in", "with"})
        probe = replace(frame, via=via, particle=frozenset())
        at = index + 1
        if at < len(a.tokens) and a.lower[at] in via:
            return self.objects.by_the_eye(a, index, probe, None, only_via=True)
        return None
