"""Documents are listed by the day from which they are known, and shown with their evidence marked."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from depositary.cli import program
from depositary.cli.commands.document import marked
from depositary.terms import Span
from tests.cli.conftest import Ask, records


def test_documents_are_listed_up_to_a_day_of_knowledge(ask: Ask) -> None:
    done = ask("documents", "--known", "2020-12-31")
    assert "4 documents" in done.output.splitlines()[0]
    assert "16 Sep 2020" in done.output
    assert "On the lawn" in done.output
    assert "2021" not in done.output
    assert "Ask again: depositary documents --known 2020-12-31" in done.output


def test_documents_as_data_say_where_they_come_from(ask: Ask) -> None:
    found = records(ask("documents", "--json", "--known", "2020-10-01"))
    assert [item["known"] for item in found] == ["2020-09-16"] * 3
    assert {item["outlet"] for item in found} == {"The Levant Courier"}


def test_a_document_shows_its_text_and_the_claims_that_rest_on_it(ask: Ask) -> None:
    first = records(ask("documents", "--json"))[0]
    done = ask("document", first["id"])
    assert "published 16 Sep 2020 (given)" in done.output
    assert "]¹" in done.output
    assert "happened, said by The Levant Courier" in done.output
    assert "15 Sep 2020" in done.output


def test_the_quotes_of_a_document_as_data_are_its_text(ask: Ask) -> None:
    for item in records(ask("documents", "--json")):
        (found,) = records(ask("document", item["id"], "--json"))
        assert found["claims"]
        for claim in found["claims"]:
            for piece in claim["evidence"]:
                assert found["text"][piece["start"] : piece["end"]] == piece["quote"]


def test_a_claim_that_no_reader_made_says_so_when_asked_why(ask: Ask) -> None:
    first = records(ask("documents", "--json"))[0]
    done = ask("document", first["id"], "--why")
    assert "the reader of today does not make this claim" in " ".join(done.output.split())


def test_a_text_that_was_read_says_how_each_claim_came_about(tmp_path: Path) -> None:
    report, store = tmp_path / "report.txt", str(tmp_path / "register.db")
    report.write_text("The Kremlin ratified the Paris Agreement on 7 March 2024, while the Bank of China was closed.\n")
    run = CliRunner().invoke
    assert run(program, ["--store", store, "read", str(report), "--published", "2024-03-09"]).exit_code == 0
    (found,) = records(run(program, ["--store", store, "documents", "--json"]))
    said = " ".join(run(program, ["--store", store, "document", found["id"], "--why"]).output.split())
    assert "pattern ratify: " in said
    assert "“Kremlin” is RUS: organ" in said
    assert "“China” stands for nothing: part of a longer name" in said
    assert "the reader of today" not in said
    (data,) = records(run(program, ["--store", store, "document", found["id"], "--why", "--json"]))
    (claim,) = data["claims"]
    assert claim["why"]["pattern"]["id"] == "ratify"
    assert claim["why"]["made_again"] is True
    for name in claim["why"]["names"]:
        assert data["text"][name["start"] : name["end"]] == name["quote"]


def test_an_unknown_document_is_one_sentence(ask: Ask) -> None:
    done = ask("document", "doc-nowhere")
    assert (done.exit_code, done.stderr) == (2, "There is no document 'doc-nowhere' in this register.\n")


@pytest.mark.parametrize(
    ("spans", "text"),
    [
        ([[(0, 4)]], "[abcd]¹ efgh"),
        ([[(0, 4)], [(5, 9)]], "[abcd]¹ [efgh]²"),
        ([[(0, 9)], [(5, 9)]], "[abcd [efgh]²]¹"),
        ([[(0, 4)], [(0, 9)]], "[[abcd]¹ efgh]²"),
        ([[(0, 4)], [(0, 4)]], "[abcd]¹˙² efgh"),
        ([[(0, 6)], [(2, 9)]], "[ab[cd e]¹fgh]²"),
        ([[(0, 4), (0, 4)]], "[abcd]¹ efgh"),
        ([], "abcd efgh"),
    ],
)
def test_each_span_is_marked_with_the_numbers_of_its_claims(spans: list[list[tuple[int, int]]], text: str) -> None:
    whole = "abcd efgh"
    assert marked(whole, [[Span(a, b, whole[a:b]) for a, b in places] for places in spans]) == text


def test_findings_say_when_nothing_was_wrong(ask: Ask) -> None:
    assert "Nothing was wrong with what came in." in ask("findings").output
    assert records(ask("findings", "--json")) == []


def test_a_text_gives_a_terminal_no_orders(tmp_path: Path) -> None:
    plain = "The minister spoke of the climate, of the sea and of the years to come. " * 8
    text = f"{plain}\x1b]0;title\x07Kenya signed the Paris Agreement. It said so \u202eodnu\u202c twice.\n"
    store = ["--store", str(tmp_path / "r.db")]
    read = CliRunner().invoke(program, [*store, "read", "--published", "2016-05-04", "-"], input=text)
    assert read.exit_code == 0, read.output
    name = records(CliRunner().invoke(program, [*store, "documents", "--json"]))[0]["id"]
    shown = CliRunner().invoke(program, [*store, "document", name])
    assert "the climate, of the sea" in shown.output
    assert not {"\x1b", "\x07", "\u202e"} & set(shown.output)
