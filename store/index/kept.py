"""An archive's records and their index in one file, so that neither is made anew at each start.

The file belongs to one state of the archive, which its label names. It can be lost: all of it is in the archive.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from store.index import shelf, stored
from store.index.index import Index
from store.index.search import Search
from store.index.segment import Segment
from store.index.shelf import Filling, Pieces, Shelf, ShelfError, under
from store.index.stored import Stored
from store.index.table import Table
from store.model import TABLES
from store.records import Records


class Kept(NamedTuple):
    """What was in the file: what state it is of, table -> id -> record, and what the index is made of."""

    label: str
    tables: Mapping[str, Mapping[str, Any]]
    segments: Mapping[str, Segment]

    def index_of(self, records: Records) -> Index:
        """The index of `records`, which must be those of the file, as they lie there."""
        tables = {name: Table.whole(segment) for name, segment in self.segments.items()}
        return Index(records, Search(records, tables))


def filled(label: str, records: Records) -> Iterator[bytes]:
    """The bytes of the file, one after the other; it takes as long as an index takes to be made."""
    filling = Filling(label)
    return chain.from_iterable(map(filling.stage, stages(records)))


def stages(records: Records, apart: Callable[[Callable[[], Pieces]], Pieces] = lambda made: made()) -> Iterator[Pieces]:
    """What the file has: first what shows the archive, then what searches it.

    The words, half of the work, are made `apart`: what that is called with gives their pieces, and can be called
    elsewhere while the others are made here.
    """
    search = Search(records)
    segments = {name: search.table(name).parts[0].segment for name in TABLES}
    lines = {name: under(f"{name}.records", stored.pieces(records.table(name).values())) for name in TABLES}
    yield chain(_of_each(segments, Segment.early_pieces), *lines.values())
    words = apart(lambda: _of_each(segments, Segment.word_pieces))
    yield chain(_of_each(segments, Segment.late_pieces), words)


def _of_each(segments: Mapping[str, Segment], pieces: Callable[[Segment], Pieces]) -> Pieces:
    return chain.from_iterable(under(name, pieces(segment)) for name, segment in segments.items())


def opened(path: Path) -> Kept | None:
    """None where there's no file, or none of this version, or it isn't as it was written."""
    try:
        return on(os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK))
    except OSError:
        return None


def on(fd: int) -> Kept | None:
    """As `opened`, of an open file, which is closed with what was found in it."""
    try:
        found, label = shelf.opened(fd)
        segments = {name: Segment.on(name, found.within(name)) for name in TABLES}
        tables = {name: _table(found, segment) for name, segment in segments.items()}
    except (OSError, ShelfError):
        return None
    return Kept(label, tables, segments)


def _table(found: Shelf, segment: Segment) -> Stored:
    return Stored(segment.name, segment.ids, segment.numbers, found.within(f"{segment.name}.records"))
