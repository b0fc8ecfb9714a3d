"""How far a command has come: a bar on stderr, for what takes a while."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TypeVar

import click

from store.characters import visible

T = TypeVar("T")
STEPS = 1000
"""Items after which the bar moves, so that drawing it costs nothing."""


class Progress:
    """Yields the items it is given while a bar tells how many of them are done; nothing is told unless `wanted`.

    Where stderr is no terminal there is one line for each thing that is done, when it begins.
    """

    def __init__(self, subject: str, *, wanted: bool, steps: int = STEPS) -> None:
        self._subject, self._wanted, self._steps = visible(subject), wanted, steps

    def __call__(self, what: str, items: Sequence[T], /) -> Iterable[T]:
        if not self._wanted:
            return items
        return self._told(what, items)

    def _told(self, what: str, items: Sequence[T]) -> Iterable[T]:
        label = f"{self._subject}: {what}"
        with click.progressbar(items, label=label, file=sys.stderr, update_min_steps=self._steps) as bar:
            yield from bar
