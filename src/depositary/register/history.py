"""History: all that is told of one participant towards one agreement, as known on a day, ready to be folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from depositary.claims import RecordedClaim
from depositary.register.clauses import entry_steps, is_notice, leave, notice_moment, when
from depositary.register.disputes import dispute
from depositary.register.moves import ENTRIES, EXITS, Move
from depositary.register.occurrences import Occurrence, Outcome, gather
from depositary.register.setting import Setting
from depositary.register.steps import BY_NOTICE, Step, move_of, plain_steps
from depositary.register.testimony import Testimony, hear, is_done, overhear
from depositary.register.weighing import Weigher
from depositary.terms import Action, AgreementKind, Modality, Moment, Participant

_PRESUPPOSED = "its entry is not recorded: what is told presupposes it"
_ASKING = frozenset({Move.INVITED, Move.APPLIED, Move.SIGNED})
_HALTS = frozenset({Move.SUSPENDED, Move.FROZEN})


@dataclass(frozen=True, slots=True)
class History:
    """What is known of one participant: `occurrences` as denials and clauses leave them, `steps` in their order.

    `foretold` are the claims of acts to come, `denials` all denials about it.
    """

    participant: Participant
    setting: Setting
    occurrences: tuple[Occurrence, ...]
    steps: tuple[Step, ...]
    foretold: tuple[Testimony, ...]
    denials: tuple[Testimony, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that is known of one agreement: a history for each participant, and the agreement's `common` acts.

    `aside` are acts that move nobody, such as a vote on the entry of another.
    """

    histories: tuple[History, ...]
    common: tuple[Occurrence, ...]
    aside: tuple[Occurrence, ...]


@dataclass(slots=True)
class _Heard:
    """Testimonies by what they can do, each once."""

    done: list[Testimony]
    foretold: list[Testimony]
    denials: list[Testimony]
    aside: list[Testimony]


def gather_histories(claims: Iterable[RecordedClaim], setting: Setting, weigher: Weigher, *, known: date) -> Gathered:
    """The history of each participant that claims known by then tell of, by participant id.

    What is only possible, conditional or demanded opens and moves nothing.
    """
    heard = _hear(claims, setting, weigher, known)
    occurrences = dispute(gather(heard.done), heard.denials, setting, weigher)
    acts = _by_subject(occurrences)
    foretold_of, denials_of = _by_subject(heard.foretold), _by_subject(heard.denials)
    common = acts.get("", [])
    applicants = {id for id, own in acts.items() if any(move_of(item, setting) in _ASKING for item in own)}
    in_force = _entry_of_agreement(common, setting)
    common_steps = tuple(_steps_of_agreement(common, setting, in_force))
    found: list[History] = []
    aside = gather(heard.aside)
    has_news = bool(heard.done or heard.foretold)
    for participant in _participants(heard, setting, has_news and bool(common_steps)):
        own = _understood(acts.get(participant.id, []), setting)
        if _only_votes_on_others(participant, own, applicants, setting):
            aside += own
            own = []
        foretold = tuple(foretold_of.get(participant.id, ()))
        denials = tuple(denials_of.get(participant.id, ()))
        planned = [item for item in foretold if _is_planned_exit(item)]
        exit = leave(own, planned, setting, weigher)
        steps = [*plain_steps(exit.occurrences, setting), *entry_steps(exit.occurrences, setting, in_force)]
        steps += [*exit.steps, *common_steps]
        steps += _presupposed(steps, exit.occurrences, setting)
        ordered = tuple(sorted(steps, key=lambda step: step.order))
        judged = tuple(sorted((*exit.occurrences, *common), key=lambda item: (item.moment.begin, item.key)))
        found.append(History(participant, setting, judged, ordered, foretold, denials))
    return Gathered(tuple(found), tuple(common), tuple(aside))


Told = TypeVar("Told", Occurrence, Testimony)


def _by_subject(told: Iterable[Told]) -> dict[str, list[Told]]:
    """By the id of the subject, "" for the agreement itself; the order is kept."""
    found: dict[str, list[Told]] = {}
    for item in told:
        found.setdefault(item.subject.id if item.subject else "", []).append(item)
    return found


def _hear(claims: Iterable[RecordedClaim], setting: Setting, weigher: Weigher, known: date) -> _Heard:
    heard = _Heard([], [], [], [])
    seen: set[tuple[str, str]] = set()
    for recorded in claims:
        if recorded.known > known or recorded.claim.agreement.id != setting.ref.id:
            continue
        claim = recorded.claim
        if is_done(claim):
            into = heard.done
        elif claim.modality is Modality.DENIED:
            into = heard.denials
        elif claim.modality.is_open:
            into = heard.foretold
        else:
            continue
        testimonies = list(hear(recorded, setting, weigher))
        if not testimonies and into is heard.done:
            testimonies, into = list(overhear(recorded, setting, weigher)), heard.aside
        for testimony in testimonies:
            key = (testimony.id, testimony.subject.id if testimony.subject else "")
            if key not in seen:
                seen.add(key)
                into.append(testimony)
    for testimonies in (heard.done, heard.foretold, heard.denials, heard.aside):
        testimonies.sort(key=lambda item: (item.known, item.id, item.subject.id if item.subject else ""))
    return heard


def _participants(heard: _Heard, setting: Setting, has_common_steps: bool) -> Iterator[Participant]:
    """All of whom an act is told or foretold, by id; the sides of an agreement too once it acts as a whole."""
    found: dict[str, Participant] = {}
    told = [item.subject for item in (*heard.done, *heard.foretold) if item.subject]
    for participant in (*told, *(setting.sides if has_common_steps else ())):
        if not setting.is_own_body(participant):
            found[participant.id] = min(participant, found.get(participant.id, participant))
    return (found[id] for id in sorted(found))


def _entry_of_agreement(common: Sequence[Occurrence], setting: Setting) -> Step | None:
    """The step by which the agreement itself entered into force: as the reference knows it, else as it is told."""
    told = [
        Step(item.moment, Move.IN_FORCE_IF_BOUND, (item,))
        for item in common
        if item.action is Action.ENTER_INTO_FORCE and item.outcome is not Outcome.PURPORTED
    ]
    if setting.in_force is not None:
        agreeing = tuple(ground for step in told for ground in step.grounds if step.moment.overlaps(setting.in_force))
        why = f"the agreement entered into force {when(setting.in_force)} ({setting.source})"
        return Step(setting.in_force, Move.IN_FORCE_IF_BOUND, agreeing, why=why)
    return min(told, key=lambda step: step.order) if told else None


def _steps_of_agreement(common: Sequence[Occurrence], setting: Setting, in_force: Step | None) -> Iterator[Step]:
    """What the agreement's own acts do to everyone in it; the two sides of a closed one enter together."""
    if in_force is not None and setting.is_between_two:
        yield replace(in_force, move=Move.IN_FORCE)
    for item in common:
        if item.action is Action.TERMINATE and item.outcome is not Outcome.PURPORTED:
            yield Step(item.effect or item.moment, Move.ENDED, (item,))
    if setting.closed is not None:
        yield Step(Moment.of(setting.closed), Move.ENDED, (), why=f"the agreement ended: {setting.source}")


def _is_planned_exit(testimony: Testimony) -> bool:
    claim = testimony.claim
    return claim.modality is Modality.PLANNED and claim.action in BY_NOTICE


def _only_votes_on_others(
    participant: Participant, own: Sequence[Occurrence], applicants: set[str], setting: Setting
) -> bool:
    """Whether all that is told of one is votes at home while others ask to be let into the organisation.

    A parliament that approves in an organisation, of a State that never asked to join it, votes on their entry.
    """
    if setting.kind is not AgreementKind.ORGANISATION or not applicants - {participant.id}:
        return False
    return {move_of(item, setting) for item in own} == {Move.APPROVED}


def _understood(own: list[Occurrence], setting: Setting) -> list[Occurrence]:
    """Take what one who leaves, and of whom no entry is recorded, announced without more for its leaving."""
    moves = {move_of(item, setting) for item in own}
    if moves & (ENTRIES | {Move.INVITED, Move.APPLIED}) or not any(_is_leaving(item, setting) for item in own):
        return own
    return [replace(item, about_leaving=True) if item.action is Action.ANNOUNCE_INTENT else item for item in own]


def _presupposed(steps: Sequence[Step], occurrences: Sequence[Occurrence], setting: Setting) -> list[Step]:
    """The entry that an exit or a halt presupposes where none is recorded: some day up to it, on the same word.

    A claimed end that the clause does not allow presupposes it as well.
    """
    leaving = [item for item in occurrences if _is_leaving(item, setting)]
    if not leaving:
        return []
    first = min(leaving, key=lambda item: (_given(item).last, item.key))
    last = _given(first).last
    if any(step.move in ENTRIES and step.moment.begin <= last for step in steps):
        return []
    move = Move.JOINED if setting.kind is AgreementKind.POLITICAL else Move.IN_FORCE
    return [Step(Moment.until(last), move, (first,), why=_PRESUPPOSED)]


def _given(leaving: Occurrence) -> Moment:
    return notice_moment(leaving) if is_notice(leaving) else leaving.moment


def _is_leaving(occurrence: Occurrence, setting: Setting) -> bool:
    if occurrence.action is Action.ANNOUNCE_INTENT and occurrence.about_leaving:
        return occurrence.outcome is not Outcome.PURPORTED
    move = move_of(occurrence, setting)
    if move not in EXITS or (move in _HALTS and setting.kind is AgreementKind.UNKNOWN):
        return False
    return occurrence.action in BY_NOTICE or occurrence.outcome is not Outcome.PURPORTED
