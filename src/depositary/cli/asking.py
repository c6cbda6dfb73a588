"""How to ask again: the two days an answer holds for, and the command that gives exactly this answer."""

from __future__ import annotations

import shlex
from datetime import date

from depositary.cli.paper import Paper
from depositary.cli.wording import day


def command(name: str, *arguments: str, on: date | None = None, known: date | None = None) -> str:
    """A command as it is typed.

    >>> command("members", "Abraham Accords", on=date(2020, 12, 31))
    'depositary members "Abraham Accords" --on 2020-12-31'
    """
    words = ["depositary", name, *(_typed(argument) for argument in arguments)]
    words += [f"--{clock} {chosen}" for clock, chosen in (("on", on), ("known", known)) if chosen]
    return " ".join(words)


def put_clocks(paper: Paper, *, on: date | None = None, known: date | None = None) -> None:
    """Say which day is asked about, and using what."""
    said = [f"on {day(on)}"] if on else []
    said += [f"using what was known up to {'that day' if known == on else day(known)}"] if known else []
    if said:
        text = ", ".join(said)
        paper.say(f"{text[0].upper()}{text[1:]}.")


def put_question(paper: Paper, name: str, *arguments: str, on: date | None = None, known: date | None = None) -> None:
    """Say how to ask the same again, on any later day."""
    paper.gap()
    paper.say(f"Ask again: {command(name, *arguments, on=on, known=known)}", hang=11, style="dim")


def _typed(argument: str) -> str:
    quoted = shlex.quote(argument)
    plain = quoted.startswith("'") and not set(argument) & set('"$`\\!')
    return f'"{argument}"' if plain else quoted
