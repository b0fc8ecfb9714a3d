"""The orders a list can be sorted in, column by column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from store.folding import fold
from store.index.index import Index
from store.index.spans import Span
from store.records import Records

Counts: TypeAlias = Mapping[str, tuple[int, int]]


class Sort(NamedTuple):
    """A column to sort by; `first` says the order it begins with, `last` the reverse, as in "newest first".

    `key` gives what is compared, or None where a record has nothing there; `falling` columns begin with the largest.
    """

    first: str
    last: str
    key: Callable[[Any, Index], Any]
    falling: bool = False


def _text(words: str, key: Callable[[Any, Index], str | None]) -> Sort:
    def folded(record: Any, index: Index) -> str | None:
        text = key(record, index)
        return fold(text) if text else None

    return Sort(f"{words} from A to Z", f"{words} from Z to A", folded)


def _dated(words: str, field: str, table: str) -> Sort:
    def earliest(record: Any, index: Index) -> float | None:
        span = index.span(table, field, record.id)
        return None if span is None else span[0]

    return Sort(f"{words} first", f"{_OLDEST[words]} first", earliest, falling=True)


_OLDEST = {"newest": "oldest", "latest added": "earliest added", "latest period": "earliest period"}


def _names(speakers: Iterable[Any], index: Index) -> str:
    return ", ".join(index.records.actor_name(speaker.actor) for speaker in speakers)


def _title(record: Any, index: Index) -> str | None:
    document = index.records.documents.get(record.document)
    return document.title if document else None


def _number(figure: Any, _: Index) -> float | None:
    """The point that is claimed, else the bound that is."""
    return next((n for n in (figure.best, figure.low, figure.high) if n is not None), None)


def _counted(what: str, place: int) -> Sort:
    def count(record: Any, index: Index) -> int:
        counts = index.totals("actors" if record.id.startswith("ac-") else "documents")
        return counts.get(record.id, (0, 0))[place]

    return Sort(f"most {what} first", f"fewest {what} first", count, falling=True)
