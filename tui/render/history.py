"""A change set of the log in lines: when, who, what for; then each field that it changed, before and after."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from msgspec import UNSET

from store.storage.changes import Changed
from store.storage.line import Line

_OWN = ("revision", "changed", "added")


class Part(NamedTuple):
    """What a change set did, in words, to the record with this id; "" where it is told of several at once."""

    id: str
    text: str


def head(line: Line) -> str:
    """When, who, and what for."""
    return f"{line.at.replace('T', ' ')}  {line.by}  {line.what or 'changed'}"


def parts(line: Line, wanted: Collection[str] | None, shown: int) -> Iterator[Part]:
    """What it did to the records with these ids, None for all; of a value so many characters."""
    for change in line.changes:
        if wanted is None or change.id in wanted:
            yield from (Part(change.id, text) for text in _steps(change, shown, purged=bool(line.purged)))
    for change in line.passed_over:
        if wanted is None or change.id in wanted:
            yield from (Part(change.id, text) for text in _passed_over(change, shown))
    for table, ids in (line.bulk or {}).items():
        yield from _bulk(table, ids, wanted)


def _steps(change: Changed, shown: int, *, purged: bool) -> Iterator[str]:
    """What became of the record, or of each of its fields; one that stays when it is `purged` lost its content."""
    if purged and change.new is not None:
        yield "name and description taken out"
    elif change.new is not None or change.gone is not None:
        yield "new" if change.gone is None else "taken out"
    elif not change.fields:
        yield "what changed was purged"
    for name, step in change.fields.items():
        if name not in _OWN:
            yield f"{name}: {value(step.before, shown)} → {value(step.after, shown)}"


def _passed_over(change: Changed, shown: int) -> Iterator[str]:
    for name, step in change.fields.items():
        if name not in _OWN:
            theirs, ours = value(step.before, shown), value(step.after, shown)
            yield f"{name}: {theirs} of another program was passed over, {ours} stays"


def _bulk(table: str, ids: Sequence[str], wanted: Collection[str] | None) -> Iterator[Part]:
    """Of an import the log has but the ids."""
    among = ids if wanted is None else [record_id for record_id in ids if record_id in wanted]
    if wanted is None:
        yield Part("", f"{len(ids):,} new {table}")
    elif len(among) == 1:
        yield Part(among[0], f"new, among {len(ids):,} {table}")
    elif among:
        yield Part("", f"{len(among):,} of {len(ids):,} new {table}")


def value(value: Any, most: int) -> str:
    """As JSON, cut short; a dash for none."""
    if value is UNSET:
        return "–"
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= most else shown[: most - 1] + "…"
