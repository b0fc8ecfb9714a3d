"""Folding without taking the file apart: only the lines of the touched rows are written anew, the rest is passed on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

import msgspec

from store.storage.changes import Changed
from store.storage.snapshot import Snapshot

Piece: TypeAlias = bytes | memoryview
_ROW = re.compile(rb'\n"(\d+)": [^\n]*?"id": ?"([^"]+)"')
"""A row as we or TinyDB write it, its key and, unless an object in it has one before, its id."""


class _Cut(NamedTuple):
    """What stands from `start` to `end` gives way to `fresh`."""

    start: int
    end: int
    fresh: bytes


class _Unsure(Exception):  # noqa: N818 - an answer, not an error
    """The file is not to be had so simply."""


def spliced(snapshot: Snapshot, changes: Iterable[Changed], new: Mapping[str, Sequence[bytes]]) -> list[Piece] | None:
    """The file from the end of its first line on, with these changes made and these rows added, by table.

    None where that takes a closer look: another program wrote the file, or a row is taken out.
    """
    touched: dict[str, dict[str, list[Changed]]] = {}
    for change in changes:
        touched.setdefault(change.table, {}).setdefault(change.id, []).append(change)
    if not snapshot.intact:
        return None
    try:
        names = dict.fromkeys((*touched, *new))
        cuts = [cut for name in names for cut in _cuts(snapshot.data, name, touched.get(name, {}), new.get(name, ()))]
    except _Unsure:
        return None
    return list(_pieces(snapshot.data, sorted(cuts)))


def _pieces(data: bytes, cuts: Sequence[_Cut]) -> Iterator[Piece]:
    whole, at = memoryview(data), data.index(b"\n") - 1  # the comma that ends the first line
    for cut in cuts:
        yield whole[at : cut.start]
        yield cut.fresh
        at = cut.end
    yield whole[at:]


def _cuts(data: bytes, name: str, touched: Mapping[str, Sequence[Changed]], new: Sequence[bytes]) -> Iterator[_Cut]:
    opening = b"\n" + msgspec.json.encode(name) + b": {"
    start = data.find(opening) + len(opening)
    if start < len(opening):
        raise _Unsure
    end = start if data[start : start + 1] == b"}" else data.find(b"\n}", start)
    wanted, highest = {record_id.encode(): found for record_id, found in touched.items()}, 0
    unseen = data.count(b"\n", start, end)
    for row in _ROW.finditer(data, start, end):
        unseen, highest = unseen - 1, max(highest, int(row[1]))
        if row[2] in wanted:
            yield _changed_row(data, row, wanted.pop(row[2]))
    if unseen:  # a row whose key isn't known would be displaced by one that gets the same
        raise _Unsure
    added = [*_added(wanted.values()), *new]
    if added:
        rows = b",\n".join(b'"%d": %b' % (highest + number, raw) for number, raw in enumerate(added, 1))
        yield _Cut(end, end, b"\n" + rows + b"\n" if end == start else b",\n" + rows)


def _changed_row(data: bytes, row: re.Match[bytes], changes: Sequence[Changed]) -> _Cut:
    start, end = data.index(b" ", row.start()) + 1, data.index(b"\n", row.end())
    end -= data[end - 1 : end] == b","
    found: dict[str, Any] | None = msgspec.json.decode(data[start:end], type=dict[str, Any])
    if found is None or found.get("id") != changes[0].id:
        raise _Unsure
    for change in changes:
        found = change.applied(found)
    if found is None:
        raise _Unsure
    return _Cut(start, end, msgspec.json.encode(found))


def _added(changed: Iterable[Sequence[Changed]]) -> Iterator[bytes]:
    """The rows that the log has whole, as it left them."""
    for changes in changed:
        row: dict[str, Any] | None = None
        for change in changes:
            if row is None and change.new is None:
                raise _Unsure
            row = change.applied(row)
        if row is None:
            raise _Unsure
        yield msgspec.json.encode(row)
