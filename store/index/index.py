"""The door to the index: an archive's records in their default order, searched and sorted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from store.index import orders
from store.index.chosen import Chosen
from store.index.columns import EARLY, LINKS
from store.index.result import Result
from store.index.search import Search
from store.index.touched import Touched
from store.model import TABLES
from store.query import Query, parse
from store.query.tree import asks_for_only
from store.records import Records

_DESCRIBED = {"actors": "actor_counts", "documents": "document_counts"}


class Index:
    """Made for one state of an archive's records; each part is built when first asked for, and kept.

    Safe to use from several threads, in so far as what two ask for at once may be built twice.
    """

    def __init__(self, records: Records, search: Search | None = None) -> None:
        """`search` is one in these records that was made before."""
        self.records = records
        records.linked = self.linked
        self._search = search or Search(records)
        self._ranks: dict[tuple[str, str], Mapping[str, int]] = {}

    def updated(self, records: Records, changed: Iterable[str]) -> Index:
        """The index of `records`, which differ from those of this one in the `changed` ids alone: made, changed, gone.

        It costs as much as what changed, and answers as one that is made anew. New records were filed last.
        """
        touched = Touched(self._search.made, self.records, records, changed)
        index = Index(records, self._search.updated(touched))
        index._ranks = {
            (table, column): rank_of
            for (table, column), rank_of in self._ranks.items()
            if orders.stand(table, column, touched)
        }
        return index

    def ids(self, table: str) -> Sequence[str]:
        """All ids of a table: documents, statements and figures newest first, actors by name, relations as filed.

        Newest first is by the earliest day that is meant; what has no date stands last, as filed.
        """
        rows = self._search.table(table)
        return Chosen(rows, rows.everything)

    def linked(self, table: str, record_id: str) -> list[str]:
        """The ids of the figures that a statement carries or that are parts of a figure; or of a record's relations."""
        rows = self._search.table(table)
        return rows.as_filed(rows.having(LINKS[table], [record_id]))

    def search(self, query: Query | str, marked: frozenset[str] = frozenset()) -> Result:
        """What the filter leaves; `marked` are the ids that `is:marked` means. Raises FilterError for text."""
        return Result(self._search, parse(query) if isinstance(query, str) else query, marked)

    @property
    def complete(self) -> bool:
        """Whether it answers every filter; else it was read before it was made as far as that."""
        return all(self._search.table(name).complete for name in TABLES)

    def answers(self, query: Query) -> bool:
        """Whether the filter can be asked now."""
        return self.complete or asks_for_only(query.tree, (*EARLY, "id"))

    def prepare(self, progress: Callable[[str], None] = lambda _: None) -> None:
        """Builds now what the first filters would wait for; `progress` is told each table's name before its turn."""
        everything = self.search("")
        for table in TABLES:
            progress(table)
            self._search.table(table).prepare()
        self._search.prepare()
        _ = everything.actor_counts, everything.document_counts

    def sort(
        self,
        table: str,
        ids: Sequence[str],
        column: str,
        reverse: bool = False,
        counts: Mapping[str, tuple[int, int]] | None = None,
    ) -> list[str]:
        """The ids by a column of SORTS: those that are equal as they stood, those with nothing there always last.

        `counts` are the statements and figures to sort actors or documents by; without, all that there are.
        """
        by = orders.SORTS[table][column]
        if isinstance(by.key, str):
            counts = counts if counts is not None else getattr(self.search(""), _DESCRIBED[table])
            place = ("statements", "figures").index(by.key)
            rank_of: Mapping[str, int] = {record_id: counts.get(record_id, (0, 0))[place] for record_id in ids}
        else:
            if (table, column) not in self._ranks:
                self._ranks[table, column] = orders.ranks(self.records, table, by.key)
            rank_of = self._ranks[table, column]
        return orders.arranged(ids, rank_of, falling=by.falling != reverse)


def sort(
    source: Index | Records,
    table: str,
    ids: Sequence[str],
    column: str,
    reverse: bool = False,
    counts: Mapping[str, tuple[int, int]] | None = None,
) -> list[str]:
    """As `Index.sort`, which remembers; of records alone each call begins anew."""
    index = source if isinstance(source, Index) else Index(source)
    return index.sort(table, ids, column, reverse, counts)
