"""Who changed a record meanwhile, field by field and when, as the log tells it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from store.errors import ArchiveError
from store.model import Record
from store.storage.changes import Changed, Step, at
from store.storage.line import Line


class Changer(NamedTuple):
    """Who, with the name that was set beside the login, and when (UTC, as in 2016-12-13T09:00:00Z)."""

    by: str
    at: str

    def when(self, now: str) -> str:
        """As in "at 14:03 UTC"; with the day where that isn't the one of `now`."""
        day, _, time = self.at.partition("T")
        return f"{'' if now.startswith(day) else f'on {day} '}at {time[:5]} UTC"


def told_of(field: str, by: str, when: str) -> str:
    """As in "bob changed gloss at 14:03 UTC"; where nobody knows who, "another changed gloss"."""
    return f"{by or 'another'} changed {field}{f' {when}' if when else ''}"


def changers(lines: Iterable[Line], theirs: Record, revision: int) -> dict[str, Changer]:
    """Field -> who gave it the value that it has, since the record was at that revision; of `lines` newest first.

    Left out is a field of which the log doesn't tell that: another program wrote it, or the log can't be read.
    """
    row = msgspec.to_builtins(theirs)
    last: dict[str, Changer | None] = {}
    try:
        for line in lines:
            change = next((change for change in line.changes if change.id == theirs.id), None)
            if change is None:
                continue
            if not line.foreign and _revision(change) <= revision:
                break
            for path, step in change.fields.items():
                told = not line.foreign and at(row, path) == step.after
                last.setdefault(path.partition(".")[0], Changer(line.by, line.at) if told else None)
    except ArchiveError:
        return {}
    return {field: changer for field, changer in last.items() if changer}


def _revision(change: Changed) -> int:
    """That which the record was given; 0 where it came in, or went, or nothing is told any more."""
    after = change.fields.get("revision", Step()).after
    return after if isinstance(after, int) else 0
