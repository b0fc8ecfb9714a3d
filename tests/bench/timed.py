"""The answers to one kind of key, pooled: how long they took, and how much they sent."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from tests.bench.measured_terminal import Answer

Number = TypeVar("Number", int, float)


def percentile(values: Sequence[Number], percent: int) -> Number:
    """The nearest rank: a value that was measured. Raises ValueError where none was."""
    if not values:
        raise ValueError("nothing was measured")
    return sorted(values)[max(math.ceil(percent / 100 * len(values)) - 1, 0)]


@dataclass(frozen=True)
class Timed:
    """Answers to one kind of key."""

    answers: Sequence[Answer]

    def milliseconds(self, percent: int) -> float:
        """To the last byte."""
        return percentile([answer.seconds * 1000 for answer in self.answers], percent)

    def sent(self, percent: int) -> int:
        """Bytes; 100 % is the worst key."""
        return percentile([answer.sent for answer in self.answers], percent)

    @property
    def times(self) -> str:
        """p50 and p95."""
        return f"{self.milliseconds(50):.1f} / {self.milliseconds(95):.1f} ms"

    def __str__(self) -> str:
        return f"{self.times}, {self.sent(50):,} B"
