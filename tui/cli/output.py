"""What a command tells: data to stdout, words to stderr."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress

import click

from store.characters import ACTIVE, visible
from store.errors import ExportError

_ACTS = re.compile(rf"{ACTIVE.pattern}|\r(?!\n)")


def say(text: str) -> None:
    """Words to stderr, harmless to a terminal: they may hold pieces of records, file names and arguments."""
    # Where the line was dropped there is nobody to tell.
    with suppress(OSError):
        for line in text.splitlines():
            click.echo(visible(line), err=True)


def put(text: str) -> None:
    """Data to stdout: UTF-8 whatever the locale; a lone surrogate as its JSON escape, `\\udc80`.

    On a terminal so is each character that would act there. It stands in a string where the data is JSON, and there an
    escape is the same character.

    Raises ExportError where the system refuses the write, as on a full disk.
    """
    if sys.stdout.isatty():
        text = _ACTS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    try:
        click.echo(text.encode("utf-8", "backslashreplace"), nl=False)
    except OSError as error:
        # What stands in the buffer would be tried again at the exit, with a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        raise ExportError(f"The output can't be written ({error.strerror}).") from error


def counted(count: int, noun: str, plural: str = "") -> str:
    """ "1 record", "1,234 records", "2 copies"."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"
