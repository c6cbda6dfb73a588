"""Because: why a row stands: the acts that carry it with their quotes, what was set aside and why, the clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from depositary.claims import RecordedClaim
from depositary.register.clauses import when
from depositary.register.fold import Folded
from depositary.register.notes import name_of, sentence
from depositary.register.occurrences import Outcome
from depositary.register.steps import Step
from depositary.terms import Expectation, Moment, Participation, Rule


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that a row rests on.

    `what` is a sentence; `moment` the day on which it changed the standing; `rule` the final clause where one gave that
    day. `claims` are those who tell of the act, best witness first; `alternatives` those who give it another date.
    """

    what: str
    moment: Moment
    rule: Rule | None
    outcome: Outcome
    claims: tuple[RecordedClaim, ...]
    alternatives: tuple[RecordedClaim, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """A claim that lost, and the reason in a sentence."""

    claim: RecordedClaim
    reason: str


@dataclass(frozen=True, slots=True)
class Foretold:
    """An expectation with the claims that foretold it, best witness first."""

    expectation: Expectation
    claims: tuple[RecordedClaim, ...]


@dataclass(frozen=True, slots=True)
class Because:
    """Why one participant stands as it does: `grounds` in the order in which they changed its standing.

    `doubtful` are acts of which it is not known whether they had been done by then.
    """

    participation: Participation
    on: date
    known: date
    grounds: tuple[Ground, ...]
    doubtful: tuple[Ground, ...]
    set_aside: tuple[Aside, ...]
    foretold: tuple[Foretold, ...]


def explain(folded: Folded, *, on: date, known: date) -> Because:
    """The reasons of a row that was folded for these two days."""
    claims = {item.id: item.recorded for item in folded.history.foretold}
    return Because(
        participation=folded.participation,
        on=on,
        known=known,
        grounds=tuple(_ground(step) for step in folded.carrying if not _is_told_again(step, folded.carrying)),
        doubtful=tuple(_ground(step) for step in folded.doubtful),
        set_aside=tuple(
            Aside(item.testimony.recorded, sentence(item.reason)) for item in dict.fromkeys(folded.set_aside)
        ),
        foretold=tuple(
            Foretold(item, tuple(claims[id] for id in item.claims)) for item in folded.participation.expectations
        ),
    )


def _is_told_again(step: Step, carrying: Sequence[Step]) -> bool:
    """Whether a clause makes more of the same act, so that to name it by itself says nothing more."""
    return not step.why and any(
        other is not step and other.why and set(step.grounds) <= set(other.grounds) for other in carrying
    )


def _ground(step: Step) -> Ground:
    carriers = [item for ground in step.grounds for item in ground.carriers]
    others = [item for ground in step.grounds for item in ground.alternatives]
    outcomes = [ground.outcome for ground in step.grounds]
    return Ground(
        what=_told(step),
        moment=step.moment,
        rule=step.rule,
        outcome=Outcome.CONTESTED if Outcome.CONTESTED in outcomes else (outcomes or [Outcome.STANDS])[0],
        claims=tuple(dict.fromkeys(item.recorded for item in carriers)),
        alternatives=tuple(dict.fromkeys(item.recorded for item in others)),
    )


def _told(step: Step) -> str:
    acts = ", ".join(dict.fromkeys(f"{name_of(item.action)} {when(item.moment)}" for item in step.grounds))
    return sentence(": ".join(part for part in (acts, step.why) if part))
