"""Which rows have which key, such as an actor, a document or a word of a closed list; and which have none."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from itertools import compress, count, repeat
from operator import not_

from store.index.row_keys import RowKeys
from store.index.rows import Rows, full, of_flags, union
from store.index.sets import Sets
from store.index.shelf import Pieces, Shelf, joined
from store.index.strings import Strings
from store.index.turned import Turned

_FEW = 16
"""Sets of rows that are read each time; more are kept once they were read."""
_ROWS_A_KEY = 3
"""So many rows are counted one by one in the time that it takes to count all rows of one key."""


class Postings:
    """The keys of each row, given in the order of rows, and turned about: the rows of each key."""

    def __init__(self, keys: Strings, sets: Sets, none: Rows, row_keys: RowKeys | None) -> None:
        """`row_keys` only of a field by which rows are counted."""
        self.keys, self._sets, self._row_keys = keys, sets, row_keys
        self.none = none
        """The rows that have no key."""

    @classmethod
    def of(cls, keys_of_rows: Iterable[Sequence[str]], *, counted: bool) -> Postings:
        keys_of = [tuple(dict.fromkeys(keys)) if len(keys) > 1 else keys for keys in keys_of_rows]
        turned = Turned()
        for row, keys in enumerate(keys_of):
            if keys:
                turned.add(keys, repeat(row))
        return cls._turned(turned, keys_of, of_flags(map(not_, keys_of)), counted=counted)

    @classmethod
    def of_one(cls, key_of_rows: Sequence[str | None], *, counted: bool) -> Postings:
        """The same where no row has more than one key; faster."""
        turned = Turned()
        has = [key is not None for key in key_of_rows]
        turned.add([key for key in key_of_rows if key is not None], compress(count(), has))
        keys_of = [() if key is None else (key,) for key in key_of_rows] if counted else ()
        return cls._turned(turned, keys_of, of_flags(map(not_, has)), counted=counted)

    @classmethod
    def _turned(cls, turned: Turned, keys_of: Sequence[Sequence[str]], none: Rows, *, counted: bool) -> Postings:
        rows_of = turned.rows_of
        known = sorted(rows_of, key=lambda key: len(rows_of[key]))
        row_keys = RowKeys.of(keys_of, {key: number for number, key in enumerate(known)}) if counted else None
        return cls(Strings.of(known), Sets.of(map(rows_of.__getitem__, known)), none, row_keys)

    @classmethod
    def on(cls, shelf: Shelf) -> Postings:
        keys, sets = Strings.on(shelf.within("keys")), Sets.on(shelf.within("sets"))
        row_keys = RowKeys.on(shelf.within("row_keys")) if "row_keys" in shelf.names() else None
        return cls(keys, sets, Rows.deserialize(shelf.bytes("none")), row_keys)

    def pieces(self) -> Pieces:
        """What `on` reads."""
        yield from joined({"keys": self.keys, "sets": self._sets})
        yield "none", self.none.serialize()
        if self._row_keys is not None:
            yield from joined({"row_keys": self._row_keys})

    def prepare(self) -> None:
        """Makes now what the first counting would wait for."""
        _ = self._every, self.keys.by_string

    def having(self, keys: Collection[str]) -> Rows:
        """The rows that have one of the keys."""
        numbers = self.keys.numbers(keys, often=self._row_keys is not None)
        if len(numbers) < _FEW and "_every" not in self.__dict__:
            return union(map(self._sets.__getitem__, numbers))
        return union(map(self._every.__getitem__, numbers))

    def where(self, wanted: Callable[[str], bool]) -> Rows:
        """The rows that have a wanted key; each key is asked once."""
        return self._sets.union([number for number, key in enumerate(self.keys) if wanted(key)])

    def counts(self, rows: Rows) -> tuple[dict[str, int], int]:
        """How many of the rows have each key, keys that none has left out; and how many have none.

        Only of a field by which rows are counted.
        """
        if self._row_keys is None:
            raise ValueError("This field is not counted by.")
        without = rows.intersection_cardinality(self.none)
        if len(rows) < _ROWS_A_KEY * len(self.keys):
            counted = self._row_keys.counted(rows - self.none)
            return dict(zip(self.keys.chosen(counted), counted.values(), strict=True)), without
        counts = self._counts_of_many(rows, self._row_keys)
        return {key: count for key, count in zip(self.keys, counts, strict=True) if count}, without

    def _counts_of_many(self, rows: Rows, row_keys: RowKeys) -> Iterable[int]:
        """For each key how many of the rows have it; by the others, where those are few."""
        if len(row_keys) - len(rows) > _ROWS_A_KEY * len(self.keys):
            return map(rows.intersection_cardinality, self._every)
        counts = array("I", map(len, self._every))
        for number, others in row_keys.counted(full(len(row_keys)) - rows - self.none).items():
            counts[number] -= others
        return counts

    @cached_property
    def _every(self) -> list[Rows]:
        return [self._sets[number] for number in range(len(self._sets))]
