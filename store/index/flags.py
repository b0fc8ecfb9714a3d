"""What `is:` and `has:` ask of a record, kind by kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from store.model import Claimed, Figure, Place, Record, Speaker, Statement, When
from store.records import Records

Flag: TypeAlias = Callable[[Any, Records], bool]
_NOT_STATED = ("inferred", "assumed")


def _broken(record: Record, records: Records) -> bool:
    if not isinstance(record, Statement | Figure):
        return False
    printed = record.content if isinstance(record, Statement) else (record.anchor,)
    return any(records.broken(anchor, record.document) for anchor in (*printed, *record.cue, *record.source))


def _inferred(record: Record, _: Records) -> bool:
    """Whether speaker, claimant, date or place is ours rather than the report's: inferred, or assumed."""
    match record:
        case Statement(speakers=speakers, uttered=uttered):
            known: tuple[Speaker | When | Place | None, ...] = (*speakers, uttered)
        case Figure(claimants=claimants, period=period, place=place):
            known = (*claimants, period, place)
        case _:
            return False
    return any(part is not None and part.basis in _NOT_STATED for part in known)


def _draft(record: Record, _: Records) -> bool:
    return isinstance(record, Claimed) and record.review.state == "drafted"


FLAGS: dict[str, dict[str, Flag]] = {
    "is": {
        "broken": _broken,
        "draft": _draft,
        "vague": lambda record, _: isinstance(record, Figure) and record.bound == "order",
        "inferred": _inferred,
        "confidential": lambda record, _: record.confidential,
    },
    "has": {
        "note": lambda record, _: bool(record.note),
        "gloss": lambda record, _: bool(record.gloss),
        "relation": lambda record, records: records.related(record.id),
    },
}
"""Field -> value -> whether a record has it; `is:marked` isn't here, for it is the screen that knows."""
