"""How far a long command is: one line on the error output that is drawn over, where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from store.characters import visible


class Progress:
    """Says nothing where the error output is no terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._width = 0

    def __call__(self, words: str) -> None:
        """Puts these words in the place of those before."""
        if self._shown:
            text = visible(words)
            with suppress(OSError):
                sys.stderr.write(f"\r{text.ljust(self._width)}")
                sys.stderr.flush()
            self._width = len(text)


@contextmanager
def progress() -> Iterator[Progress]:
    """Leaves an empty line behind."""
    shown = Progress()
    try:
        yield shown
    finally:
        shown("")
        if shown._shown:
            with suppress(OSError):
                sys.stderr.write("\r")
                sys.stderr.flush()
