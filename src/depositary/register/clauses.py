"""Clauses: what final clauses make of consent and of withdrawal: when it is in force, when it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from depositary.claims import Dimension
from depositary.register.moves import Move
from depositary.register.occurrences import Occurrence, Outcome
from depositary.register.setting import Setting
from depositary.register.steps import Step, move_of
from depositary.register.testimony import Testimony, between
from depositary.register.weighing import Weigher
from depositary.terms import OPEN_BEGIN, OPEN_END, Action, AgreementKind, Moment, Rule, Scope

RULE_RANK = 1
"""The authority of what a final clause says on force: only depositary and organisation stand as high (DOMAIN 3.2)."""

_LATE_JOINER = "VCLT 24(3): for one who consents after the agreement is in force, from that day"


def entry_steps(occurrences: Sequence[Occurrence], setting: Setting, in_force: Step | None) -> Iterator[Step]:
    """When an agreement enters into force for those who consented, never before it is itself in force.

    `in_force` is the step by which the agreement itself entered into force, None where that is not known.
    """
    if setting.kind in (AgreementKind.RELATION, AgreementKind.POLITICAL):
        return
    for occurrence in occurrences:
        if occurrence.outcome is Outcome.PURPORTED or move_of(occurrence, setting) is not Move.BOUND:
            continue
        rule = next((rule for rule in setting.rules_of(Scope.ENTRY) if occurrence.action in rule.by), None)
        told = occurrence.effect
        if told and (rule is None or occurrence.rank <= RULE_RANK):
            yield Step(told, Move.IN_FORCE_IF_BOUND, (occurrence,))
        elif rule is not None:
            yield _by_rule(occurrence, rule, in_force)
        elif in_force is not None:
            moment = later(occurrence.moment, in_force.moment)
            yield Step(moment, Move.IN_FORCE_IF_BOUND, (occurrence, *in_force.grounds), why=_LATE_JOINER)


def _by_rule(occurrence: Occurrence, rule: Rule, in_force: Step | None) -> Step:
    moment = rule.delay.of(occurrence.moment)
    grounds: tuple[Occurrence, ...] = (occurrence,)
    if in_force is not None:
        after_all = later(moment, in_force.moment)
        if after_all != moment:
            grounds = (occurrence, *in_force.grounds)
        moment = after_all
    return Step(moment, Move.IN_FORCE_IF_BOUND, grounds, rule, f"in force {when(moment)} under {rule.article}")


def later(one: Moment, other: Moment) -> Moment:
    """The later of two moments: as wide as both leave it."""
    if one.last <= other.begin:
        return other
    if other.last <= one.begin:
        return one
    begin, last = max(one.begin, other.begin), max(one.last, other.last)
    if begin == OPEN_BEGIN:
        return Moment.until(last)
    return Moment.parse(f"{begin.isoformat()}/..") if last == OPEN_END else between(begin, last)


@dataclass(frozen=True, slots=True)
class Exit:
    """What came of a participant's acts of leaving: steps, and its occurrences as the clauses leave them."""

    steps: tuple[Step, ...]
    occurrences: tuple[Occurrence, ...]


def leave(occurrences: Sequence[Occurrence], planned: Sequence[Testimony], setting: Setting, weigher: Weigher) -> Exit:
    """Notices and ends of one participant under the exit clause, if there is one.

    `planned` are withdrawals that the actor has decided on for a day to come: with a notice they say when it ends.
    """
    rule = next(iter(setting.rules_of(Scope.EXIT)), None)
    entries = [item for item in occurrences if move_of(item, setting) in (Move.BOUND, Move.IN_FORCE, Move.JOINED)]
    notices = [item for item in occurrences if item.outcome is not Outcome.PURPORTED and is_notice(item)]
    steps: list[Step] = []
    for notice in notices:
        rank = min(weigher.rank(item.recorded, Dimension.FORCE, setting.kind) for item in notice.carriers)
        steps.extend(_notice_steps(notice, _planned_end(notice, notices, planned), rule, rank))
    judged: list[Occurrence] = []
    too_early: list[Occurrence] = []
    for occurrence in occurrences:
        if occurrence.action is not Action.WITHDRAW or is_notice(occurrence):
            judged.append(occurrence)
            continue
        reason = ""
        if rule is not None and occurrence.rank > RULE_RANK and not _has_only_signed(occurrence, occurrences, setting):
            given = [item for item in (*notices, *too_early) if not _has_entered_between(item, occurrence, entries)]
            reason = _too_early(occurrence, given, _declared(occurrence, occurrences, planned, entries), rule)
        if reason:
            occurrence = replace(occurrence, outcome=Outcome.PURPORTED, reason=_with(occurrence.reason, reason))
            too_early.append(occurrence)
        elif occurrence.outcome is not Outcome.PURPORTED:
            steps.append(Step(occurrence.moment, Move.ENDED, (occurrence,)))
        judged.append(occurrence)
    return Exit(tuple(steps), tuple(judged))


def _has_only_signed(exit: Occurrence, occurrences: Sequence[Occurrence], setting: Setting) -> bool:
    """Whether it was not yet bound, so that it takes back a signature, which no clause delays (VCLT 18(a))."""
    before = {move_of(item, setting) for item in occurrences if item.moment.begin <= exit.moment.last}
    return Move.SIGNED in before and not before & {Move.BOUND, Move.IN_FORCE, Move.JOINED, Move.PROVISIONAL}


def is_notice(occurrence: Occurrence) -> bool:
    """Whether it tells others that the actor will leave: a denunciation, or a withdrawal that takes effect later."""
    if occurrence.action is Action.DENOUNCE:
        return True
    if occurrence.action is not Action.WITHDRAW:
        return False
    if occurrence.effect is not None and occurrence.effect.begin > occurrence.moment.last:
        return True
    return _is_still_to_come(occurrence)


def _is_still_to_come(occurrence: Occurrence) -> bool:
    """Whether it is told as done though its day lay ahead: then it is the notice that was done."""
    return occurrence.moment.begin > max(carrier.known for carrier in occurrence.carriers)


def notice_moment(notice: Occurrence) -> Moment:
    """When the notice was given."""
    if _is_still_to_come(notice):
        return Moment.until(min(carrier.known for carrier in notice.carriers))
    return notice.moment


def _told_end(notice: Occurrence) -> Moment | None:
    if _is_still_to_come(notice):
        return notice.effect or notice.moment
    return notice.effect


def _planned_end(notice: Occurrence, notices: Sequence[Occurrence], planned: Sequence[Testimony]) -> Moment | None:
    """The day of effect that the actor itself has set, as last known, after this notice and before the next."""
    given = notice_moment(notice)
    following = [other.begin for item in notices if (other := notice_moment(item)).begin > given.last]
    ends = [
        (item.known, -item.rank, moment.begin, moment)
        for item in planned
        if (moment := item.claim.effect or item.claim.moment) is not None
        and moment.begin > given.last
        and not any(day <= moment.begin for day in following)
    ]
    return max(ends, key=lambda end: (end[0], end[1], end[2], end[3].edtf))[3] if ends else None


def _notice_steps(notice: Occurrence, planned: Moment | None, rule: Rule | None, rank: int) -> Iterator[Step]:
    """The notice, and the end that follows from it unless it is taken back.

    `rank` is the authority of those who tell of it on when it ends.
    """
    given = notice_moment(notice)
    yield Step(given, Move.NOTICE, (notice,))
    told = _told_end(notice) or planned
    if rule is None:
        if told is not None:
            yield Step(told, Move.END_OF_NOTICE, (notice,))
        return
    derived = rule.delay.of(given)
    why = f"withdrawal takes effect {when(derived)} under {rule.article}"
    if told is None or derived.lies_within(told):
        yield Step(derived, Move.END_OF_NOTICE, (notice,), rule, why)
    elif told.last < derived.begin and rank > RULE_RANK:
        said = f"; the end {when(told)} that was told is earlier than the clause allows"
        yield Step(derived, Move.END_OF_NOTICE, (notice,), rule, why + said)
    else:
        yield Step(
            told, Move.END_OF_NOTICE, (notice,), rule, f"withdrawal takes effect {when(told)}, as the notice says"
        )


def _has_entered_between(notice: Occurrence, exit: Occurrence, entries: Sequence[Occurrence]) -> bool:
    """Whether a new stay began after the notice, so that it is spent."""
    given = notice_moment(notice)
    return any(given.last < entry.moment.begin <= exit.moment.last for entry in entries)


def _declared(
    exit: Occurrence,
    occurrences: Sequence[Occurrence],
    planned: Sequence[Testimony],
    entries: Sequence[Occurrence],
) -> list[Moment]:
    """When it was first said that the actor would leave: not a notice, but a sign that there may have been one."""
    announced = [
        item.moment
        for item in occurrences
        if item.action is Action.ANNOUNCE_INTENT and not _has_entered_between(item, exit, entries)
    ]
    return announced + [Moment.of(item.known) for item in planned]


def _too_early(exit: Occurrence, given: Sequence[Occurrence], declared: Sequence[Moment], rule: Rule) -> str:
    """Why the clause does not allow an end on that day; "" where it does.

    Measured from the earliest notice known, or from an earlier declaration to leave. Where neither is known, what is
    told while the clause still lets time run is a declaration, whoever tells it; what is told later is taken.
    """
    starts = [*(notice_moment(item) for item in given), *declared]
    if any(rule.delay.of(start).begin <= exit.moment.last for start in starts):
        return ""
    if given:
        return f"earlier than {rule.article} allows"
    if min(item.known for item in exit.carriers) < rule.delay.of(exit.moment).last:
        return f"earlier than {rule.article} allows: no notice is known"
    return ""


def _with(reason: str, more: str) -> str:
    return f"{reason}; {more}" if reason else more


def when(moment: Moment) -> str:
    """A moment in a sentence.

    >>> when(Moment.parse("2025-01-29")), when(Moment.parse("../2025-01-29"))
    ('on 2025-01-29', 'by 2025-01-29')
    """
    if moment.is_day:
        return f"on {moment.begin.isoformat()}"
    if moment.begin == OPEN_BEGIN:
        return f"by {moment.last.isoformat()}" if moment.end != OPEN_END else "on a day not known"
    return f"in {moment.edtf}" if len(moment.edtf) <= 7 else f"some day in {moment.edtf}"
