"""The export dialogue: format, file name, a preview, and what is left out; Enter writes."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Offset
from textual.screen import Screen
from textual.widgets import Input

from store.characters import file_name
from store.errors import SaysoError
from store.export.csv import figures_csv, statements_csv
from store.export.file import write
from store.export.json import json
from store.export.markdown import markdown
from store.export.selection import Selection
from store.export.withholding import REASONS, Reason
from store.records import Records
from store.references import anchors
from tui.clean import clean
from tui.field import Field
from tui.ink import Ink
from tui.lines import Line
from tui.render import styles
from tui.render.text import cut, lit, wrap
from tui.rows import GUTTER, Rows
from tui.spoken import spoken


class Format(NamedTuple):
    """How records are written, the end of the file's name, and which tables it holds."""

    name: str
    suffix: str
    write: Callable[[Selection], str]
    tables: tuple[str, ...] = ("statements", "figures")


FORMATS = (
    Format("Markdown", ".md", markdown),
    Format("CSV of statements", "-statements.csv", statements_csv, ("statements",)),
    Format("CSV of figures", "-figures.csv", figures_csv, ("figures",)),
    Format("JSON", ".json", json),
)
PREVIEWED = 40
"""Records in the preview; the file holds all."""
PREVIEWED_CHARACTERS = 100_000
"""Of them."""
SAID_LINES = 4
"""At most, of what is said below the preview."""
WITHHELD = frozenset(REASONS)


@dataclass(frozen=True)
class Wanted:
    """What is to be exported: ids of statements and figures, `of` says which ("2 marked"), `filter` names the file."""

    records: Records
    ids: tuple[str, ...]
    of: str
    filter: str
    made: date

    def selection(self, including: frozenset[Reason], most: int | None = None) -> Selection:
        return Selection.of(self.records, self.ids[:most], self.made, including)

    @property
    def previewed(self) -> int:
        """How many records are previewed; of very long ones fewer."""
        claimed = (self.records.statements.get(found) or self.records.figures[found] for found in self.ids[:PREVIEWED])
        sizes = accumulate(sum(len(anchor.exact) for _, anchor in anchors(record)) for record in claimed)
        return 1 + sum(size < PREVIEWED_CHARACTERS for size in sizes)


class ExportScreen(Screen[str | None]):
    """Ends with a sentence that says what was written, or None."""

    DEFAULT_CSS = """
    ExportScreen Horizontal { height: 1; }
    ExportScreen #file-label { width: 8; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, priority=True),
        Binding("ctrl+c", "dismiss(None)", show=False, priority=True),
        Binding("tab", "format(1)", show=False, priority=True),
        Binding("shift+tab", "format(-1)", show=False, priority=True),
        Binding("ctrl+t", "withheld", show=False, priority=True),
        Binding("ctrl+o", "overwrite", show=False, priority=True),
        Binding("pagedown,down", "preview('page_down')", show=False, priority=True),
        Binding("pageup,up", "preview('page_up')", show=False, priority=True),
        Binding("ctrl+l", "app.redraw", show=False, priority=True),
    ]

    def __init__(self, wanted: Wanted) -> None:
        super().__init__()
        self._wanted = wanted
        self._format = 0
        self._including: frozenset[Reason] = frozenset()
        self._lines: list[str] = []
        self._heard = ""

    @property
    def spot(self) -> Offset | None:
        """For who listens what the last key changed; None while the file's name is typed."""
        widget = self.query_one(self._heard) if self._heard else None
        return widget.spot if isinstance(widget, Rows) else widget.region.offset if widget else None

    @property
    def _chosen(self) -> Format:
        return FORMATS[self._format]

    def compose(self) -> ComposeResult:
        yield Line(id="export-title")
        yield Line(id="export-format")
        with Horizontal():
            label = Line(id="file-label")
            label.show([Ink(clean(" File   "), styles.DIM)])
            yield label
            yield Field(self._proposed(), id="export-file")
        yield Line(id="export-with")
        preview = Rows(id="export-preview")
        # A click goes to a line; what is typed stays with the field.
        preview.can_focus = False
        yield preview
        yield Line(id="export-said")

    def on_mount(self) -> None:
        self._tell()

    def _proposed(self) -> str:
        """A name from the filter and the date that no file has yet."""
        count = len(self._wanted.ids)
        title = f"sayso {count} record{'s' if count > 1 else ''} {self._wanted.made}"
        if self._wanted.records.demonstration:
            title = f"demonstration {title}"
        suffix = self._chosen.suffix
        names = [file_name(title, suffix), *(file_name(f"{title} {n}", suffix) for n in range(2, 1000))]
        return next((name for name in names if not Path(name).exists()), names[0])

    def _tell(self) -> None:
        """Everything on the screen says what is now."""
        title = f" Export · {self._wanted.of}"
        self.query_one("#export-title", Line).show([Ink(cut(title, self.app.size.width), styles.HEADING_FOCUSED)])
        self.query_one("#export-format", Line).show([Ink(clean(" Format "), styles.DIM), *self._formats()])
        chosen = self._wanted.selection(self._including)
        left_out = ", ".join(f"{count} {reason}" for reason, count in chosen.left_out.items())
        words = f"left out: {left_out} · ^T takes them in, marked" if left_out else "nothing left out"
        words = "drafted, rejected and confidential too, marked · ^T leaves them out" if self._including else words
        self.query_one("#export-with", Line).show([Ink(clean(" With   "), styles.DIM), Ink(clean(words))])
        self._preview()
        self._say("Enter writes the file · Tab format · PgDn PgUp preview · Esc cancels")

    def _formats(self) -> list[Ink]:
        if spoken(self):
            return [Ink(clean(f"{self._chosen.name}, {self._format + 1} of {len(FORMATS)}"))]
        return [
            Ink(clean(f" {form.name} "), styles.HIT if number == self._format else styles.PLAIN)
            for number, form in enumerate(FORMATS)
        ]

    def _preview(self) -> None:
        text = self._chosen.write(self._wanted.selection(self._including, self._wanted.previewed))
        width = max(self.app.size.width - GUTTER, 1)
        shown = text[:PREVIEWED_CHARACTERS].rstrip("\n")
        self._lines = [shown[start:end] for start, end in wrap(shown, width)]
        if len(self._wanted.ids) > self._wanted.previewed or len(text) > PREVIEWED_CHARACTERS:
            self._lines.append(f"… the file holds all {len(self._wanted.ids):,}")
        numbers = [str(n) for n in range(len(self._lines))]
        rows = self.query_one(Rows)
        rows.show(numbers, self._draw, marks=frozenset(), cursor_id="", empty="")

    def _draw(self, row_id: str, width: int) -> list[Ink]:
        return lit(cut(self._lines[int(row_id)], width), ())

    def _say(self, text: str, *, wrong: bool = False) -> None:
        look = styles.ERROR if wrong else styles.DIM
        self._heard = "#export-said" if wrong else self._heard
        lines = wrap(text, max(self.app.size.width - 2, 1))
        self.query_one("#export-said", Line).show(*([Ink(clean(f" {text[a:b]}"), look)] for a, b in lines[:SAID_LINES]))

    def action_format(self, step: int) -> None:
        """The next format; the file's name follows as long as it is the one proposed."""
        field = self.query_one(Field)
        proposed = field.value == self._proposed()
        self._format = (self._format + step) % len(FORMATS)
        if proposed:
            with self.prevent(Input.Changed):
                field.value = self._proposed()
        self._heard = "#export-format"
        self._tell()

    def on_input_changed(self) -> None:
        self._heard = ""

    def action_withheld(self) -> None:
        self._including = frozenset() if self._including else WITHHELD
        self._heard = "#export-with"
        self._tell()

    def action_preview(self, move: str) -> None:
        self._heard = "#export-preview"
        getattr(self.query_one(Rows), f"action_{move}")()

    def on_input_submitted(self) -> None:
        self._write(force=False)

    def action_overwrite(self) -> None:
        self._write(force=True)

    def _write(self, *, force: bool) -> None:
        name = self.query_one(Field).value.strip()
        selection = self._wanted.selection(self._including)
        kept = sum(len(getattr(selection, f"kept_{table}")) for table in self._chosen.tables)
        if not kept:
            self._say(f"There is no record to write as {self._chosen.name}. Tab changes the format.", wrong=True)
            return
        path = Path(os.path.expanduser(name))
        try:
            file = write(path, self._chosen.write(selection), force=force)
        except SaysoError as error:
            advice = "^O overwrites it; or give another name." if os.path.isfile(path) else "Give another name."
            self._say(f"{error} {advice}", wrong=True)
            return
        self.dismiss(f"{kept:,} record{'s' if kept > 1 else ''} written to {file}")
