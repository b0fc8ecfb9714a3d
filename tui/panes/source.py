"""The source: the report at the record's own words, what is selected in it, headed by all that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var

from store.model import Actor
from tui.frame import Frame
from tui.gapped import GappedReport
from tui.render import names
from tui.render.source import Layout, place_in
from tui.render.text import cells_to, letter_at
from tui.report import END
from tui.spoken import spoken
from tui.view.subject import Subject

if TYPE_CHECKING:
    from tui.view.selection import Selection


class SourceText(GappedReport):
    """The report, and what is selected in it: the keys that scroll move the cursor while anything is."""

    class Selected(Message):
        """Something else is selected, or nothing any more."""

        def __init__(self, selection: Selection | None, remark: str) -> None:
            """`remark` is what is to be said of it."""
            super().__init__()
            self.selection, self.remark = selection, remark

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.selection: Selection | None = None
        self._goal: int | None = None

    def show(self, subject: Subject | None) -> None:
        """A selection outlives other records, and goes once another report is shown."""
        document = subject.document if subject is not None else None
        if self.selection is not None and document is not None and self.selection.text != document.text:
            self.select(None)
        super().show(subject)

    @property
    def selected(self) -> Selection | None:
        """The selection, where its report is shown."""
        return self.selection if self._layout is not None else None

    def begin(self) -> bool:
        """The cursor on the hit gone to, the record's first word or the first in sight; whether there is any."""
        layout = self._layout
        if layout is None:
            return False
        top = max(self._read, 0) if spoken(self) else self._top
        hit = layout.found[self._hit][0] if self._hit is not None and layout.found else None
        starts = [self.at_gap[0] if self.at_gap else None, hit, layout.first_word]
        in_sight = [at for at in starts if at is not None and top <= layout.line_of(at) < top + self._text_room]
        at = in_sight[0] if in_sight else layout.lines[min(top, len(layout.lines) - 1)][0]
        from tui.view.selection import Selection  # the browser starts without it

        self.select(Selection.begin(layout.text, at))
        return self.selection is not None

    def select(self, selection: Selection | None, *, goal: int | None = None, remark: str = "") -> None:
        """This is selected from now on; the cursor stays in sight. `goal` is the cell it came from by lines."""
        before, self.selection, self._goal = self.selection, selection, goal
        if selection is not None:
            self._keep_in_sight(selection)
        self._redraw(before, selection)
        self.post_message(self.Selected(selection, remark))

    def _keep_in_sight(self, selection: Selection) -> None:
        """With a line around it where there's room, so that one sees where it goes on."""
        if self._layout is None:
            return
        first, last = (self._layout.line_of(at) for at in (selection.point[0], selection.point[1] - 1))
        line = last if selection.forward else first
        margin = int(self._text_room > 2)
        lowest, highest = line - self._text_room + 1 + margin, line - margin
        if spoken(self):
            self._go(line)
        elif not lowest <= self._top <= highest:
            self._go(lowest if self._top < lowest else highest)

    def _redraw(self, *selections: Selection | None) -> None:
        """The lines that any of the selections touches; all where parts were kept or dropped, or none was or is."""
        one, other = selections
        if self._layout is None or one is None or other is None or one.kept != other.kept:
            self.refresh()
            return
        (a, b), (c, d) = one.span, other.span
        edges = [(min(a, c), max(a, c)), (min(b, d), max(b, d))] if max(a, c) < min(b, d) else [one.span, other.span]
        pinned = len(self._pinned) - self._top
        for start, end in edges:
            first, last = self._layout.line_of(start) + pinned, self._layout.line_of(end) + pinned
            self.refresh(Region(0, first, self.size.width, last - first + 1))

    def _painted(self, layout: Layout) -> Layout:
        if self.selection is None:
            return layout
        return layout.selecting(self.selection.span, self.selection.kept)

    def fit(self) -> None:
        super().fit()
        if self.selection is not None:
            self._keep_in_sight(self.selection)

    def next_hit(self, step: int) -> bool:
        """As ever, and takes the cursor of a selection along."""
        found = super().next_hit(step)
        if found and self.selection is not None and self._layout is not None:
            self.select(self.selection.to(self._layout.found[self._hit or 0]))
        return found

    def moved(self, lines: int) -> None:
        if self.selection is None:
            super().moved(lines)
        else:
            self._by_lines(self.selection, lines)

    def _by_lines(self, selection: Selection, lines: int) -> None:
        """The cursor to the word above or below it, past lines without any."""
        layout = self._layout
        if layout is None:
            return
        start, end = selection.point
        here = layout.line_of(start if lines < 0 else end - 1)
        goal = self._goal
        if goal is None:
            goal = cells_to(layout.text, layout.lines[layout.line_of(start)][0], start)
        line = _full(layout, min(max(here + lines, 0), len(layout.lines) - 1), -1 if lines < 0 else 1)
        if line is not None:
            at = letter_at(layout.text, layout.lines[line], goal)
            self.select(selection.at(at, layout.lines[line][1]), goal=goal)

    def action_first(self) -> None:
        if self.selection is None:
            super().action_first()
        else:
            self.select(self.selection.first())
            self._go(-END)

    def action_last(self) -> None:
        if self.selection is None:
            super().action_last()
        else:
            self.select(self.selection.last())


def _full(layout: Layout, line: int, step: int) -> int | None:
    """The line, or the next one in this direction that has a word; None where there is none."""
    while 0 <= line < len(layout.lines):
        start, end = layout.lines[line]
        if layout.text[start:end].strip():
            return line
        line += step
    return None


class SourcePane(Frame):
    """The report at the record's words. Takes a subject; knows nothing of the lists."""

    NUMBER = 5
    TITLE = "Source"

    subject: var[Subject | None] = var(None, init=False)
    zoomed: var[bool] = var(False, init=False)
    covered: var[str] = var("", init=False)
    """What share of the report some record accounts for, in words."""

    def watch_covered(self) -> None:
        self.reheaded()

    def compose(self) -> ComposeResult:
        yield SourceText(id="source-text")

    @property
    def text(self) -> SourceText:
        return self.query_one(SourceText)

    def fit(self) -> None:
        # The heading tells of facts that there is no room for.
        self.text.fitted()
        self.reheaded()

    def watch_zoomed(self, zoomed: bool) -> None:
        self.text.show_whole(zoomed)

    def on_report_laid_out(self) -> None:
        self.reheaded()

    def on_source_text_selected(self) -> None:
        self.reheaded()

    def watch_subject(self, subject: Subject | None) -> None:
        self.text.show(subject)

    def reheaded(self) -> None:
        subject = self.subject
        if subject is None:
            self.head("")
        elif subject.document is None:
            name = subject.record.name if isinstance(subject.record, Actor) else ""
            self.head(f"· {name}")
        else:
            parts = [subject.document.title, names.day(subject.document.published)]
            status = subject.document.status.upper() if subject.document.status not in ("live", "unknown") else ""
            zoom = "z" if self.has_focus_within else "5 z"
            more = f"+{self.text.left_over} facts: {zoom}" if self.text.left_over and not self.text.bare else ""
            selected = self.text.selected.place if self.text.selected else ""
            place = selected or place_in(subject.document, subject.record)
            share = self.covered
            rights = [[share, more, place], [share, selected or more or place], [selected or more or share], [more]]
            told = (" · ".join(filter(None, words)) for words in rights)
            self.head("· " + " · ".join(filter(None, [*parts, status])), *told)
