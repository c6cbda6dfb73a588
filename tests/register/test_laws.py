"""Laws of the fold that hold for every history: order, later knowledge, copies and foretellings change nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depositary.claims import RecordedClaim, parse_lines
from depositary.register import fold
from depositary.terms import Action, Assurance, Modality, Participation
from tests.register.worlds import WEIGHER, day, setting_of

AGREEMENTS = ("abraham-accords", "nato", "paris-agreement", "hnd-twn", "mou", "some-treaty")
ACTIONS = [action.value for action in Action]
VOICES = ("self", "officials/USA: US officials", "organisation/nato: NATO", "depositary: UN", "anonymous: sources", "")
FIRST = date(2019, 1, 1)

days = st.integers(0, 2000).map(lambda number: (FIRST + timedelta(days=number)).isoformat())
moments = st.one_of(st.just("-"), days, days.map(lambda text: text[:7]), days.map(lambda text: text[:4]))


@st.composite
def lines(draw: st.DrawFn, modalities: Sequence[Modality] = tuple(Modality)) -> str:
    """One claim of a small world."""
    actor = draw(st.sampled_from(["USA", "KAZ", "-", "nato"]))
    voice = draw(st.sampled_from(VOICES))
    fields = [
        draw(days),
        actor,
        draw(st.sampled_from(ACTIONS)),
        "AGREEMENT",
        draw(st.sampled_from(list(modalities))).value,
        draw(moments),
        *([voice] if voice and not (voice == "self" and actor == "-") else []),
        *draw(st.sampled_from([[], [], ["with=SWE"]])),
        *draw(st.sampled_from([[], [], ["organ=parliament"]])),
        *draw(st.sampled_from([[], [], ["qualifier=withdrawal"]])),
        f"outlet={draw(st.sampled_from(['AP', 'Reuters']))}",
    ]
    if draw(st.integers(0, 3)) == 0:
        fields.append(f"effect={draw(days)}")
    return " | ".join(fields)


def claims_of(world: Sequence[str], agreement: str) -> tuple[RecordedClaim, ...]:
    return parse_lines("\n".join(world).replace("AGREEMENT", agreement))


def fold_of(claims: Sequence[RecordedClaim], agreement: str, on: str, known: str) -> tuple[Participation, ...]:
    return fold(claims, setting_of(agreement), WEIGHER, on=day(on), known=day(known))


worlds = st.lists(lines(), max_size=12)
agreements = st.sampled_from(AGREEMENTS)


@given(worlds, agreements, days, days, st.randoms(use_true_random=False))
@settings(max_examples=120, deadline=None)
def test_the_order_of_claims_decides_nothing(
    world: list[str], agreement: str, on: str, known: str, chance: Random
) -> None:
    claims = list(claims_of(world, agreement))
    expected = fold_of(claims, agreement, on, known)
    chance.shuffle(claims)
    assert fold_of(claims, agreement, on, known) == expected


@given(worlds, agreements, days, days)
@settings(max_examples=100, deadline=None)
def test_what_is_known_later_changes_no_earlier_answer(world: list[str], agreement: str, on: str, known: str) -> None:
    claims = claims_of(world, agreement)
    then = [recorded for recorded in claims if recorded.known <= day(known)]
    assert fold_of(claims, agreement, on, known) == fold_of(then, agreement, on, known)


@given(worlds, agreements, days, days)
@settings(max_examples=100, deadline=None)
def test_copies_of_a_report_change_no_standing(world: list[str], agreement: str, on: str, known: str) -> None:
    claims = claims_of(world, agreement)
    copies = [
        replace(recorded, claim=replace(recorded.claim, document=f"{recorded.claim.document}-copy"))
        for recorded in claims
    ]
    plain, doubled = (fold_of(some, agreement, on, known) for some in (claims, [*claims, *copies]))
    assert [_essence(row) for row in doubled] == [_essence(row) for row in plain]


def _essence(row: Participation) -> tuple[object, ...]:
    return (row.participant, row.standing, row.status, row.since, row.assurance)


@given(worlds, agreements, days, days)
@settings(max_examples=100, deadline=None)
def test_what_is_only_foretold_moves_no_standing(world: list[str], agreement: str, on: str, known: str) -> None:
    """But for the day on which a notice of withdrawal that was given takes effect."""
    claims = [
        recorded
        for recorded in claims_of(world, agreement)
        if recorded.claim.modality is Modality.HAPPENED
        or recorded.claim.action not in (Action.WITHDRAW, Action.DENOUNCE, Action.IMPLEMENT)
    ]
    firm = [item for item in claims if item.claim.modality in (Modality.HAPPENED, Modality.DENIED)]
    rows = {row.participant.id: row for row in fold_of(claims, agreement, on, known)}
    told = {row.participant.id: row for row in fold_of(firm, agreement, on, known)}
    for who, row in rows.items():
        if who in told:
            assert (row.standing, row.since) == (told[who].standing, told[who].since)
        else:
            assert not row.standing.is_participant and row.expectations


@pytest.mark.parametrize("modality", [Modality.POSSIBLE, Modality.CONDITIONAL, Modality.DEMANDED])
@pytest.mark.parametrize("action", list(Action))
def test_what_is_possible_conditional_or_demanded_leaves_no_trace(modality: Modality, action: Action) -> None:
    claims = claims_of([f"2020-01-01 | USA | {action} | AGREEMENT | {modality} | 2020-01-01 | self"], "nato")
    assert fold_of(claims, "nato", "2024-01-01", "2024-01-01") == ()


@given(days, st.sampled_from(["2020", "2020-05", "2020-05-17"]), st.sampled_from([4, 7, 10]))
def test_a_wider_date_never_makes_doubt_certain(on: str, date_told: str, digits: int) -> None:
    if digits >= len(date_told):
        return

    def answer(told: str) -> tuple[bool, bool]:
        claims = claims_of([f"2024-12-31 | KAZ | sign | AGREEMENT | happened | {told} | self"], "abraham-accords")
        rows = fold_of(claims, "abraham-accords", on, "2024-12-31")
        return (
            any(row.standing.is_participant for row in rows),
            any(row.assurance is Assurance.DATE_UNCERTAIN for row in rows),
        )

    narrow, wide = answer(date_told), answer(date_told[:digits])
    assert wide[1] or wide == narrow
    assert wide[1] or not narrow[1]


@given(st.lists(lines([Modality.HAPPENED]), max_size=10), days, days)
@settings(max_examples=60, deadline=None)
def test_no_row_holds_a_day_that_nobody_told(world: list[str], on: str, known: str) -> None:
    """`since` bounds nothing more narrowly than the reports do: a day is told, or follows from one by a clause."""
    claims = claims_of(world, "abraham-accords")
    told = {moment for item in claims for moment in (item.claim.moment, item.claim.effect) if moment}
    published = {item.known for item in claims}
    for row in fold_of(claims, "abraham-accords", on, known):
        if row.since is not None and row.since not in told:
            assert row.since.last in published or row.since.last in {moment.last for moment in told}
