"""Composing: an act with its parties, its agreement, stance, voice and date becomes claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from depositary.reading.acts import AS_BEFORE, Act
from depositary.reading.analysis import Analysed
from depositary.reading.dates import Bearing, Direction, TimeWords
from depositary.reading.lexicon import Kind, Lexicon, Place
from depositary.reading.memory import Memory
from depositary.reading.mentions import Thing
from depositary.reading.parties import Parties, Party
from depositary.reading.subjects import is_passive
from depositary.reading.stance import Stance, stance
from depositary.reading.targets import Target, described, is_organisation, relations, slug
from depositary.reading.voices import Reported, Voices
from depositary.reference import Reference
from depositary.terms import (
    Action,
    AgreementKind,
    AgreementRef,
    Attribution,
    Claim,
    Modality,
    Moment,
    Organ,
    Participant,
    Span,
    cite,
)

_BILATERAL = frozenset({AgreementKind.UNKNOWN, AgreementKind.MEMORANDUM, AgreementKind.RELATION})
_JOINT = frozenset({
    Action.SIGN, Action.CONCLUDE, Action.NEGOTIATE, Action.AMEND, Action.EXTEND, Action.ESTABLISH_RELATIONS, Action.RESUME,
    Action.SUSPEND, Action.TERMINATE, Action.RATIFY, Action.INITIAL, Action.SEVER_RELATIONS, Action.HOST_MEETING,
})  # fmt: skip
_OF_AGREEMENT = frozenset({Action.ENTER_INTO_FORCE, Action.TERMINATE, Action.NOT_IMPLEMENTED, Action.IMPLEMENT})
_DECIDING = frozenset({Organ.PARLIAMENT, Organ.REFERENDUM, Organ.CABINET})
_DECIDED = frozenset({Action.WITHDRAW, Action.DENOUNCE, Action.JOIN, Action.ACCEDE, Action.ACCEPT})
_MUTUAL = frozenset({Action.SIGN, Action.CONCLUDE, Action.INITIAL, Action.SEVER_RELATIONS, Action.ESTABLISH_RELATIONS})
_TOLD_OF = frozenset({Action.SIGN, Action.CONCLUDE, Action.EXTEND, Action.AMEND})
_OWN_WORD = frozenset({"announcement", "participation", "membership", "accession", "adhesion", "intention", "entry"})
_STRONG = frozenset({"treaty", "convention", "memorandum", "pact", "accord", "agreement", "protocol", "mou"})
_LASTING = frozenset({Action.ESTABLISH_RELATIONS, Action.ENTER_INTO_FORCE, Action.SUSPEND})
_MEETING_WORDS = frozenset({"summit", "meeting", "conference", "format"})
_NAMEABLE = frozenset({Kind.AGREEMENT, Kind.BODY, Kind.RELATION, Kind.TALKS, Kind.EURO})
_MOST_SIDES = 3


@dataclass(slots=True)
class Composer:
    """Makes claims of the acts of one document; holds what was spoken of before."""

    document: str
    published: date | None
    known: Reference
    words: Lexicon
    parties: Parties
    voices: Voices
    reader: str
    memory: Memory = field(default_factory=Memory)
    latest_actors: tuple[Participant, ...] = ()
    acted: set[str] = field(default_factory=set)
    done: dict[str, tuple[tuple[Participant, ...], AgreementRef | None]] = field(default_factory=dict)

    def claims(self, a: Analysed, acts: Sequence[Act], reported: Sequence[Reported]) -> list[Claim]:
        """The claims of one sentence, in the order of the text."""
        made: list[Claim] = []
        previous: Moment | None = None
        self.latest_actors = ()
        triggers = {act.index for act in acts} | {act.noun for act in acts if act.noun is not None}
        for act in acts:
            self._remember_names(a, act.index)
            if act.frame.modality is not None and act.subject.is_anaphoric and not self._actors(a, act):
                continue
            how = stance(a, act.index, is_nominal=act.is_nominal, action=act.frame.action)
            if not how.is_claim or self._is_rule(a, act):
                continue
            if act.frame.action is Action.ENTER_INTO_FORCE and how.is_before:
                continue
            for claim in self._of_act(a, act, how, reported, triggers, previous):
                made.append(claim)
                previous = claim.moment or previous
        self._remember(a, acts)
        return made

    def _is_rule(self, a: Analysed, act: Act) -> bool:
        """Whether the sentence states a general rule: "a party may leave by notice"."""
        if act.subject.participants:
            return False
        low = a.lower
        return any(word in low for word in ("any", "each", "every")) and any(
            word in low for word in ("may", "shall", "can")
        )

    def _of_act(
        self,
        a: Analysed,
        act: Act,
        how: Stance,
        reported: Sequence[Reported],
        triggers: set[int],
        previous: Moment | None,
    ) -> Iterator[Claim]:
        if not self._says_enough(act):
            return
        actors = self._actors(a, act)
        ref, sides = self._agreement(a, act, actors)
        if ref is None:
            return
        organ = self._organ(a, act)
        action = self._action(act, organ)
        qualifier = self._qualifier(act, organ)
        others = self._others(act)
        target = act.target
        if act.frame.action is not Action.HOST_MEETING:
            self.acted.add(ref.id)
            self.memory.remember(ref, target.noun if target else "", target.description if target else "", sides)
        if not actors and act.frame.actor is Place.BODY and ref.id in self.known.participants:
            actors = (self.known.participants[ref.id].participant,)
        if not actors and act.frame.action not in _OF_AGREEMENT:
            actors = self._actors_of_passive(a, act, sides)
        if not actors and not self._is_of_agreement(a, act):
            return
        if organ is Organ.COURT and action is Action.TERMINATE:
            actors = ()
        if act.frame.organ and organ is None:
            if how.modality is Modality.HAPPENED or not actors:
                return
            return
        attribution = self._attribution(a, act, how, reported)
        moment = self._moment(a, act, how, triggers, reported, previous)
        evidence = self._evidence(a, act)
        modality = how.modality
        if modality is Modality.HAPPENED and moment is not None and self.published is not None:
            # "enters into force on 1 May", told in April: the present tense of a timetable
            modality = Modality.PLANNED if moment.begin > self.published else modality
        if action is Action.ENTER_INTO_FORCE and how.refuser is not None and a.lemma(how.refuser) == "cease":
            action, modality = Action.TERMINATE, Modality.PLANNED
        if act.frame.modality is not None and modality is Modality.HAPPENED:
            modality = act.frame.modality
        made_by = f"{self.reader}: {act.frame.id}{' (noun)' if act.is_nominal else ''}"
        if not actors and action in (Action.IMPLEMENT, Action.NOT_IMPLEMENTED):
            actors = self.latest_actors
        if action is Action.IMPLEMENT and how.modality is Modality.DENIED:
            action, modality = Action.NOT_IMPLEMENTED, Modality.HAPPENED
        self.latest_actors = actors
        if actors:
            self.done[_course(action)] = (actors, ref)
        for actor in actors or (None,):
            counterparties = self._counterparties(actor, actors, ref, sides, others, action)
            yield Claim(
                self.document, ref, actor, action, modality, evidence, counterparties, moment, None, attribution,
                organ, qualifier, made_by,
            )  # fmt: skip

    def _says_enough(self, act: Act) -> bool:
        """Whether words of wide use stand with enough to be an act on an agreement."""
        target = act.target
        match act.frame.id:
            case "hold-meeting":
                return target is not None and bool(target.parties or target.of or target.agreement)
            case "conclude":
                return target is None or bool(target.noun or target.agreement)
            case "denounce":
                return target is None or target.agreement is not None or not target.is_pointing
            case "announce-participation":
                is_named = target is not None and (target.of is not None or target.noun in _OWN_WORD)
                return is_named
            case _:
                return True

    def _action(self, act: Act, organ: Organ | None) -> Action:
        """The action; an organ of the State that decides to join or leave approves, and does neither itself."""
        if organ in _DECIDING and act.frame.action in _DECIDED:
            return Action.APPROVE
        return act.frame.action

    def _qualifier(self, act: Act, organ: Organ | None) -> str | None:
        leaves = act.frame.action in (Action.WITHDRAW, Action.DENOUNCE, Action.TERMINATE)
        if organ in _DECIDING and leaves:
            return "withdrawal"
        target = act.target
        if act.frame.action is Action.APPROVE and target is not None and target.noun in ("withdrawal", "departure", "exit"):
            return "withdrawal"
        return "initial" if act.frame.id == "initial" else None

    def _organ(self, a: Analysed, act: Act) -> Organ | None:
        """The organ of the State that acts; a people that votes is a referendum."""
        is_vote = act.frame.organ or any(a.lemma(at) == "vote" for at in range(max(0, act.index - 4), act.index))
        if act.subject.organ is not None or not is_vote or not act.subject.indexes:
            return act.subject.organ
        index = act.subject.indexes[0]
        is_people = a.at[index].is_adjective and a.tokens[index].text.endswith("s")
        return Organ.REFERENDUM if is_people else None

    def _actors(self, a: Analysed, act: Act) -> tuple[Participant, ...]:
        party = act.subject
        if party is AS_BEFORE:
            return self.done.get(_course(act.frame.action), ((), None))[0]
        if party.participants and party.is_anaphoric:
            return tuple(dict.fromkeys([*self._back(a, act.index, replace(party, participants=())), *party.participants]))
        if party.participants or party.is_unnamed:
            return party.participants
        if party.is_anaphoric or party.organ is not None:
            return self._back(a, act.index, party)
        return ()

    def _back(self, a: Analysed, index: int, party: Party) -> tuple[Participant, ...]:
        """What a pronoun in this place points back to: first in the same sentence, then before."""
        number = party.number if party.number is not None else 1
        groups = self._groups_before(a, index)
        for group in groups:
            fits = (number == 1 and len(group) == 1) or (number == 0 and len(group) > 1) or number == len(group)
            if fits:
                return group
        if number == 1 and groups:
            return groups[0][:1]
        if number == 2:
            singles = list(dict.fromkeys(group[0] for group in groups if len(group) == 1))
            if len(singles) == 2:
                return tuple(reversed(singles))
        return self.parties.pointed_back_to(party)

    def _groups_before(self, a: Analysed, index: int) -> list[tuple[Participant, ...]]:
        """The groups of participants left of this place, subjects first, then the nearest."""
        subjects: list[tuple[Participant, ...]] = []
        others: list[tuple[Participant, ...]] = []
        seen: set[int] = set()
        for left in range(index - 1, -1, -1):
            is_name = a.is_participant(left) and not a.at[left].is_adjective
            if left in seen or not (is_name or (left not in a.at and self.parties.stands_for_a_state(a, left))):
                continue
            party = self.parties.of(a, left)
            seen |= set(party.indexes)
            if not party.participants:
                continue
            (subjects if a.tokens[left].relation.startswith("nsubj") else others).append(party.participants)
        return subjects + others

    def _actors_of_passive(self, a: Analysed, act: Act, sides: Sequence[Participant]) -> tuple[Participant, ...]:
        """ "The agreement signed on Thursday": its sides signed it, when they are known."""
        is_without_agent = act.is_nominal or is_passive(a, act.index)
        if is_without_agent and act.frame.action in _MUTUAL and 0 < len(sides) <= _MOST_SIDES:
            return tuple(sides)
        return ()

    def _is_of_agreement(self, a: Analysed, act: Act) -> bool:
        """Whether the act is the agreement's own, so that nobody need act: it enters into force, it was signed in 1992."""
        if act.subject.is_anaphoric or act.subject.is_unnamed:
            return False
        if act.frame.action in _OF_AGREEMENT:
            is_court = act.subject.organ is Organ.COURT
            return act.frame.actor is Place.AGREEMENT or is_court or is_passive(a, act.index)
        is_told_of = act.target is not None and act.target.kinds & {Kind.AGREEMENT} and not act.is_nominal
        return bool(is_told_of) and act.frame.action in _TOLD_OF and is_passive(a, act.index)

    def _others(self, act: Act) -> tuple[Participant, ...]:
        if act.frame.action is Action.HOST_MEETING:
            return ()
        if act.other.is_anaphoric and not act.other.participants:
            return self.parties.pointed_back_to(act.other)
        return act.other.participants

    def _agreement(
        self, a: Analysed, act: Act, actors: Sequence[Participant]
    ) -> tuple[AgreementRef | None, tuple[Participant, ...]]:
        target = act.target
        if act.subject is AS_BEFORE:
            ref = self.done.get(_course(act.frame.action), ((), None))[1]
            return ref, self._sides(ref) if ref is not None else ()
        if Kind.MEETING in act.frame.objects:
            return self._meeting(a, target, actors)
        if Kind.PARTY in act.frame.objects and act.other:
            return self._with_party(act, actors)
        if target is None:
            spoken = self.memory.pointed_back_to(None, [actor.id for actor in actors], actors)
            return (spoken.ref, spoken.sides) if spoken else (None, ())
        if Kind.RELATION in target.kinds and Kind.RELATION in act.frame.objects:
            return self._relation(a, act, target, actors)
        if target.agreement is not None:
            return target.agreement, self._sides(target.agreement)
        if Kind.EURO in target.kinds and Kind.EURO in act.frame.objects:
            found = self.known.find_agreements("eurozone")
            return (found[0], ()) if found else (None, ())
        if target.of is None and not target.kinds & _NAMEABLE:
            spoken = self.memory.pointed_back_to(None, [actor.id for actor in actors], actors)
            return (spoken.ref, spoken.sides) if spoken else (None, ())
        if target.of is not None and not self._is_bilateral_noun(target):
            if target.of.kind is AgreementKind.ORGANISATION and self._is_of_its_own(target, target.of):
                return AgreementRef(slug(target.description), target.description, AgreementKind.TREATY), ()
            return target.of, self._sides(target.of)
        if target.is_pointing or not target.noun:
            spoken = self.memory.pointed_back_to(target, (), actors)
            if spoken is not None and not self._adds_sides(target, spoken.sides):
                return spoken.ref, spoken.sides
        return self._described(a, act, target, actors)

    def _is_of_its_own(self, target: Target, body: AgreementRef) -> bool:
        """Whether the noun names an instrument of the body that is not its membership: "a Council of Europe convention on"."""
        if target.noun not in ("convention", "protocol", "charter", "accord", "pact", "agreement", "deal"):
            return False
        return len(target.description.split()) > 2

    def _is_bilateral_noun(self, target: Target) -> bool:
        return bool(target.kinds & {Kind.AGREEMENT}) and len(target.parties) > 1

    def _adds_sides(self, target: Target, sides: Sequence[Participant]) -> bool:
        """Whether the phrase names a side that the agreement spoken of does not have."""
        return bool(sides) and any(party not in sides for party in target.parties)

    def _sides(self, ref: AgreementRef) -> tuple[Participant, ...]:
        entry = self.known.agreements.get(ref.id)
        if entry is not None and entry.sides:
            return tuple(
                self.known.participants[side].participant for side in entry.sides if side in self.known.participants
            )
        return self.memory.sides(ref)

    def _described(
        self, a: Analysed, act: Act, target: Target, actors: Sequence[Participant]
    ) -> tuple[AgreementRef | None, tuple[Participant, ...]]:
        sides = tuple(dict.fromkeys([*actors, *target.parties, *self._with(a, act)]))
        if Kind.BODY in target.kinds and Kind.AGREEMENT not in target.kinds:
            if not target.is_pointing and len(target.description.split()) > 1:
                return AgreementRef(slug(target.description), target.description, AgreementKind.ORGANISATION), ()
            spoken = self.memory.pointed_back_to(target, (), actors)
            return (spoken.ref, spoken.sides) if spoken else (None, ())
        if len(sides) < 2:
            spoken = self.memory.pointed_back_to(target, (), actors)
            if spoken is not None and (not sides or not spoken.sides or sides[0] in spoken.sides):
                return spoken.ref, spoken.sides
            pair = next((group for group in reversed(self.parties.recent) if len(group) == 2), ())
            if not sides and target.is_pointing and pair:
                return described(pair, target, self.known), pair
            if not self._stands_alone(target) or (not sides and act.frame.actor is not Place.AGREEMENT):
                return None, ()
        return described(sides, target, self.known), sides

    def _stands_alone(self, target: Target) -> bool:
        """Whether a description says enough to be an agreement between States without a second side."""
        return target.noun in _STRONG or len(target.description.split()) > 2

    def _with(self, a: Analysed, act: Act) -> tuple[Participant, ...]:
        """Participants after "with" in the clause of the act."""
        found: dict[str, Participant] = {}
        for index in range(act.index + 1, min(len(a.tokens), act.index + 18)):
            if a.lower[index] in (";", "–", "—") or (a.tokens[index].tag in ("VBD", "VBZ", "MD") and index not in a.at):
                break
            if a.lower[index] != "with":
                continue
            for at in range(index + 1, min(len(a.tokens), index + 6)):
                party = self.parties.of(a, at) if a.is_participant(at) else Party()
                if party:
                    found |= {participant.id: participant for participant in party.participants}
                    break
        return tuple(found.values())

    def _with_which(self, a: Analysed) -> tuple[Participant, ...]:
        """ "Taiwan, with which Honduras has had relations": the one before the pronoun."""
        for index in range(2, len(a.tokens) - 1):
            if a.lower[index] == "with" and a.lower[index + 1] in ("which", "whom"):
                left = next((at for at in range(index - 1, max(-1, index - 5), -1) if a.is_participant(at)), None)
                return self.parties.of(a, left).participants if left is not None else ()
        return ()

    def _relation(
        self, a: Analysed, act: Act, target: Target, actors: Sequence[Participant]
    ) -> tuple[AgreementRef | None, tuple[Participant, ...]]:
        sides = tuple(dict.fromkeys([*actors, *target.parties, *self._with(a, act)]))
        if len(sides) < 2:
            sides = tuple(dict.fromkeys([*sides, *self._with_which(a)]))
        if len(sides) >= 2:
            if len(actors) >= 2 and len(sides) > 2:
                return relations([p for p in sides if p not in actors], self.known), sides
            return relations(sides[:2], self.known), sides
        spoken = self.memory.pointed_back_to(target, (), actors)
        return (spoken.ref, spoken.sides) if spoken else (None, ())

    def _with_party(
        self, act: Act, actors: Sequence[Participant]
    ) -> tuple[AgreementRef | None, tuple[Participant, ...]]:
        target = act.target
        if act.frame.action is Action.SEVER_RELATIONS:
            sides = tuple(dict.fromkeys([*actors, *act.other.participants]))
            return (relations(sides, self.known), sides) if len(sides) == 2 else (None, ())
        if act.frame.action is Action.RECOGNISE:
            other = act.other.participants[0]
            if target is not None and Kind.RECOGNITION in target.kinds:
                return AgreementRef(
                    f"recognition-of-{other.id.lower()}-{target.noun}",
                    f"Recognition of {other.name} {target.description}",
                    AgreementKind.RELATION,
                ), ()  # noqa: E501
            return AgreementRef(
                f"recognition-of-{other.id.lower()}", f"Recognition of {other.name}", AgreementKind.RELATION
            ), ()
        if target is not None and target.agreement is not None:
            return target.agreement, ()
        spoken = self.memory.pointed_back_to(target, (), actors)
        return (spoken.ref, ()) if spoken else (None, ())

    def _meeting(
        self, a: Analysed, target: Target | None, actors: Sequence[Participant]
    ) -> tuple[AgreementRef | None, tuple[Participant, ...]]:
        if target is not None and (target.agreement or target.of):
            return target.agreement or target.of, ()
        named = self.memory.format
        if named is not None:
            return named, ()
        sides = tuple(dict.fromkeys([*actors, *(target.parties if target else ())]))
        if target is None or len(sides) < 2:
            spoken = self.memory.pointed_back_to(None)
            is_format = spoken is not None and spoken.ref.kind in (AgreementKind.ORGANISATION, AgreementKind.POLITICAL)
            return (spoken.ref, ()) if spoken is not None and is_format else (None, ())
        return described(sides, target, self.known), ()

    def _counterparties(
        self,
        actor: Participant | None,
        actors: Sequence[Participant],
        ref: AgreementRef,
        sides: Sequence[Participant],
        others: Sequence[Participant],
        action: Action,
    ) -> tuple[Participant, ...]:
        if others:
            return tuple(other for other in others if other != actor)
        if actor is None or len(actors) > 2:
            return (
                tuple(side for side in sides if side not in actors)
                if actor and ref.kind is AgreementKind.RELATION
                else ()
            )
        everyone = (
            tuple(dict.fromkeys([*sides, *actors]))
            if ref.kind in _BILATERAL or ref.id in self._closed() or sides
            else ()
        )
        if len(everyone) > _MOST_SIDES or (ref.kind not in _BILATERAL and not sides):
            return ()
        if is_organisation(actor) and ref.id == actor.id:
            return ()
        return tuple(other for other in everyone if other != actor)

    def _closed(self) -> frozenset[str]:
        return frozenset()

    def _attribution(self, a: Analysed, act: Act, how: Stance, reported: Sequence[Reported]) -> Attribution:
        if how.demander is not None:
            speaker = self.voices.speaker(a, how.demander)
            if speaker.voices:
                return speaker
        covering = [each for each in reported if each.covers(act.index)]
        return covering[-1].attribution if covering else Attribution()

    def _moment(
        self,
        a: Analysed,
        act: Act,
        how: Stance,
        triggers: set[int],
        reported: Sequence[Reported],
        previous: Moment | None,
    ) -> Moment | None:
        direction = Direction.FUTURE if how.is_future else Direction.PAST
        outside = {index for each in reported for index in each.outside}
        best: tuple[int, TimeWords] | None = None
        for words in a.times:
            index = next((t.index for t in a.tokens if t.start <= words.start < t.end), None)
            if index is None or index in outside or words.is_modifier:
                continue
            if words.bearing is Bearing.UNTIL or (words.bearing is Bearing.SINCE and act.frame.action not in _LASTING):
                continue
            cost = self._distance(a, act, index, triggers)
            if cost is not None and (best is None or cost < best[0]):
                best = (cost, words)
        if best is None:
            return None
        words = best[1]
        if words.years_before is not None or words.months_before is not None:
            return self._counted_back(a, act, words, previous)
        if words.month_after is not None:
            return _month_after(words.month_after, previous)
        if words.is_same_day:
            return previous or (Moment.of(self.published) if self.published else None)
        return words.moment(self.published, direction)

    def _counted_back(self, a: Analysed, act: Act, words: TimeWords, previous: Moment | None) -> Moment | None:
        """ "33 years after Rabat left": the act after the words lies so long before the one before them."""
        if a.tokens[act.index].start < words.end:
            return None
        base = previous.begin if previous is not None and previous.begin.year > 1 else self.published
        if base is None:
            return None
        if words.years_before is not None:
            return Moment.parse(f"{base.year - words.years_before:04}")
        months = base.year * 12 + base.month - 1 - (words.months_before or 0)
        return Moment.parse(f"{months // 12:04}-{months % 12 + 1:02}")

    def _distance(self, a: Analysed, act: Act, index: int, triggers: set[int]) -> int | None:
        """How far the time is from the act; None where another act stands between, or a clause ends."""
        low, high = sorted((act.index, index))
        own = {act.index, act.noun}
        between = range(low + 1, high)
        if any(at in triggers and at not in own for at in between):
            return None
        breaks = sum(
            1 for at in between if a.lower[at] in (",", ";", "–", "—", ":", "but", "which", "that", "after", "though")
        )
        if any(a.lower[at] in (";", ":") for at in between) or breaks > 2:
            return None
        penalty = 6 if index < act.index and breaks else 0
        return (high - low) + 4 * breaks + penalty

    def _evidence(self, a: Analysed, act: Act) -> tuple[Span, ...]:
        """From the one who acts, or the verb, to the end of what it is done to; within the sentence."""
        places = [a.tokens[act.index].start, a.tokens[act.index].end]
        if act.noun is not None:
            places += [a.tokens[act.noun].start, a.tokens[act.noun].end]
        for index in (*act.subject.indexes, *act.other.indexes):
            places += [a.tokens[index].start, a.tokens[index].end]
        if act.target is not None and a.tree.start <= act.target.start and act.target.end <= a.tree.end:
            places += [act.target.start, act.target.end]
        return (cite(a.text, min(places), max(places)),)

    def look_for_format(self, sentences: Iterable[Analysed]) -> None:
        """Note the format whose meetings the document speaks of ("the C5+1 summit"), wherever it names it."""
        for a in sentences:
            for index, mention in a.at.items():
                if mention.agreement is None or index + 1 >= len(a.tokens) or a.lemma(index + 1) not in _MEETING_WORDS:
                    continue
                ref = self.known.agreements[mention.agreement].ref
                if ref.kind in (AgreementKind.POLITICAL, AgreementKind.ORGANISATION) and self.memory.format is None:
                    self.memory.format = ref

    def _remember_names(self, a: Analysed, until: int) -> None:
        """Keep the agreements and bodies named up to this token."""
        for index, mention in a.at.items():
            if index >= until or mention.agreement is None or mention.is_adjective or a.at.get(index - 1) is mention:
                continue
            ref = self.known.agreements[mention.agreement].ref
            following = a.lemma(index + 1) if index + 1 < len(a.tokens) else ""
            in_passing = mention.thing is not Thing.AGREEMENT
            self.memory.remember(ref, following, mention.text, self._sides(ref), in_passing=in_passing)

    def _remember(self, a: Analysed, acts: Sequence[Act]) -> None:
        """Keep what this sentence spoke of for the next."""
        self._remember_names(a, len(a.tokens))
        for mention in a.mentions:
            if mention.agreement is not None and mention.agreement not in self.acted:
                self.memory.demote(self.known.agreements[mention.agreement].ref)
        leading: tuple[Participant, ...] = ()
        for act in acts:
            leading = leading or self._actors(a, act)
        for index in range(len(a.tokens)):
            if a.is_participant(index) and not a.at[index].is_adjective:
                party = self.parties.of(a, index)
                if index == (party.indexes or (index,))[0]:
                    self.parties.remember(party.participants)
        self.parties.remember(leading or self._subject_of(a))

    def _subject_of(self, a: Analysed) -> tuple[Participant, ...]:
        """Who the sentence is about: the party of its main verb."""
        root = a.tree.root.index
        for child in a.tree.related(root, "nsubj"):
            party = self.parties.of(a, child)
            return party.participants or (self.parties.pointed_back_to(party) if party.is_anaphoric else ())
        return ()


def _course(action: Action) -> str:
    """Which course an act belongs to, so that "the withdrawal" finds the notice before it."""
    match action:
        case Action.WITHDRAW | Action.DENOUNCE:
            return "out"
        case Action.JOIN | Action.ACCEDE | Action.ACCEPT | Action.RATIFY | Action.DEPOSIT:
            return "in"
        case _:
            return action.value


def _month_after(month: int, previous: Moment | None) -> Moment | None:
    """ "that September": the first one from the date before it on."""
    if previous is None or previous.begin.year <= 1:
        return None
    year = previous.begin.year + (month < previous.begin.month)
    return Moment.parse(f"{year:04}-{month:02}")


def merged(claims: Sequence[Claim]) -> list[Claim]:
    """One claim for each agreement, actor, action and modality of a document: the first, completed by later ones."""
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        key = (claim.agreement.id, claim.actor, claim.action, claim.modality)
        first = kept.get(key)
        if first is None:
            kept[key] = claim
            continue
        is_done = claim.modality is Modality.HAPPENED
        if is_done and first.moment is not None and claim.moment is not None and not claim.moment.overlaps(first.moment):
            kept[(*key, claim.moment.edtf)] = claim
            continue
        evidence = (
            first.evidence if len(first.evidence) > 1 else tuple(sorted({*first.evidence, *claim.evidence}, key=_place))
        )
        moment = first.moment
        if claim.moment is not None and (moment is None or claim.moment.lies_within(moment)):
            moment = claim.moment
        kept[key] = replace(
            first,
            moment=moment,
            evidence=evidence,
            counterparties=first.counterparties or claim.counterparties,
            attribution=first.attribution if first.attribution.voices else claim.attribution,
        )
    return list(kept.values())


def _place(evidence: object) -> tuple[int, int]:
    return (evidence.start, evidence.end) if isinstance(evidence, Span) else (0, 0)
