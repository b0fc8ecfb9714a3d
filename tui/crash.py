"""A bug of ours: what is known of it holds words of records, so it goes to a private file and never to the screen."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import print_exception
from typing import TextIO

from store.errors import SaysoError
from tui.view.memory import write_private


class CrashedError(SaysoError):
    """A bug of ours ended the browser or a command, or was met on the way. Exit code 1."""

    exit_code = 1


@contextmanager
def kept_in(report: TextIO) -> Iterator[None]:
    """Within it, what Python would print of an exception in a thread, a task or a destructor goes into the report."""

    def thread(told: threading.ExceptHookArgs) -> None:
        print_exception(told.exc_type, told.exc_value, told.exc_traceback, file=report)

    def unraisable(told: sys.UnraisableHookArgs) -> None:
        print_exception(told.exc_type, told.exc_value, told.exc_traceback, file=report)

    handler, tasks = logging.StreamHandler(report), logging.getLogger("asyncio")
    before = threading.excepthook, sys.unraisablehook, tasks.propagate
    threading.excepthook, sys.unraisablehook, tasks.propagate = thread, unraisable, False
    tasks.addHandler(handler)
    try:
        yield
    finally:
        tasks.removeHandler(handler)
        threading.excepthook, sys.unraisablehook, tasks.propagate = before


BROWSER = "The browser met a bug of its own; the archive is as it was, and your view is kept."
COMMAND = "The command met a bug of its own and stopped."


def crashed(told: str, report: str, file: Path) -> CrashedError:
    """The error to tell, once the report is written to the file, mode 0600."""
    try:
        write_private(file, report.encode("utf-8", "replace"))
    except OSError as error:
        return CrashedError(f"{told} What is known of it could not be written to {file} ({error.strerror}).")
    return CrashedError(
        f"{told} {file} tells more. It may hold words of your records: read it before you send it to anybody."
    )
