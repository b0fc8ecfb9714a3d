"""The command line: `main` is what the console script `sayso` runs. Textual is loaded by `browse` alone."""

from __future__ import annotations

import io
import os
import signal
import sys
from types import TracebackType
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from tui.cli.group import sayso

__all__ = ["main", "sayso"]


def main() -> None:
    """Runs the command that the arguments name, and exits with its code."""
    # As other filters do: a reader that goes away ends us quietly (141 in a shell), wherever we are writing.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # for help and tables, in a locale that lacks a sign of ours
    sys.excepthook = _told
    match sys.argv[1:]:
        case _ if "_SAYSO_COMPLETE" in os.environ:
            pass
        case []:
            _browse(None)
        case ["--archive", archive] if archive and not archive.startswith("-"):
            _browse(archive)
    __getattr__("sayso").main()


def _browse(archive: str | None) -> NoReturn:
    """No more than an archive is named: the library that reads command lines would be a tenth of the start."""
    from pathlib import Path

    from store.errors import SaysoError
    from tui.cli.browsing import opened

    try:
        sys.exit(opened(Path(archive) if archive else None))
    except (SaysoError, KeyboardInterrupt) as error:
        from tui.cli.group import told

        sys.exit(told(error))


def __getattr__(name: str) -> Any:
    """The group of all commands, loaded when it is asked for."""
    if name != "sayso":
        raise AttributeError(name)
    from tui.cli.group import sayso

    return sayso


def _told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A bug of ours: a sentence, and a private file in place of a traceback, in which words of records would stand."""
    from traceback import format_exception

    from tui.cli.output import say
    from tui.config import state_dir
    from tui.crash import COMMAND, crashed

    if not issubclass(kind, KeyboardInterrupt):
        report = "".join(format_exception(kind, error, trace))
        say(f"sayso: {crashed(COMMAND, report, state_dir() / 'crash.log')}")
