"""What can be asked of a segment's rows, part by part: made from the records, or read from a shelf."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Protocol

from store.folding import fold_all
from store.index.columns import COUNTED, KEYS, SPANS, One, texts
from store.index.flags import FLAGS
from store.index.postings import Postings
from store.index.rows import Rows, of_flags
from store.index.shelf import Shelf
from store.index.spans import Spans
from store.index.strings import Strings
from store.index.words import Words
from store.records import Records


class Parts(Protocol):
    """Each call makes or reads the part anew."""

    @property
    def complete(self) -> bool:
        """Whether all of them can be had, and not only those of `columns.EARLY` and the titles."""

    def postings(self, field: str) -> Postings:
        """The keys of each row in a field that `columns.KEYS` has for the table."""

    def spans(self, field: str) -> Spans:
        """The interval of each row in a field that `columns.SPANS` has for the table."""

    def flag(self, field: str, value: str) -> Rows:
        """The rows that are or have what `flags.FLAGS` knows by this field and value."""

    def words(self) -> Words:
        """The search for words in what is text in the records themselves."""

    def titles(self) -> Strings:
        """The folded title of each row, of documents."""


class OfRecords(Parts):
    """The parts of records that are given in the order of rows."""

    def __init__(self, name: str, records: Records, ids: Strings) -> None:
        self._name, self._archive, self._ids = name, records, ids

    @property
    def complete(self) -> bool:
        return True

    @cached_property
    def _records(self) -> list[Any]:
        table = self._archive.table(self._name)
        return [table[record_id] for record_id in self._ids]

    def postings(self, field: str) -> Postings:
        counted = field in COUNTED.get(self._name, ())
        found = KEYS[self._name][field]
        if isinstance(found, One):
            return Postings.of_one(list(map(found.key, self._records)), counted=counted)
        return Postings.of(map(found.keys, self._records), counted=counted)

    def spans(self, field: str) -> Spans:
        ends = SPANS[self._name][field]
        return Spans.of([ends(record, self._archive) for record in self._records])

    def flag(self, field: str, value: str) -> Rows:
        return of_flags(FLAGS[field][value](self._records, self._archive))

    def words(self) -> Words:
        return Words.of(fold_all("\0".join(texts(record)) for record in self._records))

    def titles(self) -> Strings:
        return Strings.of(fold_all(document.title for document in self._records))


class OnShelf(Parts):
    """The parts as `Segment.pieces` had them."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    @cached_property
    def complete(self) -> bool:
        return "words" in self._shelf.names()

    def postings(self, field: str) -> Postings:
        return Postings.on(self._shelf.within(f"postings.{field}"))

    def spans(self, field: str) -> Spans:
        return Spans.on(self._shelf.within(f"spans.{field}"))

    def flag(self, field: str, value: str) -> Rows:
        return Rows.deserialize(self._shelf.bytes(f"flags.{field}.{value}"))

    def words(self) -> Words:
        return Words.on(self._shelf.within("words"))

    def titles(self) -> Strings:
        return Strings.on(self._shelf.within("titles"))
