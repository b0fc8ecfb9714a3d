"""What another program wrote into fields that the log has changed too: the log's holds, and theirs is kept in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from store.storage.changes import Changed, Step, at
from store.storage.snapshot import Snapshot


def passed_over(snapshot: Snapshot, changes: Iterable[Changed]) -> tuple[Changed, ...]:
    """The values that stand in the snapshot and give way to the log's: theirs `before`, the log's `after`."""
    found: dict[tuple[str, str], dict[str, Step]] = {}
    rows: dict[str, dict[str, dict[str, Any]]] = {}
    for change in changes:
        if change.table not in rows:
            raw = (msgspec.json.decode(row, type=dict[str, Any]) for row in snapshot.raw_table(change.table).values())
            rows[change.table] = {row["id"]: row for row in raw if "id" in row}
        row = rows[change.table].get(change.id)
        steps = found.setdefault((change.table, change.id), {})
        for path, step in change.fields.items() if row is not None else ():
            before = steps[path].before if path in steps else step.before
            steps[path] = Step(before, step.after)
    told = {key: _theirs(rows[key[0]].get(key[1], {}), steps) for key, steps in found.items()}
    return tuple(Changed(table, record_id, steps) for (table, record_id), steps in told.items() if steps)


def _theirs(row: Mapping[str, Any], steps: Mapping[str, Step]) -> dict[str, Step]:
    found = {path: (at(row, path), step) for path, step in steps.items()}
    return {
        path: Step(value, step.after) for path, (value, step) in found.items() if value not in (step.before, step.after)
    }
