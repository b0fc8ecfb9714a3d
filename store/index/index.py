"""The door to the index: an archive's records in their default order, and searched."""

from __future__ import annotations

from collections.abc import Sequence

from store.index.result import Result
from store.index.search import Search
from store.query import Query, parse
from store.records import Records


class Index:
    """Made for one state of an archive's records; each part is built when first asked for, and kept.

    Safe to use from several threads in so far as what two build at once is built twice.
    """

    def __init__(self, records: Records) -> None:
        self.records = records
        self._search = Search(records)

    def ids(self, table: str) -> Sequence[str]:
        """All ids of a table: documents, statements and figures newest first, actors by name, relations as filed.

        Newest first is by the earliest day that is meant; what has no date stands last, as filed.
        """
        return self._search.table(table).ids

    def search(self, query: Query | str, marked: frozenset[str] = frozenset()) -> Result:
        """What the filter leaves; `marked` are the ids that `is:marked` means. Raises FilterError for text."""
        return Result(self._search, parse(query) if isinstance(query, str) else query, marked)
