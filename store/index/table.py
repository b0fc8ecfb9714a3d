"""One table as the index has it: rows in their default order, and what is asked of them, made when first asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from math import inf
from typing import Any

from store.folding import fold, fold_all
from store.index import masks
from store.index.answers import Answers
from store.index.columns import KEYS, SPANS, texts
from store.index.flags import FLAGS
from store.index.listed import Listed
from store.index.people import People
from store.index.postings import Postings
from store.index.spans import Spans
from store.index.words import Words
from store.query import Condition
from store.records import Records

_REMEMBERED = 512
_ORDERED_BY = {"documents": "published", "statements": "said", "figures": "said"}


class Table:
    """The rows of one table; a row's number is its place in the default order.

    Documents, statements and figures stand newest first, those without a date last; actors by name, relations as filed.
    """

    def __init__(self, name: str, records: Records, people: People) -> None:
        self.name, self._archive, self._people = name, records, people
        self.records: list[Any] = list(records.table(name).values())
        self._spans: dict[str, Spans] = {}
        self._postings: dict[str, Postings] = {}
        self._flags: dict[tuple[str, str], int] = {}
        self._conditions: dict[Condition, int] = {}
        self._words: Words | None = None
        self._sort()
        self.ids: list[str] = [record.id for record in self.records]
        self.size = len(self.ids)
        self.everything = masks.full(self.size)
        self.listed = Listed(self.size)
        self.answers = Answers()

    def _sort(self) -> None:
        if self.name == "actors":
            self.records.sort(key=lambda actor: fold(actor.name))
        elif dated := _ORDERED_BY.get(self.name):
            spans = self.spans(dated).of_rows
            order = sorted(range(len(spans)), key=lambda row: inf if (span := spans[row]) is None else -span[0])
            self.records = [self.records[row] for row in order]
            self._spans[dated] = Spans([spans[row] for row in order])

    @cached_property
    def row_of(self) -> dict[str, int]:
        """The number of the row that has an id."""
        return {record_id: row for row, record_id in enumerate(self.ids)}

    def postings(self, field: str) -> Postings:
        """The keys of each row in a field that `columns.KEYS` has for this table."""
        if field not in self._postings:
            keys = KEYS[self.name][field]
            self._postings[field] = Postings((keys(record, self._people) for record in self.records), self.listed)
        return self._postings[field]

    def spans(self, field: str) -> Spans:
        """The interval of each row in a field that `columns.SPANS` has for this table."""
        if field not in self._spans:
            ends = SPANS[self.name][field]
            self._spans[field] = Spans([ends(record, self._archive) for record in self.records])
        return self._spans[field]

    def flag(self, field: str, value: str) -> int:
        """The mask of rows that are or have what `flags.FLAGS` knows by this field and value."""
        if (field, value) not in self._flags:
            flag = FLAGS[field][value]
            self._flags[field, value] = masks.of_flags([flag(record, self._archive) for record in self.records])
        return self._flags[field, value]

    def words(self, elsewhere: Callable[[str, int], int]) -> Words:
        """The search for words; parts of a record's text are kept apart by NUL, which no word that is typed has."""
        if self._words is None:
            self._words = Words(fold_all("\0".join(texts(record)) for record in self.records), elsewhere, self.listed)
        return self._words

    def remembered(self, condition: Condition, evaluate: Callable[[], int]) -> int:
        """The mask of a condition, evaluated when it's first asked for; the oldest of many is forgotten."""
        if condition not in self._conditions:
            if len(self._conditions) >= _REMEMBERED:
                del self._conditions[next(iter(self._conditions))]
            self._conditions[condition] = evaluate()
        return self._conditions[condition]
