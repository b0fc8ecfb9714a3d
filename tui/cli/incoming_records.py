"""A file of records, as `sayso import` brings it in: whole or not at all, and nothing overwritten."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from store.characters import visible
from store.errors import ImportRefusedError
from tui.cli.output import counted, put, say
from tui.cli.place import Place
from tui.cli.progress import Progress

if TYPE_CHECKING:
    from store.exchange import Plan

LARGE = 1 << 20
"""Bytes of a file that takes more than a moment."""


def bring_in(place: Place, file: Path, data: bytes | None = None) -> int:
    """Reports on one file, whose bytes are `data` where it was read already; what it adds to the exit code."""
    from store.exchange import read

    progress = Progress(str(file), wanted=_large(file, data))
    with _uncollected():
        try:
            incoming = read(file, progress, data)
            planned = place.plan(incoming, progress)
        except ImportRefusedError as error:
            say(f"sayso: {error}")
            return error.exit_code
        if planned.new:
            place.written(
                lambda archive: archive.apply(planned.changes, f"import of {file.name}"),
                demonstration=incoming.demonstration,
            )
            place.close()
    put(_report(file, planned))
    return 1 if planned.conflicts else 0


@contextmanager
def _uncollected() -> Iterator[None]:
    """What is read is kept: to look through it for garbage, again and again as it grows, takes half of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _large(file: Path, data: bytes | None) -> bool:
    try:
        return (file.stat().st_size if data is None else len(data)) > LARGE
    except OSError:
        return False


def _report(file: Path, planned: Plan) -> str:
    parts = [f"added {len(planned.new)}", f"already there {len(planned.same)}"]
    if planned.conflicts:
        parts.append(f"{counted(len(planned.conflicts), 'conflict')}:")
    lines = [f"{file}: {', '.join(parts)}", *(f"  {conflict}" for conflict in planned.conflicts)]
    return "".join(visible(line) + "\n" for line in lines)
