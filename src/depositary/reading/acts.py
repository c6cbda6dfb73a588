"""Acts: the words that signal what is done to an agreement, with who does it and to what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from depositary.reading.act import AS_BEFORE, Act, singular_nominal
from depositary.reading.analysis import Analysed
from depositary.reading.clauses import is_of_another_frame, is_of_those_who, leads_to_a_time, meeting_verb
from depositary.reading.ellipsis import Ellipsis
from depositary.reading.infinitives import demander_of_bare
from depositary.reading.lexicon import Frame, Kind, Lexicon, Place
from depositary.reading.nominals import Nominals
from depositary.reading.objects import STOPS, Objects, is_before_noun
from depositary.reading.parties import Parties
from depositary.reading.party import Party
from depositary.reading.places import Places, clause_of
from depositary.reading.standins import StandIns
from depositary.reading.subjects import is_passive, subject
from depositary.reading.targets import Target, Targets
from depositary.terms import Action

_PARTICLE_WITHIN = 6
_NOUN_WITHIN = 10
_VOID_WITHIN = 20
_DAY_WITHIN = 7
_TOLD_WITHIN = 12
_ENTRIES = frozenset({Action.JOIN, Action.ACCEDE})
_WITH_PURPOSE = frozenset({Kind.APPLICATION, Kind.INVITATION, Kind.INTENTION})
_PURPOSES_OF_SIGNING = frozenset({Action.ANNOUNCE_INTENT, Action.ESTABLISH_RELATIONS})
_PURPOSES = frozenset("join rejoin accede enter become seek leave withdraw quit sign".split())
_RELATIVE = frozenset({"which", "that", "who"})
_WHOM = frozenset({"theirs", "hers", "ours", "one", "ones", "it", "them", "him", "her", "us", "me", "you", "others"})
_STEPS = frozenset("sign join ratify accede leave quit withdraw apply recognise recognize approve reject".split())
"""Verbs that "did so" may stand for."""
_TIMES = frozenset({"ago", "later", "earlier", "before", "afterwards"})
_LED_BY = {"under-negotiation": "under", "sign-into-law": "into"}
"""The word right before the noun of these frames."""
_OF_MEMBERS = frozenset({"be-nth-member", "become-member", "be-member-now"})
_NOT = frozenset({"not", "n't", "n’t", "never", "refused", "declined"})
_AHEAD = frozenset(
    {"yet", "not", "never", "to", "will", "would", "shall", "may", "might", "could", "’ll", "'ll", "should", "must"}
)


@dataclass(slots=True)
class Acts:
    """Finds the acts of a sentence by the frames of the lexicon."""

    words: Lexicon
    parties: Parties
    targets: Targets
    latest: Act | None = None

    @property
    def _objects(self) -> Objects:
        return Objects(self.targets)

    @property
    def _places(self) -> Places:
        return Places(self.words, self.parties, self.targets, self._objects)

    @property
    def _nominals(self) -> Nominals:
        return Nominals(self.words, self.parties, self.targets, self._objects)

    @property
    def _stand_ins(self) -> StandIns:
        return StandIns(self.parties, self.targets)

    @property
    def _ellipsis(self) -> Ellipsis:
        return Ellipsis(self.parties, self.targets)

    def of(self, a: Analysed) -> Iterator[Act]:
        """The acts in the order of the text, at most one a word."""
        taken: set[int] = set()
        latest: Act | None = None
        for index in range(len(a.tokens)):
            if index in taken:
                continue
            act = self._verbal(a, index) if self._is_verb(a, index) else self._nominals.of(a, index)
            if act is None:
                act = self._ellipsis.since(a, index)
            if act is None and latest is not None:
                act = self._ellipsis.of(a, index, latest)
            if act is None and self.latest is not None:
                act = self._ellipsis.of_same(a, index, self.latest)
            if act is None and latest is None and self.latest is not None:
                act = self._ellipsis.gapped(a, index, self.latest)
            if act is None and a.lemma(index) in _STEPS and self._is_verb(a, index):
                self.latest = None  # an act that was not read: what "did so" means is open
            if act is not None and (act.subject is AS_BEFORE or self._is_what_takes_effect(a, act)):
                taken |= {
                    at
                    for at in range(index + 1, min(len(a.tokens), index + 9))
                    if a.lemma(at) in ("take", "become", "effect")
                }
            if act is not None:
                if latest is not None and self._is_its_purpose(a, act, latest):
                    continue
                if not _is_hosted_aside(a, act):
                    latest = act
                    self.latest = self.latest if act.is_nominal else self._to_be_repeated(a, act)
                act = self._with_purpose(a, act)
                taken |= self._taken(a, act)
                yield act

    def _to_be_repeated(self, a: Analysed, act: Act) -> Act | None:
        """What "a similar step" means after this act; open after one that was refused."""
        is_refused = bool(_NOT & set(a.lower[max(0, act.index - 4) : act.index]))
        is_mentioned = a.tokens[act.index].relation == "acl" and bool(_NOT & set(a.lower[: act.index]))
        return None if is_refused or is_mentioned else act

    def _is_what_takes_effect(self, a: Analysed, act: Act) -> bool:
        """ "Its withdrawal took effect on Saturday": what takes effect is the leaving, not the treaty."""
        noun = a.tokens[act.index]
        verb = noun.head if noun.relation.startswith("nsubj") and noun.head > act.index else act.index + 1
        says_so = a.lower[verb + 1 : verb + 2] in (("effect",), ("effective",))
        return act.is_nominal and says_so and a.lemma(verb) in ("take", "become")

    def _is_its_purpose(self, a: Analysed, act: Act, latest: Act) -> bool:
        """ "Will sign a declaration to make it official": the signing is the act, and what it is for is no other."""
        if act.frame.action not in _PURPOSES_OF_SIGNING or latest.frame.action is not Action.SIGN:
            return False
        is_for = a.lower[act.index - 1] == "to" and meeting_verb(a, act.index) in (None, latest.index)
        return is_for and not any(a.lower[at] in (".", ";", "and") for at in range(latest.index, act.index))

    def _taken(self, a: Analysed, act: Act) -> set[int]:
        """Words that are part of this act and no act of their own: "asks to [join]", "revokes its [ratification]"."""
        taken = {act.noun} if act.noun is not None else set()
        if act.frame.id == "take-no-part" and act.noun is not None:
            taken.add(act.noun - 1)
        target = act.target if act.target is not None and a.holds(act.target.start) else None
        if target is not None and not act.is_nominal and singular_nominal(a, target.head) in self.words.nominals:
            taken.add(target.head)
        if not act.is_nominal:
            taken |= {at for at in a.tree.related(act.index, "obj") if singular_nominal(a, at) in self.words.nominals}
        if act.frame.id == "invite":
            timed = {at for at in a.timed if a.lower[at - 1] in ("on", "from", "by")}
            taken |= {  # "invited it to join"; with a day it is told to join too: "to become a member on 1 January"
                at
                for at in range(act.index + 1, len(a.tokens))
                if a.lemma(at) in act.frame.needs and not timed & set(range(at, at + _DAY_WITHIN))
            }
        if target is not None and target.kinds & _WITH_PURPOSE:
            near = range(target.head + 1, min(len(a.tokens), target.head + 7))
            taken |= {at for at in near if a.lemma(at) in _PURPOSES or singular_nominal(a, at) in self.words.nominals}
        return taken

    def _with_purpose(self, a: Analysed, act: Act) -> Act:
        """ "its application to join the bloc": the application is for the bloc."""
        target = act.target if act.target is not None and a.holds(act.target.start) else None
        if target is None or not target.kinds & _WITH_PURPOSE or target.of is not None or target.agreement is not None:
            return act
        for at in range(target.head + 1, min(len(a.tokens), target.head + 10)):
            if a.lower[at] in STOPS or a.lower[at] == ",":
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
        if a.lower[index] == "found" and form.lemma == "found":  # of "find"
            return False
        if is_before_noun(a, index):
            return False
        if token.relation.startswith("aux") or (token.relation == "amod" and token.head > index and token.tag != "VBD"):
            return False
        if token.pos in ("VERB", "AUX") or token.tag.startswith("VB"):
            return True
        return token.tag == "NNS" and form.tag == "VBZ" and self._is_light(a, index, form.lemma)

    def _is_light(self, a: Analysed, index: int, lemma: str) -> bool:
        """Whether its noun stands right after: "enters into force", "takes effect", misread as a plural."""
        nouns = {noun for frame in self.words.frames[lemma] for noun in frame.noun}
        return any(a.lemma(at) in nouns for at in range(index + 1, min(len(a.tokens), index + 3)))

    def _verbal(self, a: Analysed, verb: int) -> Act | None:
        frames = self.words.frames.get(a.lemma(verb), ())
        of_organ: Act | None = None
        for frame in sorted(frames, key=lambda frame: not (frame.particle or frame.noun)):
            act = self._match(a, verb, frame)
            if act is None:
                continue
            if frame.id == "approve" and a.lemma(verb) == "adopt" and act.subject.organ is None:
                continue  # a text that a body adopts is concluded; an organ of the State approves it
            if not frame.organ or act.subject.organ is not None or act.subject.participants:
                return act
            of_organ = of_organ or act  # "the pact, adopted in 2018": by no organ that is named
        return of_organ or self._told_with_notice(a, verb)

    def _told_with_notice(self, a: Analysed, verb: int) -> Act | None:
        """ "notified the bloc that it is leaving": what the notice says is an act too."""
        latest = self.latest
        frame = next(
            (frame for frame in self.words.frames.get(a.lemma(verb), ()) if frame.id in ("leave", "withdraw")), None
        )
        if frame is None or latest is None or latest.frame.action is not Action.DENOUNCE or latest.is_nominal:
            return None
        is_bare = a.lower[verb + 1 : verb + 2] in ((",",), (".",), ("with",), ())
        return Act(frame, verb, latest.subject, latest.target) if is_bare and "that" in a.lower[:verb] else None

    def _match(self, a: Analysed, verb: int, frame: Frame) -> Act | None:
        if frame.particle and not self._has_particle(a, verb, frame):
            return None
        is_applying = frame.id == "apply-rules" and not is_passive(a, verb)
        if is_applying and (verb + 1 >= len(a.tokens) or a.tokens[verb + 1].pos in ("ADP", "PUNCT", "PART")):
            return None
        if frame.only_ahead and not _is_ahead(a, verb) and demander_of_bare(a, verb) is None:
            return None
        noun = None
        if frame.noun:
            noun = self._complement(a, verb, frame)
            if noun is None:
                return None
        if noun is not None and a.lower[noun - 1] != _LED_BY.get(frame.id, a.lower[noun - 1]):
            return None
        if noun is not None and frame.id in _OF_MEMBERS and is_of_those_who(a, noun):
            return None
        if is_of_another_frame(a, verb, frame.id, noun):
            return None
        near = a.lower[verb + 1 : verb + 2] if frame.id == "be-member-now" else self._after(a, verb)
        if frame.needs and not any(word in frame.needs for word in near) and not self._is_invitation(a, verb, frame):
            return None
        match frame.actor:
            case Place.AGREEMENT:
                return self._places.of_agreement(a, verb, frame, noun)
            case Place.OBJECT:
                return self._places.of_admission(a, verb, frame)
            case Place.BODY:
                return self._places.of_body(a, verb, frame)
            case Place.SUBJECT:
                return self._of_subject(a, verb, frame, noun)

    def _is_invitation(self, a: Analysed, verb: int, frame: Frame) -> bool:
        """ "NATO invited Montenegro in December 2015": to what, a body that is named need not say."""
        if frame.id == "invite" and is_passive(a, verb):
            return a.lower[verb + 1 : verb + 2] in ((".",), (",",), ("too",), ("as",), ()) or _is_dated(a, verb + 1)
        who = next((a.at.get(at) for at in a.tree.related(verb, "nsubj")), None)
        whom = next((at for at in a.tree.related(verb, "obj") if a.is_participant(at)), None)
        if frame.id != "invite" or who is None or who.agreement is None or whom is None or a.at[whom].is_adjective:
            return False
        after = max(a.coordinated(whom)) + 1
        return after >= len(a.tokens) or a.lower[after] in (".", ",", ";") or _is_dated(a, after)

    def _after(self, a: Analysed, verb: int) -> list[str]:
        return [a.lemma(index) for index in range(verb + 1, min(len(a.tokens), verb + 26))]

    def _has_particle(self, a: Analysed, verb: int, frame: Frame) -> bool:
        near = range(verb + 1, min(len(a.tokens), verb + (5 if frame.id == "take-out" else 3)))
        if frame.id == "take-in" and a.lower[verb + 3 : verb + 4] == ("into",):
            return True  # "brings his country into"
        if any(a.lower[index] in frame.particle and not leads_to_a_time(a, index) for index in near):
            return True
        return any(
            a.lower[child] in frame.particle and 0 < child - verb <= _PARTICLE_WITHIN
            for child in a.tree.related(verb, "compound:prt", "advmod")
        )

    def _complement(self, a: Analysed, verb: int, frame: Frame) -> int | None:
        head = a.tokens[verb].head
        if a.tokens[verb].relation == "cop" and a.lemma(head) in frame.noun and a.tokens[head].tag != "VB":
            return head
        within = _VOID_WITHIN if frame.id == "declare-void" else _NOUN_WITHIN
        for index in range(verb + 1, min(len(a.tokens), verb + 1 + within)):
            is_verb = frame.id == "be-host" and (a.lower[index - 1] == "to" or a.tokens[index].pos == "VERB")
            if a.lemma(index) in frame.noun and index not in a.at and not is_verb:
                return index
            if index > verb + 1 and a.tokens[index].tag in ("VBD", "VBZ", "VBP") and a.tokens[index].pos == "VERB":
                break
            if a.lower[index] in STOPS:
                break
            if frame.id == "be-nth-member" and a.lower[index] in ("to", "among", "between", "for"):
                break  # "was a motive for the political parties"
            is_to = a.lower[index] == "to" and index + 1 < len(a.tokens) and a.tokens[index + 1].tag == "VB"
            if is_to and frame.id == "take-effect":  # "has yet to put them into effect"
                break
        return None

    def _of_subject(self, a: Analysed, verb: int, frame: Frame, noun: int | None) -> Act | None:
        target = self._objects.of(a, verb, frame, noun) or self._stand_ins.of(a, verb, frame, self.latest)
        is_it = frame.action is Action.ANNOUNCE_INTENT and target is None and self._is_of_it(a, verb)
        entry = self._entry_told(a, verb) if frame.id == "announce-participation" and _is_ahead(a, verb) else None
        if entry is not None:
            frames = [each for each in self.words.frames[a.lemma(entry)] if each.action in _ENTRIES]
            target = next((each for frame in frames if (each := self._objects.of(a, entry, frame, None))), None)
            is_it = target is None
        if target is None and Kind.RECOGNITION in frame.objects and (own := self._stand_ins.recognised(a, verb, frame)):
            return own
        is_with = a.tokens[verb].tag == "VBG" and "with" in a.lower[max(0, verb - 3) : verb]
        if (
            target is None
            and frame.id == "host-meeting"
            and is_with
            and a.lower[verb + 1 : verb + 2] in (("for",), (".",))
        ):
            return Act(frame, verb, subject(a, self.parties, verb), None)  # "with Honduras hosting for the first time"
        if target is None and not frame.bare and not is_it:
            return None
        is_bare = target is None and not is_it
        after = max(verb, noun) if noun is not None else verb
        if is_bare and (self._has_other_object(a, verb, noun) or self._leads_elsewhere(a, after, frame)):
            return None
        if target is not None and target.agreement is not None and self._is_of_a_nominal(a, target):
            return None
        is_on_party = (
            target is not None and bool(target.parties) and bool(target.kinds & {Kind.PARTY, Kind.RECOGNITION})
        )
        if Kind.PARTY in frame.objects and target is not None and is_on_party:
            actor = subject(a, self.parties, verb)
            other = Party(target.parties, (target.head,))
            return Act(frame, verb, actor, target, other, noun)
        clause = clause_of(a, verb)
        if frame.action is Action.ANNOUNCE_INTENT:
            clause = meeting_verb(a, verb) or clause
        return Act(frame, verb, subject(a, self.parties, clause), target, noun=noun)

    def _is_of_it(self, a: Analysed, verb: int) -> bool:
        """ "Will hold a call to formalise it", "to make it official": of what was told before, at an occasion."""
        told = a.lower[verb + 1 : verb + 2]
        is_dated = verb + 2 in a.timed or (a.lower[verb + 2 : verb + 3] in (("on",), ("in",)) and verb + 3 in a.timed)
        is_plain = told == ("it",) and a.lemma(verb) in ("announce", "proclaim", "make")
        is_plain = is_plain and (_is_ahead(a, verb) or is_dated)
        return is_plain or (told in (("it",), ("this",), ("that",)) and meeting_verb(a, verb) is not None)

    def _entry_told(self, a: Analysed, verb: int) -> int | None:
        """The verb of entry in "is expected to announce that his country is joining the bloc", "is coming in"."""
        if a.lower[verb + 1 : verb + 2] != ("that",):
            return None
        for at in range(verb + 2, min(len(a.tokens), verb + _TOLD_WITHIN)):
            if a.lower[at] in STOPS or a.lower[at] in ("not", "n't", "n’t"):
                return None
            if self._is_verb(a, at):
                frames = self.words.frames[a.lemma(at)]
                fits = any(each.action in _ENTRIES and self._match(a, at, each) is not None for each in frames)
                return at if fits else None
        return None

    def _leads_elsewhere(self, a: Analysed, verb: int, frame: Frame) -> bool:
        """ "Dropped out of a band", "applied for asylum": the preposition leads to what is no agreement."""
        at = verb + 1
        while at < len(a.tokens) and (a.lower[at] in frame.particle or a.tokens[at].pos == "ADV"):
            at += 1
        if at + 1 >= len(a.tokens) or a.lower[at] not in frame.via - {""} or at + 1 in a.timed:
            return False
        return a.lower[at] in ("of", "from", "for", "to", "into", "in") and a.tokens[at + 1].tag != "VB"

    def _is_of_a_nominal(self, a: Analysed, target: Target) -> bool:
        """Whether the name only says of which act is spoken: "scraps its [ICC] exit", "delays the [EU] accession"."""
        at = target.head
        while at + 1 < len(a.tokens) and a.at.get(at + 1) is a.at.get(target.head):
            at += 1
        frames = self.words.nominals.get(singular_nominal(a, at + 1), ()) if at + 1 < len(a.tokens) else ()
        return any(
            frame.action in (Action.WITHDRAW, Action.DENOUNCE) and frame.id != "no-longer-party" for frame in frames
        )

    def _has_other_object(self, a: Analysed, verb: int, noun: int | None) -> bool:
        """Whether the verb has an object that is no agreement: "signed autographs", "joined the protest"."""
        if noun is not None:
            return False
        who = subject(a, self.parties, verb).participants
        if a.lemma(verb) in ("withdraw", "pull") and any(
            self.parties.of(a, child).participants == who for child in a.tree.related(verb, "obj") if child in a.at
        ):
            return False  # "from which Donald Trump withdrew the United States"
        if any(a.lower[child] in _WHOM or a.is_participant(child) for child in a.tree.related(verb, "obj")):
            return a.lower[verb + 1 : verb + 2] not in (("was",), ("were",), ("is",), ("are",))
        objects = [child for child in a.tree.related(verb, "obj") if a.lower[child] not in _RELATIVE]
        if any(a.tokens[child].pos in ("NOUN", "PROPN") and not a.is_participant(child) for child in objects):
            return True
        following = verb + 1
        is_thing = following < len(a.tokens) and a.tokens[following].pos == "DET" and following not in a.timed
        return is_thing and not _TIMES & set(a.lower[following + 1 : following + 5])


def _is_hosted_aside(a: Analysed, act: Act) -> bool:
    """ "At a summit that Mr Biden hosted": whoever follows does what was done there."""
    return act.frame.action is Action.HOST_MEETING and a.tokens[act.index].relation.startswith("acl")


def _is_dated(a: Analysed, at: int) -> bool:
    return at in a.timed or (a.lower[at : at + 1] in (("in",), ("on",)) and at + 1 in a.timed)


def _is_ahead(a: Analysed, verb: int) -> bool:
    """Whether the words right before the verb put it ahead: "to announce", "will probably make"."""
    return bool(_AHEAD & set(a.lower[max(0, verb - 4) : verb]))
