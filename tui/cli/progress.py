"""How far a long command is: one line on the error output that is drawn over, where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from store.characters import visible

MANY = 5000


class Progress:
    """Says nothing where the error output is no terminal, or there isn't much to do."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._width = 0

    def __call__(self, words: str, count: int) -> None:
        """Puts these words in the place of those before, where there are so many things as to take time."""
        if self._shown and count >= MANY:
            text = visible(words)
            with suppress(OSError):
                sys.stderr.write(f"\r{text.ljust(self._width)}")
                sys.stderr.flush()
            self._width = len(text)

    def end(self) -> None:
        if self._width:
            with suppress(OSError):
                sys.stderr.write(f"\r{' ' * self._width}\r")
                sys.stderr.flush()


@contextmanager
def progress() -> Iterator[Progress]:
    """Leaves an empty line behind."""
    shown = Progress()
    try:
        yield shown
    finally:
        shown.end()
