"""One table as the index has it: a large segment, small ones of what was changed since, and the order of them all."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from copy import copy
from functools import cached_property
from typing import NamedTuple

from store.index.remembered import Remembered
from store.index.rows import Rows, full, union
from store.index.segment import Filed, Segment
from store.query import Node
from store.records import Records


class Part(NamedTuple):
    """A segment within a table, whose rows are numbered on from those of the parts before it."""

    segment: Segment
    first: int
    live: Rows
    """The table's rows in it that hold: those whose record was neither changed nor taken out since."""

    def numbered(self, rows: Rows) -> Rows:
        """The segment's rows as the table's, where they hold."""
        return (rows.shift(self.first) if self.first else rows) & self.live

    def filed(self) -> list[Filed]:
        """The records of the rows that hold."""
        return [self.segment.filed(row - self.first) for row in self.live]


_MERGED = 2
"""A small segment of at most so many times the rows that are new goes up in theirs."""
_MOST, _SHARE = 2_000, 10
"""Rows, and the part of the first segment's rows: where more than either changed, the table is better made anew."""


class Table:
    """The rows of one table. Their numbers rise in the default order within each part."""

    def __init__(self, name: str, parts: tuple[Part, ...], filed: int) -> None:
        """`filed` is the number that the record that is filed next will have."""
        self.name, self.parts, self._next = name, parts, filed
        self.everything = union(part.live for part in parts)
        self.size = len(self.everything)
        self.remembered: Remembered[Node, Rows] = Remembered()

    @classmethod
    def of(cls, name: str, records: Records) -> Table:
        """All records of the table in one segment."""
        filed = (Filed(record_id, number) for number, record_id in enumerate(records.table(name)))
        return cls.whole(Segment.of(name, records, filed))

    @classmethod
    def whole(cls, segment: Segment) -> Table:
        """All rows in this one segment."""
        return cls(segment.name, (Part(segment, 0, full(segment.size)),), segment.size)

    def updated(self, records: Records, ids: Collection[str]) -> Table | None:
        """The table with these records as they are now; None where so much changed that it's better made anew.

        What isn't in `records` was taken out; what wasn't here yet is filed last.
        """
        if not ids:
            return self._forgetful()
        gone = self.rows_of(ids)
        base, *others = (part._replace(live=part.live - gone) for part in self.parts)
        filed = self._filed_anew(records.table(self.name), ids)
        while others and len(others[-1].live) <= _MERGED * len(filed):
            filed += others.pop().filed()
        if sum(len(part.live) for part in others) + len(filed) > max(_MOST, base.segment.size // _SHARE):
            return None
        if filed:
            last = others[-1] if others else base
            first = last.first + last.segment.size
            live = Rows(range(first, first + len(filed)))
            others.append(Part(Segment.of(self.name, records, filed), first, live))
        return Table(self.name, (base, *others), max([self._next, *(number + 1 for _, number in filed)]))

    def _forgetful(self) -> Table:
        """The same rows; what was answered may have depended on other tables."""
        same = copy(self)
        same.remembered = Remembered()
        return same

    def _filed_anew(self, table: Mapping[str, object], ids: Collection[str]) -> list[Filed]:
        """Those of the ids that are in the table: numbered as they were, new ones from the next on in its order."""
        old = {record_id: self._filed(row).number for record_id in ids if (row := self.row(record_id)) is not None}
        new = {record_id for record_id in ids if record_id in table and record_id not in old}
        order = (record_id for record_id in table if record_id in new) if len(new) > 1 else new
        filed = [Filed(record_id, number) for record_id, number in old.items() if record_id in table]
        return filed + [Filed(record_id, number) for number, record_id in enumerate(order, self._next)]

    @property
    def complete(self) -> bool:
        """Whether it can be asked for everything."""
        return all(part.segment.complete for part in self.parts)

    def prepare(self) -> None:
        """Makes now what the first searches would wait for."""
        for part in self.parts:
            part.segment.prepare()

    def rows(self, asked: Callable[[Segment], Rows]) -> Rows:
        """The rows that each segment answers with."""
        return union(part.numbered(asked(part.segment)) for part in self.parts)

    def having(self, field: str, keys: Collection[str]) -> Rows:
        """The rows that have one of the keys in a field of `columns.KEYS`."""
        return self.rows(lambda segment: segment.postings(field).having(keys))

    def without(self, field: str) -> Rows:
        """The rows that have no key in the field."""
        return self.rows(lambda segment: segment.postings(field).none)

    def where(self, field: str, wanted: Callable[[str], bool]) -> Rows:
        """The rows that have a wanted key in the field."""
        return self.rows(lambda segment: segment.postings(field).where(wanted))

    def counts(self, field: str, rows: Rows) -> tuple[Mapping[str, int], int]:
        """How many of the rows have each key of the field, keys that none has left out; and how many have none."""
        base, *others = self.parts
        counted, without = base.segment.postings(field).counts(rows & base.live)
        for part in others:
            more, without_more = part.segment.postings(field).counts((rows & part.live).shift(-part.first))
            without += without_more
            for key, count in more.items():
                counted[key] = counted.get(key, 0) + count
        return counted, without

    def row(self, record_id: str) -> int | None:
        """The row that has the id."""
        for part in reversed(self.parts):
            number = part.segment.ids.number(record_id)
            if number is not None and part.first + number in part.live:
                return part.first + number
        return None

    def titled(self) -> Iterator[tuple[str, str]]:
        """The id and the folded title of each row, of documents."""
        for part in self.parts:
            segment = part.segment
            for row in part.live:
                yield segment.ids[row - part.first], segment.titles[row - part.first]

    def beginning(self, prefix: str) -> Iterator[str]:
        """The ids that begin so."""
        for part in self.parts:
            for number in part.segment.ids.beginning(prefix):
                if part.first + number in part.live:
                    yield part.segment.ids[number]

    def rows_of(self, ids: Collection[str], *, often: bool = False) -> Rows:
        """The rows that have one of the ids. Those that are asked for `often` are found faster, and take more room."""
        return self.rows(lambda segment: Rows(array("I", segment.ids.numbers(ids, often=often))))

    def ids(self, rows: Iterable[int]) -> list[str]:
        """The ids of rows, in the order given."""
        base = self.parts[0].segment
        if len(self.parts) == 1:
            return base.ids.chosen(rows)
        return [base.ids[row] if row < base.size else self._filed(row).id for row in rows]

    def as_filed(self, rows: Rows) -> list[str]:
        """The ids of rows in the order in which they were filed."""
        return [record_id for record_id, _ in sorted(map(self._filed, rows), key=lambda filed: filed.number)]

    @cached_property
    def inserted(self) -> list[tuple[int, int]]:
        """The rows that aren't of the first segment, in their order: how many of its rows stand before, and the row."""
        base, *others = self.parts
        places = sorted((part.segment.place(row - part.first), row) for part in others for row in part.live)
        return [(base.segment.before(place), row) for place, row in places]

    def _filed(self, row: int) -> Filed:
        part = self.parts[bisect_right(self.parts, row, key=lambda part: part.first) - 1]
        return part.segment.filed(row - part.first)
