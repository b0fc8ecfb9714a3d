"""The orders a list can be sorted in, column by column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from store.folding import fold
from store.index.columns import SPANS
from store.index.touched import Touched
from store.model import Figure, Speaker
from store.records import Records

Key: TypeAlias = Callable[[Any, Records], Any]


class Sort(NamedTuple):
    """A column to sort by. `first` says how it begins and `last` how its reverse does: "newest first".

    `key` gives what is compared, None where a record has nothing there; "statements" and "figures" stand for the
    counts beside actors and documents. `falling` columns begin with the largest.
    """

    first: str
    last: str
    key: Key | str
    falling: bool = False


def ranks(records: Records, table: str, key: Key) -> dict[str, int]:
    """Id -> rank by the key, equal where the keys are; records that have none are left out."""
    keys = {record.id: found for record in records.table(table).values() if (found := key(record, records)) is not None}
    rank_of = {found: rank for rank, found in enumerate(sorted(set(keys.values())))}
    return {record_id: rank_of[found] for record_id, found in keys.items()}


def stand(table: str, column: str, touched: Touched) -> bool:
    """Whether the ranks by the column are what they were before the change."""
    if touched.people or touched.titles:  # records have names and titles from others
        return False
    key = SORTS[table][column].key
    if isinstance(key, str):
        return True
    before, after = touched.before.table(table), touched.after.table(table)
    return all(
        record_id in before
        and record_id in after
        and key(before[record_id], touched.before) == key(after[record_id], touched.after)
        for record_id in touched.ids[table]
    )


def arranged(ids: Sequence[str], rank_of: Mapping[str, int], *, falling: bool) -> list[str]:
    """The ids by rank; those of equal rank as they stood, and those without one last in either direction."""
    present = [record_id for record_id in ids if record_id in rank_of]
    missing = [record_id for record_id in ids if record_id not in rank_of] if len(present) < len(ids) else []
    return [*sorted(present, key=rank_of.__getitem__, reverse=falling), *missing]


def _text(words: str, key: Callable[[Any, Records], str | None]) -> Sort:
    def folded(record: Any, records: Records) -> str | None:
        text = key(record, records)
        return fold(text) if text else None

    return Sort(f"{words}, A to Z", f"{words}, Z to A", folded)


def _days(table: str, field: str, words: str = "") -> Sort:
    def earliest(record: Any, records: Records) -> float | None:
        span = SPANS[table][field](record, records)
        return None if span is None else span[0]

    return Sort(f"{words}newest first", f"{words}oldest first", earliest, falling=True)


def _names(speakers: Iterable[Speaker], records: Records) -> str:
    return ", ".join(records.actor_name(speaker.actor) for speaker in speakers)


def _title(record: Any, records: Records) -> str | None:
    document = records.documents.get(record.document)
    return document.title if document else None


def _number(figure: Figure, _: Records) -> float | None:
    """The point that is claimed, else the bound that is."""
    return next((number for number in (figure.best, figure.low, figure.high) if number is not None), None)


_DOCUMENT = _text("by document", _title)
_STATEMENTS = Sort("most statements first", "fewest statements first", "statements", falling=True)
_FIGURES = Sort("most figures first", "fewest figures first", "figures", falling=True)

SORTS: dict[str, dict[str, Sort]] = {
    "actors": {
        "name": _text("by name", lambda actor, _: actor.name),
        "statements": _STATEMENTS,
        "figures": _FIGURES,
        "kind": _text("by kind", lambda actor, _: actor.kind),
    },
    "statements": {
        "said": _days("statements", "said"),
        "who": _text("by who says it", lambda statement, records: _names(statement.speakers, records)),
        "document": _DOCUMENT,
        "type": _text("by type", lambda statement, _: statement.type),
        "act": _text("by act", lambda statement, _: statement.act),
        "added": _days("statements", "added", "by arrival, "),
    },
    "figures": {
        "said": _days("figures", "said"),
        "value": Sort("largest first", "smallest first", _number, falling=True),
        "period": _days("figures", "period", "by period, "),
        "who": _text("by who claims it", lambda figure, records: _names(figure.claimants, records)),
        "counted": _text("by what is counted", lambda figure, _: figure.counted),
        "outcome": _text("by outcome", lambda figure, _: figure.outcome),
        "place": _text("by place", lambda figure, _: figure.place.name if figure.place else None),
        "document": _DOCUMENT,
        "added": _days("figures", "added", "by arrival, "),
    },
    "documents": {
        "published": _days("documents", "published"),
        "title": _text("by title", lambda document, _: document.title),
        "publisher": _text("by publisher", lambda document, _: document.publisher),
        "statements": _STATEMENTS,
        "figures": _FIGURES,
        "added": _days("documents", "added", "by arrival, "),
    },
    "relations": {
        "kind": _text("by kind", lambda relation, _: relation.kind),
        "added": _days("relations", "added", "by arrival, "),
    },
}
"""Table -> column -> how to sort by it; the first of a table is, relations apart, its default order."""
