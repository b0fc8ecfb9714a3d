"""What a filter leaves of each table, and the counts beside actors and documents; each made when first asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from store.index.chosen import Chosen
from store.index.columns import UNCLEAR
from store.index.counts import OWN_VOICE, Counts
from store.index.rows import Rows
from store.index.search import Search
from store.query import Query
from store.query.tree import with_undated

__all__ = ["OWN_VOICE", "Result"]


class Result:
    """The rows that match a filter, table by table, in the default order."""

    def __init__(self, search: Search, query: Query, marked: frozenset[str]) -> None:
        self.query = query
        self._search, self._marked = search, marked
        self._found: dict[str, Rows] = {}

    def ids(self, table: str) -> Sequence[str]:
        """The ids that match, in default order."""
        return Chosen(self._search.table(table), self._rows(table))

    def count(self, table: str) -> int:
        return len(self._rows(table))

    def total(self, table: str) -> int:
        """How many there are without any filter."""
        return self._search.table(table).size

    def has(self, table: str, record_id: str) -> bool:
        row = self._search.table(table).row(record_id)
        return row is not None and row in self._rows(table)

    def undated(self, table: str) -> int:
        """How many are left out only because they have no date; 0 where the filter asks for none."""
        lenient = with_undated(self.query.tree)
        if lenient == self.query.tree:
            return 0
        return self._search.rows(table, lenient, self._marked).difference_cardinality(self._rows(table))

    @cached_property
    def actor_counts(self) -> Counts:
        """Actor's id or OWN_VOICE -> statements and figures, under the filter without its top-level actor terms.

        Those of merged actors count for the one they were merged into; who has neither is left out.
        """
        return self._counts("actor")

    @cached_property
    def document_counts(self) -> Counts:
        """Document's id -> statements and figures, under the filter without its top-level doc terms."""
        return self._counts("doc")

    def described(self, table: str) -> list[str]:
        """Actors, or documents: first those that have such counts, then those that the same filter finds itself."""
        of, counts = ("actor", self.actor_counts) if table == "actors" else ("doc", self.document_counts)
        known = self._search.table(table)
        counted = known.rows_of(counts, often=True)
        found = self._search.rows(table, self.query.without(of).tree, self._marked) - counted
        return [*Chosen(known, counted)[:], *Chosen(known, found)[:]]

    def _rows(self, table: str) -> Rows:
        if table not in self._found:
            self._found[table] = self._search.rows(table, self.query.tree, self._marked)
        return self._found[table]

    def _counts(self, field: str) -> Counts:
        others = self.query.without(field)
        return Counts(*(self._counted(name, field, others) for name in ("statements", "figures")))

    def _counted(self, table: str, field: str, others: Query) -> Mapping[str, int]:
        same = others == self.query
        rows = self._rows(table) if same else self._search.rows(table, others.tree, self._marked)
        counted, without = self._search.counts(table, field, rows)
        if UNCLEAR not in counted and not without:
            return counted
        counts = {**counted, OWN_VOICE: without} if without else {**counted}
        counts.pop(UNCLEAR, None)
        return counts
