"""`sayso` itself: which commands there are, and how whatever goes wrong is told and what the process ends with."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import click

from store.errors import SaysoError
from tui.cli.leading import BROWSE, arranged, options_first
from tui.cli.output import say

COMMANDS = {
    "browse": "Browse an archive in the terminal; what plain `sayso` does.",
    "new": "Make a new, empty archive.",
    "list": "List actors, statements, figures, documents or relations.",
    "show": "Show all that is known of one record.",
    "export": "Export statements and figures with their sources.",
    "import": "Bring in reports, and draft what is said in them; or records.",
    "draft": "Print what would be drafted of reports, as JSON.",
    "edit": "Change fields, tags and flags of records.",
    "merge": "Tell that two actors are one, or part them again.",
    "revise": "Bring in a later version of a report.",
    "check": "Look for what is wrong in an archive.",
    "log": "Show who changed what, and when.",
    "stats": "Tell how often each rule of drafting was right.",
    "restore": "List the copies that were kept, or put one back.",
    "purge": "Take out for good what must not be kept.",
    "keys": "List the keys of the browser, your own among them.",
    "completion": "Print the completion script for your shell.",
}
"""Name -> what `sayso --help` says of it: a command's module is loaded only when the command is run."""

_BREAK = re.compile(r"\s*\n\s*")
"""How click breaks its own lines, as before a choice of values."""
INTERRUPTED = 130
"""What a shell gives for a command that Ctrl+C ended: 128 and the number of SIGINT."""


class Sayso(click.Group):
    """Loads a command when it is asked for; tells every error as `sayso: SENTENCE` and exits with the error's code.

    A command's return value is its exit code.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"tui.cli.{cmd_name}_command").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, self._arranged(ctx, args))

    def _arranged(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Browse is loaded only where its options may stand first."""
        browse = self.get_command(ctx, BROWSE) if options_first(args) else None
        return arranged(args, browse, COMMANDS) if browse else args

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not ctx.resilient_parsing:
            raise click.UsageError(f"There is no command {name!r}. {_advice(name)}", ctx)
        return super().resolve_command(ctx, args)

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, *_: Any, **extra: Any) -> NoReturn:
        extra["standalone_mode"] = False
        try:
            code = super().main(args, prog_name or "sayso", **extra)
        except SaysoError as error:
            code = told(error)
        except click.Abort as error:
            code = told(error)
        except click.ClickException as error:
            say(f"sayso: {_BREAK.sub(' ', error.format_message())}")
            context = getattr(error, "ctx", None)
            if context is not None:
                say(_where_it_belongs(error, context) or f"Help: {context.command_path} --help")
            code = error.exit_code
        sys.exit(code)


def told(error: SaysoError | click.Abort | KeyboardInterrupt) -> int:
    """Says what went wrong, but to somebody who interrupted it; the exit code."""
    if not isinstance(error, SaysoError):
        return INTERRUPTED
    say(f"sayso: {error}")
    return error.exit_code


def _advice(name: str) -> str:
    if meant := get_close_matches(name, COMMANDS, 1):
        return f"Did you mean {meant[0]}?"
    if Path(name).exists():
        return f"To browse that archive: sayso --archive {name}"
    return f"There are: {', '.join(COMMANDS)}."


def _where_it_belongs(error: click.ClickException, context: click.Context) -> str | None:
    """Help for an option that stands after the command and belongs before it."""
    if not isinstance(error, click.NoSuchOption) or context.parent is None or context.info_name is None:
        return None
    if error.option_name not in {name for param in context.parent.command.params for name in param.opts}:
        return _of_the_browser(error.option_name, context)
    return f"{error.option_name} stands before the command: sayso {error.option_name} … {context.info_name} …"


def _of_the_browser(option: str, context: click.Context) -> str | None:
    """Help for an option that only the browser has."""
    from tui.cli.browse_command import command

    if option in {name for param in command.params for name in param.opts}:
        return f"{option} is an option of the browser: sayso browse {option} · Help: {context.command_path} --help"
    return None


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if not asked or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        click.echo(f"sayso {version('sayso')}")
    except PackageNotFoundError:
        click.echo("sayso, run from a folder where it isn't installed")
    ctx.exit()


@click.group(cls=Sayso, invoke_without_command=True)
@click.option(
    "--archive",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="The archive to work on, as in: sayso --archive reports.json list actors. Stands before the command.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Print the version and exit.",
)
@click.pass_context
def sayso(ctx: click.Context, archive: Path | None) -> Any:
    """Who said what, and whose numbers: an archive of attributed reporting, browsed and searched from a keyboard.

    Without a command, sayso opens the browser, and takes the options of browse: on the archive that --archive names,
    or the environment variable SAYSO_ARCHIVE, or the config file; else on your own, archive.json in your data folder;
    else on a sample.

    \b
    Examples:
      sayso
      sayso --archive reports.json --filter actor:Russia
      sayso list figures 'counted:civilians outcome:killed'
      sayso export 'actor:"Jan Egeland"' --output egeland.md
    """
    ctx.obj = archive
    if ctx.invoked_subcommand is None:
        from tui.cli.browse_command import command

        return ctx.invoke(command)
    return None
