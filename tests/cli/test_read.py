"""Documents are read and kept, once; what is wrong with one is said, kept, and stops no other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from depositary.cli import program
from tests.cli.conftest import records
from tests.reading.chat_server import claims, serving

TEXT = (
    "The Levant Courier\n7 November 2025\n\nKazakhstan announced on 6 November that it would join the Abraham Accords."
    " Bahrain signed the accords in September 2020.\n"
)
KEYS = {
    "document": str,
    "id": str,
    "agreement": dict,
    "action": str,
    "counterparties": list,
    "modality": str,
    "attributed_to": list,
    "voices": list,
    "evidence": list,
    "known": str,
    "made_by": str,
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one report; the store is ./depositary.db."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DEPOSITARY_STORE", raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(program, list(arguments), input=given, prog_name="depositary")


def test_a_document_is_kept_once(folder: Path) -> None:
    first, second = run("read", "report.txt"), run("read", "report.txt")
    assert first.exit_code == second.exit_code == 0
    assert first.stdout.startswith("new ")
    assert "Documents: 1 new." in first.stdout
    assert first.stdout.rstrip().endswith("Kept in depositary.db.")
    assert "Documents: 1 known. 0 claims added." in second.stdout
    assert len(records(run("documents", "--json"))) == 1


def test_claims_are_printed_in_the_format_that_is_scored(folder: Path) -> None:
    claims = records(run("read", "report.txt", "--json"))
    assert claims
    for claim in claims:
        for key, kind in KEYS.items():
            assert isinstance(claim[key], kind), key
        assert {"actor", "date", "effect", "organ", "qualifier"} <= set(claim)
        assert claim["known"] == "2025-11-07"
        for piece in claim["evidence"]:
            assert TEXT[piece["start"] : piece["end"]] == piece["quote"]
    assert {claim["actor"] for claim in claims} == {"KAZ", "BHR"}


def test_the_same_claims_are_printed_whether_read_now_kept_or_known_already(folder: Path) -> None:
    dry, kept, known = (run("read", "report.txt", "--json", *more).stdout for more in (["--dry-run"], [], []))
    assert dry == kept == known


def test_a_dry_run_shows_the_claims_and_keeps_nothing(folder: Path) -> None:
    done = run("read", "report.txt", "--dry-run")
    assert done.exit_code == 0
    assert "Bahrain · sign · Abraham Accords · Sep 2020" in done.stdout
    assert "Nothing was kept." in done.stdout
    assert not (folder / "depositary.db").exists()


def test_what_is_wrong_with_one_stops_no_other_and_is_kept(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "lines.jsonl").write_text('{"id": "a", "text": "Bahrain signed the Abraham Accords."}\n{broken\n')
    done = run("read", "empty.txt", "nowhere.txt", "lines.jsonl", "report.txt")
    assert done.exit_code == 1
    assert "Documents: 2 new." in done.stdout
    assert done.stderr.startswith("3 findings (kept: depositary findings):\n  empty.txt: ")
    assert "nowhere.txt: " in done.stderr
    assert "lines.jsonl line 2: " in done.stderr
    assert len(records(run("findings", "--json"))) == 3
    assert "3 findings" in run("findings").stdout.splitlines()[0]


def test_findings_of_a_dry_run_are_said_and_not_kept(folder: Path) -> None:
    done = run("read", "nowhere.txt", "--dry-run")
    assert done.exit_code == 1
    assert done.stderr.startswith("1 finding:\n  nowhere.txt: ")
    assert not (folder / "depositary.db").exists()


def test_another_text_under_a_known_id_is_a_finding(folder: Path) -> None:
    one = json.dumps({"id": "a", "text": "Bahrain signed the Abraham Accords."})
    other = json.dumps({"id": "a", "text": "Morocco signed the Abraham Accords."})
    (folder / "one.jsonl").write_text(one)
    (folder / "other.jsonl").write_text(other)
    assert run("read", "one.jsonl").exit_code == 0
    done = run("read", "other.jsonl")
    assert done.exit_code == 1
    assert done.stdout.startswith("conflict")
    assert len(records(run("documents", "--json"))) == 1


def test_stdin_is_read_with_the_day_and_the_outlet_that_are_given(folder: Path) -> None:
    text = "Bahrain signed the Abraham Accords on Tuesday."
    done = run("read", "-", "--published", "2020-09-16", "--outlet", "Wire", "--json", given=text)
    claims = records(done)
    assert [(claim["known"], claim["date"]) for claim in claims] == [("2020-09-16", "2020-09-15")]
    (document,) = records(run("documents", "--json"))
    assert (document["outlet"], document["published"]) == ("Wire", "2020-09-16")


def test_a_day_that_does_not_exist_is_refused(folder: Path) -> None:
    done = run("read", "report.txt", "--published", "2025-13-40")
    assert done.exit_code == 2
    assert "2025-13-40 is not a day of the calendar" in done.stderr


def test_a_model_is_asked_where_it_is_named_and_what_it_lies_is_a_finding(folder: Path) -> None:
    told = {"action": "join", "modality": "planned", "agreement": "Abraham Accords", "actor": "Kazakhstan"}
    truth, lie = told | {"evidence": "would join the Abraham Accords"}, told | {"evidence": "has joined the accords"}
    with serving(claims(truth, lie)) as server:
        read = run("read", "report.txt", "--reader", "llm", "--endpoint", server.url, "--model", "a-model")
    assert read.exit_code == 1, read.output
    assert "Documents: 1 new. 1 claim added." in read.stdout
    assert "1 of 2 claims of the model were refused (evidence that the text does not hold: 1)." in read.stderr
    (document,) = records(run("documents", "--json"))
    (whole,) = records(run("document", document["id"], "--json", "--why"))
    assert [claim["made_by"] for claim in whole["claims"]] == ["llm a-model: join"]


def test_a_document_that_no_model_answered_for_can_be_read_again(folder: Path) -> None:
    with serving(lambda chat: chat.say("Sorry."), claims()) as server:
        options = ("--reader", "llm", "--endpoint", server.url, "--model", "a-model")
        first, second = run("read", "report.txt", *options), run("read", "report.txt", *options)
    assert first.exit_code == 1
    assert "The model's answer is no JSON. Nothing of it was kept." in first.stderr
    assert second.exit_code == 0
    assert "Documents: 1 new. 0 claims added." in second.stdout


def test_without_saying_where_no_model_is_asked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEPOSITARY_LLM_URL", raising=False)
    for arguments, missing in (([], "--endpoint and --model"), (["--endpoint", "http://127.0.0.1:9"], "--model")):
        result = run("read", "report.txt", "--reader", "llm", *arguments)
        assert result.exit_code == 2
        assert f"--reader llm needs {missing} (or DEPOSITARY_LLM_URL" in result.stderr
    result = run("read", "report.txt", "--reader", "llm", "--endpoint", "here", "--model", "a-model")
    assert result.exit_code == 2
    assert not (folder / "depositary.db").exists()
