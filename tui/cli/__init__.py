"""The command line: `main` is what the console script `sayso` runs. Textual is loaded by `browse` alone."""

from __future__ import annotations

import io
import signal
import sys
from types import TracebackType

from tui.cli.group import sayso
from tui.cli.output import say

__all__ = ["main", "sayso"]


def main() -> None:
    """Runs the command that the arguments name, and exits with its code."""
    # As other filters do: a reader that goes away ends us quietly (141 in a shell), wherever we are writing.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # for help and tables, in a locale that lacks a sign of ours
    sys.excepthook = _told
    sayso.main()


def _told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A bug of ours: a sentence, and a private file in place of a traceback, in which words of records would stand."""
    from traceback import format_exception

    from tui.config import state_dir
    from tui.crash import COMMAND, crashed

    if not issubclass(kind, KeyboardInterrupt):
        report = "".join(format_exception(kind, error, trace))
        say(f"sayso: {crashed(COMMAND, report, state_dir() / 'crash.log')}")
