"""How far an import has come: what is gone through is handed to whoever wants to tell, and comes back as it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")


class Through(Protocol):
    """Given what is done ("reading") and all that it is done with, yields each of these in turn."""

    def __call__(self, what: str, items: Sequence[T], /) -> Iterable[T]: ...


def straight(what: str, items: Sequence[T], /) -> Iterable[T]:
    """Where nobody wants to know."""
    return items
