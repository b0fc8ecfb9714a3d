"""The board of panes and the state behind it: archive, view, what is shown, and how the screen is laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from textual.app import ComposeResult
from textual.events import DescendantFocus, Resize
from textual.geometry import Size
from textual.reactive import var
from textual.timer import Timer

from store.archive import Archive
from store.errors import SaysoError
from store.index import OWN_VOICE
from store.model import Record
from tui.config import Launch
from tui.frame import Column, Frame, ListPane
from tui.lined import unscrolled
from tui.panes.actors import ActorsPane
from tui.panes.bar import Bar
from tui.panes.documents import DocumentsPane
from tui.panes.figures import FiguresPane
from tui.panes.source import SourcePane
from tui.panes.statements import StatementsPane
from tui.panes.titles import Titles
from tui.rows import Rows
from tui.screens.layouts import lay_out
from tui.screens.telling import INDEXING, Telling
from tui.spoken import spoken
from tui.view.shown import show
from tui.view.step import Step
from tui.view.subject import Subject
from tui.view.trail import Trail
from tui.view.view import PANES, Cursors, Place, View

WIDE = 100
"""Columns from which all panes are on the screen."""
STRIP_ROWS = 20
"""Rows from which a narrow screen has a strip of the source."""
STRIP = 6
"""Rows of that strip, at least."""
BARS = 3
"""Rows of a narrow screen that are neither list nor strip: titles, status, keys."""
SOURCE_DELAY = 0.06
"""Seconds without a key after which the source pane follows the cursor."""


class Board(Telling, inherit_css=False):
    """The state and the panes. `change` is the one way to another view, and remembers the old one for undo."""

    DEFAULT_CSS = """
    Board { layout: horizontal; }
    Board Titles { display: none; dock: top; }
    Board #left { width: 4fr; min-width: 28; max-width: 44; }
    Board #left > Frame { margin: 0 1 0 0; }
    Board #right { width: 12fr; }
    Board #actors { height: 3fr; }
    Board #documents { height: 2fr; }
    Board #statements { height: 5fr; }
    Board #figures { height: 3fr; }
    Board #source { height: 5fr; }
    """

    AUTO_FOCUS = ""
    BLANK = True
    virtual_size = unscrolled()

    subject: var[Subject | None] = var(None, init=False)
    zoomed: var[bool] = var(False, init=False)

    def __init__(self, launch: Launch, view: View, places: list[Place]) -> None:
        super().__init__(launch, view)
        self.cursors = dict(view.cursors)
        self.steps: Trail[Step] = Trail()
        self.places: Trail[Place] = Trail(places)
        self.searched = ""
        self._following: Timer | None = None
        self.add_class(f"-at-{view.pane}")

    def compose(self) -> ComposeResult:
        # Before there is anything to be styled once more.
        self._fit(self.app.size)
        lay_out(self, "-zoomed", wanted=self.view.zoomed)
        yield Titles(id="titles")
        with Column(id="left"):
            yield ActorsPane(id="actors").data_bind(Board.shown)
            yield DocumentsPane(id="documents").data_bind(Board.shown)
        with Column(id="right"):
            yield StatementsPane(id="statements").data_bind(Board.shown)
            yield FiguresPane(id="figures").data_bind(Board.shown)
            yield SourcePane(id="source").data_bind(Board.subject, Board.zoomed)
        yield Bar(id="bar")

    def on_mount(self) -> None:
        self.focus_pane(self.view.pane)

    def pane(self, name: str) -> Frame:
        return self.query_one(f"#{name}", Frame)

    def rows(self, name: str | None = None) -> Rows:
        """The rows of a list pane; those of the statements where the source is meant."""
        name = name or self.view.pane
        return self.query_one(f"#{name if name != 'source' else 'statements'}", ListPane).rows

    def begin(self, archive: Archive) -> None:
        """Shows an archive that has been read, at the view that was kept; a filter that no longer fits is told."""
        self.archive = archive
        dropped = ""
        try:
            self.show_view(self.view)
        except SaysoError as error:
            self.show_view(msgspec.structs.replace(self.view, filter=""))
            dropped = f"The filter kept from last time was dropped. {error}"
        self._said = False
        self.told()
        if dropped:
            self.say(dropped, wrong=True)
        if record := self.record_of(self.view.record):
            self.show_record(record)
        else:
            self.follow_now()

    def show_view(self, view: View) -> None:
        """The screen shows this view from now on. Raises FilterError, and then shows what it showed."""
        if self.archive is not None:
            kept = self.shown.otherwise_the_same(view) if self.shown else None
            self.shown = kept or show(self.archive, view)
            if self.shown is None:
                self._wait()
        self.view = view
        self.zoomed = view.zoomed
        lay_out(self, "-zoomed", wanted=view.zoomed)
        if self.view.pane != view.pane or self.focused is None:
            self.focus_pane(view.pane)
        self.fit_strip()
        self.told()

    def _wait(self) -> None:
        """No pane shows anything until the filter can be answered: what they showed before isn't what it finds."""
        for pane in self.query(ListPane):
            pane.rows.show((), pane.draw, marks=frozenset(), cursor_id="", empty=INDEXING)
            pane.head("", "")

    def change(self, word: str, **fields: Any) -> None:
        """Another view, with a word for what undo takes back. Raises FilterError."""
        old = msgspec.structs.replace(self.view, cursors=self.cursors_now())
        self.show_view(msgspec.structs.replace(old, **fields))
        self.steps.step(Step(word, old))
        if old.filter != self.view.filter or old.light != self.view.light:
            self.places.step(old.place)
        self.follow()

    def fit_strip(self) -> None:
        """On a narrow screen the strip of the source takes the lines that a short list leaves empty."""
        styles = self.pane("source").styles
        if not self.has_class("-narrow") or self.view.zoomed or self.view.pane not in ("statements", "figures"):
            styles.clear_rule("height")
            return
        free = self.size.height - BARS
        styles.height = max(STRIP, min(free - len(self.rows().ids), free * 2 // 3))

    def here(self) -> View:
        """The view with the cursors as they stand."""
        record = self.subject.record.id if self.subject else ""
        return msgspec.structs.replace(self.view, cursors=self.cursors_now(), record=record)

    def cursors_now(self) -> Cursors:
        """The row under each cursor, also where it has not moved yet; of a pane without rows the one it had."""
        rows = {pane.TABLE: pane.rows.row_id for pane in self.query(ListPane)} if self.archive else {}
        return {**self.cursors, **{name: row_id for name, row_id in rows.items() if row_id}}

    def focus_pane(self, name: str) -> None:
        """The keys go to this pane; on a narrow screen it takes the body. The source is that of the row one left."""
        if name == "source" != self.view.pane:
            self.follow_now()
        self.view = msgspec.structs.replace(self.view, pane=name)
        for pane in PANES:
            self.set_class(pane == name, f"-at-{pane}")
        target = self.query_one("#source-text") if name == "source" else self.rows(name)
        self.set_focus(target, scroll_visible=False)
        self.fit_strip()
        self.told()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """A pane got the focus otherwise than by its key; an event that comes late counts no more."""
        if event.widget is not self.focused:
            return
        for pane in PANES:
            if self.pane(pane) in event.widget.ancestors and self.view.pane != pane:
                self.focus_pane(pane)
        self.follow()

    def on_resize(self, event: Resize) -> None:
        self._fit(event.size)
        self.fit_strip()
        self.told(keeping=True)

    def _fit(self, size: Size) -> None:
        """Whether all panes have room. Who listens has one pane at a time."""
        lay_out(self, "-narrow", wanted=size.width < WIDE or spoken(self))
        self.set_class(size.height < STRIP_ROWS or spoken(self), "-short")

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        name = event.rows.id.removesuffix("-rows") if event.rows.id else ""
        self.cursors[name] = event.row_id
        self.unsaid()
        self.follow()

    def follow(self) -> None:
        """The source follows the cursor once no key came for a moment."""
        if self._following is not None:
            self._following.stop()
        self._following = self.set_timer(SOURCE_DELAY, self.follow_now)

    def follow_now(self) -> None:
        """In the source pane its record as it stands now, or its report where it is gone; elsewhere that of the row."""
        subject = self.subject if self.view.pane == "source" else None
        report = subject.document.id if subject is not None and subject.document is not None else ""
        here = self.record_of(subject.record.id) or self.record_of(report) if subject is not None else None
        if record := here or self.record_of(self.rows().row_id):
            self.show_record(record)
        elif self.view.pane != "source":
            self.subject = None

    def record_of(self, row_id: str) -> Record | None:
        """The record of a row; None for the own voice, and for an id that is gone."""
        if self.archive is None or not row_id or row_id == OWN_VOICE:
            return None
        tables = ("statements", "figures", "actors", "documents")
        return next((t[row_id] for t in map(self.archive.records.table, tables) if row_id in t), None)

    def record_here(self) -> Record | None:
        """The record that the keys mean: in the source pane what it shows, else that of the row under the cursor."""
        if self.view.pane == "source":
            return self.subject.record if self.subject else None
        return self.record_of(self.rows().row_id)

    def show_record(self, record: Record) -> None:
        words = (self.searched,) if self.searched else (self.shown.words if self.shown else ())
        if self.archive is not None:
            subject = Subject.of(self.archive.records, record, words)
            if self.subject is None or subject != self.subject:
                self.subject = subject


if TYPE_CHECKING:
    BoardPart = Board
else:

    class BoardPart:
        """What has some keys of the board, to be mixed in before it.

        No screen of its own when it runs: Textual looks each of those through, which were a fiftieth of the start. So
        its handlers go by their names; Textual doesn't see `@on` in it.
        """
