"""The program is quick to help, refuses in one sentence, and ends with the exit code that it promises."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from depositary import __version__
from depositary.cli import main, program
from depositary.cli.program import COMMANDS

HEAVY = ("sqlalchemy", "rich", "spacy", "trafilatura", "alembic", "depositary.store", "depositary.reading")


def test_help_names_every_command_and_loads_none() -> None:
    script = (
        "import sys; from depositary.cli import program\n"
        "try: program(['--help'], prog_name='depositary')\n"
        f"except SystemExit: print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n"), done.stdout
    assert all(f"  {name} " in done.stdout for name in COMMANDS)


def test_the_version_is_said() -> None:
    assert CliRunner().invoke(program, ["--version"]).output == f"depositary, version {__version__}\n"


def test_no_command_at_all_is_answered_with_the_help_as_it_is() -> None:
    done = CliRunner().invoke(program, [])
    assert (done.exit_code, done.output) == (2, CliRunner().invoke(program, ["--help"]).output)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example_and_json(name: str) -> None:
    done = CliRunner().invoke(program, [name, "--help"])
    assert done.exit_code == 0
    assert f"\n  depositary {name}" in done.output.split("Options:")[0].split("Usage:")[1].partition("\n")[2]
    assert "--json" in done.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nonsense"], "No such command 'nonsense'. See depositary --help."),
        (["members"], "Missing argument 'AGREEMENT'. See depositary members --help."),
        (["members", "x", "--what"], "No such option '--what'. See depositary members --help."),
        (
            ["members", "x", "--on", "2020-12"],
            "Invalid value for '--on': 2020-12 is not one day: write YYYY-MM-DD. See depositary members --help.",
        ),
        (
            ["members", "x", "--known", "2025-13-40"],
            "Invalid value for '--known': 2025-13-40 is not a day of the calendar. See depositary members --help.",
        ),
        (
            ["documents", "--known", "Thursday"],
            "Invalid value for '--known': 'Thursday' is not a day: write YYYY-MM-DD. See depositary documents --help.",
        ),
        (
            ["read", "x.txt", "--published", "9999-11-06"],
            "--published 9999-11-06 is later than today. See depositary read --help.",
        ),
    ],
)
def test_a_wrong_use_is_one_sentence_and_exit_code_2(arguments: list[str], said: str) -> None:
    done = CliRunner().invoke(program, arguments, prog_name="depositary")
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"{said}\n")


def test_no_register_is_one_sentence_and_exit_code_2(tmp_path: Path) -> None:
    done = CliRunner().invoke(program, ["--store", str(tmp_path / "none.db"), "documents"])
    assert done.exit_code == 2
    assert "no register" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_interrupted_command_says_that_what_was_kept_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> click.Command:
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "get_command", interrupted)
    done = CliRunner().invoke(program, ["documents"])
    assert done.exit_code == 130
    assert done.stderr.strip() == "Stopped. What had been kept so far is whole."


def test_a_reader_that_goes_away_ends_the_program_quietly() -> None:
    command = f"{sys.executable!r} -m depositary --help | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert done.stdout.strip() in ("0", "141")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_an_answer_that_cannot_be_written_is_one_sentence() -> None:
    command = f"{sys.executable!r} -m depositary --help > /dev/full"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        2,
        "The answer could not be written: no space left on device.\n",
    )


def test_a_closed_output_breaks_nothing() -> None:
    command = f"{sys.executable!r} -m depositary --version >&-"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_process_runs_the_program_on_its_arguments(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "argv", ["depositary", "--store", str(tmp_path / "none.db"), "documents"])
    try:
        with pytest.raises(SystemExit) as left:
            main()
    finally:
        gc.enable()
    assert left.value.code == 2
    assert "no register" in capsys.readouterr().err


def test_a_result_of_a_command_comes_back_where_a_caller_asks_for_it() -> None:
    with pytest.raises(click.UsageError):
        program.main(["nonsense"], standalone_mode=False)
