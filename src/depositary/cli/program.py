"""The program `depositary`: its commands by name, each loaded when it is called, and how it ends."""

from __future__ import annotations

import errno
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import click
from click.exceptions import NoArgsIsHelpError

from depositary import __version__
from depositary.terms import DepositaryError

COMMANDS = {
    "read": "Read documents, and keep what they say.",
    "members": "Who takes part in an agreement.",
    "state": "What one State or organisation takes part in.",
    "because": "Why a row stands: claims, quotes and the rule behind it.",
    "timeline": "What happened to an agreement, act by act.",
    "reference": "What is known beforehand of a name, and why.",
    "document": "One document with its evidence marked.",
    "documents": "The documents that were read.",
    "agreements": "The agreements that documents speak of.",
    "findings": "What was wrong with what came in.",
    "export": "Participations with their evidence, as CSV or JSON Lines.",
    "rebuild": "Compute the register anew from the ledger.",
}
"""Each command and its first line; a module of `depositary.cli.commands` has its name."""

EXIT_FINDINGS = 1
EXIT_USAGE = 2
EXIT_INTERRUPTED = 130
EXIT_BROKEN_PIPE = 141

UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG)
"""What the system says where an answer does not fit where it was sent (`> /dev/full`)."""


@dataclass(frozen=True, slots=True)
class Given:
    """What was given before the command: the register's file, and the folder that is laid over the reference.

    None is the default place of the register, and the reference as it comes with the program.
    """

    store: str | None = None
    reference: str | None = None


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is called, so that `--help` needs none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, loaded now; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"depositary.cli.commands.{cmd_name}")
        if not gc.isenabled():  # see `main`
            gc.freeze()
            gc.enable()
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by their first lines, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:  # Any: what a command returns is click's affair
        """Run a command; a `DepositaryError` is its own clear sentence."""
        try:
            result = super().invoke(ctx)
        except DepositaryError as error:
            raise Refusal(str(error)) from error
        if sys.stdout is not None:  # closed by whoever started us (`>&-`)
            sys.stdout.flush()  # here, where click still notices that nobody reads any more
        return result

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,  # Any: as click has it
    ) -> Any:  # Any: as click has it
        """Run the program and leave with its exit code; an error is one sentence on stderr, never a traceback."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.ClickException as error:
            click.echo(sentence(error), err=True)
            code = EXIT_USAGE
        except click.Abort:
            click.echo("Stopped. What had been kept so far is whole.", err=True)
            code = EXIT_INTERRUPTED
        except SystemExit:  # click leaves so, and only so, when whoever read our output has gone away
            code = EXIT_BROKEN_PIPE
        except OSError as error:
            if error.errno not in UNWRITABLE:
                raise
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # so that Python does not try to write the rest at its end
            click.echo(f"The answer could not be written: {os.strerror(error.errno).lower()}.", err=True)
            code = EXIT_USAGE
        sys.exit(code if isinstance(code, int) else 0)


class Refusal(click.ClickException):
    """What was asked cannot be done; the message is one sentence for whoever asked."""

    exit_code = EXIT_USAGE


def sentence(error: click.ClickException) -> str:
    """What went wrong, and for a wrong use of a command, where its help is."""
    said = error.format_message()
    if isinstance(error, click.UsageError) and error.ctx is not None and not isinstance(error, NoArgsIsHelpError):
        return f"{said} See {error.ctx.command_path} --help."
    return said


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--store",
    metavar="PATH",
    help="The register's file; else $DEPOSITARY_STORE, else ./depositary.db.",
)
@click.option(
    "--reference",
    metavar="DIR",
    envvar="DEPOSITARY_REFERENCE",
    help="A folder of your own laid over the reference; else $DEPOSITARY_REFERENCE, else none.",
)
@click.version_option(__version__, prog_name="depositary")
@click.pass_context
def program(ctx: click.Context, store: str | None, reference: str | None) -> None:
    """Read reports about international agreements into a register that shows who takes part, when, on whose word.

    \b
    depositary read reports/
    depositary members "Abraham Accords" --on 2020-12-31
    depositary because Kazakhstan "Abraham Accords"

    Two dates decide every answer: --on is the day in the world, --known the day up to which what had been published
    counts as known. Exit code 1 says that there were findings, 2 that a command could not be understood.
    """
    if reference == "":
        raise click.BadParameter("it names no folder.", ctx, param_hint="'--reference'")
    ctx.obj = Given(store, reference)


def main() -> None:
    """Run the program on the arguments of the process.

    Nothing is garbage while modules are loaded, and looking for it costs a fifth of a short command: the collector
    rests until the command's module is there, and never looks at what was loaded by then.
    """
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")  # a terminal without our signs shows "?", and the words beside them
    program(prog_name="depositary")
