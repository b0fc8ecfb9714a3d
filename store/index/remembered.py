"""Answers that are kept for a while: what is typed is asked for several times, and again as letters are taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class Remembered(Generic[Asked, Answer]):
    """The oldest of many is forgotten. Two threads that ask for the same may both work it out."""

    def __init__(self, most: int = 128) -> None:
        self._most = most
        self._answers: dict[Asked, Answer] = {}

    def known(self, asked: Asked) -> Answer | None:
        """The answer, if it's remembered."""
        return self._answers.get(asked)

    def get(self, asked: Asked, answer: Callable[[], Answer]) -> Answer:
        """The answer, worked out when it's first asked for."""
        try:
            return self._answers[asked]
        except KeyError:
            found = answer()
            while len(self._answers) >= self._most:
                self._answers.pop(next(iter(self._answers)), None)
            self._answers[asked] = found
            return found
