"""Some records of one table as the index has them: rows in their default order, and what is asked of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from math import inf
from typing import Any, NamedTuple, TypeAlias

from store.folding import fold, fold_all
from store.index.columns import COUNTED, KEYS, NAMED, SPANS, texts
from store.index.flags import FLAGS
from store.index.postings import Postings
from store.index.rows import Rows, of_flags
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
    """The rows of some records, which never change; each part is made from the records when it's first asked for.

    Documents, statements and figures stand newest first, those without a date last; actors by name, relations as filed.
    """

    def __init__(self, name: str, records: Records, filed: Iterable[Filed]) -> None:
        self.name, self._archive = name, records
        table = records.table(name)
        rows = sorted((_leading(name, table[record_id], records), number, record_id) for record_id, number in filed)
        self.size = len(rows)
        self.ids = Strings([record_id for _, _, record_id in rows])
        self._filed = array("I", [number for _, number, _ in rows])
        leading = [first for first, _, _ in rows]
        self._leading: Sequence[Any] = Strings(leading) if name == "actors" else array("d", leading)
        self._postings: dict[str, Postings] = {}
        self._spans: dict[str, Spans] = {}
        self._flags: dict[tuple[str, str], Rows] = {}

    def prepare(self) -> None:
        """Makes now what the first searches would wait for."""
        self.words.prepare()
        self.ids.number("")
        for field in dict.fromkeys((*COUNTED.get(self.name, ()), *NAMED.get(self.name, ()))):
            self.postings(field).prepare()

    def filed(self, row: int) -> Filed:
        """How the record of the row was filed."""
        return Filed(self.ids[row], self._filed[row])

    def place(self, row: int) -> Place:
        """What puts the row where it stands."""
        return self._leading[row], self._filed[row]

    def before(self, place: Place) -> int:
        """How many rows stand before a place."""
        leading, number = place
        first, last = bisect_left(self._leading, leading), bisect_right(self._leading, leading)
        return bisect_left(self._filed, number, first, last)

    def postings(self, field: str) -> Postings:
        """The keys of each row in a field that `columns.KEYS` has for this table."""
        if field not in self._postings:
            self._postings[field] = Postings(map(KEYS[self.name][field], self._records))
        return self._postings[field]

    def spans(self, field: str) -> Spans:
        """The interval of each row in a field that `columns.SPANS` has for this table."""
        if field not in self._spans:
            ends = SPANS[self.name][field]
            self._spans[field] = Spans([ends(record, self._archive) for record in self._records])
        return self._spans[field]

    def flag(self, field: str, value: str) -> Rows:
        """The rows that are or have what `flags.FLAGS` knows by this field and value."""
        if (field, value) not in self._flags:
            flag = FLAGS[field][value]
            self._flags[field, value] = of_flags(flag(record, self._archive) for record in self._records)
        return self._flags[field, value]

    @cached_property
    def words(self) -> Words:
        """The search for words in what is text in the records themselves."""
        return Words(fold_all("\0".join(texts(record)) for record in self._records))

    @cached_property
    def _records(self) -> list[Any]:
        table = self._archive.table(self.name)
        return [table[record_id] for record_id in self.ids]


def _leading(name: str, record: Any, records: Records) -> Any:
    if name == "actors":
        return fold(record.name)
    span = SPANS[name][_DATED[name]](record, records) if name in _DATED else None
    return inf if span is None else -span[0]
