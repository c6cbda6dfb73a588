"""JSON Lines: each good line is a document, each bad one a finding that names it, and the rest goes on."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depositary.documents import Document, Intake
from depositary.documents.lines import Ids, line_documents
from depositary.terms import Finding
from tests.documents.fixtures import INTAKE, sorted_out

GOOD = '{"id": "a", "text": "Kazakhstan joins."}'


def read(data: str | bytes, intake: Intake = INTAKE) -> tuple[list[Document], list[Finding]]:
    raw = data if isinstance(data, bytes) else data.encode()
    return sorted_out(line_documents(io.BytesIO(raw), "a.jsonl", intake, Ids()))


def test_a_line_says_all_of_a_document() -> None:
    line = {
        "id": "a",
        "text": "Kazakhstan joins.\r\n ",
        "title": "Kazakhstan  joins",
        "published": "2025-11-06",
        "outlet": "The Astana Report",
        "url": "https://astana.example/kaz",
        "facts": [1],
    }
    [document], findings = read(json.dumps(line))
    assert findings == []
    assert (document.id, document.text, document.title) == ("a", "Kazakhstan joins.\r\n ", "Kazakhstan joins")
    assert (document.published, document.published_from) == (date(2025, 11, 6), "field published")
    assert (document.outlet, document.url, document.origin) == ("The Astana Report", line["url"], "a.jsonl")


def test_a_line_may_hold_html() -> None:
    page = (
        "<html><head><meta name='date' content='2025-11-06'></head><body><h1>Accord</h1><p>It joins.</p></body></html>"
    )
    [document], findings = read(json.dumps({"id": "a", "html": page, "text": ""}))
    assert findings == []
    assert document.text == "Accord\nIt joins."
    assert document.published == date(2025, 11, 6)


def test_the_text_goes_before_the_html_of_the_same_line() -> None:
    [document], _ = read(json.dumps({"text": "Kazakhstan joins.", "html": "<p>Other.</p>"}))
    assert document.text == "Kazakhstan joins."


def test_a_line_without_a_date_may_bear_one_in_its_text() -> None:
    [document], _ = read(json.dumps({"text": "Published: 6 November 2025\nKazakhstan joins.", "published": None}))
    assert (document.published, document.published_from) == (date(2025, 11, 6), "line 1")


def test_what_is_given_for_all_fills_what_a_line_leaves_open() -> None:
    intake = replace(INTAKE, published=date(2025, 11, 1), outlet="Given")
    documents, _ = read(
        GOOD + '\n{"text": "Sudan joined.", "published": "2025-11-06", "outlet": "Own"}\n', intake=intake
    )
    assert [document.published for document in documents] == [date(2025, 11, 1), date(2025, 11, 6)]
    assert [document.published_from for document in documents] == ["given", "field published"]
    assert [document.outlet for document in documents] == ["Given", "Own"]


BAD = [
    ("{broken", "It is no JSON"),
    ('{"id": "b", "text": "x"', "It is no JSON"),
    ("[1, 2]", "It is a list, not an object"),
    ('"text"', "It is a text, not an object"),
    ("17", "It is a number, not an object"),
    ("null", "It is null, not an object"),
    ("true", "It is true or false, not an object"),
    ("{}", "It has neither text nor html."),
    ('{"text": " \\n", "html": null}', "It has neither text nor html."),
    ('{"text": "—"}', "It has no text."),
    ('{"html": "<script>x()</script>"}', "It has no text once scripts and markup are left out."),
    ('{"text": 17}', "Its text is a number, not text in quotes."),
    ('{"text": ["Kazakhstan joins."]}', "Its text is a list"),
    ('{"text": "x", "id": 17}', "Its id is a number"),
    ('{"text": "x", "id": " b"}', "begins or ends with a space"),
    ('{"text": "x", "id": "b\\nc"}', "Its id holds characters that no id has"),
    ('{"text": "x", "title": {}}', "Its title is an object"),
    ('{"text": "x", "title": "\\ud800"}', "Its title holds characters that no title has"),
    ('{"text": "x", "published": "2025-13-40"}', "'2025-13-40' is no day of the calendar"),
    ('{"text": "x", "published": "2025-13"}', "'2025-13' is no day of the calendar"),
    ('{"text": "x", "published": "last Thursday"}', "is no day of the calendar"),
    ('{"text": "x", "published": 20251106}', "Its published is a number"),
    ('{"text": "Kazakhstan \\ud800 joins."}', "a lone surrogate) at offset 11"),
    ('{"text": "Kazakhstan \\u0000 joins."}', "a NUL character at offset 11"),
    ('{"html": "<p>a\\ud800b</p>"}', "a lone surrogate"),
    ('{"text": "x", "size": ' + "9" * 5000 + "}", "a number that is too long"),
    ("[" * 100_000, "nested too deeply"),
    (b'{"text": "caf\xe9"}', "It is not UTF-8 (byte 13)."),
]


@pytest.mark.parametrize(("line", "sentence"), BAD, ids=[sentence for _, sentence in BAD])
def test_a_bad_line_is_a_finding_and_the_rest_goes_on(line: str | bytes, sentence: str) -> None:
    raw = line if isinstance(line, bytes) else line.encode()
    documents, [finding] = read(GOOD.encode() + b"\n" + raw + b"\n\n" + GOOD.replace('"a"', '"z"').encode())
    assert [document.id for document in documents] == ["a", "z"]
    assert finding.place == "a.jsonl line 2"
    assert sentence in finding.message
    assert "\n" not in finding.message
    str(finding).encode()


@pytest.mark.parametrize("published", ["2021-01", " 2021 "])
def test_a_month_is_no_day_and_the_document_is_read_without_one(published: str) -> None:
    [document], [finding] = read(json.dumps({"id": "b", "text": "Sudan joins.", "published": published}))
    assert document.published is None
    assert document.published_from == ""
    assert finding.concerns == "b"
    assert f"Its published, '{published.strip()}', names no day" in finding.message


def test_a_document_is_not_published_after_its_capture() -> None:
    [document], [finding] = read(json.dumps({"id": "b", "text": "Sudan joins.", "published": "2052-11-07"}))
    assert document.published is None
    assert (finding.place, finding.concerns) == ("a.jsonl line 1", "b")
    assert "Its published, '2052-11-07', is later than the capture on" in finding.message


def test_a_finding_concerns_the_document_whose_line_it_is() -> None:
    _, [finding] = read('{"id": "b", "text": "x", "published": "2025-13-40"}')
    assert finding.concerns == "b"


def test_one_id_with_two_texts_is_a_finding_and_with_one_text_is_none() -> None:
    other = '{"id": "a", "text": "Sudan joins."}'
    documents, [finding] = read("\n".join([GOOD, other, GOOD]))
    assert [document.text for document in documents] == ["Kazakhstan joins."] * 2
    assert finding.place == "a.jsonl line 2"
    assert "Its id 'a' was given to another text before (a.jsonl line 1)" in finding.message


def test_the_limit_holds_for_a_line_and_not_for_the_file() -> None:
    intake = replace(INTAKE, limit_bytes=len(GOOD))
    data = "\n".join([GOOD, '{"text": "' + "x" * 5000 + '"}', GOOD, GOOD]) + "\r\n"
    documents, [finding] = read(data, intake=intake)
    assert len(documents) == 3
    assert finding == Finding("a.jsonl line 2", f"The line is longer than the limit of {len(GOOD)} bytes.")


def test_lines_are_read_one_at_a_time() -> None:
    class Endless:
        lines = 0

        def readline(self, size: int = -1, /) -> bytes:
            self.lines += 1
            return GOOD.encode() + b"\n"

    stream = Endless()
    documents = line_documents(stream, "-", INTAKE, Ids())
    next(documents)
    next(documents)
    assert stream.lines == 2


def test_a_byte_order_mark_before_the_first_line_is_no_text() -> None:
    documents, findings = read(b"\xef\xbb\xbf" + GOOD.encode())
    assert (len(documents), findings) == (1, [])


def test_a_binary_file_is_one_finding() -> None:
    documents, [finding] = read(b"\x00\x01\n\x00\x02\n" * 100)
    assert documents == []
    assert "NUL byte" in finding.message


@settings(max_examples=150, deadline=None)
@given(st.lists(st.binary(max_size=40) | st.sampled_from([GOOD.encode(), b'{"text": ', b"\\ud800", b"\n"]), max_size=8))
def test_random_lines_never_break_the_reading(pieces: list[bytes]) -> None:
    documents, findings = read(b"".join(pieces))
    for document in documents:
        document.text.encode()
    for finding in findings:
        str(finding).encode()


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["id", "text", "html", "title", "published", "outlet", "url", "x"]),
        json_values | st.text(max_size=12) | st.just("2025-11-06"),
    )
)
def test_any_object_is_a_document_or_one_finding(line: dict[str, object]) -> None:
    documents, findings = read(json.dumps(line))
    assert len(documents) + len(findings) >= 1
    assert len(documents) <= 1
    for document in documents:
        "".join([document.id, document.text, document.title, document.outlet, document.url]).encode()
