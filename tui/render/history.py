"""A change set of the log in lines: when, who, what for; then each field that it changed, before and after."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

from msgspec import UNSET

from store.storage.changes import Changed
from store.storage.line import Line

SHOWN = 200
"""Characters of a value before or after that the screen shows."""
_OWN = ("revision", "changed", "added")


def told(line: Line, wanted: Collection[str]) -> Iterator[str]:
    """The lines of a change set, as far as it is about these ids; the first is its head."""
    yield head(line)
    for change in line.changes:
        if change.id in wanted:
            yield from steps(change, SHOWN)
    if any(set(ids) & set(wanted) for ids in (line.bulk or {}).values()):
        yield "new, among others"


def head(line: Line) -> str:
    """When, who, and what for."""
    return f"{line.at.replace('T', ' ')}  {who(line)}  {line.what or 'changed'}"


def steps(change: Changed, shown: int) -> Iterator[str]:
    """What became of the record, or of each of its fields; of a value so many characters."""
    if change.new is not None or change.gone is not None:
        yield "new" if change.gone is None else "taken out"
    elif not change.fields:
        yield "what changed was purged"
    for name, step in change.fields.items():
        if name not in _OWN:
            yield f"{name}: {value(step.before, shown)} → {value(step.after, shown)}"


def who(line: Line) -> str:
    """The login, and the name that was set beside it."""
    return f"{line.who} (as {line.as_})" if line.as_ else line.who


def value(value: Any, most: int) -> str:
    """As JSON, cut short; a dash for none."""
    if value is UNSET:
        return "–"
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= most else shown[: most - 1] + "…"
