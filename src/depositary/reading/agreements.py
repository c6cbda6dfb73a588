"""Agreements: which agreement an act is done to; named, described, between two, or spoken of before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from depositary.reading.act import AS_BEFORE, Act
from depositary.reading.actors import Actors
from depositary.reading.analysis import Analysed
from depositary.reading.belonging import never_left
from depositary.reading.between import KnownBetween
from depositary.reading.lexicon import Kind, Place
from depositary.reading.meetings import Meetings, sides_of
from depositary.reading.memory import Memory, Spoken, says_which
from depositary.reading.mention import Thing
from depositary.reading.naming import MEMBERS, described, is_organisation, recognition, recognition_of, relations, slug
from depositary.reading.nearby import CONSENTING, Nearby
from depositary.reading.ofbody import OF_ENTERING, is_of_its_own, is_of_talks, is_protocol_of_its_own
from depositary.reading.parties import Parties
from depositary.reading.targets import Target, Targets, is_membership, is_of_any_name
from depositary.reading.withwhom import WithWhom, phrase_of
from depositary.reference import Reference
from depositary.terms import Action, AgreementKind, AgreementRef, Modality, Participant

_STRONG = frozenset({"treaty", "convention", "memorandum", "pact", "accord", "agreement", "protocol", "mou"})
"""Nouns that name an agreement between States even when one side only is named."""
_VERSIONS = frozenset({"version", "text", "draft", "wording"})
_FORMATS = frozenset({AgreementKind.ORGANISATION, AgreementKind.POLITICAL, AgreementKind.TREATY})
_OF_ACCESSION = frozenset({"accession", "admission", "membership", "adhesion", "entry", "founding", "constituent"})
_ENTERING = frozenset({Action.JOIN, Action.ACCEDE, Action.APPLY, Action.WITHDRAW})
_LEAVINGS = frozenset({"exit", "withdrawal", "departure", "notice"})
"""Nouns of what was told before of one who leaves: "it suspended that notice"."""
_OF_JOINING = frozenset({"applied", "membership-effective", "admit"})
"""Frames that need no object, and where they have none are of what the text told that somebody joins."""
_IT = frozenset({"it", "them", "they"})
_OTHERS = frozenset({"rival", "competing", "another", "similar", "other"})
_ITS = frozenset({"its", "his", "her"})
_OF_ENTRY = frozenset({Kind.MEMBERSHIP, Kind.APPLICATION, Kind.PARTICIPATION})
_NAMEABLE = frozenset({Kind.AGREEMENT, Kind.PAPER, Kind.BODY, Kind.RELATION, Kind.TALKS, Kind.EURO})


@dataclass(slots=True)
class Agreements:
    """Tells which agreement an act is on, and its sides where it has two or a few."""

    known: Reference
    parties: Parties
    memory: Memory
    actors: Actors
    between: KnownBetween
    published: date | None
    targets: Targets

    @property
    def _nearby(self) -> Nearby:
        return Nearby(self.known, self.parties, self.memory)

    @property
    def with_whom(self) -> WithWhom:
        """What tells with whom an agreement is."""
        return WithWhom(self.known, self.parties, self.memory, self.actors)

    @property
    def meetings(self) -> Meetings:
        """What tells of which format or agreement a meeting is."""
        return Meetings(self.known, self.memory, self.actors)

    def of(
        self, a: Analysed, act: Act, actors: Sequence[Participant]
    ) -> tuple[AgreementRef | None, tuple[Participant, ...]]:
        """The agreement that the act is on, and its sides; None where the text does not tell which it is."""
        target = act.target
        if act.subject is AS_BEFORE:
            ref = self.actors.before(act.frame.action)[1]
            if ref is None and act.frame.action in CONSENTING and (spoken := self.memory.pointed_back_to(None)):
                ref = spoken.ref
            return ref, self.sides(ref) if ref is not None else ()
        if Kind.MEETING in act.frame.objects:
            return self.meetings.of(a, target, actors)
        if target is None and Kind.RECOGNITION in act.frame.objects:
            ref = self.actors.before(Action.RECOGNISE)[1]
            return ref, ()
        if Kind.PARTY in act.frame.objects and act.other:
            return self._with_party(a, act, actors)
        if act.frame.action is Action.RECOGNISE and target is not None and Kind.RECOGNITION in target.kinds:
            return self._own_recognised(a, target, actors)
        if target is not None and target.of is None and target.agreement is None and target.noun in _LEAVINGS:
            left = self.actors.before(Action.WITHDRAW)[1]
            if left is not None:
                return left, self.sides(left)
        if act.frame.action is Action.ANNOUNCE_INTENT and (target is None or target.of is None):
            who, of_leaving = self.actors.before(Action.WITHDRAW)
            ref = of_leaving if who and set(who) == set(actors) else self.actors.joining()[1]
            if ref is not None:
                return ref, self.sides(ref)
        is_step = target is not None and target.of is None and target.kinds == {Kind.INTENTION}
        if act.frame.action is Action.APPROVE and is_step and (ref := self.actors.joining()[1]) is not None:
            return ref, self.sides(ref)  # "backed the step"
        if target is not None and target.of is None and self.is_of_accession(a, act, target):
            ref = self.actors.joining()[1]
            if ref is not None:
                return ref, self.sides(ref)
        is_handed = act.frame.id in ("notify-leaving", "notice") or act.frame.action is Action.DEPOSIT
        of_body = next((entry for actor in actors if (entry := self.known.agreements.get(actor.id)) is not None), None)
        if act.frame.id == "lift-suspension" and of_body is not None:
            return of_body.ref, ()  # "the Union ended its suspension of Mali"
        told = (target.agreement or target.of) if target is not None and is_handed else None
        is_addressee = told is not None and self._is_handed_to(a, act, told)
        if act.frame.id == "notify-leaving" and (left := self._nearby.left_by_notice(a, act)) is not None:
            return left, self.sides(left)
        if target is None and act.frame.action is Action.ESTABLISH_RELATIONS:
            return (relations(actors), tuple(actors)) if len(actors) == 2 else (None, ())
        is_unsaid = target is None or (target.agreement is None and target.of is None)
        if act.frame.id in _OF_JOINING and is_unsaid and (joined := self._joined(act)) is not None:
            return joined, self.sides(joined)
        if target is None and act.is_nominal and self.actors.before(act.frame.action)[0] == tuple(actors):
            ref = self.actors.before(act.frame.action)[1]
            if ref is not None and actors:
                return ref, self.sides(ref)
        is_them = target is not None and is_unsaid and a.holds(target.start) and a.lower[target.head] == "them"
        is_back = (target is None or is_them) and not act.is_nominal
        if is_back and (named := self._nearby.spoken_of_here(a, act, actors)) is not None:
            return named
        if target is None or is_addressee:
            joining = act.frame.action in (Action.JOIN, Action.ACCEDE)
            others = (
                *never_left(self.known, self.memory.spoken, act.frame.action, actors),
                *(who.id for who in actors),
            )
            spoken = self.memory.pointed_back_to(None, others, actors, of_many=joining)
            return (spoken.ref, spoken.sides) if spoken else self._nearby.named_after(a, act, actors)
        if Kind.RELATION in target.kinds and Kind.RELATION in act.frame.objects:
            return self._relation(a, act, target, actors)
        if target.agreement is not None:
            is_between = len(target.parties) > 1 and " between " in phrase_of(a, target)
            own = target.parties if is_between and target.agreement.id not in self.known.agreements else ()
            return target.agreement, self.sides(target.agreement) or own
        if Kind.EURO in target.kinds and Kind.EURO in act.frame.objects:
            found = self.known.find_agreements("eurozone")
            return (found[0], ()) if found else (None, ())
        if target.of is None and target.kinds & _OF_ENTRY and act.frame.action is Action.APPROVE:
            if (on := self.actors.joining()[1]) is not None and on.id == "euro-area":
                return on, ()  # "the Council approved its entry", of one that is to use the euro
            entered = next((entry for actor in actors if (entry := self.known.agreements.get(actor.id))), None)
            if entered is not None:
                return entered.ref, ()
        is_part = target.noun in _VERSIONS and not target.parties
        if target.of is None and (is_part or not target.kinds & _NAMEABLE):
            spoken = self.memory.pointed_back_to(None, [actor.id for actor in actors], actors)
            return (spoken.ref, spoken.sides) if spoken else self._nearby.named_after(a, act, actors)
        if target.of is not None and not self._is_bilateral_noun(target):
            if target.of.kind is AgreementKind.ORGANISATION and is_of_its_own(target):
                body = self.known.participants.get(target.of.id)
                if body is not None and len(actors) == 1 and target.noun in ("deal", "pact", "accord", "agreement"):
                    besides = tuple(side for side in target.parties if side != body.participant)
                    is_with = bool(besides) and " with " in phrase_of(a, target)  # "scupper EU trade deal with Canada"
                    sides = (body.participant, *(besides if is_with and besides != tuple(actors) else actors))
                    return described(sides, target.noun, target.description), sides
                return AgreementRef(slug(target.description), target.description, AgreementKind.TREATY), ()
            if is_of_talks(target, target.of):
                sides = tuple(dict.fromkeys([*actors, self.known.participants[target.of.id].participant]))
                return described(sides, target.noun, target.description), sides
            if target.noun == "protocol" and is_protocol_of_its_own(target, target.of):
                name = re.sub(r"(?<=protocol).*", "", target.description) + f" to the {target.of.name}"
                return AgreementRef(slug(name), name, AgreementKind.TREATY), ()
            is_entry = bool(OF_ENTERING & set(target.description.lower().split()))
            if (
                target.kinds != {Kind.AGREEMENT}
                or is_entry
                or is_membership(target.of, target.noun, target.description)
            ):
                return target.of, self.sides(target.of)
        if target.is_pointing or not target.noun:
            spoken = self.memory.pointed_back_to(target, (), actors)
            if spoken is not None and not self._adds_sides(a, target, spoken.sides):
                return spoken.ref, spoken.sides
        if not target.noun and a.holds(target.start) and a.lower[target.head] in _IT:
            return None, ()  # "they should accept it", where no agreement was spoken of
        return self._described(a, act, target, actors)

    def _joined(self, act: Act) -> AgreementRef | None:
        """What is joined by whom was told to join, where one is admitted; else what was joined last."""
        return self.actors.joining()[1] if act.frame.id == "admit" else self.actors.entered

    def is_of_accession(self, a: Analysed, act: Act, target: Target | None) -> bool:
        """ "The accession papers", "a letter of admission": what is signed to join what was told before."""
        if target is None:
            return False
        phrase = a.text[target.start : target.end]
        if re.search(r"\b(?:of|to)\s(?:the\s)?[A-Z]", phrase) and not target.parties:
            return False  # "the founding charter of the Bank of the South"
        words = set(re.findall(r"[a-z]+", phrase.lower()))
        is_signed = act.frame.action in CONSENTING
        is_own = not target.parties and " with " not in phrase
        if (
            is_signed
            and is_own
            and "of intent" in phrase
            and set(self.actors.of(a, act)) <= set(self.actors.joining()[0])
        ):
            return True  # "will sign a declaration of intent"
        return is_signed and bool(words & _OF_ACCESSION) and len(target.parties) < 2

    def _is_handed_to(self, a: Analysed, act: Act, told: AgreementRef) -> bool:
        """Whether the United Nations are only told: "handed its instrument to the UN", "notified the UN"."""
        if told.id != "united-nations":
            return False
        is_entry = bool({"accession", "admission", "membership"} & set(a.lower[act.index :]))
        return act.frame.action is not Action.DEPOSIT or not is_entry

    def _is_bilateral_noun(self, target: Target) -> bool:
        return bool(target.kinds & {Kind.AGREEMENT}) and len(target.parties) > 1

    def _adds_sides(self, a: Analysed, target: Target, sides: Sequence[Participant]) -> bool:
        """Whether the phrase names a side that the agreement spoken of does not have: "its agreement with the EU"."""
        if sides:
            return any(party not in sides for party in target.parties)
        is_with = a.holds(target.start) and " with " in a.text[target.start : target.end]
        return len(target.parties) > 1 or (is_with and bool(target.parties))

    def sides(self, ref: AgreementRef) -> tuple[Participant, ...]:
        """The sides of an agreement between a few, as known beforehand or as the text told; none for an open one."""
        return sides_of(self.known, self.memory, ref)

    def _described(
        self, a: Analysed, act: Act, target: Target, actors: Sequence[Participant]
    ) -> tuple[AgreementRef | None, tuple[Participant, ...]]:
        is_told = any(party not in actors for party in target.parties) and " with " in phrase_of(a, target)
        sides = tuple(dict.fromkeys([*actors, *target.parties, *(() if is_told else self.with_whom.of(a, act))]))
        sides = tuple(map(self._with_its_body, sides))
        if Kind.TALKS in target.kinds and {"accession", "membership"} & set(target.description.lower().split()):
            spoken = self.memory.pointed_back_to(None, (), actors)
            return (spoken.ref, spoken.sides) if spoken and spoken.ref.kind in _FORMATS else (None, ())
        if Kind.BODY in target.kinds and Kind.AGREEMENT not in target.kinds:
            if _OTHERS & set(phrase_of(a, target).lower().split()):
                return None, ()  # "put its name to a rival project": which, nobody says
            spoken = self.memory.pointed_back_to(target, (), actors)
            is_the = a.lower[self._first_of(a, target)] in ("the", "this", "that", "its", "their")
            is_plain = target.description.islower() and target.noun not in ("project", "programme", "program", "scheme")
            is_periphrasis = spoken is not None and (is_the or is_plain)
            if not target.is_pointing and len(target.description.split()) > 1 and not is_periphrasis:
                return AgreementRef(slug(target.description), target.description, AgreementKind.ORGANISATION), ()
            return (spoken.ref, spoken.sides) if spoken else (None, ())
        if not actors and len(target.parties) == 0 and len(sides) > 1 and act.frame.actor is not Place.AGREEMENT:
            return None, ()  # "agreements signed with Chad and Mali": by whom, nobody says
        if act.frame.action in _ENTERING and Kind.BODY in target.kinds and a.lower[self._first_of(a, target)] == "the":
            body = self.memory.pointed_back_to(
                replace(target, kinds=frozenset({Kind.BODY}), description=""), (), actors
            )
            if body is not None and not target.parties:
                return body.ref, body.sides  # "allowing both to join the nuclear-armed alliance"
        if len(sides) == 1 and not actors and (other := self.with_whom.other_side(a, act, target)):
            sides = (*other, *sides)
        says_what = bool({"for", "on"} & set(target.description.split())) and not _OF_ACCESSION & set(
            target.description.split()
        )
        is_new = says_what and a.lower[self._first_of(a, target)] in ("a", "an")
        if len(sides) < 2:
            is_made = act.frame.action in (Action.CONCLUDE, Action.NEGOTIATE)
            own = [actor.id for actor in actors] if is_made else ()  # "G8 ministers agree on a deal": no deal is the G8
            spoken = self.memory.pointed_back_to(target, own, actors) if not is_new else None
            spoken = None if spoken is not None and is_made and self._is_another(a, target, spoken) else spoken
            if spoken is not None and spoken.ref.kind is AgreementKind.ORGANISATION and says_which(target, spoken):
                spoken = None
            if spoken is not None and (not sides or not spoken.sides or sides[0] in spoken.sides):
                return spoken.ref, spoken.sides
            pair = next((group for group in reversed(self.parties.recent[-4:]) if len(group) == 2), ())
            if not sides and target.is_pointing and pair and a.tokens[target.head].tag != "NNS":
                return described(pair, target.noun, target.description), pair
            if not sides and sum(word[:1].isupper() for word in target.description.split()) > 1:
                return AgreementRef(slug(target.description), target.description, AgreementKind.TREATY), ()
            if not self._stands_alone(target) or (not sides and act.frame.actor is not Place.AGREEMENT):
                return None, ()
            if not sides and all(is_of_any_name(word) for word in target.description.lower().split()):
                return None, ()  # "the free trade agreement will take effect": whose, nobody says
        is_sought = act.frame.modality is Modality.POSSIBLE  # "seeks a deal" is on none that there is
        known = self.between.find(sides, target.noun, target.description, act.frame.action, self.published)
        known = None if is_sought else known
        return known or described(sides, target.noun, target.description), sides

    def _with_its_body(self, side: Participant) -> Participant:
        """The body for its members: what "EU member states" approve is the Union's."""
        body = self.known.participants.get(side.id.removesuffix(MEMBERS)) if side.id.endswith(MEMBERS) else None
        return body.participant if body is not None else side

    def _is_another(self, a: Analysed, target: Target, spoken: Spoken) -> bool:
        """Whether "a loan agreement" tells of another thing than the one spoken of, with which it shares no word."""
        told = {word for word in target.description.lower().split() if not is_of_any_name(word)} - {target.noun}
        own = set(re.findall(r"[a-z]+", f"{spoken.ref.name} {spoken.description}".lower()))
        is_one = a.holds(target.start) and a.lower[self._first_of(a, target)] in ("a", "an")
        return is_one and bool(told) and not told & own

    def _first_of(self, a: Analysed, target: Target) -> int:
        """The token before the words of the phrase: its article, where it has one."""
        at = target.head
        while at > 0 and a.tokens[at].start > target.start:
            at -= 1
        return max(at - 1, 0) if a.tokens[at].pos != "DET" else at

    def _stands_alone(self, target: Target) -> bool:
        """Whether a description says enough to be an agreement between States without a second side."""
        words = target.description.split()
        return target.noun in _STRONG or len(words) > 2 or any(word[:1].isupper() for word in words)

    def _relation(
        self, a: Analysed, act: Act, target: Target, actors: Sequence[Participant]
    ) -> tuple[AgreementRef | None, tuple[Participant, ...]]:
        sides = tuple(dict.fromkeys([*actors, *target.parties, *self.with_whom.of(a, act)]))
        if len(sides) < 2:
            sides = tuple(dict.fromkeys([*sides, *self.with_whom.before_which(a)]))
        if len(sides) < 2 and a.lower[0] == "with" and act.index > 1 and a.is_participant(1):
            sides = tuple(dict.fromkeys([*sides, *self.parties.of(a, 1).participants]))  # "With London, Chad has kept"
        if (
            len(sides) == 1 and act.frame.action is Action.SEVER_RELATIONS
        ):  # "Taipei recalls envoy as Chad breaks off ties"
            named = self.parties.named(a, sorted(a.at))
            besides = [one for one in named if one not in sides and not is_organisation(one)]
            sides = (*sides, *besides) if len(besides) == 1 else sides
        if len(sides) >= 2:
            if len(actors) >= 2 and len(sides) > 2:
                others = [side for side in sides if side not in actors]
                return (relations(others), sides) if others else (None, ())
            return relations(sides[:2]), sides
        of_relations = replace(target, kinds=frozenset({Kind.RELATION}))
        spoken = self.memory.pointed_back_to(of_relations, (), actors)
        return (spoken.ref, spoken.sides) if spoken else (None, ())

    def _with_party(
        self, a: Analysed, act: Act, actors: Sequence[Participant]
    ) -> tuple[AgreementRef | None, tuple[Participant, ...]]:
        target = act.target
        if act.frame.action is Action.SEVER_RELATIONS:
            sides = tuple(dict.fromkeys([*actors, *act.other.participants]))
            return (relations(sides), sides) if len(sides) == 2 else (None, ())
        if act.frame.action is Action.RECOGNISE or act.frame.id == "withdraw-recognition":
            other = act.other.participants[0]
            if target is not None and Kind.RECOGNITION in target.kinds:
                return recognition(a, other, target), ()
            return recognition_of(other), ()
        if target is not None and target.agreement is not None:
            return target.agreement, ()
        spoken = self.memory.pointed_back_to(target, (), actors)
        return (spoken.ref, ()) if spoken else (None, ())

    def _own_recognised(
        self, a: Analysed, target: Target, actors: Sequence[Participant]
    ) -> tuple[AgreementRef | None, tuple[Participant, ...]]:
        """ "US recognition of its sovereignty": whose it is, and nobody's where the text does not tell."""
        first = self._first_of(a, target)
        if a.lower[first] == "whose":  # "South Sudan, whose independence Kenya recognised"
            left = next((at for at in range(first - 1, max(-1, first - 3), -1) if a.is_participant(at)), None)
            whose = self.parties.of(a, left).participants if left is not None else ()
            return (recognition(a, whose[0], target), whose) if len(whose) == 1 else (None, ())
        if a.lower[first] not in _ITS:
            return None, ()
        groups = [*self.actors.groups_before(a, target.head), *reversed(self.parties.recent)]
        owner = next((group[0] for group in groups if len(group) == 1 and group[0] not in actors), None)
        return (recognition(a, owner, target), (owner,)) if owner is not None else (None, ())

    def remember_described(self, a: Analysed) -> None:
        """Keep what the sentence only speaks of, where it says between whom: "the EU–Senegal fisheries deal lapses"."""
        words = self.parties.words
        for index, token in enumerate(a.tokens):
            is_noun = index not in a.at and token.tag in ("NN", "NNP") and words.is_noun(a.lemma(index), "agreement")
            target = self.targets.at(a, index) if is_noun and not words.is_noun(a.lemma(index), "weak") else None
            if target is None or target.agreement is not None or len(target.parties) != 2:
                continue
            if target.of is not None and target.of.kind is not AgreementKind.ORGANISATION:
                continue
            sides = tuple(map(self._with_its_body, target.parties))
            known = self.between.find(sides, target.noun, target.description, Action.SIGN, self.published)
            ref = known or described(sides, target.noun, target.description)
            self.memory.remember(ref, target.noun, target.description, sides, in_passing=True)

    def remember_names(self, a: Analysed, until: int) -> None:
        """Keep the agreements and bodies named up to this token."""
        for index, mention in a.at.items():
            if index >= until or mention.agreement is None or mention.is_adjective or a.at.get(index - 1) is mention:
                continue
            ref = self.known.agreements[mention.agreement].ref
            following = a.lemma(index + 1) if index + 1 < len(a.tokens) and index + 1 not in a.at else ""
            in_passing = mention.thing is not Thing.AGREEMENT
            self.memory.remember(ref, following, mention.text, self.sides(ref), in_passing=in_passing)
