"""What plain words say of a number: "some 990 civilians" is approximate, 990, persons. No more than a first guess.

The rules are those that read whole reports. What isn't plain, or says two things at once, suggests nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from store.vocabulary import Bound


class Number(NamedTuple):
    """What `model.Figure` has under these names."""

    bound: Bound
    low: float | int | None = None
    best: float | int | None = None
    high: float | int | None = None
    unit: str | None = None


def suggested(text: str) -> Number | None:
    """What the words claim, in English; None where they hold no number that we read, or more than one."""
    # Not with the first screen: its patterns take a tenth of a second to make.
    from store.ingest.figures.selection import selected

    found = selected(text)
    return Number(found.bound, found.low, found.best, found.high, found.unit) if found else None


def counted(text: str) -> str | None:
    """What the words count, as printed, in English; None where they name nothing that we know."""
    from store.ingest.figures.selection import selected

    found = selected(text)
    return found.counted if found else None


def outcome(text: str) -> str | None:
    """What became of those counted, or what is counted, as the words name first; None where they leave it open."""
    from store.ingest.figures.outcomes import word_for

    return word_for(text)
