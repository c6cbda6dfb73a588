"""Claims as lines: read by people, parsed back exactly."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depositary.claims import RecordedClaim, UnreadableLine, parse_lines, print_line, print_lines
from depositary.terms import (
    Action,
    AgreementKind,
    AgreementRef,
    Attribution,
    Cell,
    Claim,
    Modality,
    Moment,
    Organ,
    Participant,
    ParticipantKind,
    Role,
    Span,
    UnreadableMoment,
    Voice,
)

KAZAKHSTAN_JOINS = """
# The founding story, as told on two days.
2025-11-06 | KAZ | join            | abraham-accords | expected | 2025-11 | agency: Axios | officials/USA: US officials

2025-11-07 | KAZ | announce_intent | abraham-accords | happened | 2025-11-06 | self | outlet=Axios
"""

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
slugs = st.from_regex(r"[a-z]+(-[a-z0-9]+)*", fullmatch=True)
ids = slugs | st.from_regex(r"[A-Z]{3}", fullmatch=True)
participants = st.builds(Participant, ids, texts, st.sampled_from(ParticipantKind))
agreements = st.builds(AgreementRef, slugs, texts, st.sampled_from(AgreementKind))
moments = st.sampled_from(["2025", "2025-11", "2025-11-06", "../2026", "[2025-03-25..2025-03-26]", "2020~", "2025-XX"])
spans = st.builds(lambda start, quote: Span(start, start + len(quote), quote), st.integers(0, 999), texts.filter(bool))
cells = st.builds(Cell, st.sampled_from(["ab12"]), st.integers(0, 9), st.integers(0, 9), texts)
voices = st.builds(Voice, texts, st.sampled_from(Role), st.none() | ids, st.none() | spans)
made = st.builds(
    Claim,
    document=texts.filter(bool),
    agreement=agreements,
    actor=st.none() | participants,
    action=st.sampled_from(Action),
    modality=st.sampled_from(Modality),
    evidence=st.lists(spans, max_size=2).flatmap(
        lambda some: st.lists(cells, min_size=0 if some else 1, max_size=2).map(lambda more: (*some, *more))
    ),
    counterparties=st.lists(participants, max_size=2).map(tuple),
    moment=st.none() | moments.map(Moment.parse),
    effect=st.none() | moments.map(Moment.parse),
    attribution=st.builds(Attribution, st.lists(voices, max_size=3).map(tuple)),
    organ=st.none() | st.sampled_from(Organ),
    qualifier=st.none() | texts,
    made_by=texts,
)


@settings(deadline=None, max_examples=100)
@given(claim=made, outlet=texts, title=texts, url=texts)
def test_a_claim_is_parsed_back_exactly(claim: Claim, outlet: str, title: str, url: str) -> None:
    midnight = datetime(2025, 11, 7, tzinfo=UTC)
    recorded = RecordedClaim(claim, date(2025, 11, 7), outlet, title, url, midnight, 1)
    printed = print_line(recorded)
    assert len(printed.splitlines()) == 1
    assert parse_lines(f"\n{printed}\r\n") == (recorded,)
    assert parse_lines(printed)[0].claim.id == claim.id


def test_a_world_is_written_without_texts_or_offsets() -> None:
    expected, announced = parse_lines(KAZAKHSTAN_JOINS)
    assert expected.claim.actor == Participant("KAZ", "KAZ")
    assert [voice.role for voice in expected.claim.attribution.voices] == [Role.AGENCY, Role.OFFICIALS]
    assert expected.claim.attribution.innermost == Voice("US officials", Role.OFFICIALS, "USA")
    assert announced.claim.attribution.innermost == Voice("KAZ", Role.GOVERNMENT, "KAZ")
    assert (announced.known, announced.outlet, announced.sequence) == (date(2025, 11, 7), "Axios", 2)
    assert announced.recorded == datetime(2025, 11, 7, tzinfo=UTC)
    assert announced.claim.document.startswith("line-")
    assert announced.claim.evidence == (Span(0, len(print_line(announced)), print_line(announced)),)


def test_printing_what_was_parsed_changes_nothing_more() -> None:
    printed = print_lines(parse_lines(KAZAKHSTAN_JOINS))
    assert print_lines(parse_lines(printed)) == printed
    assert parse_lines(printed) == parse_lines(KAZAKHSTAN_JOINS)
    assert printed.splitlines()[1] == (
        "2025-11-07 | KAZ | announce_intent | abraham-accords | happened | 2025-11-06 | government/KAZ | outlet=Axios"
    )


def test_blanks_between_fields_make_no_difference() -> None:
    close = "2025-11-06|KAZ|join|abraham-accords|expected|-"
    wide = "  2025-11-06  |  KAZ  |  join  |  abraham-accords  |  expected  |  -  "
    assert parse_lines(close) == parse_lines(wide)


def test_names_kinds_and_named_fields_are_read() -> None:
    (one,) = parse_lines(
        "2024-07-06 | ecowas (Ecowas) | suspend | ecowas:organisation (ECOWAS Treaty) | happened | 2024-07 |"
        " with=NER (Niger) | with=HKG:territory | effect=2024-08 | organ=court | qualifier=in part"
        ' | url=https://x.org/?a=b&c=d | title="A \\u007c B" | made=hand | doc=x | at=4-9 "Niger"'
    )
    claim = one.claim
    assert claim.actor == Participant("ecowas", "Ecowas", ParticipantKind.ORGANISATION)
    assert claim.agreement == AgreementRef("ecowas", "ECOWAS Treaty", AgreementKind.ORGANISATION)
    assert claim.counterparties == (Participant("NER", "Niger"), Participant("HKG", "HKG", ParticipantKind.TERRITORY))
    assert (claim.effect, claim.organ, claim.qualifier) == (Moment.parse("2024-08"), Organ.COURT, "in part")
    assert (one.url, one.title, claim.made_by, claim.document) == ("https://x.org/?a=b&c=d", "A | B", "hand", "x")
    assert claim.evidence == (Span(4, 9, "Niger"),)


def test_lines_of_one_document_are_together_its_text() -> None:
    first, second = parse_lines(
        "2025-11-06 | KAZ | join | accords | expected | - | doc=n1\n"
        "2025-11-06 | SDN | sign | accords | happened | - | doc=n1"
    )
    assert first.claim.document == second.claim.document == "n1"
    one, two = first.claim.evidence[0], second.claim.evidence[0]
    assert isinstance(one, Span)
    assert isinstance(two, Span)
    assert two.start == one.end + 1


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("2025-11-06 | KAZ | join", "the fields known"),
        ("yesterday | KAZ | join | accords | expected | -", "isoformat"),
        ("2025-11-06 | KAZ | enter | accords | expected | -", "enter"),
        ("2025-11-06 | KAZ | join | accords | maybe | -", "maybe"),
        ("2025-11-06 | K A Z | join | accords | expected | -", "ID"),
        ("2025-11-06 | KAZ | join | accords:club | expected | -", "club"),
        ("2025-11-06 | KAZ | join | accords | expected | - | somebody", "somebody"),
        ("2025-11-06 | KAZ | join | accords | expected | - | Kazakh officials", "neither a voice"),
        ("2025-11-06 | - | join | accords | expected | - | self", "self"),
        ("2025-11-06 | KAZ | join | accords | expected | - | title=a | title=b", "twice"),
        ("2025-11-06 | KAZ | join | accords | expected | - | organ=press", "press"),
        ('2025-11-06 | KAZ | join | accords | expected | - | title="a', "Unterminated"),
        ("2025-11-06 | KAZ | join | accords | expected | - | at=3", "a span is written"),
        ("2025-11-06 | KAZ | join | accords | expected | - | cell=3", "a cell is written"),
    ],
)
def test_a_line_that_says_no_claim_is_refused_with_the_reason(line: str, why: str) -> None:
    with pytest.raises(UnreadableLine, match=why):
        parse_lines(f"# a world\n{line}")


def test_a_day_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UnreadableMoment, match="2025-13-40"):
        parse_lines("2025-11-06 | KAZ | join | accords | expected | 2025-13-40")
