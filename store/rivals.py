"""Rival figures: who else counts the same thing over the same time."""

from __future__ import annotations

from store import dates
from store.errors import DateError
from store.folding import fold
from store.model import Figure, When
from store.records import Records


def rivals(records: Records, figure: Figure) -> list[Figure]:
    """Figures with the same counted and outcome and an overlapping period, whoever claims them; not the figure itself.

    Without something counted and an outcome a figure has no rivals; one without a period overlaps with none.
    """
    if not figure.counted or not figure.outcome:
        return []
    return [
        other
        for other in records.figures.values()
        if other.id != figure.id
        and other.outcome == figure.outcome
        and fold(other.counted or "") == fold(figure.counted)
        and overlap(other.period, figure.period)
    ]


def overlap(one: When | None, other: When | None) -> bool:
    """Whether two dates have a day in common; a date we can't read has none."""
    if not (one and other and one.edtf and other.edtf):
        return False
    try:
        return dates.interval(one.edtf).overlaps(dates.interval(other.edtf))
    except DateError:
        return False
