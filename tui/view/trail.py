"""A trail one can go back and forward on: of views for undo, of places for back."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")
LONGEST = 500
"""Steps kept; the oldest go first."""


class Trail(Generic[T]):
    """Steps behind and ahead of where one stands; a new step cuts what was ahead."""

    def __init__(self, behind: list[T] | None = None) -> None:
        self.behind: list[T] = behind or []
        self.ahead: list[T] = []

    def step(self, left: T) -> None:
        """Remembers what was left for something new."""
        self.behind = [*self.behind, left][-LONGEST:]
        self.ahead = []

    def back(self, here: T) -> T | None:
        """The step before `here`; None at the beginning."""
        if not self.behind:
            return None
        self.ahead.append(here)
        return self.behind.pop()

    def forward(self, here: T) -> T | None:
        """The step after `here`; None at the end."""
        if not self.ahead:
            return None
        self.behind.append(here)
        return self.ahead.pop()

    def drop(self, step: T) -> None:
        """Nobody comes to it any more."""
        self.behind = [other for other in self.behind if other is not step]
        self.ahead = [other for other in self.ahead if other is not step]

    def replace(self, step: T, by: T) -> None:
        """Another comes in the place of a step behind; of one that is on the trail no more, as the last one behind."""
        if any(other is step for other in self.behind):
            self.behind = [by if other is step else other for other in self.behind]
        else:
            self.behind = [*self.behind, by]
