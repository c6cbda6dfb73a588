"""Occurrences: claims of one and the same act gathered, its date chosen by policy, the losers kept as alternatives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from depositary.register.testimony import Testimony, is_about_leaving
from depositary.terms import Action, Moment, Organ, Participant

ONE_STAY = timedelta(days=3 * 365)
"""Two dates of one way in that lie closer are two reports of it: nobody joins, leaves and joins again so soon (the
shortest known, the United States and the Paris Agreement, took over four years from acceptance to acceptance)."""

ONE_EVENT = timedelta(days=31)
"""Two dates of any other act that lie closer are two reports of it: a slip of a time zone or of a month."""

_ONCE_A_STAY = frozenset(
    {
        Action.JOIN,
        Action.SIGN,
        Action.SIGN_DEFINITIVE,
        Action.RATIFY,
        Action.ACCEPT,
        Action.APPROVE,
        Action.ACCEDE,
        Action.SUCCEED,
        Action.DEPOSIT,
        Action.ENTER_INTO_FORCE,
        Action.ESTABLISH_RELATIONS,
    }
)


class Outcome(StrEnum):
    """What denials and final clauses make of an occurrence (DOMAIN 3.2, denial)."""

    STANDS = "stands"
    OBJECTED = "objection noted"  #: denied by a weaker voice
    CONTESTED = "contested"  #: denied by an equal one: the effect is shown, and flagged
    PURPORTED = "purported"  #: denied by a stronger one, or by the final clause: kept, without effect


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One act of one subject (None: of the agreement), with all who tell of it.

    `moment` is the date chosen; `effect` the date of effect where one is told. `carriers` agree with it, best
    authority first; `alternatives` give another date. `denials` are those that hit it. `reason` says in a sentence why
    it is purported.
    """

    subject: Participant | None
    action: Action
    moment: Moment
    effect: Moment | None
    organ: Organ | None
    about_leaving: bool
    rank: int
    carriers: tuple[Testimony, ...]
    alternatives: tuple[Testimony, ...] = ()
    outcome: Outcome = Outcome.STANDS
    denials: tuple[Testimony, ...] = field(default=())
    reason: str = ""

    @property
    def key(self) -> str:
        """Stable among the occurrences of one answer."""
        return min(carrier.id for carrier in self.carriers)


Key = tuple[str, Action, str, bool]
"""What the claims of one occurrence have in common besides compatible dates."""


def gather(testimonies: Iterable[Testimony]) -> list[Occurrence]:
    """The occurrences that reports of done acts tell of, in a stable order."""
    groups: dict[Key, list[Testimony]] = {}
    for testimony in testimonies:
        claim = testimony.claim
        subject = testimony.subject.id if testimony.subject else ""
        key = (subject, testimony.action, claim.organ or "", is_about_leaving(claim))
        groups.setdefault(key, []).append(testimony)
    return [occurrence for key in sorted(groups) for occurrence in _of_one_act(groups[key])]


def _of_one_act(testimonies: list[Testimony]) -> list[Occurrence]:
    if len(testimonies) == 1:
        return [_chosen(testimonies)]
    reach = ONE_STAY if testimonies[0].action in _ONCE_A_STAY else ONE_EVENT
    return [_chosen(cluster) for cluster in clusters(testimonies, reach)]


def clusters(testimonies: Iterable[Testimony], reach: timedelta) -> list[list[Testimony]]:
    """Testimonies with compatible dates together, each cluster begun by its narrowest date.

    Narrow dates come first, so that a wide one joins the narrow one that it holds: where it holds several, the latest.
    A report without any date joins the latest act that it can mean.
    """
    found: list[list[Testimony]] = []
    for testimony in sorted(testimonies, key=_narrowest_first):
        home = _home(testimony, found, reach)
        if home is None:
            found.append([testimony])
        else:
            home.append(testimony)
    return sorted(found, key=lambda cluster: (cluster[0].moment.begin, cluster[0].moment.end, cluster[0].id))


def _narrowest_first(testimony: Testimony) -> tuple[timedelta, object, object, str]:
    moment = testimony.moment
    return (moment.end - moment.begin, moment.begin, testimony.known, testimony.id)


def _home(testimony: Testimony, found: Sequence[list[Testimony]], reach: timedelta) -> list[Testimony] | None:
    moment = testimony.moment
    holding = [cluster for cluster in found if cluster[0].moment.overlaps(moment)]
    if holding:
        return max(holding, key=lambda cluster: (cluster[0].moment.begin, cluster[0].moment.end, cluster[0].id))
    near = [(gap, index) for index, cluster in enumerate(found) if (gap := _gap(cluster[0].moment, moment)) <= reach]
    return found[min(near)[1]] if near else None


def _gap(one: Moment, other: Moment) -> timedelta:
    """Days between two moments that do not overlap."""
    first, second = (one, other) if one.begin <= other.begin else (other, one)
    return second.begin - first.last


def _chosen(cluster: list[Testimony]) -> Occurrence:
    """Choose the date by policy: authority, independent witnesses, specificity, latest known, content (DOMAIN 3.2)."""
    dates = {(testimony.moment.begin, testimony.moment.end): testimony.moment for testimony in cluster}
    narrow = [
        moment
        for moment in dates.values()
        if not any(other is not moment and other.lies_within(moment) for other in dates.values())
    ]
    if len(narrow) == 1:
        moment = narrow[0]
    else:
        moment = min(narrow, key=lambda moment: _policy(moment, _carriers(moment, cluster)))
    carriers = _carriers(moment, cluster)
    losers = [testimony for testimony in cluster if testimony not in carriers]
    return Occurrence(
        subject=cluster[0].subject,
        action=cluster[0].action,
        moment=moment,
        effect=_effect(carriers),
        organ=cluster[0].claim.organ,
        about_leaving=is_about_leaving(cluster[0].claim),
        rank=carriers[0].rank,
        carriers=tuple(carriers),
        alternatives=tuple(sorted(losers, key=best_first)),
    )


def _carriers(moment: Moment, cluster: list[Testimony]) -> list[Testimony]:
    """Those who say so, or something wider that agrees with it, best first."""
    return sorted((item for item in cluster if moment.lies_within(item.moment)), key=best_first)


def best_first(testimony: Testimony) -> tuple[int, bool, object, str]:
    """The order of witnesses: authority, a date over none, the earliest known, the id."""
    return (testimony.rank, not testimony.dated, testimony.known, testimony.id)


def _policy(moment: Moment, carriers: Sequence[Testimony]) -> tuple[int, int, timedelta, int, str]:
    first_known: dict[str, int] = {}
    for testimony in carriers:
        day = testimony.known.toordinal()
        first_known[testimony.witness] = min(day, first_known.get(testimony.witness, day))
    return (
        min(testimony.rank for testimony in carriers),
        -len(first_known),
        moment.end - moment.begin,
        -max(first_known.values()),
        moment.edtf,
    )


def _effect(carriers: Sequence[Testimony]) -> Moment | None:
    """The date of effect that the best witness who tells one tells; the narrower of two that agree."""
    told = [(carrier.rank, carrier.claim.effect) for carrier in carriers if carrier.claim.effect]
    if not told:
        return None
    best = min(rank for rank, _ in told)
    effects = {(effect.end - effect.begin, effect.begin, effect.edtf): effect for rank, effect in told if rank == best}
    return effects[min(effects)]
