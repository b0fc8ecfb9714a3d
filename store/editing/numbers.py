"""What plain words say of a number: "some 990 civilians" is approximate, 990, persons. No more than a first guess.

The rules are those that read whole reports. What isn't plain, or says two things at once, suggests nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from store.vocabulary import Bound, Outcome


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
    """What the words count, as printed, in English; "" where they measure ("8.6 hectares"), None where nobody knows."""
    from store.ingest.figures.selection import selected

    found = selected(text)
    if found is None:
        return None
    return found.counted or ("" if found.unit else None)


def outcome(text: str) -> Outcome | None:
    """What a number measures, or what became of those counted, as the words name first; None where they don't."""
    from store.ingest.figures.outcomes import word_for
    from store.ingest.figures.selection import selected

    found = selected(text)
    return (found.measure if found else None) or word_for(text)
