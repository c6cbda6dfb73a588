"""Notes: the sentences that a reader must see beside a row: doubts, disputes, clauses, what else was reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from depositary.register.clauses import when
from depositary.register.history import History
from depositary.register.moves import Move
from depositary.register.occurrences import Occurrence, Outcome
from depositary.register.steps import Step
from depositary.register.testimony import Testimony
from depositary.register.weighing import word
from depositary.terms import Action, Intent, Organ, Standing

_NAMES = {
    Action.ANNOUNCE_INTENT: "announcement",
    Action.NOT_IMPLEMENTED: "non-implementation",
    Action.ENTER_INTO_FORCE: "entry into force",
    Action.SIGN: "signature",
    Action.SIGN_DEFINITIVE: "definitive signature",
    Action.RATIFY: "ratification",
    Action.ACCEPT: "acceptance",
    Action.APPROVE: "approval",
    Action.ACCEDE: "accession",
    Action.SUCCEED: "succession",
    Action.JOIN: "joining",
    Action.DEPOSIT: "deposit",
    Action.PROVISIONALLY_APPLY: "provisional application",
    Action.SUSPEND: "suspension",
    Action.FREEZE: "freeze",
    Action.RESUME: "resumption",
    Action.WITHDRAW: "withdrawal",
    Action.DENOUNCE: "notice of withdrawal",
    Action.EXPEL: "expulsion",
    Action.TERMINATE: "termination",
    Action.APPLY: "application to join",
    Action.INVITE: "invitation",
    Action.DECLINE: "refusal",
    Action.RECOGNISE: "recognition",
    Action.ESTABLISH_RELATIONS: "establishment of relations",
    Action.SEVER_RELATIONS: "severance of relations",
    Action.IMPLEMENT: "implementation",
}


def notes(
    history: History, standing: Standing, carrying: Sequence[Step], doubtful: Sequence[Step], on: date
) -> tuple[str, ...]:
    """The notes of a row, each a sentence, in a stable order and each once."""
    grounds = {id(ground): ground for step in carrying for ground in step.grounds}
    found = [
        *(_why(step) for step in carrying if step.why),
        *_coming_end(history, standing, on),
        *(_doubt(step, on) for step in doubtful),
        *_disputes(history, list(grounds.values()), on),
        *_also_reported(list(grounds.values())),
        *_at_home(history, standing, on),
        *_leaving_announced(history, standing, on),
    ]
    return tuple(dict.fromkeys(found))


def name_of(action: Action) -> str:
    """What an act is called in a sentence.

    >>> name_of(Action.DENOUNCE)
    'notice of withdrawal'
    """
    return _NAMES.get(action, str(action).replace("_", " "))


def sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    return f"{text[:1].upper()}{text[1:]}."


def words_of(testimonies: Sequence[Testimony]) -> str:
    """Whose words they are, in the order given."""
    return ", ".join(dict.fromkeys(word(item.recorded) for item in testimonies))


def _why(step: Step) -> str:
    where = f" ({step.rule.source})" if step.rule and step.rule.source else ""
    return sentence(f"{step.why}{where}")


def _coming_end(history: History, standing: Standing, on: date) -> Iterator[str]:
    """What the clause makes of a notice that still runs."""
    if standing.intent is Intent.WITHDRAWAL_NOTICE:
        ends = [step for step in history.steps if step.move is Move.END_OF_NOTICE and step.moment.last > on]
        yield from (
            _why(step) if step.why else sentence(f"withdrawal takes effect {when(step.moment)}") for step in ends[:1]
        )


def _doubt(step: Step, on: date) -> str:
    what = ", ".join(dict.fromkeys(name_of(ground.action) for ground in step.grounds)) or str(step.move)
    return sentence(f"{what} {when(step.moment)}: whether by {on.isoformat()} is not known")


def _disputes(history: History, grounds: Sequence[Occurrence], on: date) -> Iterator[str]:
    for occurrence in history.occurrences:
        if occurrence.moment.begin > on:
            continue
        told = f"{name_of(occurrence.action)} {when(occurrence.moment)}"
        if occurrence.outcome is Outcome.PURPORTED:
            yield sentence(f"purported {told} ({words_of(occurrence.carriers)}): {occurrence.reason}")
        elif occurrence in grounds and occurrence.outcome is Outcome.CONTESTED:
            yield sentence(f"{told} is contested: {occurrence.reason}")
        elif occurrence in grounds and occurrence.outcome is Outcome.OBJECTED:
            yield sentence(f"objection noted to the {told}: {occurrence.reason}")


def _also_reported(grounds: Sequence[Occurrence]) -> Iterator[str]:
    for ground in grounds:
        dates: dict[str, list[Testimony]] = {}
        for item in ground.alternatives:
            dates.setdefault(when(item.moment), []).append(item)
        for day, items in dates.items():
            yield sentence(f"also reported: {name_of(ground.action)} {day} ({words_of(items)})")


def _at_home(history: History, standing: Standing, on: date) -> Iterator[str]:
    """Votes at home: they bind nobody abroad, and one for leaving leaves the standing as it is."""
    for occurrence in history.occurrences:
        if occurrence.organ is None or occurrence.moment.is_by(on) is not True:
            continue
        who = organ_name(occurrence.organ)
        if occurrence.action is Action.DECLINE:
            yield sentence(f"{who} voted against {when(occurrence.moment)}")
        elif occurrence.outcome is not Outcome.PURPORTED and occurrence.about_leaving:
            yield sentence(f"{who} voted for leaving {when(occurrence.moment)}; nothing is changed by it abroad")
        elif occurrence.outcome is not Outcome.PURPORTED and not standing.force:
            yield sentence(f"approved at home by {who} {when(occurrence.moment)}")


def _leaving_announced(history: History, standing: Standing, on: date) -> Iterator[str]:
    """That one who is still in has said it will leave: not a notice, and it changes nothing in law."""
    if not standing.is_participant or standing.intent is Intent.WITHDRAWAL_NOTICE:
        return
    for occurrence in history.occurrences:
        is_told = occurrence.action is Action.ANNOUNCE_INTENT and occurrence.about_leaving
        if is_told and occurrence.outcome is not Outcome.PURPORTED and occurrence.moment.is_by(on) is True:
            yield sentence(f"withdrawal announced {when(occurrence.moment)} ({words_of(occurrence.carriers)})")


def organ_name(organ: Organ) -> str:
    """An organ of a State in a sentence."""
    return "referendum" if organ is Organ.REFERENDUM else f"the {organ}"
