"""What a filter leaves of each table, and the counts beside actors and documents; each made when first asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from store.index import masks
from store.index.postings import Key
from store.index.search import Search
from store.query import Query
from store.query.tree import with_undated

OWN_VOICE = "none"
"""Among the counts of actors: what has no speaker or claimant; `actor:none` finds it."""


class Result:
    """The rows that match a filter, table by table, in the default order."""

    def __init__(self, search: Search, query: Query, marked: frozenset[str]) -> None:
        self.query = query
        self._search, self._marked = search, marked
        self._masks: dict[str, int] = {}

    def ids(self, table: str) -> list[str]:
        """The ids that match, in default order."""
        return masks.chosen(self._search.table(table).ids, self._mask(table))

    def count(self, table: str) -> int:
        return self._mask(table).bit_count()

    def total(self, table: str) -> int:
        """How many there are without any filter."""
        return self._search.table(table).size

    def has(self, table: str, record_id: str) -> bool:
        row = self._search.table(table).row_of.get(record_id)
        return row is not None and bool(self._mask(table) >> row & 1)

    def undated(self, table: str) -> int:
        """How many are left out only because they have no date; 0 where the filter asks for none."""
        lenient = with_undated(self.query.tree)
        if lenient == self.query.tree:
            return 0
        return (self._search.mask(table, lenient, self._marked) & ~self._mask(table)).bit_count()

    @cached_property
    def actor_counts(self) -> Mapping[str, tuple[int, int]]:
        """Actor's id or OWN_VOICE -> statements and figures, under the filter without its top-level actor terms.

        Those of merged actors count for the one they were merged into; who has neither is left out.
        """
        return self._counts("actor")

    @cached_property
    def document_counts(self) -> Mapping[str, tuple[int, int]]:
        """Document's id -> statements and figures, under the filter without its top-level doc terms."""
        return self._counts("doc")

    def _mask(self, table: str) -> int:
        if table not in self._masks:
            self._masks[table] = self._search.mask(table, self.query.tree, self._marked)
        return self._masks[table]

    def _counts(self, field: str) -> dict[str, tuple[int, int]]:
        others = self.query.without(field)
        statements, figures = (self._counted(name, field, others) for name in ("statements", "figures"))
        keys = dict.fromkeys((*statements, *figures))
        return {OWN_VOICE if key is None else key: (statements[key], figures[key]) for key in keys}

    def _counted(self, table: str, field: str, others: Query) -> Counter[Key]:
        same = others == self.query
        mask = self._mask(table) if same else self._search.mask(table, others.tree, self._marked)
        return self._search.table(table).postings(field).counts(mask)
