"""Composing: an act with its parties, its agreement, stance, voice and date becomes claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from depositary.reading.absent import Absent
from depositary.reading.act import AS_BEFORE, Act
from depositary.reading.actors import Actors
from depositary.reading.agreements import Agreements
from depositary.reading.analysis import Analysed
from depositary.reading.announcing import announced_by, with_speaker
from depositary.reading.apart import apart
from depositary.reading.clauses import is_past
from depositary.reading.conditions import is_imagined
from depositary.reading.enough import is_rule, says_enough, tells_what_relations_are_like
from depositary.reading.firmness import Stance
from depositary.reading.letting import agreed_to_let_in
from depositary.reading.lexicon import Kind, Place
from depositary.reading.memory import Memory
from depositary.reading.mention import Thing
from depositary.reading.naming import RECOGNITION, is_collective, is_organisation, own
from depositary.reading.organs import action_of, law_made, organ_of, qualifier_of
from depositary.reading.othersides import BILATERAL, OtherSides
from depositary.reading.parties import Parties
from depositary.reading.polarity import is_no_longer
from depositary.reading.sound import Sound
from depositary.reading.speaking import is_of_speaker
from depositary.reading.stance import stance
from depositary.reading.subjects import is_passive, subject
from depositary.reading.timing import Before, dates_of_each, effect_of, moment_of
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

_OF_AGREEMENT = frozenset({Action.ENTER_INTO_FORCE, Action.TERMINATE, Action.NOT_IMPLEMENTED, Action.IMPLEMENT})
_TOLD_OF = frozenset({Action.SIGN, Action.CONCLUDE, Action.EXTEND, Action.AMEND})
_OF_MEMBERS = frozenset({
    Action.RATIFY, Action.JOIN, Action.ACCEDE, Action.WITHDRAW, Action.DEPOSIT, Action.DENOUNCE, Action.APPLY,
})  # fmt: skip
_OF_ENTERING = frozenset({Action.JOIN, Action.ACCEDE})
_OF_ENTRY = _OF_MEMBERS | {Action.SIGN, Action.ENTER_INTO_FORCE}
_CHOOSES = frozenset({"chosen", "chose", "decided", "opted"})
_WILL = frozenset({"will", "would", "to", "'ll", "’ll", "'d", "’d"})
_A_YEAR = timedelta(days=366)


@dataclass(slots=True)
class Composer:
    """Makes claims of the acts of one document, which names those in `present`; holds what was spoken of before."""

    document: str
    published: date | None
    known: Reference
    parties: Parties
    voices: Voices
    reader: str
    memory: Memory
    actors: Actors
    agreements: Agreements
    present: frozenset[str] = frozenset()
    latest_actors: tuple[Participant, ...] = ()
    latest_moment: Moment | None = None
    acted: set[str] = field(default_factory=set)

    @property
    def _absent(self) -> Absent:
        return Absent(self.parties, self.actors, self.memory)

    @property
    def _other_sides(self) -> OtherSides:
        return OtherSides(self.parties, self.actors, self.present)

    def claims(self, a: Analysed, acts: Sequence[Act], reported: Sequence[Reported]) -> list[Claim]:
        """The claims of one sentence, in the order of the text."""
        made: list[Claim] = []
        previous: Claim | None = None
        self.latest_actors = self.actors.latest = ()
        self.actors.reported = reported
        triggers = {act.index for act in acts if not act.is_of_list} | {
            act.noun for act in acts if act.noun is not None
        }
        for act in acts:
            self.agreements.remember_names(a, act.index)
            if act.frame.modality is not None and act.subject.is_anaphoric and not self.actors.of(a, act):
                continue
            firm = act.as_firm_as if act.as_firm_as is not None else act.index
            how = stance(a, firm, is_nominal=act.is_nominal, action=act.frame.action)
            is_over = act.frame.only_ahead and not how.is_future and how.modality is not Modality.DENIED
            if not how.is_claim or is_rule(a, act) or is_over or is_imagined(a, act, how, reported):
                continue
            if act.frame.id == "found" and any(
                each.frame.action in (Action.SIGN, Action.CONCLUDE) for each in acts if each is not act
            ):
                continue
            if act.frame.action is Action.ENTER_INTO_FORCE and how.is_before:
                continue
            for each in apart(a, act):
                for claim in self._of_act(a, each, how, reported, triggers, previous):
                    made.append(claim)
                    previous = claim if claim.moment is not None else previous
                    self.latest_moment = claim.moment or self.latest_moment
        self._remember(a, acts)
        self.agreements.remember_described(a)
        return made

    def _of_act(
        self,
        a: Analysed,
        act: Act,
        how: Stance,
        reported: Sequence[Reported],
        triggers: set[int],
        previous: Claim | None,
    ) -> Iterator[Claim]:
        if not says_enough(a, act, self.actors):
            return
        actors = self._absent.of_both(act) or self._absent.who_announce(act) or self.actors.of(a, act)
        if act.frame.modality is not None and (between := self._absent.between_others(act, actors)):
            actors = between
        ref, sides = self.agreements.of(a, act, actors)
        if ref is None or not self._can_be(act, ref, actors):
            return
        if not Sound(self.known, a.words, self.memory).is_sound(a, act, ref, {*actors, *sides}):
            return
        is_again = how.modality is Modality.POSSIBLE and bool({"first", "last"} & set(a.lower[: act.index]))
        is_again = is_again and act.frame.action is Action.JOIN and "would" in a.lower[: act.index]
        if (act.frame.id == "be-nth-member" or is_again) and self.actors.coming == (actors, ref):
            return  # said already: "it would be the first country to enter"
        organ = organ_of(a, act)
        if organ is not None and len(actors) == 1:
            told = actors if not act.subject.is_anaphoric else self.actors.of_organ.get(organ, actors)
            self.actors.of_organ[organ] = told
        let_in = agreed_to_let_in(a, act, self.parties, how) if ref.id in self.known.participants else None
        if let_in is not None:
            organ = None
        action = act.frame.action if let_in is not None else action_of(a, act, organ)
        qualifier = qualifier_of(act, organ)
        others = self._other_sides.told(a, act) or self._recognised(act, ref)
        target = act.target
        if act.frame.action is not Action.HOST_MEETING:
            self.acted.add(ref.id)
            self.memory.remember(ref, target.noun if target else "", target.description if target else "", sides)
        if tells_what_relations_are_like(a, act):
            return
        is_all = act.subject.is_anaphoric and len(sides) > 1 and act.subject.number == len(sides)
        if not actors and is_all and how.modality is Modality.HAPPENED:
            actors = tuple(sides)  # "leaders of all three had signed the original text"
        is_bodys = act.frame.actor is Place.BODY and (not actors or act.subject.is_anaphoric)
        if is_bodys and ref.id in self.known.participants:
            actors = (self.known.participants[ref.id].participant,)
        if not actors and act.frame.id == "lift-suspension":
            actors, before = self.actors.before(Action.SUSPEND)
            ref = before or ref
        if not actors and act.frame.action in _TOLD_OF:
            actors = self._absent.who_went_on(a, act)
        if not actors and act.subject is AS_BEFORE and len(sides) == 2 and how.is_future:
            actors = tuple(sides)  # "the final signature will follow"
        if not actors and act.frame.action not in _OF_AGREEMENT:
            actors = self._absent.sides_of_passive(a, act, sides)
        if not actors and act.frame.id == "submit-application" and is_passive(a, act.index) and target is not None:
            actors = target.parties[:1]  # "Uruguay's bid to join, handed over in May"
            how = Stance() if a.tokens[act.index].relation == "acl" else how
        if not actors and act.frame.id == "deposit" and is_passive(a, act.index) and target is not None:
            actors = target.parties[:1]  # "Kenya's instrument of accession was deposited"
            actors = actors or self._absent.who_consented(ref)
        if not actors and act.frame.id == "rescind-notice":
            actors = self.actors.before(Action.WITHDRAW)[0]  # "a letter rescinds the notice"
        if not actors and not self._is_of_agreement(a, act):
            return
        is_paper = target is not None and Kind.PAPER in target.kinds and Kind.AGREEMENT not in target.kinds
        if is_paper and len({*actors, *sides}) < 2 and not self.agreements.is_of_accession(a, act, target):
            return
        if organ is Organ.COURT and action is Action.TERMINATE:
            actors = ()
        if act.frame.organ and organ is None and not (actors and all(map(is_collective, actors))):
            return
        made_law = law_made(a, act.index) if action is Action.APPROVE else None
        if made_law is not None:
            how = stance(a, made_law, is_nominal=False, action=action)
        attribution = self._attribution(a, act, how, reported)
        earlier = Before(previous.moment, previous.agreement == ref) if previous else Before(latest=self.latest_moment)
        moment = moment_of(a, act, how, triggers, reported, earlier, self.published)
        if moment is not None and action in _OF_ENTRY and self._was_not_there(ref, moment):
            return
        evidence = self._evidence(a, act)
        modality = how.modality
        is_of_body = act.frame.actor is Place.BODY and bool(actors) and all(map(is_organisation, actors))
        if let_in is not None:
            modality = Modality.PLANNED
        if how.is_voted and organ is None and modality is Modality.HAPPENED and not is_of_body:
            modality = Modality.PLANNED
        is_ahead = moment is not None and self.published is not None and moment.begin > self.published
        if modality is Modality.HAPPENED and is_ahead and is_past(a, act.index):
            moment = None  # "ratified the treaty, which takes effect in 90 days": a day of something else
        elif modality is Modality.HAPPENED and is_ahead:
            modality = Modality.PLANNED  # "enters into force on 1 May", told in April: a timetable
        if act.is_nominal and action is Action.ENTER_INTO_FORCE and moment is None and not how.is_future:
            return  # "upon its entry into force" tells of none
        if act.frame.id == "membership-effective" and moment is None and how.is_present:
            modality = Modality.PLANNED if modality is Modality.HAPPENED else modality
        if action is Action.ENTER_INTO_FORCE and how.refuser is not None and a.lemma(how.refuser) == "cease":
            action, modality = Action.TERMINATE, Modality.PLANNED
        is_fixed = modality is Modality.HAPPENED or act.frame.modality is Modality.HAPPENED
        is_fixed = is_fixed or (act.frame.modality is Modality.POSSIBLE and modality is Modality.PLANNED)
        is_fixed = is_fixed or (act.frame.id == "stay-in" and modality in (Modality.PLANNED, Modality.EXPECTED))
        if action is Action.DECLINE and modality is Modality.PLANNED and _CHOOSES & set(a.lower[: act.index]):
            modality = Modality.HAPPENED  # "has chosen to stay out"
        if act.frame.id == "rule-out" and how.modality is Modality.DENIED:
            modality = Modality.POSSIBLE  # "has refused to rule out a return"
        if act.frame.modality is not None and is_fixed and modality is not Modality.DENIED:
            modality = act.frame.modality
        made_by = f"{self.reader}: {act.frame.id}{' (noun)' if act.is_nominal else ''}"
        if not actors and action in (Action.IMPLEMENT, Action.NOT_IMPLEMENTED):
            actors = self.latest_actors
        if act.frame.id == "bind" and how.modality is not Modality.DENIED:
            return  # "is bound by" tells of no act
        if action is Action.JOIN and how.modality is Modality.DENIED and is_no_longer(a, act.index):
            action = Action.WITHDRAW  # "would no longer take part in", "is no longer bound by"
            is_to_come = bool(_WILL & set(a.lower[max(0, act.index - 5) : act.index]))
            modality = Modality.PLANNED if is_to_come else Modality.HAPPENED
        if action is Action.IMPLEMENT and how.modality is Modality.DENIED:
            is_to_come = is_no_longer(a, act.index) and bool(_WILL & set(a.lower[max(0, act.index - 5) : act.index]))
            action, modality = Action.NOT_IMPLEMENTED, Modality.PLANNED if is_to_come else Modality.HAPPENED
        if modality is Modality.DEMANDED and action in _OF_ENTERING and self._is_own_request(a, how, actors):
            action, modality = Action.APPLY, Modality.HAPPENED  # "fourteen years after it asked to come in"
        announced = announced_by(a, act, action, modality, actors, reported)
        if announced is not None:
            action, modality = Action.ANNOUNCE_INTENT, Modality.HAPPENED
            spoken, attribution = attribution.innermost, Attribution(attribution.voices[:-1])
            said = replace(act, index=announced, noun=None)
            moment = moment_of(a, said, Stance(), triggers | {act.index}, (), earlier, self.published)
            evidence = with_speaker(a, self._evidence(a, replace(act, noun=announced)), spoken)
        self.latest_actors = actors if modality is Modality.HAPPENED else self.latest_actors
        if actors:
            self.actors.latest = actors
            self.actors.remember(
                action,
                actors,
                ref,
                is_coming=modality in (Modality.EXPECTED, Modality.PLANNED)
                and not (ref.kind in BILATERAL and len(sides) > 1),
            )
        if let_in is not None and actors:
            agreed = moment_of(
                a, replace(act, index=let_in, noun=None), Stance(), {let_in, act.index}, (), earlier, self.published
            )
            is_over = moment is not None and self.published is not None and moment.last <= self.published
            if is_over and agreed in (None, moment):
                moment, agreed = None, moment  # "voted to let Sweden in in July"
            yield Claim(
                document=self.document,
                agreement=ref,
                actor=self.known.participants[ref.id].participant,
                action=Action.APPROVE,
                modality=Modality.HAPPENED,
                evidence=self._evidence(a, replace(act, noun=let_in)),
                counterparties=actors,
                moment=agreed,
                attribution=attribution,
                made_by=f"{self.reader}: {act.frame.id} (agreed to)",
            )
        for actor, when in zip(actors or (None,), dates_of_each(a, moment, len(actors) or 1), strict=True):
            with_whom = target.parties if target is not None else ()
            counterparties = self._other_sides.of(actor, actors, ref, sides, others, action, with_whom)
            yield Claim(
                document=self.document,
                agreement=own(ref, actor, actors, sides) if ref.id.endswith("-diplomatic-relations") else ref,
                actor=actor,
                action=action,
                modality=modality,
                evidence=evidence,
                counterparties=counterparties,
                moment=when,
                effect=effect_of(a, act, self.published),
                attribution=attribution,
                organ=organ,
                qualifier=qualifier,
                made_by=made_by,
            )

    def _recognised(self, act: Act, ref: AgreementRef) -> tuple[Participant, ...]:
        """Who "it" is that was recognised."""
        is_again = act.target is None and Kind.RECOGNITION in act.frame.objects
        entry = self.known.participants.get(ref.id.removeprefix(RECOGNITION).upper()) if is_again else None
        return (entry.participant,) if entry is not None else ()

    def _is_own_request(self, a: Analysed, how: Stance, actors: Sequence[Participant]) -> bool:
        """Whether those who ask for an entry ask for their own."""
        if how.demander is None or a.lemma(how.demander) not in ("ask", "request"):
            return False
        asking = subject(a, self.parties, how.demander)
        return asking.is_anaphoric or set(asking.participants) == set(actors)

    def _was_not_there(self, ref: AgreementRef, moment: Moment) -> bool:
        """Whether a known agreement was made long after the day: "a treaty of amity of 1833" is another."""
        entry = self.known.agreements.get(ref.id)
        begun = entry.begun if entry is not None else None
        return begun is not None and begun - moment.last > _A_YEAR

    def _can_be(self, act: Act, ref: AgreementRef, actors: Sequence[Participant]) -> bool:
        """Whether such an act on such an agreement makes sense: relations are not signed, no body joins itself."""
        if act.frame.action is Action.SIGN and ref.kind is AgreementKind.RELATION:
            return False
        return not (act.frame.action in _OF_MEMBERS and any(actor.id == ref.id for actor in actors))

    def _is_of_agreement(self, a: Analysed, act: Act) -> bool:
        """Whether the act is the agreement's own: it enters into force, it was signed in 1992."""
        if act.subject.organ is Organ.COURT and act.frame.action in _OF_AGREEMENT:
            return True
        if act.subject.is_anaphoric or act.subject.is_unnamed:
            return False
        comes_first = act.target is None or act.target.start < a.tokens[act.index].start
        if act.frame.action in _OF_AGREEMENT:
            return act.frame.actor is Place.AGREEMENT or (comes_first and is_passive(a, act.index))
        if act.target is None or Kind.AGREEMENT not in act.target.kinds or act.is_nominal:
            return False
        is_told = act.frame.action in _TOLD_OF or (
            act.frame.action is Action.RATIFY and "never" in a.lower[: act.index]
        )
        return is_told and comes_first and is_passive(a, act.index)

    def _attribution(self, a: Analysed, act: Act, how: Stance, reported: Sequence[Reported]) -> Attribution:
        if how.demander is not None:
            speaker = self.voices.speaker(a, how.demander)
            if speaker.voices:
                return speaker
        covering = [each for each in reported if each.covers(act.index)]
        return covering[-1].attribution if covering else Attribution()

    def _evidence(self, a: Analysed, act: Act) -> tuple[Span, ...]:
        """From the one who acts, or the verb, to the end of what it is done to; within the sentence."""
        places = [a.tokens[act.index].start, a.tokens[act.index].end]
        if act.noun is not None:
            places += [a.tokens[act.noun].start, a.tokens[act.noun].end]
        for index in (*act.subject.indexes, *act.other.indexes):
            places += [a.tokens[index].start, a.tokens[index].end]
        if act.target is not None and a.holds(act.target.start) and act.target.end <= a.tree.end:
            places += [act.target.start, act.target.end]
        return (cite(a.text, min(places), max(places)),)

    def _remember(self, a: Analysed, acts: Sequence[Act]) -> None:
        """Keep what this sentence spoke of for the next."""
        self.agreements.remember_names(a, len(a.tokens))
        for mention in a.mentions:
            if mention.agreement is not None and mention.agreement not in self.acted:
                self.memory.demote(self.known.agreements[mention.agreement].ref)
        leading: tuple[Participant, ...] = ()
        for act in acts:
            leading = leading or self.actors.of(a, act)
        for index in range(len(a.tokens)):
            if a.is_participant(index) and not a.at[index].is_adjective:
                party = self.parties.of(a, index)
                if index == (party.indexes or (index,))[0]:
                    self.parties.remember(party.participants)
        named = self.parties.named(a, sorted(a.at))
        self.parties.named_last = tuple(p for p in named if not is_organisation(p))
        self.parties.body_last = tuple(filter(is_organisation, named))[-1:] or self.parties.body_last
        self._remember_people(a)
        about = self._subject_of(a)
        self.parties.remember(leading if len(leading) > 1 or not about else ())
        self.parties.remember(about)
        self.parties.topic = about if len(about) == 1 else self.parties.topic

    def _remember_people(self, a: Analysed) -> None:
        """Keep who was named in full: "Pak Ui Chun" is "Pak" afterwards, and "Nguyen Tan Dung" is "Dung"."""
        for mention in a.mentions:
            names = mention.text.split()
            found = self.parties.of_mention(mention) if mention.thing is Thing.PERSON and len(names) > 1 else ()
            if len(found) == 1:
                for name in (names[0], names[-1]):
                    self.parties.told.setdefault(name, found[0])

    def _subject_of(self, a: Analysed) -> tuple[Participant, ...]:
        """Who the sentence is about: the party of its main verb."""
        root = a.tree.root.index
        said = [at for at in a.tree.related(root, "ccomp") if a.tree.related(at, "nsubj")]
        if said and a.lemma(root) in a.words.say:  # "officials said that he would": about whom they speak
            root = said[0]
        for child in a.tree.related(root, "nsubj"):
            party = self.parties.of(a, child)
            if is_of_speaker(a, party):
                return ()
            return party.participants or (self.parties.pointed_back_to(party) if party.is_anaphoric else ())
        return ()
