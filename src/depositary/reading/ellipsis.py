"""Ellipsis: acts whose verb the sentence leaves out: "and Vietnam in July 1995", "followed by Morocco"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from depositary.reading.act import Act
from depositary.reading.analysis import Analysed
from depositary.reading.mentions import Thing
from depositary.reading.parties import Parties, Party
from depositary.reading.subjects import subject
from depositary.reading.targets import Target, Targets

_LATER = (("later",), ("next",), ("then",), ("after",), ("suit",), (".",), ())


@dataclass(frozen=True, slots=True)
class Ellipsis:
    """Finds acts that follow another one in the same sentence without a verb of their own."""

    parties: Parties
    targets: Targets

    def of(self, a: Analysed, index: int, latest: Act) -> Act | None:
        """ "A signing in September, followed by B in December": B does the same."""
        if index and a.is_participant(index - 1) and self._comes_after(a, index):
            return Act(latest.frame, index, self.parties.of(a, index - 1), latest.target)
        if a.lower[index] == "and" and (another := self._another_target(a, index, latest)) is not None:
            return Act(latest.frame, another.head, latest.subject, another)
        if a.lower[index] in ("and", ",", "then") and self._is_gapped(a, index):
            at = next(at for at in range(index + 1, len(a.tokens)) if a.is_participant(at))
            return Act(latest.frame, at, self.parties.of(a, at), latest.target)
        if a.lower[index] == "following" and index and a.lower[index - 1] == "," and not latest.is_nominal:
            return self._done_before(a, index, latest)
        if a.lower[index] != "followed" or index + 1 >= len(a.tokens) or a.lower[index + 1] != "by":
            return None
        for at in range(index + 2, min(len(a.tokens), index + 6)):
            if a.is_participant(at) and not a.at[at].is_adjective:
                return Act(latest.frame, index, self.parties.of(a, at), latest.target)
        return None

    def _done_before(self, a: Analysed, index: int, latest: Act) -> Act | None:
        """ "Germany has suspended its treaty, following Canada and Australia": those did so before."""
        at = index + 1
        if latest.target is None or latest.target.agreement is None:
            return None
        if at >= len(a.tokens) or not a.is_participant(at) or a.at[at].is_adjective:
            return None
        after = max(a.coordinated(at)) + 1
        is_all = after >= len(a.tokens) or a.lower[after] in (".", ",", ";") or after in a.timed
        return Act(latest.frame, index, self.parties.of(a, at), latest.target) if is_all else None

    def of_same(self, a: Analysed, index: int, latest: Act) -> Act | None:
        """ "Slovenia is expected to follow", "the other chamber has since done the same": the same act by another."""
        lemma = a.lemma(index)
        if lemma == "take" and _is_same_step(a, index):
            who = subject(a, self.parties, index)
            return _again(latest, index, who) if self._can_follow(who, latest) else None
        if self._is_same_act(a, index, latest):
            return _again(latest, index, subject(a, self.parties, index))
        if a.tokens[index].pos != "VERB" or lemma not in ("do", "follow"):
            return None
        after = a.lower[index + 1 : index + 3]
        is_same = after in (("the", "same"), ("so", "."), ("likewise", ".")) or after[:1] in (("so",), ("suit",))
        is_dated = lemma == "follow" and after[:1] in (("in",), ("on",)) and index + 2 in a.timed
        is_bare = is_dated or (lemma == "follow" and after[:1] in ((".",), (",",), ("suit",), (), ("…",)))
        if not (is_same or is_bare):
            return None
        who = subject(a, self.parties, index)
        if not self._can_follow(who, latest):
            return None
        return _again(latest, index, who)

    def _is_same_act(self, a: Analysed, index: int, latest: Act) -> bool:
        """ "Norway left the pact, a year after Lithuania left": the verb again, with another name and no object."""
        if latest.is_nominal or a.tokens[index].pos != "VERB" or a.lemma(index) not in latest.frame.verbs:
            return False
        is_end = a.lower[index + 1 : index + 2] in ((".",), (",",), (";",), ()) or index + 1 in a.timed
        named = index > 0 and a.is_participant(index - 1) and not a.at[index - 1].is_adjective
        return is_end and named and "after" in a.lower[max(0, index - 6) : index]

    def _can_follow(self, who: Party, latest: Act) -> bool:
        return bool(who.participants) and not latest.is_nominal

    def _comes_after(self, a: Analysed, index: int) -> bool:
        """ "with Laos following", "Morocco came later", "Brunei followed in 2023"."""
        after = a.lower[index + 1 : index + 2]
        if a.lower[index] in ("following", "followed") and after != ("by",):
            return True
        return a.lower[index] == "came" and (after in _LATER or index + 1 in a.timed or index + 2 in a.timed)

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


def _again(latest: Act, index: int, who: Party) -> Act:
    """The same act by another; whom it was done to may stand in another sentence, so its words are none of these."""
    return Act(latest.frame, index, who, latest.target, replace(latest.other, indexes=()))


def _is_same_step(a: Analysed, verb: int) -> bool:
    """ "Are taking the same step", "took similar action"."""
    near = a.lower[verb + 1 : verb + 5]
    return any(word in ("same", "similar") for word in near) and any(
        word in ("step", "move", "action") for word in near
    )
