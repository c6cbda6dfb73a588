"""The command `reference` and the folder laid over it: each fact has its source, and what is wrong is refused."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from depositary.cli import program
from depositary.cli.beforehand import span, term_span
from depositary.terms import Moment
from tests.cli.conftest import Ask, records
from tests.reference.writing import AGREEMENT, STATE, write

BROKEN = 'name = "Utopia"\nrulers = ["Utopus"]\nsource = "More, Utopia, book II"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of a user's own, with a State and an agreement."""
    return write(tmp_path / "own", states__UTO=STATE, agreements__peace=AGREEMENT)


def ask_with(*arguments: str, columns: int = 80, **variables: str) -> Result:
    environment = {"COLUMNS": str(columns), **variables}
    return CliRunner().invoke(program, list(arguments), prog_name="depositary", env=environment)


def lines(said: str) -> list[str]:
    """The lines of an answer, with one blank between words."""
    return [" ".join(line.split()) for line in said.splitlines()]


def test_a_state_is_shown_with_the_numbers_of_its_sources(ask: Ask) -> None:
    said = ask("reference", "Kazakhstan", "--on", "2020-01-01").stdout
    assert said.splitlines()[0] == f"Kazakhstan{'state KAZ':>70}"
    assert "On 1 Jan 2020, as known beforehand; no document is asked.\n" in said
    assert "Nur-Sultan capital 23 Mar 2019 to 16 Sep 2022 3, 4, 5" in lines(said)
    assert not [line for line in lines(said) if line.startswith("Akmola capital")]
    assert [line for line in lines(said) if line.startswith("United Nations member since 2 Mar 1992 ")]
    assert "Decree of the President of Kazakhstan of 23 March 2019, whole\n" in said
    assert "seen 2026-11-26\n" in said
    assert said.endswith("Ask again: depositary reference Kazakhstan --on 2020-01-01\n")


def test_phrases_are_told_apart_from_names(ask: Ask) -> None:
    said = " ".join(ask("reference", "artemis-accords").stdout.split())
    assert "A reader also takes these for it, by our choice: " in said
    assert "Artemis moon accord" in said.partition("by our choice: ")[2]
    (entry,) = records(ask("reference", "artemis-accords", "--json"))
    assert [name["use"] for name in entry["names"] if name["text"] == "Artemis moon accord"] == ["phrase"]


@pytest.mark.parametrize(
    "name", ["KAZ", "nato", "paris-agreement", "abraham-accords", "Tokayev", "BOL", "african-union"]
)
@pytest.mark.parametrize("columns", [80, 120])
def test_no_line_is_wider_than_the_terminal_and_every_number_has_its_source(name: str, columns: int) -> None:
    said = ask_with("reference", name, columns=columns).stdout
    assert [line for line in said.splitlines() if len(line) > columns] == []
    assert all("\n 1  " in part or "\n1  " in part for part in said.split("Sources\n")[1:])


def test_no_word_is_cut_on_a_narrow_terminal() -> None:
    said = ask_with("reference", "nato", columns=60).stdout
    assert "…" not in said


def test_an_agreement_is_shown_with_its_days_its_keeper_and_its_clauses(ask: Ask) -> None:
    said = ask("reference", "Paris Agreement").stdout
    for line in (
        "kind                  treaty",
        "binding               binding",
        "opened                22 Apr 2016",
        "in force              since 4 Nov 2016",
        "depositary            United Nations (united-nations)",
        "parent                UN Framework Convention on Climate Change",
    ):
        assert f"\n{line}" in said
    assert "XXVII.7.d" in said
    assert "exit: Art. 28(2): months after (12) [" in said


def test_an_organisation_is_shown_with_its_members_on_the_day_and_its_agreement(ask: Ask) -> None:
    said = ask("reference", "nato", "--on", "2024-03-06").stdout
    assert "founded by            agreement NATO (nato)" in said
    assert "\nMembers (31)\n" in said
    assert "\nSweden                   acceding" in said
    assert said.index("organisation nato") < said.index("agreement nato")
    assert "Belgium, Canada, Denmark" in said  # a remark on several is made once


def test_a_person_is_shown_with_the_days_of_each_office(ask: Ask) -> None:
    said = ask("reference", "Macron").stdout
    assert "person emmanuel-macron" in said
    assert "head of State France since 14 May 2017 1, 2, 3" in lines(said)


def test_who_held_no_office_on_the_day_is_said_to_have_held_none(ask: Ask) -> None:
    assert (
        "No term in office is known that runs on this day.\n" in ask("reference", "Macron", "--on", "2001-01-01").stdout
    )


def test_json_is_one_object_a_thing_with_the_sources_of_each_fact(ask: Ask) -> None:
    found = records(ask("reference", "nato", "--on", "2024-03-06", "--json"))
    assert [(item["thing"], item["id"], item["on"]) for item in found] == [
        ("participant", "nato", "2024-03-06"),
        ("agreement", "nato", "2024-03-06"),
    ]
    sweden = found[0]["members"][-1]
    assert sweden["participant"] == {"id": "SWE", "name": "Sweden", "kind": "state"}
    assert (sweden["role"], sweden["from"], sweden["until"], sweden["holds"]) == (
        "acceding",
        "2022-07-05",
        "2024-03-06",
        True,
    )
    assert sweden["sources"][0].keys() == {"work", "at", "seen"}
    assert found[0]["founded_by"]["id"] == "nato"
    assert found[1]["opened"]["date"] == "1949-04-04"
    assert [rule["article"] for rule in found[1]["rules"]] == ["Art. 10", "Art. 13"]


def test_json_has_last_days_and_leaves_open_what_is_open(ask: Ask) -> None:
    [found] = records(ask("reference", "DDR", "--json"))
    assert (found["existence"]["from"], found["existence"]["until"]) == ("1949-10-07", "1990-10-02")
    assert found["successions"][0]["mode"] == "absorption"
    assert found["successions"][0]["successor"]["id"] == "DEU"
    assert found["on"] is None
    [person] = records(ask("reference", "emmanuel-macron", "--json"))
    assert (person["thing"], person["terms"][0]["until"]) == ("person", None)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Kazakstan"], "Nothing here is called 'Kazakstan'. Did you mean Kazakhstan?"),
        (["qqqqqq"], "Nothing here is called 'qqqqqq'."),
        (
            ["Congo"],
            "'Congo' may be any of these: COD (Democratic Republic of the Congo); COG (Republic of the Congo). "
            "Ask by the id.",
        ),
        (
            ["KAZ", "--on", "2020-12"],
            "Invalid value for '--on': 2020-12 is not one day: write YYYY-MM-DD. See depositary reference --help.",
        ),
        ([""], "Nothing here is called ''."),
    ],
)
def test_what_is_not_understood_is_one_sentence_and_exit_code_2(arguments: list[str], said: str) -> None:
    done = ask_with("reference", *arguments)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"{said}\n")


def test_no_register_is_needed_and_none_is_made(tmp_path: Path) -> None:
    place = tmp_path / "none.db"
    assert ask_with("--store", str(place), "reference", "KAZ").exit_code == 0
    assert not place.exists()


def test_a_folder_is_laid_over_by_option_or_by_variable(folder: Path) -> None:
    for done in (
        ask_with("--reference", str(folder), "reference", "Utopia", "--json"),
        ask_with("reference", "Utopia", "--json", DEPOSITARY_REFERENCE=str(folder)),
    ):
        assert [item["id"] for item in records(done)] == ["UTO"]
    assert ask_with("reference", "Utopia").exit_code == 2  # it does not outlast the command


def test_the_option_goes_before_the_variable(folder: Path, tmp_path: Path) -> None:
    done = ask_with("--reference", str(folder), "reference", "UTO", DEPOSITARY_REFERENCE=str(tmp_path / "none"))
    assert done.exit_code == 0


def test_an_empty_variable_is_none_and_an_empty_option_is_refused() -> None:
    assert ask_with("reference", "KAZ", DEPOSITARY_REFERENCE="").exit_code == 0
    done = ask_with("--reference", "", "reference", "KAZ")
    assert (done.exit_code, done.stderr) == (
        2,
        "Invalid value for '--reference': it names no folder. See depositary --help.\n",
    )


def test_documents_are_read_with_the_folder_and_questions_know_it(folder: Path, tmp_path: Path) -> None:
    place, report = tmp_path / "register.db", tmp_path / "report.txt"
    report.write_text("Utopia signed the Peace of Utopia on 5 March 2024.", encoding="utf-8")
    ours = ("--store", str(place), "--reference", str(folder))
    assert ask_with(*ours, "read", str(report), "--published", "2024-03-06").exit_code == 0
    days = ("--on", "2024-04-01", "--known", "2024-04-01", "--json")
    for command in (
        ("members", "Peace of Utopia", *days),
        ("timeline", "Peace of Utopia", *days[2:]),
    ):
        [row] = records(ask_with(*ours, *command))
        assert row["participant"] == {"id": "UTO", "name": "Utopia", "kind": "state"}
    dry = ask_with(*ours, "read", "--dry-run", "--json", str(report))
    assert [json.loads(line)["actor"] for line in dry.stdout.splitlines()] == ["UTO"]


def test_without_the_folder_the_same_text_says_nothing_of_it(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Utopia signed the Peace of Utopia on 5 March 2024.", encoding="utf-8")
    done = ask_with("read", "--dry-run", "--json", str(report))
    assert "UTO" not in done.stdout.replace("UTOPIA", "")


@pytest.mark.parametrize("command", [["read"], ["read", "--dry-run"]])
def test_a_folder_that_breaks_a_rule_is_refused_before_anything_is_kept(command: list[str], tmp_path: Path) -> None:
    own = write(tmp_path / "own", states__UTO=BROKEN, states__ERW='name = "Erewhon"\n')
    place, report = tmp_path / "register.db", tmp_path / "report.txt"
    report.write_text("Kazakhstan signed the Paris Agreement.", encoding="utf-8")
    done = ask_with("--store", str(place), "--reference", str(own), *command, str(report))
    assert (done.exit_code, done.stdout) == (2, "")
    first, second = done.stderr.splitlines()
    assert first.startswith("own/states/ERW.toml: it has no source for all that it says; ")
    assert second.startswith("own/states/UTO.toml line 2: unknown key 'rulers'; known are ")
    assert not place.exists()


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    done = ask_with("--reference", str(tmp_path / "none"), "reference", "KAZ")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.endswith("none: there is no such folder; mend the path.\n")


def test_a_text_that_the_system_does_not_let_be_read_is_refused(folder: Path) -> None:
    (folder / "states" / "ERW.toml").mkdir()
    done = ask_with("--reference", str(folder), "reference", "KAZ")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "ERW.toml: it cannot be read (is a directory); mend what stands in its way.\n" in done.stderr


def test_the_help_needs_no_folder(tmp_path: Path) -> None:
    assert ask_with("--help", DEPOSITARY_REFERENCE=str(tmp_path / "none")).exit_code == 0


@pytest.mark.parametrize(
    ("begin", "last", "said"),
    [
        ("1994", None, "since 1994"),
        ("1994", "2004-05", "1994 to May 2004"),
        (None, "2004-05-01", "until 1 May 2004"),
        (None, None, ""),
    ],
)
def test_a_term_is_told_as_exactly_as_its_ends_are_known(begin: str | None, last: str | None, said: str) -> None:
    assert term_span(Moment.parse(begin) if begin else None, Moment.parse(last) if last else None) == said


def test_days_in_use_are_told_with_the_last_day() -> None:
    assert span(date(1949, 10, 7), date(1990, 10, 3)) == "7 Oct 1949 to 2 Oct 1990"
