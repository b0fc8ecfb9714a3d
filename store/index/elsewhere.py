"""The words of a statement or a figure that stand in other records: its document's title, the names of its actors."""

from __future__ import annotations

from collections.abc import Mapping

from store.index import masks
from store.index.columns import NAMED
from store.index.people import People
from store.index.table import Table


class Elsewhere:
    """Looks up for one table what its rows refer to. `titles` are the folded ones, by the document's id."""

    def __init__(self, table: Table, titles: Mapping[str, str], people: People) -> None:
        self._titles, self._people, self._listed = titles, people, table.listed
        self._of_document = table.postings("doc") if table.name in NAMED else None
        self._of_people = [table.postings(field) for field in NAMED.get(table.name, ())]

    def having(self, word: str, within: int) -> int:
        """The rows that have the folded word there, of those `within`."""
        if self._of_document is None or not within:
            return 0
        rows = self._listed.rows(within)
        titled = {document_id for document_id, title in self._titles.items() if word in title}
        found = [*self._of_document.among(titled, rows)]
        if people := self._people.containing(word):
            for postings in self._of_people:
                found += postings.among(people, rows)
        return masks.of_rows(found, self._listed.size) & within if found else 0
