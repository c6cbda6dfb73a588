"""What a document says twice is one claim, with the better of what was said; two occasions stay two."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from depositary.reading.merging import merged
from depositary.terms import Action, AgreementRef, Attribution, Claim, Modality, Moment, Participant, Role, Span, Voice
from tests.reading.making import read

KENYA, UGANDA = Participant("KEN", "Kenya"), Participant("UGA", "Uganda")
PARIS = AgreementRef("paris-agreement", "Paris Agreement")
NORWAY = Attribution((Voice("Norway", Role.GOVERNMENT, "NOR"),))


def claim(
    at: int,
    *,
    actor: Participant = KENYA,
    action: Action = Action.SIGN,
    modality: Modality = Modality.HAPPENED,
    day: str | None = None,
    voice: Attribution | None = None,
) -> Claim:
    """A claim whose evidence begins at this code point."""
    moment = Moment.parse(day) if day else None
    evidence = (Span(at, at + 1, "x"),)
    return Claim("d", PARIS, actor, action, modality, evidence, moment=moment, attribution=voice or Attribution())


def test_the_same_said_twice_is_one_with_both_places() -> None:
    (one,) = merged([claim(1), claim(9)])
    assert [piece.start for piece in one.evidence if isinstance(piece, Span)] == [1, 9]


def test_an_exact_day_completes_a_month() -> None:
    (one,) = merged([claim(1, day="2016-04"), claim(9, day="2016-04-22")])
    assert one.moment == Moment.parse("2016-04-22")


def test_a_looser_date_does_not_replace_an_exact_one() -> None:
    (one,) = merged([claim(1, day="2016-04-22"), claim(9, day="2016")])
    assert one.moment == Moment.parse("2016-04-22")


def test_acts_done_on_two_days_stay_two() -> None:
    assert [each.moment and each.moment.edtf for each in merged([claim(1, day="2016"), claim(9, day="2021")])] == [
        "2016",
        "2021",
    ]


def test_others_other_acts_and_other_modalities_stay_apart() -> None:
    claims = [claim(1), claim(2, actor=UGANDA), claim(3, action=Action.RATIFY), claim(4, modality=Modality.PLANNED)]
    assert merged(claims) == claims


def test_a_source_named_later_is_kept() -> None:
    (one,) = merged([claim(1), claim(9, voice=NORWAY)])
    assert one.attribution == NORWAY


def test_a_heading_and_its_body_are_one_claim() -> None:
    (one,) = read("Kenya signs Paris Agreement\nKenya signed the Paris Agreement on Monday, Norway said.")
    assert one.moment == Moment.parse("2024-05-13")
    assert one.attribution.innermost is not None
    assert one.attribution.innermost.name == "Norway"


CLAIMS = st.lists(
    st.builds(
        claim,
        st.integers(0, 50),
        actor=st.sampled_from([KENYA, UGANDA]),
        action=st.sampled_from([Action.SIGN, Action.RATIFY]),
        modality=st.sampled_from([Modality.HAPPENED, Modality.PLANNED]),
        day=st.sampled_from([None, "2016", "2016-04", "2016-04-22", "2021"]),
    ),
    max_size=12,
)


@settings(max_examples=100, deadline=None)
@given(CLAIMS)
def test_merging_loses_nobody_and_merging_again_changes_no_more(claims: list[Claim]) -> None:
    once = merged(claims)
    assert {(c.actor, c.action, c.modality) for c in once} == {(c.actor, c.action, c.modality) for c in claims}
    assert len(merged(once)) == len(once)
