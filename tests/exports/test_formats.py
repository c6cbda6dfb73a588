"""What is exported can be read back: every field and every quote, in each format."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime

import pytest

from depositary.claims import RecordedClaim
from depositary.exports import COLUMNS, FORMATS, Line, UnknownFormat, format_named, lines
from depositary.terms import (
    Action,
    AgreementRef,
    Assurance,
    Cell,
    Claim,
    Consent,
    Modality,
    Moment,
    Participant,
    Participation,
    Span,
    Standing,
)

ACCORDS = AgreementRef("abraham-accords", "Abraham Accords")
BAHRAIN = Participant("BHR", "Bahrain")
SUDAN = Participant("SDN", "Sudan")
DAY = date(2020, 12, 31)
SIGNED = Standing(consent=Consent.SIGNED)


def recorded(quote: str, *, document: str = "wire-1") -> RecordedClaim:
    evidence = (Span(3, 3 + len(quote), quote), Cell("f" * 64, 0, 1, "x"))
    claim = Claim(document, ACCORDS, BAHRAIN, Action.SIGN, Modality.HAPPENED, evidence)
    return RecordedClaim(claim, date(2020, 9, 15), "Wire", "A title", "", datetime(2020, 9, 15, tzinfo=UTC), 1)


def row(who: Participant, since: Moment | None, *claims: RecordedClaim) -> Participation:
    ids = tuple(item.claim.id for item in claims)
    return Participation(who, ACCORDS, SIGNED, "signatory", since, Assurance.CERTAIN, ("Wire", "Other"), ids)


def written() -> list[Line]:
    one, two = recorded('Bahrain "signed",\nthat day'), recorded("=signed", document="wire-2")
    known = {item.claim.id: item for item in (one, two)}
    rows = [row(BAHRAIN, Moment.parse("2020-09"), one, two), row(SUDAN, None), row(SUDAN, Moment.until(DAY))]
    return list(lines(rows, known, on=DAY, known=DAY))


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_written_is_read_back(name: str) -> None:
    stream = io.StringIO(newline="")
    FORMATS[name].write(written(), stream)
    stream.seek(0)
    assert list(FORMATS[name].read(stream)) == written()


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_written_and_read_back(name: str) -> None:
    stream = io.StringIO(newline="")
    FORMATS[name].write([], stream)
    stream.seek(0)
    assert list(FORMATS[name].read(stream)) == []


def test_csv_has_a_row_for_each_quote_and_keeps_the_month_a_month() -> None:
    stream = io.StringIO(newline="")
    format_named("csv").write(written(), stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))
    assert [line["participant_id"] for line in rows] == ["BHR", "BHR", "SDN", "SDN"]
    assert rows[0]["since"] == "2020-09"
    assert (rows[0]["since_first_day"], rows[0]["since_last_day"]) == ("2020-09-01", "2020-09-30")
    assert (rows[3]["since_first_day"], rows[3]["since_last_day"]) == ("", "2020-12-31")
    assert rows[0]["evidence_quote"] == 'Bahrain "signed",\nthat day'
    assert rows[2]["evidence_quote"] == ""


def test_a_line_holds_every_column() -> None:
    assert all(tuple(line.fields) == COLUMNS for line in written())


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownFormat, match="csv, jsonl"):
        format_named("xlsx")
