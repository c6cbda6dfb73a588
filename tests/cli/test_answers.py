"""Answers say who, in what standing, since when and on whose word, on which day and as known when; and why."""

from __future__ import annotations

import csv
import io
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from depositary.cli import program
from depositary.exports import FORMATS
from tests.cli.conftest import Ask, records

TWO_DAYS = ("--on", "2025-11-08", "--known", "2025-11-08")


def statuses(ask: Ask, *days: str) -> dict[str, str]:
    return {
        row["participant"]["id"]: row["status"] for row in records(ask("members", "Abraham Accords", *days, "--json"))
    }


def test_members_are_those_of_the_day_as_known_on_the_day(ask: Ask) -> None:
    assert statuses(ask, "--on", "2020-09-30", "--known", "2020-09-30").keys() == {"BHR", "ARE", "ISR"}
    assert "KAZ" not in statuses(ask, "--on", "2025-11-08", "--known", "2025-11-05")
    assert statuses(ask, *TWO_DAYS)["KAZ"] == "announced"


def test_who_has_announced_is_shown_and_not_counted(ask: Ask) -> None:
    lines = ask("members", "the Abraham Accords", *TWO_DAYS).output.splitlines()
    assert re.fullmatch(r"Abraham Accords +4 take part", lines[0])
    assert lines[2] == "On 8 Nov 2025, using what was known up to that day."
    apart = lines.index("Not counted among them")
    assert any(re.match(r"▣  Sudan +signatory +6 Jan 2021 +Sudan", line) for line in lines[:apart])
    assert any(re.match(r"○  Kazakhstan +announced +6 Nov 2025 +Kazakhstan", line) for line in lines[apart:])
    assert any("◌ expected to sign, no" in line for line in lines[apart:])


def test_an_answer_says_how_to_ask_exactly_it_again_and_why(ask: Ask) -> None:
    output = ask("members", "abraham-accords", *TWO_DAYS).output
    assert (
        'Ask again: depositary members "Abraham Accords" \\\n             --on 2025-11-08 --known 2025-11-08' in output
    )
    assert 'Why a row: depositary because Bahrain "Abraham Accords" \\\n' in output


@pytest.mark.parametrize("width", ["60", "80", "120"])
@pytest.mark.parametrize(
    "command",
    [
        ("members", "Abraham Accords"),
        ("state", "Kazakhstan"),
        ("because", "Kazakhstan", "Abraham Accords"),
        ("timeline", "Abraham Accords"),
        ("agreements",),
        ("documents",),
    ],
)
def test_no_line_is_wider_than_the_terminal(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, width: str, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    answer = ask(*command, "--known", "2025-11-08").output.split("\nAsk again: ")[0]
    assert max(map(len, answer.splitlines())) <= int(width)
    assert all(line == line.rstrip() for line in answer.splitlines())


def test_piped_answers_are_plain(ask: Ask) -> None:
    assert "\x1b" not in ask("members", "Abraham Accords", color=True).output


def test_a_state_is_found_by_any_of_its_names(ask: Ask) -> None:
    answers = [ask("state", name, *TWO_DAYS).output for name in ("ARE", "the Emirates", "UAE", "United Arab Emirates")]
    assert len(set(answers)) == 1
    assert answers[0].startswith("United Arab Emirates ")
    (row,) = records(ask("state", "UAE", *TWO_DAYS, "--json"))
    assert (row["status"], row["since"], row["on"], row["known"]) == (
        "signatory",
        "2020-09-15",
        "2025-11-08",
        "2025-11-08",
    )


def test_because_shows_claims_with_their_quotes_and_places(ask: Ask) -> None:
    output = " ".join(ask("because", "Kazakhstan", "Abraham Accords", *TWO_DAYS).output.split())
    assert "○ announced, since 6 Nov 2025, on the word of Kazakhstan" in output
    assert "● Kazakhstan · announce intent · Abraham Accords · 6 Nov 2025 happened, said by Kazakhstan › Wire" in output
    assert re.search(r"\(characters 0–\d+\) in line-\w+, known from 7 Nov 2025", output)
    assert "expected, said by US officials › Wire" in output


def test_because_as_data_holds_grounds_and_what_was_foretold(ask: Ask) -> None:
    (answer,) = records(ask("because", "KAZ", "abraham-accords", *TWO_DAYS, "--json"))
    assert [ground["claims"][0]["action"] for ground in answer["grounds"]] == ["announce_intent"]
    assert {item["action"] for item in answer["foretold"]} == {"join", "sign"}
    assert answer["known"] == "2025-11-08"


def test_nothing_known_of_a_row_is_one_sentence(ask: Ask) -> None:
    done = ask("because", "Kazakhstan", "Abraham Accords", "--on", "2020-12-31", "--known", "2020-12-31")
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert "Kazakhstan" in done.stderr or "KAZ" in done.stderr


def test_a_timeline_is_in_order_and_hollow_where_nothing_has_happened(ask: Ask) -> None:
    output = ask("timeline", "Abraham Accords", "--known", "2025-11-08").output
    assert re.search(r"■ +15 Sep 2020 +Bahrain +sign", output)
    assert re.search(r"○ +6 Nov 2025 +Kazakhstan +join", output)
    assert re.search(r"□ +not known +Kazakhstan +sign", output)
    days = [row["date"] for row in records(ask("timeline", "Abraham Accords", "--known", "2025-11-08", "--json"))]
    assert [day for day in days if day] == sorted(day for day in days if day)


def test_agreements_say_how_many_take_part_and_tell(ask: Ask) -> None:
    (row,) = records(ask("agreements", *TWO_DAYS, "--json"))
    assert (row["id"], row["taking_part"], row["claims"]) == ("abraham-accords", 4, 8)
    assert re.search(r"Abraham Accords +4 +8 +8 +7 Nov 2025", ask("agreements", *TWO_DAYS).output)


@pytest.mark.parametrize("command", ["members", "timeline", "export"])
def test_an_unknown_name_gets_near_matches_and_exit_code_2(ask: Ask, command: str) -> None:
    done = ask(command, "Abrahm Acords")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Did you mean" in done.stderr
    assert "Abraham Accords" in done.stderr


def test_an_ambiguous_name_lists_the_candidates(ask: Ask) -> None:
    done = ask("state", "Congo")
    assert done.exit_code == 2
    assert "COD" in done.stderr
    assert "COG" in done.stderr


def test_silence_is_said(ask: Ask) -> None:
    output = ask("members", "NATO", *TWO_DAYS).output
    assert re.match(r"NATO +0 take part", output)
    assert "Nothing that was known by 8 Nov 2025 tells of NATO." in output


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_can_be_read_back(ask: Ask, name: str) -> None:
    done = ask("export", "--format", name, *TWO_DAYS)
    assert done.exit_code == 0
    found = list(FORMATS[name].read(io.StringIO(done.stdout_bytes.decode(), newline="")))
    assert [line.fields["participant_id"] for line in found] == ["ARE", "BHR", "ISR", "KAZ", "SDN"]
    assert all(line.evidence for line in found)
    one = ask("export", "Abraham Accords", "--format", name, *TWO_DAYS)
    assert sorted(one.stdout.splitlines()) == sorted(done.stdout.splitlines())


def test_an_export_is_csv_unless_told_otherwise(ask: Ask) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("export", *TWO_DAYS).stdout)))
    assert {row["known"] for row in rows} == {"2025-11-08"}
    assert records(ask("export", "--json", *TWO_DAYS))[0]["participant_id"] == "ARE"
    assert ask("export", "--json", "--format", "csv").exit_code == 2


def test_a_rebuilt_register_answers_the_same(world: Path, tmp_path: Path) -> None:
    place = tmp_path / "copy.db"
    shutil.copy(world, place)
    commands = [["members", "Abraham Accords"], ["state", "Sudan"], ["export"], ["timeline", "Abraham Accords"]]

    def answers() -> list[str]:
        return [CliRunner().invoke(program, ["--store", str(place), *command]).output for command in commands]

    before = answers()
    done = CliRunner().invoke(program, ["--store", str(place), "rebuild"])
    assert done.output == "5 participations computed anew from the ledger.\n"
    assert answers() == before
    assert records(CliRunner().invoke(program, ["--store", str(place), "rebuild", "--json"])) == [
        {"participations": 5, "head": 8}
    ]


def test_on_a_terminal_signs_have_colour_and_no_color_takes_it_away(
    world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEPOSITARY_STORE", str(world))
    command = [sys.executable, "-m", "depositary", "members", "Abraham Accords", *TWO_DAYS]
    blue = "\x1b[36m▣\x1b[0m"
    assert blue in on_a_terminal(command, TERM="xterm-256color", COLORTERM="")
    without = on_a_terminal(command, TERM="xterm-256color", NO_COLOR="1")
    assert "▣" in without
    assert "\x1b[3" not in without


def on_a_terminal(command: list[str], **environment: str) -> str:
    """What a command prints where standard output is a terminal."""
    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    with subprocess.Popen(command, stdout=theirs, stdin=theirs, env={**kept, **environment}):
        os.close(theirs)
        return b"".join(iter(lambda: read_from(ours), b"")).decode()


def read_from(terminal: int) -> bytes:
    """The next bytes of a terminal; none where its other side is closed."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""
