"""The source: the report itself with the record's own words lit, headed by all that is known of the record."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment
from textual.app import ComposeResult
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from store.model import Actor, Document, Figure, Record, Statement
from store.records import Records
from tui.frame import Frame
from tui.render import names
from tui.render.source import Layout, Lines, head, layout, place_in, whole_facts
from tui.rows import movement

END = 1 << 30
"""A line beyond any text."""


@dataclass(frozen=True)
class Subject:
    """What the pane is about: a record and the document it stands in (an actor stands in none)."""

    records: Records
    record: Record
    document: Document | None
    words: tuple[str, ...] = ()

    @classmethod
    def of(cls, records: Records, record: Record, words: tuple[str, ...]) -> Subject:
        document = record if isinstance(record, Document) else None
        if isinstance(record, Statement | Figure):
            document = records.documents.get(record.document)
        return cls(records, record, document, words)


class SourceText(ScrollView, can_focus=True):
    """Head and text. The head stays in sight; the text scrolls below it to the record's words."""

    DEFAULT_CSS = """
    SourceText { width: 1fr; height: 1fr; overflow: hidden hidden; scrollbar-size: 0 0; }
    """
    BINDINGS = movement()

    class LaidOut(Message):
        """Head and text have other lines, for the record or the size changed."""

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

    def show(self, subject: Subject | None) -> None:
        """Another record, or the same with other words lit; the same record stays where it was scrolled to."""
        before, self._subject = self._subject, subject
        same = subject is not None and before is not None and subject.record.id == before.record.id
        if not same or before is None or subject is None or subject.words != before.words:
            self._hit = None
        self._lay_out()
        if not same:
            self._moved_to = None
            self._to_anchor()
        self.refresh()

    def _lay_out(self) -> None:
        subject, width = self._subject, max(self.size.width - 1, 1)
        self._layout, self._head = None, []
        if subject is not None:
            self._head = head(subject.records, subject.record, width, subject.words)
            if subject.document is not None:
                self._layout = layout(subject.document, subject.record, width, subject.words)
        self._pinned, self.left_over = whole_facts(self._head, self._head_room)
        lines = len(self._layout.lines) if self._layout else 0
        self.set_reactive(SourceText.virtual_size, Size(self.size.width, lines + len(self._pinned)))
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
            self._lay_out()
            self._to_anchor()
            self.refresh()

    def _to_anchor(self) -> None:
        if self._layout is not None:
            first = self._layout.first
            self._to_line(max(first - 1, 0) if self._text_room > 2 else first)

    def _to_line(self, line: int) -> None:
        lines = len(self._layout.lines) if self._layout else 0
        self.scroll_to(y=max(min(line, lines - self._text_room), 0), animate=False, force=True)

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

    def on_resize(self) -> None:
        """Stays where one reads; as long as nobody scrolled that is at the record's words."""
        before = self._layout
        reading = before.lines[self._top][0] if before and self._top < len(before.lines) else 0
        self._lay_out()
        if self._moved_to is None or self._layout is None:
            self._to_anchor()
        elif self._moved_to == END:
            self._to_line(END)
        else:
            self._to_line(self._layout.line_of(reading))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        return Strip(self._line(y)).adjust_cell_length(self.size.width)

    def _line(self, y: int) -> list[Segment]:
        if y < len(self._pinned):
            return [Segment(" "), *self._pinned[y]]
        line = y - len(self._pinned) + self._top
        if self._layout is None or line >= len(self._layout.lines):
            return []
        return self._layout.draw(line)

    def action_down(self) -> None:
        self._moved(1)

    def action_up(self) -> None:
        self._moved(-1)

    def action_page_down(self) -> None:
        self._moved(max(self._text_room - 1, 1))

    def action_page_up(self) -> None:
        self._moved(-max(self._text_room - 1, 1))

    def action_half_down(self) -> None:
        self._moved(max(self.size.height // 2, 1))

    def action_half_up(self) -> None:
        self._moved(-max(self.size.height // 2, 1))

    def action_first(self) -> None:
        self._go(0)

    def action_last(self) -> None:
        self._go(END)

    def _moved(self, lines: int) -> None:
        self._go(self._top + lines)

    def _go(self, line: int) -> None:
        """Where the user wants to be, and stays until another record is shown."""
        self._moved_to = line
        self._to_line(line)


class SourcePane(Frame):
    """The report at the record's words. Takes a subject; knows nothing of the lists."""

    NUMBER = 5
    TITLE = "Source"

    subject: var[Subject | None] = var(None, init=False)
    zoomed: var[bool] = var(False, init=False)

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield SourceText(id="source-text")

    @property
    def text(self) -> SourceText:
        return self.query_one(SourceText)

    def watch_zoomed(self, zoomed: bool) -> None:
        self.text.show_whole(zoomed)

    def on_source_text_laid_out(self) -> None:
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
            more = f"+{self.text.left_over} facts: {zoom}" if self.text.left_over else ""
            right = " · ".join(filter(None, [more, place_in(subject.document, subject.record)]))
            self.head("· " + " · ".join(filter(None, [*parts, status])), right, more)
