"""The index of an archive as a process of its own makes it, so that ours neither waits nor grows.

It comes in two stages, as `kept.stages` has them, in a file without a name; where it is to be kept it is put beside the
archive at the end. One process at a time makes it. Whatever becomes of the process, nothing else is left of it.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from signal import SIGTERM
from subprocess import DEVNULL, PIPE, Popen
from types import TracebackType
from typing import NoReturn, Self

from store import files, shelving
from store.errors import ArchiveError
from store.index import kept
from store.index.shelf import Filled, Filling
from store.index.twin import halved
from store.storage.view import View
from store.system import SYSTEM
from store.turn import turn

_PATIENCE = 0.1
"""Seconds between two looks whether it's still wanted."""
_WORD = 8
"""Bytes in which a process says how large what it made is: it goes on writing behind that."""
_WAITS = 1
"""What it says instead where it waits for another that makes the same: nothing that is made is so small."""
_MANNERS = 10
"""How far a process that nobody waits for steps back behind others, as `nice` counts it."""


class Apart:
    """The process, to be used with `with`: at its end it is ended. `file` is what it fills, an open one; `wanted` tells
    whether anybody waits for it; `waits` is called where it waits itself, for another that makes the same index."""

    def __init__(
        self, process: Popen[bytes], file: int, wanted: Callable[[], bool], waits: Callable[[], object] = lambda: None
    ) -> None:
        self.file = file
        self.wanted, self.waits, self._process = wanted, waits, process

    @classmethod
    def begun(
        cls, path: Path, wanted: Callable[[], bool], *, keep: bool, waits: Callable[[], object] = lambda: None
    ) -> Self | None:
        """At work on the archive until that is `wanted` no more; `keep` what it makes. None where it can't be begun.

        It imports from where we did, and never from the folder that somebody happens to be in.
        """
        try:
            file = files.unnamed()
        except OSError:
            return None
        command = _command("main", str(path), str(file), "keep" if keep else "")
        try:
            process = Popen(
                command, env=_environment(), stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL, pass_fds=(file,),
                process_group=0,
            )  # fmt: skip
        except OSError:
            os.close(file)
            return None
        return cls(process, file, wanted, waits)

    def stage(self) -> Filled | None:
        """Waits for the next stage; None where it didn't come."""
        size = self._told()
        if size == _WAITS:
            self.waits()
            size = self._told()
        return Filled(self.file, size) if size else None

    def _told(self) -> int:
        """The next word of the process; 0 where there comes none."""
        said = self._process.stdout
        if said is None:
            return 0
        with DefaultSelector() as selector:
            selector.register(said, EVENT_READ)
            while not selector.select(_PATIENCE):
                if not self.wanted():
                    self._end()
        return int.from_bytes(os.read(said.fileno(), _WORD), "big")

    def _end(self) -> None:
        """It and its twin are ended, where they are still there."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, SIGTERM)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()
        with self._process:
            os.close(self.file)


def leave(path: Path) -> int | None:
    """Leaves a large archive whose index is of no use any more to a process that makes it for the next start, and goes
    on when ours has ended. The process's id; None where there's no need for one, or it can't be begun."""
    if not shelving.worth_while(path) or shelving.take_up(path) is not None:
        return None
    nowhere = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in range(3)]
    with suppress(OSError):
        return os.posix_spawn(
            sys.executable, _command("late", str(path)), _environment(), file_actions=nowhere, setpgroup=0
        )
    return None


def _command(entry: str, *arguments: str) -> list[str]:
    code = f"import sys; from store.apart import {entry}; {entry}(*sys.argv[1:])"
    return [sys.executable, "-P", "-c", code, *arguments]


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def late(path: str) -> NoReturn:
    """The process that was left with it: exit code 0 where it could be done."""
    gc.disable()  # of many records and no circles
    os.nice(_MANNERS)
    with turn(Path(path), hold=True):
        made = shelving.take_up(Path(path)) is not None or shelving.put_away(Path(path))
    raise SystemExit(0 if made else 1)


def main(path: str, file: str, keep: str) -> NoReturn:
    """The process itself. Exit code 0 where all could be done, and a size of the file on stdout after each stage.

    What is to be kept is in its place when the last of them is told. Where another made it meanwhile, and it lies
    beside the archive, no size is told.
    """
    gc.disable()  # of many records and no circles
    with suppress(ArchiveError, OSError), turn(Path(path), hold=bool(keep), waiting=partial(_say, _WAITS)):
        if shelving.take_up(Path(path)) is None:
            view = View.opened(Path(path), SYSTEM)
            if not view.intact:
                raise SystemExit(1)
            _fill(view, int(file), keep=bool(keep))
        raise SystemExit(0)
    raise SystemExit(1)


def _fill(view: View, file: int, *, keep: bool) -> None:
    filling = Filling(shelving.label_of(view))
    stages = kept.stages(view.state.records, halved)
    for data in filling.stage(next(stages)):
        files.write_all(file, data)
    _say(os.fstat(file).st_size)
    for data in filling.stage(next(stages)):
        files.write_all(file, data)
    if keep:
        os.lseek(file, 0, os.SEEK_SET)
        with suppress(ArchiveError, OSError):  # it serves this once all the same
            shelving.put_in_place(view, files.pieces(file))
    _say(os.fstat(file).st_size)


def _say(word: int) -> None:
    os.write(1, word.to_bytes(_WORD, "big"))
