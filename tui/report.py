"""A report to read: all that is known of a record over the text, with the record's own words lit."""

from __future__ import annotations

from textual.geometry import Offset, Size
from textual.message import Message
from textual.strip import Strip

from store.archive import KIND_TABLES
from tui.clean import clean
from tui.ink import Ink, Row
from tui.render.source import BAR, Layout, Lines, head, layout, whole_facts
from tui.render.spoken import HERE
from tui.rows import movement
from tui.spoken import spoken
from tui.view.subject import Subject
from tui.wheel import Wheeled

END = 1 << 30
"""A line beyond any text."""


class Report(Wheeled, can_focus=True):
    """Head and text. The head stays in sight; the text scrolls below it to the record's words."""

    DEFAULT_CSS = """
    Report { width: 1fr; height: 1fr; overflow: hidden hidden; scrollbar-size: 0 0; }
    """
    BINDINGS = movement()

    class LaidOut(Message):
        """Head and text have other lines, for the record or the size changed."""

    class Moved(Message):
        """The user went to another line, by a key that moves."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._subject: Subject | None = None
        self._layout: Layout | None = None
        self._head: list[Lines] = []
        self._pinned: Lines = []
        self.left_over = 0
        self._whole = False
        self._hit: int | None = None
        self._moved_to: int | None = None
        self._read = 0

    def show(self, subject: Subject | None) -> None:
        """Another record, or the same with other words lit; the same record stays where it was scrolled to.

        So does the report of a record that is gone.
        """
        before, self._subject = self._subject, subject
        same = subject is not None and before is not None and _stays(before, subject)
        if not same or before is None or subject is None or subject.words != before.words:
            self._hit = None
        self._lay_out()
        if not same:
            self._moved_to = None
            self._to_anchor()
        self.refresh()

    def _lay_out(self) -> None:
        # While it isn't shown it has no width; where it comes to be shown then, the screen is its own.
        subject, width = self._subject, max((self.size.width or self.screen.size.width) - 1, 1)
        self._layout, self._head = None, []
        if subject is not None:
            self._head = head(subject.records, subject.record, width, subject.words)
            if subject.document is not None:
                sign = HERE if spoken(self) else BAR
                self._layout = layout(subject.document, subject.record, width, subject.words, sign)
        self._pinned, self.left_over = whole_facts(self._head, self._head_room)
        lines = len(self._layout.lines) if self._layout else 0
        self.set_reactive(Report.virtual_size, Size(self.size.width, lines + len(self._pinned)))
        self.post_message(self.LaidOut())

    @property
    def _head_room(self) -> int:
        """Lines that the head may take: all where there is no text, and but three of a zoomed pane; else two fifths."""
        height = self.size.height
        if self._layout is None:
            return height
        return max(height - 3, 1) if self._whole else max(height * 2 // 5, 1)

    def show_whole(self, whole: bool) -> None:
        """Whether the head may push the text aside."""
        if whole != self._whole:
            self._whole = whole
            # Hidden, it is laid out once it is shown.
            if self.size:
                self._lay_out()
                self._to_anchor()
                self.refresh()

    def _to_anchor(self) -> None:
        if self._layout is not None:
            first = self._layout.first
            self._to_line(max(first - 1, 0) if self._text_room > 2 and not spoken(self) else first)

    def _to_line(self, line: int) -> None:
        lines = len(self._layout.lines) if self._layout else 0
        if spoken(self):
            # A line that is listened to moves through head and text, and the text scrolls only to keep it in sight.
            self._read = max(min(line, lines - 1), -len(self._pinned))
            line = min(max(self._top, self._read - self._text_room + 1), max(self._read, 0))
        self.stand_at(max(min(line, lines - self._text_room), 0))

    @property
    def spot(self) -> Offset:
        """The first cell of the line that is listened to, on the screen."""
        line = self._read - self._top if self._read >= 0 else self._read
        return self.region.offset + Offset(0, len(self._pinned) + line)

    @property
    def _text_room(self) -> int:
        """Lines of the pane that are left to the text."""
        return max(self.size.height - len(self._pinned), 1)

    @property
    def _top(self) -> int:
        return round(self.scroll_y)

    def next_hit(self, step: int) -> bool:
        """Scrolls to the next hit of the words (step 1) or the one before (-1), round the ends; whether there is one.

        The first time it is the first hit from the top line on.
        """
        if self._layout is None or not self._layout.found:
            return False
        found = self._layout.found
        if self._hit is None:
            below = [number for number, (start, _) in enumerate(found) if self._layout.line_of(start) >= self._top]
            self._hit = below[0] if below else 0
        else:
            self._hit = (self._hit + step) % len(found)
        self._go(self._layout.line_of(found[self._hit][0]))
        return True

    @property
    def found_words(self) -> str:
        """How many hits there are and which one is at the top, in words."""
        words = " ".join(self._subject.words) if self._subject else ""
        found = len(self._layout.found) if self._layout else 0
        if not words:
            return "Nothing is searched for in this text. / searches it."
        if not found:
            return f"{words} is not in this text."
        return f"Hit {self._hit + 1} of {found}" if self._hit is not None else f"{found} hits: Enter goes to the first"

    def fit(self) -> None:
        """Stays where one reads; as long as nobody scrolled that is at the record's words."""
        before = self._layout
        at = max(self._read, 0) if spoken(self) else self._top
        reading = before.lines[at][0] if before and at < len(before.lines) else 0
        self._lay_out()
        if self._moved_to is None or self._layout is None:
            self._to_anchor()
        elif self._moved_to == END:
            self._to_line(END)
        else:
            self._to_line(self._layout.line_of(reading))

    def render_line(self, y: int) -> Strip:
        return Strip(self._line(y)).adjust_cell_length(self.size.width)

    def _line(self, y: int) -> Row:
        if y < len(self._pinned):
            return [Ink(clean(" ")), *self._pinned[y]]
        line = y - len(self._pinned) + self._top
        if self._layout is None or line >= len(self._layout.lines):
            return []
        return self._painted(self._layout).draw(line)

    def _painted(self, layout: Layout) -> Layout:
        """The layout with what is lit in it now."""
        return layout

    def action_down(self) -> None:
        self.moved(1)

    def action_up(self) -> None:
        self.moved(-1)

    def action_page_down(self) -> None:
        self.moved(max(self._text_room - 1, 1))

    def action_page_up(self) -> None:
        self.moved(-max(self._text_room - 1, 1))

    def action_half_down(self) -> None:
        self.moved(max(self.size.height // 2, 1))

    def action_half_up(self) -> None:
        self.moved(-max(self.size.height // 2, 1))

    def action_first(self) -> None:
        self._go(-END)
        self.post_message(self.Moved())

    def action_last(self) -> None:
        self._go(END)
        self.post_message(self.Moved())

    def moved(self, lines: int) -> None:
        self.post_message(self.Moved())
        self._go((self._read if spoken(self) else self._top) + lines)

    def _go(self, line: int) -> None:
        """Where the user wants to be, and stays until another record is shown."""
        self._moved_to = line
        self._to_line(line)
        self.refresh()


def _stays(before: Subject, now: Subject) -> bool:
    """Whether the same record is shown, or the report alone for a record that is gone."""
    gone = before.record.id not in now.records.table(KIND_TABLES[type(before.record)])
    return now.record.id == (before.record.id if not gone or before.document is None else before.document.id)
