"""What a command writes: data to stdout, words to stderr, an export to its file, whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import click

from store.characters import visible
from store.errors import ExportError


def say(text: str) -> None:
    """Words to stderr, harmless to a terminal: they may hold pieces of records, file names and arguments."""
    for line in text.splitlines():
        click.echo(visible(line), err=True)


def put(text: str) -> None:
    """Data to stdout: UTF-8 whatever the locale; a lone surrogate as its JSON escape, `\\udc80`.

    Raises ExportError where the system refuses the write, as on a full disk.
    """
    try:
        click.echo(text.encode("utf-8", "backslashreplace"), nl=False)
    except OSError as error:
        # What stands in the buffer would be tried again at the exit, with a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        raise ExportError(f"The output can't be written ({error.strerror}).") from error


def write(path: Path, text: str, *, force: bool) -> None:
    """The text as the file at `path`, put there at once when it is whole; UTF-8 as in `put`.

    What stands there is replaced only with `force`, through a symbolic link too; a device or a pipe is written to.
    Raises ExportError; the file is then as it was.
    """
    data = text.encode("utf-8", "backslashreplace")
    target = Path(os.path.realpath(path))
    try:
        if target.is_dir():
            raise ExportError(f"{path} is a folder. Name a file in it.")
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _place(data, target, force=force)
    except FileExistsError as error:
        raise ExportError(f"{path} exists already and is left as it is. Take another name, or add --force.") from error
    except OSError as error:
        raise ExportError(f"{path} can't be written ({error.strerror}). Nothing was changed.") from error


def _place(data: bytes, target: Path, *, force: bool) -> None:
    """The name is taken first, so that two writers can't both have it; a link would do, but not on every stick."""
    from store.storage import write_beside

    was_there = target.exists()
    target.touch(exist_ok=force)
    try:
        fresh = write_beside(target, data)
        try:
            with suppress(PermissionError):  # file systems without modes
                fresh.chmod(target.stat().st_mode & 0o7777)
            os.replace(fresh, target)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError:
        if not was_there:
            target.unlink(missing_ok=True)
        raise
