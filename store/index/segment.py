"""Some records of one table as the index has them: rows in their default order, and what is asked of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from math import inf
from typing import Any, NamedTuple, TypeAlias

from store.folding import fold
from store.index.columns import COUNTED, EARLY, KEYS, NAMED, SPANS
from store.index.flags import FLAGS
from store.index.parts import OfRecords, OnShelf, Parts
from store.index.postings import Postings
from store.index.rows import Rows
from store.index.shelf import Pieces, Shelf, joined, under
from store.index.spans import Spans
from store.index.strings import Strings
from store.index.words import Words
from store.records import Records

_DATED = {"documents": "published", "statements": "said", "figures": "said"}
Place: TypeAlias = tuple[Any, int]
"""What rows are ordered by: a date turned about, or a name; and among equals, how they were filed."""


class Filed(NamedTuple):
    """A record's id, and its number in the order in which the records of its table were filed."""

    id: str
    number: int


class Segment:
    """The rows of some records, which never change; each part is made, or read, when it's first asked for.

    Documents, statements and figures stand newest first, those without a date last; actors by name, relations as filed.
    """

    def __init__(self, name: str, ids: Strings, leading: Sequence[Any], numbers: array[int], made: Parts) -> None:
        """`leading` and `numbers` are the places of the rows."""
        self.name, self.ids, self.numbers = name, ids, numbers
        self.size = len(ids)
        self._leading, self._parts = leading, made
        self._postings: dict[str, Postings] = {}
        self._spans: dict[str, Spans] = {}
        self._flags: dict[tuple[str, str], Rows] = {}

    @classmethod
    def of(cls, name: str, records: Records, filed: Iterable[Filed]) -> Segment:
        """Made from these records."""
        table = records.table(name)
        rows = sorted(filed, key=lambda row: row.number)
        ahead = [_leading(name, table[row.id], records) for row in rows]
        order = sorted(range(len(rows)), key=ahead.__getitem__)
        leading = list(map(ahead.__getitem__, order))
        ids, numbers = Strings.of(rows[at].id for at in order), array("I", [rows[at].number for at in order])
        places = Strings.of(leading) if name == "actors" else array("d", leading)
        return cls(name, ids, places, numbers, OfRecords(name, records, ids))

    @classmethod
    def on(cls, name: str, shelf: Shelf) -> Segment:
        ids, numbers = Strings.on(shelf.within("ids")), shelf.numbers("numbers", "I")
        places = Strings.on(shelf.within("leading")) if name == "actors" else shelf.reals("leading")
        return cls(name, ids, places, numbers, OnShelf(shelf))

    @property
    def complete(self) -> bool:
        """Whether it can be asked for everything; else only for what `early_pieces` has."""
        return self._parts.complete

    def early_pieces(self) -> Pieces:
        """What `on` reads; all that is asked of a segment before anything is filtered."""
        places, name = self._leading, self.name
        if isinstance(places, Strings):
            yield from joined({"leading": places})
        else:
            yield "leading", array("d", places).tobytes()
        yield "numbers", self.numbers.tobytes()
        yield from joined({"ids": self.ids})
        if name == "documents":
            yield from joined({"titles": self.titles})
        yield from under("postings", joined({field: self.postings(field) for field in KEYS[name] if field in EARLY}))

    def late_pieces(self) -> Pieces:
        """The others, but for the words."""
        name = self.name
        late = (field for field in KEYS[name] if field not in EARLY)
        yield from under("postings", joined({field: self.postings(field) for field in late}))
        yield from under("spans", joined({field: self.spans(field) for field in SPANS[name]}))
        for field, flags in FLAGS.items():
            yield from ((f"flags.{field}.{value}", self.flag(field, value).serialize()) for value in flags)

    def word_pieces(self) -> Pieces:
        return joined({"words": self.words})

    def prepare(self) -> None:
        """Makes now what the first searches would wait for."""
        fields = COUNTED.get(self.name, ())
        if self.complete:
            self.words.prepare()
            fields = (*fields, *NAMED.get(self.name, ()))
        self.ids.number("")
        for field in dict.fromkeys(fields):
            self.postings(field).prepare()

    def filed(self, row: int) -> Filed:
        """How the record of the row was filed."""
        return Filed(self.ids[row], self.numbers[row])

    def place(self, row: int) -> Place:
        """What puts the row where it stands."""
        return self._leading[row], self.numbers[row]

    def before(self, place: Place) -> int:
        """How many rows stand before a place."""
        leading, number = place
        first, last = bisect_left(self._leading, leading), bisect_right(self._leading, leading)
        return bisect_left(self.numbers, number, first, last)

    def postings(self, field: str) -> Postings:
        if field not in self._postings:
            self._postings[field] = self._parts.postings(field)
        return self._postings[field]

    def spans(self, field: str) -> Spans:
        if field not in self._spans:
            self._spans[field] = self._parts.spans(field)
        return self._spans[field]

    def flag(self, field: str, value: str) -> Rows:
        if (field, value) not in self._flags:
            self._flags[field, value] = self._parts.flag(field, value)
        return self._flags[field, value]

    @cached_property
    def words(self) -> Words:
        return self._parts.words()

    @cached_property
    def titles(self) -> Strings:
        return self._parts.titles()


def _leading(name: str, record: Any, records: Records) -> Any:
    if name == "actors":
        return fold(record.name)
    span = SPANS[name][_DATED[name]](record, records) if name in _DATED else None
    return inf if span is None else -span[0]
