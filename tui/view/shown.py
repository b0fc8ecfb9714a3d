"""What a view shows of an archive: the rows of every pane, and why a pane has none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from store.archive import Archive
from store.index import OWN_VOICE, SORTS, Index, Result
from store.query import Condition, Not, Query, Term, parse, words
from store.records import Records
from tui.view.filtering import asks_for_marked
from tui.view.view import View

_IS_DRAFT = Condition("is", "draft")
# Made, not read: the browser starts without the patterns that read filters.
_DRAFTS = Query.of([Term(_IS_DRAFT, "is:draft")])
_REVIEWED = Query.of([Term(Not(_IS_DRAFT), "-is:draft")])
SINGULAR = {"actors": "actor", "statements": "statement", "figures": "figure", "documents": "document"}


class Reading(NamedTuple):
    """By document: drafts that are left, and what is reviewed. A document without any is in neither."""

    left: Mapping[str, int]
    reviewed: Mapping[str, tuple[int, int]]
    known: bool = True
    """Whether the index can tell by now."""


class Shown(Struct, frozen=True, dict=True):
    """Rows and counts of one view. Cheap to make: each pane's rows are worked out when they are first asked for."""

    records: Records
    index: Index
    view: View
    query: Query
    result: Result
    path: Path
    typing: bool = False
    """Whether its filter is still being typed."""
    _ids: dict[str, Sequence[str]] = {}

    @cached_property
    def words(self) -> tuple[str, ...]:
        """What to light."""
        return tuple(words(self.query))

    def ids(self, table: str) -> Sequence[str]:
        """The rows of a table, in the order the view sorts them."""
        if table not in self._ids:
            self._ids[table] = self._sorted(table, self._unsorted(table))
        return self._ids[table]

    def _unsorted(self, table: str) -> Sequence[str]:
        if table in ("actors", "documents"):
            return self._counted(table)
        return self.index.ids(table) if self.view.light else self.result.ids(table)

    def _counted(self, table: str) -> Sequence[str]:
        """Actors or documents that the rest of the filter finds something of, or finds themselves.

        Who speaks or claims comes first; the others are there to be found.
        """
        rows = self.result.described(table)
        if table == "documents":
            return rows
        if merged := _merged(self.records):
            rows = [found for found in rows if found not in merged]
        return [*rows, OWN_VOICE] if OWN_VOICE in self.counts(table) else rows

    def _sorted(self, table: str, ids: Sequence[str]) -> Sequence[str]:
        chosen = self.view.sorts.get(table)
        if chosen is None:
            return ids
        real = [found for found in ids if found != OWN_VOICE]
        done = self.index.sort(table, real, chosen.column, chosen.reverse, self.counts(table) or None)
        return [*done, *(found for found in ids if found == OWN_VOICE)]

    def order(self, table: str) -> str:
        """In which order the rows stand, in words: "newest first"."""
        chosen = self.view.sorts.get(table)
        sort = SORTS[table][chosen.column] if chosen else next(iter(SORTS[table].values()))
        return sort.last if chosen and chosen.reverse else sort.first

    def counts(self, table: str) -> Mapping[str, tuple[int, int]]:
        """Statements and figures of each actor or document, under the rest of the filter."""
        if table == "actors":
            return self.result.actor_counts
        return self.result.document_counts if table == "documents" else {}

    def dimmed(self, table: str, row_id: str) -> bool:
        """Whether the row stands there only for orientation: left out by `A`, or no hit among all."""
        if table in ("actors", "documents"):
            return row_id in self._left_out
        return self.view.light and not self.result.has(table, row_id)

    @property
    def reading(self) -> Reading:
        """How far the reports are reviewed, whatever the filter."""
        return _reading(self.index) if self.index.complete else Reading({}, {}, known=False)

    @cached_property
    def drafts(self) -> int:
        """How many of the statements and figures that the filter leaves are drafts; 0 without looking where none is."""
        if not self.reading.left:
            return 0
        drafts = self.index.search(self.query.and_also(_DRAFTS), self.view.marks)
        return sum(drafts.count(table) for table in ("statements", "figures"))

    @cached_property
    def _left_out(self) -> frozenset[str]:
        """Actors and documents that a top-level `-actor:` or `-doc:` takes out."""
        found: set[str] = set()
        for term in self.query.terms:
            if term.excludes and term.field in ("actor", "doc"):
                taken = self.index.search(parse(term.text.removeprefix("-")))
                found.update(taken.ids("actors" if term.field == "actor" else "documents"))
                if term.text == "-actor:none":
                    found.add(OWN_VOICE)
        return frozenset(found)

    def otherwise_the_same(self, view: View) -> Shown | None:
        """The same rows under a view that differs in marks, zoom or place alone; None where other rows may be shown."""
        same = (self.query.text, self.view.light, self.view.sorts) == (view.filter, view.light, view.sorts)
        return replace(self, view=view) if same and not asks_for_marked(view.filter) else None

    def tally(self, table: str, of: str = " of ") -> str:
        """ "2 of 12", or "12" where all are shown; of actors and documents how many have a row."""
        if table in ("actors", "documents"):
            ids = self.ids(table)
            # The reports' own voice, which is no actor, stands last.
            return f"{len(ids) - (list(ids[-1:]) == [OWN_VOICE]):,}"
        found, total = self.result.count(table), self.result.total(table)
        return f"{found:,}" if found == total else f"{found:,}{of}{total:,}"

    def why_empty(self, table: str) -> str:
        """Why the pane has no rows, which key helps, and which pane has hits."""
        if not self.result.total(table):
            bring = f"sayso --archive {quote(str(self.path))} import FILE"
            return f"No {SINGULAR[table]} in this archive yet. This brings records in: {bring}"
        others = [
            f"{counted(self.result.count(other), other)} · {number}"
            for number, other in ((2, "statements"), (3, "figures"))
            if other != table and self.result.count(other)
        ]
        undated = self.result.undated(table)
        way_out = "X shows all" if self.query.text == self.view.filter else "Esc goes back"
        parts = [f"no {SINGULAR[table]} matches {self.query.text}", way_out, *others]
        return " · ".join([*parts, *([f"{undated:,} without a date left out"] if undated else [])])


@lru_cache(maxsize=2)
def _reading(index: Index) -> Reading:
    """Found out once for each state of the archive."""
    left = index.search(_DRAFTS).document_counts
    return Reading({found: sum(left[found]) for found in left}, index.search(_REVIEWED).document_counts)


@lru_cache(maxsize=2)
def _merged(records: Records) -> frozenset[str]:
    """Actors that are another one by now, and have no row."""
    return frozenset(actor.id for actor in records.actors.values() if actor.merged_into)


def show(archive: Archive, view: View, query: Query | None = None) -> Shown | None:
    """The view as it falls out on this archive now; `query`, which is being typed, in place of its filter.
    Raises FilterError.

    None as long as the index isn't made so far that it could answer the filter.
    """
    typing = query is not None
    query = query if query is not None else parse(view.filter)
    if not archive.index.answers(query):
        return None
    found = archive.search(query, view.marks)
    return Shown(archive.records, archive.index, view, query, found, archive.path, typing)


def counted(number: int, table: str) -> str:
    """ "1 figure", "2 figures"."""
    return f"{number:,} {SINGULAR[table] if number == 1 else table}"
