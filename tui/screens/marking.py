"""Marks and orders: the keys `Space v t i T`, `s S`."""

from __future__ import annotations

from collections.abc import Iterable

from store.index import SORTS
from tui.rows import Rows
from tui.screens.board import BoardPart
from tui.view.view import Sort

MARKABLE = ("statements", "figures")


class Marking(BoardPart):
    """Marks are for statements and figures; an actor's or a document's rows are marked by filtering and `t`."""

    def action_mark(self) -> None:
        rows = self._markable()
        if rows is None or not rows.row_id:
            return
        if rows.range_from is not None:
            self.action_range()
            return
        row_id = rows.row_id
        taken = row_id in self.view.marks
        self._mark("unmark a row" if taken else "mark a row", self.view.marks ^ {row_id})
        # Where only the marked are shown the row is gone, and the next one has come under the cursor.
        if rows.row_id == row_id:
            rows.action_down()

    def action_range(self) -> None:
        rows = self._markable()
        if rows is None or not rows.row_id:
            return
        if rows.range_from is None:
            rows.begin_range(rows.cursor)
            self.say("A range begins here: move to its other end and press v again. Esc gives it up.")
            return
        found = list(rows.ranged)
        rows.begin_range(None)
        self._mark(f"mark {len(found)} rows", self.view.marks | set(found))

    def action_mark_all(self) -> None:
        if (rows := self._markable()) is not None:
            self._mark(f"mark all {len(rows.ids):,} shown", self.view.marks | set(rows.ids))

    def action_invert(self) -> None:
        if (rows := self._markable()) is not None:
            self._mark("invert the marks shown", self.view.marks ^ set(rows.ids))

    def action_unmark_all(self) -> None:
        if self.view.marks:
            self._mark(f"take {len(self.view.marks):,} marks away", frozenset())
        else:
            self.say("Nothing is marked.")

    def _markable(self) -> Rows | None:
        if self.view.pane in MARKABLE:
            return self.rows()
        self.say("Marks are for statements and figures: a shows only this row's, then 2 or 3, and t marks them all.")
        return None

    def _mark(self, word: str, marks: Iterable[str]) -> None:
        self.change(word, marks=frozenset(marks))

    def action_sort(self) -> None:
        """The next column; after the last the first again."""
        pane = self._sortable()
        if not pane:
            return
        columns = list(SORTS[pane])
        chosen = self._sort(pane)
        following = columns[(columns.index(chosen.column) + 1) % len(columns)]
        self._sort_by(pane, Sort(following))

    def action_reverse(self) -> None:
        pane = self._sortable()
        if not pane:
            return
        chosen = self._sort(pane)
        self._sort_by(pane, Sort(chosen.column, not chosen.reverse))

    def _sort(self, pane: str) -> Sort:
        return self.view.sorts.get(pane, Sort(next(iter(SORTS[pane]))))

    def _sort_by(self, pane: str, sort: Sort) -> None:
        """The order that a pane begins with is no choice to be kept."""
        rest = {name: other for name, other in self.view.sorts.items() if name != pane}
        chosen = {} if sort == Sort(next(iter(SORTS[pane]))) else {pane: sort}
        by = SORTS[pane][sort.column]
        words = by.last if sort.reverse else by.first
        self.change(f"{pane} {words}", sorts=rest | chosen)
        self.say(f"{pane.title()}: {words}")

    def _sortable(self) -> str:
        if self.view.pane in SORTS:
            return self.view.pane
        self.say("A report has no order to change; the lists have: 1 to 4.")
        return ""
