"""Ellipsis: acts whose verb the sentence leaves out: "and Vietnam in July 1995", "followed by Morocco"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from depositary.reading.act import Act
from depositary.reading.analysis import Analysed
from depositary.reading.lexicon import Frame, Place
from depositary.reading.mention import Thing
from depositary.reading.parties import Parties
from depositary.reading.party import Party
from depositary.reading.subjects import is_passive, subject
from depositary.reading.targets import Target, Targets
from depositary.terms import Action

_FIRST = frozenset(
    "second third fourth fifth sixth seventh eighth ninth tenth first nobody none no new newest latest last".split()
)
_AUXILIARIES = frozenset("did do does has have had will would".split())
_THEN_WITHIN = 5
_RANKS = frozenset("first second third fourth fifth last latest".split())
_SPANS = frozenset("years year months month weeks week days day decade decades".split())
_SIGNING = frozenset({"sign", "signatory", "signature", "name"})
_JOINING = frozenset(
    (
        "admit join enter accede welcome accept member ally newcomer enlargement expansion accession entry addition "
        "admission entrant joiner"
    ).split()
)
_DO = frozenset("do did does done doing".split())
_STEPPING = frozenset({"take", "consider", "weigh", "mull", "contemplate", "plan", "study", "prepare"})
_THEN = frozenset({"last", "next", "then", "first", "finally", "later", "afterwards"})
_ENTRIES = frozenset({Action.JOIN, Action.ACCEDE, Action.SIGN})
_SIMILAR = frozenset({"decision", "move", "step", "announcement", "declaration", "act"})
_POINTING = frozenset({"followed", "came", "joined", "entered"})
_LIFTING = frozenset({"lift", "end", "revoke", "reverse", "undo", "rescind"})
_MEASURES = frozenset({"measure", "measures", "decision", "suspension", "step", "ban"})
_GOING = frozenset({Action.WITHDRAW, Action.DENOUNCE})
_TURNING_BACK = (("reverse", "course"), ("think", "again"), ("change", "course"))
_LATER = (("later",), ("next",), ("then",), ("after",), ("suit",), (".",), ())


@dataclass(frozen=True, slots=True)
class Ellipsis:
    """Finds acts that follow another one in the same sentence without a verb of their own."""

    parties: Parties
    targets: Targets

    def of(self, a: Analysed, index: int, latest: Act) -> Act | None:
        """ "A signing in September, followed by B in December": B does the same."""
        firm = None if latest.is_nominal else (latest.index if latest.as_firm_as is None else latest.as_firm_as)
        if index and a.is_participant(index - 1) and self._comes_after(a, index):
            return _also(latest, index, self.parties.of(a, index - 1), firm)
        if (another := self._another_target(a, index, latest)) is not None:
            return Act(latest.frame, another.head, latest.subject, another, as_firm_as=firm)
        if (
            a.lower[index - 1 : index + 1] == ("and", "for")
            and latest.frame.action is Action.ENTER_INTO_FORCE
            and self._is_gapped(a, index)
        ):
            at = next(at for at in range(index + 1, len(a.tokens)) if a.is_participant(at))
            return _also(latest, at, self.parties.of(a, at), firm)
        if a.lower[index] in ("and", ",", "then") and self._is_gapped(a, index):
            at = next(at for at in range(index + 1, len(a.tokens)) if a.is_participant(at))
            return _also(latest, at, self.parties.of(a, at), firm)
        if a.lower[index] == "as" and a.lower[index - 3 : index - 1] == ("the", "same") and index - 1 > 1:
            at = index + 1
            is_name = at < len(a.tokens) and a.is_participant(at) and not a.at[at].is_adjective
            return Act(latest.frame, at, self.parties.of(a, at), latest.target) if is_name else None
        if index > 1 and a.lower[index - 1] in ("as", "neither", "nor") and a.lower[index] in _AUXILIARIES:
            name = next((at for at in range(index + 1, min(len(a.tokens), index + 6)) if a.is_participant(at)), None)
            if name is None or a.at[name].is_adjective or "," in a.lower[index:name]:
                return None  # "has refused to do so, as has Spain", "neither did his colleague from Chad"
            return _also(latest, index, self.parties.of(a, name), firm)
        if a.lower[index] == "after" and not latest.is_nominal and (who := self._years_after(a, index)):
            return Act(latest.frame, max(who.indexes), who, latest.target)
        if a.lower[index] == "following" and index and a.lower[index - 1] == "," and not latest.is_nominal:
            return self._done_before(a, index, latest)
        if a.lower[index] != "followed":
            return None
        by = next(
            (at for at in range(index + 1, min(len(a.tokens), index + 7)) if a.lower[at] in ("by", ",", ".")), None
        )
        if by is None or a.lower[by] != "by":
            return None
        for at in range(by + 1, min(len(a.tokens), by + 5)):
            if a.is_participant(at) and not a.at[at].is_adjective:
                return _also(latest, index, self.parties.of(a, at), firm)
        return None

    def _years_after(self, a: Analysed, index: int) -> Party:
        """ "Joined in December 1996, two years after Mexico": Mexico did so before."""
        at = index + 1
        is_span = index > 1 and a.lower[index - 1] in _SPANS and a.lower[index - 3 : index - 2] in ((",",), ("and",))
        if not is_span or at >= len(a.tokens) or not a.is_participant(at) or a.at[at].thing is Thing.PERSON:
            return Party()
        after = max(a.coordinated(at)) + 1
        is_all = after >= len(a.tokens) or a.lower[after] in (".", ",", ";", "and")
        return self.parties.of(a, at) if is_all and not a.at[at].is_adjective else Party()

    def _first_since(self, a: Analysed, index: int) -> int | None:
        """The name after "since" whose day follows, in a sentence about the first or the last."""
        if not _FIRST & set(a.lower[:index]):
            return None
        at = index + 1
        while at < len(a.tokens) and a.lower[at] in ("the", "that", "those", "of"):
            at += 1
        if at >= len(a.tokens) or not a.is_participant(at) or a.at[at].is_adjective:
            return None
        after = max(a.coordinated(at)) + 1
        after += a.lower[after : after + 1] in (("did",), ("’s",), ("'s",))  # "since Tonga did in 1996", "Tonga's in"
        after += a.lower[after : after + 1] in (("in",), ("on",))
        return at if after in a.timed else None

    def _done_before(self, a: Analysed, index: int, latest: Act) -> Act | None:
        """ "Germany has suspended its treaty, following Canada and Australia": those did so before."""
        at = index + 1
        target = latest.target
        is_of_two = target is not None and bool(target.noun) and len(target.parties) == 1
        if target is None or (target.agreement is None and not is_of_two):
            return None
        if at >= len(a.tokens) or not a.is_participant(at) or a.at[at].is_adjective:
            return None
        after = max(a.coordinated(at)) + 1
        is_all = after >= len(a.tokens) or a.lower[after] in (".", ",", ";") or after in a.timed
        return Act(latest.frame, index, self.parties.of(a, at), target, is_again=True) if is_all else None

    def since(self, a: Analysed, index: int) -> Act | None:
        """ "The first to sign since Tonga in 1996", "has admitted nobody since Chad last year": who did so then."""
        is_after = a.lower[index] == "after" and a.lower[index + 2 : index + 3] in (("’s",), ("'s",))
        at = self._first_since(a, index) if a.lower[index] == "since" or is_after else None
        if at is None:
            return None
        before = {a.lemma(left) for left in range(index)}
        verb = "sign" if before & _SIGNING else "join" if before & _JOINING else None
        if verb is None:
            return None
        frame = next(frame for frame in self.targets.words.frames[verb] if frame.id == verb)
        return Act(frame, at, self.parties.of(a, at), None)

    def of_same(self, a: Analysed, index: int, latest: Act) -> Act | None:
        """ "Slovenia is expected to follow", "the other chamber has since done the same": the same act by another."""
        if a.tokens[index].pos not in ("VERB", "AUX"):
            return None
        lemma = a.lemma(index)
        if a.lower[index - 1] == "to" and _FIRST & set(a.lower[max(0, index - 12) : index]):
            return None  # "the first to do so" says again what was said
        if {"if", "unless", "once"} & set(a.lower[max(0, index - 5) : index]):
            return None
        if latest.frame.action in _GOING and (lemma == "reconsider" or a.lower[index : index + 2] in _TURNING_BACK):
            frame = next(each for each in self.targets.words.frames["rescind"] if each.action is Action.RESUME)
            who = subject(a, self.parties, index)
            return replace(_again(latest, index, who), frame=frame) if who.participants else None
        if (step := _same_step(a, index)) is not None:
            who = subject(a, self.parties, index)
            place = index if lemma == "take" else step  # "is considering a similar step": as firm as the verb above it
            return _again(latest, place, who) if self._can_follow(who, latest) else None
        if lemma == "become" and self._is_first_then(a, index):
            who = subject(a, self.parties, index)
            return _again(latest, index, who) if self._can_follow(who, latest) else None
        if self._is_same_act(a, index, latest):
            return _again(latest, index, subject(a, self.parties, index))
        is_yet = a.lower[index - 2 : index] == ("yet", "to") and lemma in ("act", "follow", "decide")
        is_not = a.lower[index] in ("has", "have") and a.lower[index + 1 : index + 3] in (("not", "."), ("not",))
        if is_yet or is_not:
            who = subject(a, self.parties, index)
            act = _again(latest, index, who)
            if who.organ is not None and latest.frame.action is Action.SIGN:  # "its legislature has yet to act"
                act = replace(act, frame=self.targets.words.frames["ratify"][0])
            return act if self._can_follow(who, latest, also_it=who.organ is not None) else None
        if latest.frame.id == "found" and lemma in ("come", "follow"):  # "five founded it; Brunei came in 1984"
            latest = replace(latest, frame=self._frame("join"))
        if latest.frame.action is Action.SUSPEND and (lifted := self._lifted(a, index, latest)) is not None:
            return lifted
        if lemma == "come" and latest.frame.action in _ENTRIES and (who := self._inverted(a, index)):
            return _again(latest, index, who)
        if lemma == "follow" and (by := self._similar_by(a, index)) is not None:
            return _again(latest, by, self.parties.of(a, by))
        if lemma not in ("follow", "come") and a.lower[index] not in _DO:
            return None
        if a.lower[index - 1] == "so" and (index == 1 or (index > 1 and a.lower[index - 2] in ("and", ",", ";"))):
            at = next((at for at in range(index + 1, min(len(a.tokens), index + 4)) if a.is_participant(at)), None)
            return _again(latest, index, self.parties.of(a, at)) if at is not None else None
        if (
            a.lower[index] == "did"
            and a.lower[index - 1] in ("never", "not")
            and a.lower[index + 1 : index + 2] in ((".",), ())
        ):
            who = subject(a, self.parties, index)
            return _again(latest, index, who) if self._can_follow(who, latest) else None
        after = a.lower[index + 1 : index + 3]
        is_same = after in (("the", "same"), ("so", "."), ("likewise", ".")) or after[:1] in (("so",), ("suit",))
        is_in = lemma == "follow" or (lemma == "come" and latest.frame.action in _ENTRIES)
        is_dated = is_in and after[:1] in (("in",), ("on",)) and index + 2 in a.timed
        is_it = a.lower[index] in ("did", "done") and after[:1] == ("it",) and self._is_then(a, index + 2)
        is_bare = is_dated or is_it or (lemma == "follow" and after[:1] in ((".",), (",",), ("suit",), (), ("…",)))
        if not (is_same or is_bare):
            return None
        who = subject(a, self.parties, index)
        is_to_come = lemma == "follow" and a.lower[index - 1] in ("to", "will", "would")
        if not self._can_follow(who, latest, also_it=is_to_come):
            return None
        return _again(latest, index, who)

    def _frame(self, id: str) -> Frame:
        return next(frame for frames in self.targets.words.frames.values() for frame in frames if frame.id == id)

    def _lifted(self, a: Analysed, index: int, latest: Act) -> Act | None:
        """ "Suspended Fiji in 2009 and lifted the measure in 2014": the same one takes back what it did."""
        if a.lemma(index) not in _LIFTING:
            return None
        things = (*a.tree.related(index, "obj"), *a.tree.related(index, "nsubj"))
        if not any(a.lower[at] in _MEASURES and a.lower[at - 1] in ("the", "that", "this") for at in things if at):
            return None
        who = subject(a, self.parties, index)
        who = who if who.participants and not is_passive(a, index) else replace(latest.subject, indexes=())
        other = replace(latest.other, indexes=())
        return Act(self._frame("lift-suspension"), index, who, latest.target, other, is_again=True)

    def _similar_by(self, a: Analysed, index: int) -> int | None:
        """ "The announcement followed similar decisions by Chad and Mali": who did the same before."""
        at = index + 1
        while at < len(a.tokens) and a.lower[at] in ("a", "the", "several"):
            at += 1
        if a.lower[at : at + 1] != ("similar",) or a.lemma(min(at + 1, len(a.tokens) - 1)) not in _SIMILAR:
            return None
        by = at + 3 + (a.lower[at + 3 : at + 4] == ("the",))
        is_by = a.lower[at + 2 : at + 3] in (("by",), ("from",)) and by < len(a.tokens) and a.is_participant(by)
        return by if is_by and not a.at[by].is_adjective else None

    def gapped(self, a: Analysed, index: int, before: Act) -> Act | None:
        """ "The former enemies followed, Vietnam in 1995": names and times after a verb that points back."""
        if a.lower[index] not in ("and", ",", "then") or not _POINTING & set(a.lower[:index]):
            return None
        if before.is_nominal or not self._is_gapped(a, index):
            return None
        at = next(at for at in range(index + 1, len(a.tokens)) if a.is_participant(at))
        return _again(before, at, self.parties.of(a, at))

    def _inverted(self, a: Analysed, index: int) -> Party:
        """ "Last came Cambodia, in April 1999", "then came Chad": who stands after the verb."""
        at = index + 1
        if not index or a.lower[index - 1] not in _THEN or at >= len(a.tokens) or not a.is_participant(at):
            return Party()
        return self.parties.of(a, at) if not a.at[at].is_adjective else Party()

    def _is_same_act(self, a: Analysed, index: int, latest: Act) -> bool:
        """ "Norway left the pact, a year after Lithuania left": the verb again, with another name and no object."""
        if latest.is_nominal or a.tokens[index].pos != "VERB" or a.lemma(index) not in latest.frame.verbs:
            return False
        is_end = a.lower[index + 1 : index + 2] in ((".",), (",",), (";",), ()) or index + 1 in a.timed
        named = index > 0 and a.is_participant(index - 1) and not a.at[index - 1].is_adjective
        return is_end and named and "after" in a.lower[max(0, index - 6) : index]

    def _is_then(self, a: Analysed, at: int) -> bool:
        """ "Had done it in February", "did it at the end of May": a time follows."""
        return any(index in a.timed for index in range(at, min(len(a.tokens), at + _THEN_WITHIN)))

    def _is_first_then(self, a: Analysed, index: int) -> bool:
        """ "Singapore became the first from Southeast Asia in March 2022": the first to do what others did."""
        rank = next((at for at in range(index + 1, min(len(a.tokens), index + 3)) if a.lower[at] in _RANKS), None)
        if rank is None or a.lower[rank + 1 : rank + 2] not in (("from",), ("in",), ("of",), ("outside",)):
            return False
        return any(at in a.timed and a.lower[at - 1] in ("in", "on") for at in range(rank + 3, len(a.tokens)))

    def _can_follow(self, who: Party, latest: Act, *, also_it: bool = False) -> bool:
        return bool(who.participants or (also_it and who.is_anaphoric)) and not latest.is_nominal

    def _comes_after(self, a: Analysed, index: int) -> bool:
        """ "with Laos following", "Morocco came later", "Brunei followed in 2023"."""
        after = a.lower[index + 1 : index + 2]
        if a.lower[index] in ("following", "followed") and after != ("by",):
            return True
        return a.lower[index] == "came" and (after in _LATER or index + 1 in a.timed or index + 2 in a.timed)

    def _another_target(self, a: Analysed, index: int, latest: Act) -> Target | None:
        """ "left the one treaty in August and the other in November", "signed A, B and C": another treaty."""
        target = latest.target
        if target is None or (target.agreement or target.of or target.noun) is None or latest.is_nominal:
            return None
        at = index + 1
        if a.lower[index : index + 3] == ("as", "well", "as"):
            at = index + 3
        elif a.lower[index] == ",":
            if not a.holds(target.start) or not a.tokens[index].start <= target.end + 1:
                return None
        elif a.lower[index] != "and":
            return None
        while at < len(a.tokens) and (a.lower[at] in ("the", "then", "later", "an", "a") or a.tokens[at].pos == "ADJ"):
            at += 1
        while at < len(a.tokens) and at not in a.at and a.tokens[at].relation == "compound" and a.tokens[at].head > at:
            at = a.tokens[at].head
        mention = a.at.get(at)
        if mention is not None and mention.thing is not Thing.AGREEMENT:
            return None
        found = self.targets.at(a, at) if at < len(a.tokens) else None
        if found is None or not found.kinds & latest.frame.objects:
            return None
        is_between_two = bool(found.noun and found.parties and target.noun and target.parties)
        if (found.agreement or found.of) is None and not is_between_two:
            return None
        after = next((next_ for next_ in range(at, len(a.tokens)) if a.tokens[next_].start >= found.end), len(a.tokens))
        does = after < len(a.tokens) and a.tokens[after].pos in ("VERB", "AUX")  # "and the Paris Agreement took effect"
        return found if not does and found.head not in (target.head,) else None

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
        if a.lower[end : end + 3] == ("the", "one", "after"):
            return True
        if end < len(a.tokens) and a.lower[end] in ("in", "on", "until"):
            return end + 1 < len(a.tokens) and end + 1 in timed
        return end < len(a.tokens) and end in timed and end + 1 in timed


def _again(latest: Act, index: int, who: Party) -> Act:
    """The same act by another; whom it was done to may stand in another sentence, so its words are none of these.

    Where a body acted on a State ("Mali was suspended; Chad followed"), it acts on the other one too.
    """
    if latest.frame.actor is Place.BODY:
        return replace(latest, index=index, subject=replace(latest.subject, indexes=()), other=who, is_again=True)
    return Act(latest.frame, index, who, latest.target, replace(latest.other, indexes=()), is_again=True)


def _same_step(a: Analysed, verb: int) -> int | None:
    """Where the step is in "are taking the same step", "took the step", "is considering a similar move"."""
    if a.tokens[verb].pos != "VERB" or a.lemma(verb) not in _STEPPING:
        return None
    near = range(verb + 1, min(len(a.tokens), verb + 5))
    step = next((at for at in near if a.lower[at] in ("step", "move", "action")), None)
    if step is None:
        return None
    is_same = any(a.lower[at] in ("same", "similar") for at in range(verb + 1, step))
    is_the = a.lemma(verb) == "take" and a.lower[step - 1] in ("the", "that")
    return step if is_same or is_the else None


def _also(latest: Act, index: int, who: Party, firm: int | None) -> Act:
    """The act that another one does too, or, where a body acted on a State, that is done to another one too."""
    if latest.frame.actor is Place.BODY:
        return replace(latest, index=index, other=who, subject=replace(latest.subject, indexes=()), as_firm_as=firm)
    return Act(latest.frame, index, who, latest.target, as_firm_as=firm)
