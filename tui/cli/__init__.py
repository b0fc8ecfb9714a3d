"""The command line: `main` is what the console script `sayso` runs. Textual is loaded by `browse` alone."""

from __future__ import annotations

import io
import signal
import sys

from tui.cli.group import sayso

__all__ = ["main", "sayso"]


def main() -> None:
    """Runs the command that the arguments name, and exits with its code."""
    # As other filters do: a reader that goes away ends us quietly (141 in a shell), wherever we are writing.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # for help and tables, in a locale that lacks a sign of ours
    sayso.main()
