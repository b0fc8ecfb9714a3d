"""The files that a command is to read, read side by side; what is passed over and what can't be read is told."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.output import say
from tui.cli.progress import Progress

if TYPE_CHECKING:
    from store.intake import Given, OfRecords, Outcome, Source, Taken

MANY = 20
"""Files from which on it is told how far they have come, where no line for each does."""


class IncomingFiles:
    """`good` and `bad` count the files, as far as they have been gone through; a caller may count on."""

    def __init__(self, paths: Sequence[Path], given: Given, *, draft: bool = True) -> None:
        self._paths, self._given, self._draft = paths, given, draft
        self.good = self.bad = 0
        self._barred = False

    @property
    def exit_code(self) -> int:
        """0 if all could be read, 1 if some could, 2 if none."""
        return (1 if self.good else 2) if self.bad else 0 if self.good else 2

    def batches(self) -> Iterator[list[tuple[Source, Taken | OfRecords]]]:
        """In the order in which they are named, as many at a time as have been read by then."""
        from store.intake import Job, read_all

        sources = list(self._sources())
        outcomes = read_all(Job(source, self._given, self._draft) for source in sources)
        wanted = len(sources) > MANY and not sys.stdout.isatty()
        self._barred = wanted and sys.stderr.isatty()
        told = iter(Progress(f"{len(sources):,} files", wanted=wanted, steps=1)("reading", sources))
        try:
            for batch in outcomes:
                pairs = [(source, self._good(source, said)) for (_, said), source in zip(batch, told, strict=False)]
                yield [(source, outcome) for source, outcome in pairs if outcome is not None]
            deque(told, maxlen=0)  # the bar to its end
        finally:
            outcomes.close()
            self._barred = False
        if not sources and not self.bad:
            self.refuse(", ".join(map(str, self._paths)), "there is no file in it that could be read.", colon=":")

    def read(self) -> Iterator[tuple[Source, Taken | OfRecords]]:
        """One by one."""
        for batch in self.batches():
            yield from batch

    def _good(self, source: Source, outcome: Outcome) -> Taken | OfRecords | None:
        """What came of the file; nothing, where it was refused."""
        from store.intake import Refused

        if isinstance(outcome, Refused):
            self.refuse(source.shown, outcome.problem)
            return None
        self.good += 1
        return outcome

    def refuse(self, shown: str, problem: str, *, colon: str = "") -> None:
        """Tells what is wrong with a file, as one that nothing came of."""
        self.bad += 1
        if self._barred:
            click.echo(err=True)  # the bar's line ends without one
        say(f"sayso: {shown}{colon} {problem}")

    def left_out(self) -> None:
        """Of a file that could be read nothing came all the same, as is told."""
        self.good, self.bad = self.good - 1, self.bad + 1

    def _sources(self) -> Iterator[Source]:
        from store.intake import STDIN, PassedOver, Source, found

        for entry in found(path if path == STDIN else path.expanduser() for path in self._paths):
            if isinstance(entry, Source):
                yield entry._replace(data=_standard_input()) if entry.path == STDIN else entry
            elif isinstance(entry, PassedOver) and entry.wrong:
                self.refuse(str(entry.path), entry.why)
            else:
                say(f"{entry.path} {entry.why} Passed over.")


def _standard_input() -> bytes:
    """At most a byte more than may be read of a file of records."""
    from store.exchange import MAX_BYTES

    return sys.stdin.buffer.read(MAX_BYTES + 1)
