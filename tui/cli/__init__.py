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
    if len(sys.argv) == 1 and "_SAYSO_COMPLETE" not in os.environ:
        _browse()
    __getattr__("sayso").main()


def _browse() -> NoReturn:
    """`sayso` alone, without the library that reads command lines: to load it would be a tenth of the start."""
    from store.errors import SaysoError
    from tui.cli.browsing import opened

    try:
        sys.exit(opened(None))
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
