"""What every answer says besides its rows: the two days it holds for, what must be read beside it, how to ask again."""

from __future__ import annotations

from depositary.cli.paper import Paper
from depositary.cli.wording import day, written_out
from depositary.questions import Answer


def put_clocks(paper: Paper, answer: Answer) -> None:
    """Say which day is asked about and using what, then the notes."""
    said = [f"on {day(answer.on)}"] if answer.on else []
    if answer.known:
        said.append(f"using what was known up to {'that day' if answer.known == answer.on else day(answer.known)}")
    if said:
        text = ", ".join(said)
        paper.say(f"{text[0].upper()}{text[1:]}.")
    for note in answer.notes:
        paper.say(written_out(note))


def put_again(paper: Paper, answer: Answer, why: str = "") -> None:
    """Say how to ask exactly this again, and, with `why`, the command that gives the reasons of a row."""
    paper.gap()
    _put_command(paper, "Ask again: ", answer.again)
    if why:
        _put_command(paper, "Why a row: ", why)


def _put_command(paper: Paper, label: str, command: str) -> None:
    """Set a command so that it can be copied: a line that would not fit is broken as a shell takes it."""
    words, options, days = command.partition(" --")
    if len(label) + len(command) <= paper.width or not options:
        paper.say_whole(f"{label}{command}")
        return
    paper.say_whole(f"{label}{words} \\")
    paper.say_whole(f"{' ' * len(label)}  {options.strip()}{days}")
