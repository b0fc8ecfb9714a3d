"""The export dialogue: format, file name, a preview, and what is left out; Enter writes."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen

from store.characters import file_name
from store.errors import SaysoError
from store.export.csv import figures_csv, statements_csv
from store.export.file import write
from store.export.json import json
from store.export.markdown import markdown
from store.export.selection import Selection
from store.export.withholding import REASONS, Reason
from store.records import Records
from tui.clean import clean
from tui.field import Field
from tui.lines import Line
from tui.render import styles
from tui.render.text import cut, lit, wrap
from tui.rows import GUTTER, Rows


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
    ]

    def __init__(self, wanted: Wanted) -> None:
        super().__init__()
        self._wanted = wanted
        self._format = 0
        self._including: frozenset[Reason] = frozenset()
        self._lines: list[str] = []

    @property
    def _chosen(self) -> Format:
        return FORMATS[self._format]

    def compose(self) -> ComposeResult:
        yield Line(id="export-title")
        yield Line(id="export-format")
        with Horizontal():
            label = Line(id="file-label")
            label.show([Segment(" File   ", styles.DIM)])
            yield label
            yield Field(self._proposed(), id="export-file")
        yield Line(id="export-with")
        yield Rows(id="export-preview")
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
        self.query_one("#export-title", Line).show([Segment(cut(title, self.app.size.width), styles.HEADING_FOCUSED)])
        self.query_one("#export-format", Line).show([Segment(" Format ", styles.DIM), *self._formats()])
        chosen = self._wanted.selection(self._including)
        left_out = ", ".join(f"{count} {reason}" for reason, count in chosen.left_out.items())
        words = f"left out: {left_out} · ^T takes them in, marked" if left_out else "nothing left out"
        words = "drafted, rejected and confidential too, marked · ^T leaves them out" if self._including else words
        self.query_one("#export-with", Line).show([Segment(" With   ", styles.DIM), Segment(words)])
        self._preview()
        self._say("Enter writes the file · Tab format · PgDn PgUp preview · Esc cancels")

    def _formats(self) -> list[Segment]:
        return [
            Segment(f" {form.name} ", styles.HIT if number == self._format else styles.PLAIN)
            for number, form in enumerate(FORMATS)
        ]

    def _preview(self) -> None:
        text = self._chosen.write(self._wanted.selection(self._including, PREVIEWED))
        width = max(self.app.size.width - GUTTER, 1)
        self._lines = [text[start:end] for start, end in wrap(text.rstrip("\n"), width)]
        if len(self._wanted.ids) > PREVIEWED:
            self._lines.append(f"… the file holds all {len(self._wanted.ids):,}")
        numbers = [str(n) for n in range(len(self._lines))]
        rows = self.query_one(Rows)
        rows.show(numbers, self._draw, marks=frozenset(), cursor_id="", empty="")

    def _draw(self, row_id: str, width: int) -> list[Segment]:
        return lit(cut(self._lines[int(row_id)], width), ())

    def _say(self, text: str, *, wrong: bool = False) -> None:
        look = styles.ERROR if wrong else styles.DIM
        lines = wrap(text, max(self.app.size.width - 2, 1))
        self.query_one("#export-said", Line).show(*([Segment(f" {clean(text[a:b])}", look)] for a, b in lines))

    def action_format(self, step: int) -> None:
        """The next format; the file's name follows as long as it is the one proposed."""
        field = self.query_one(Field)
        proposed = field.value == self._proposed()
        self._format = (self._format + step) % len(FORMATS)
        if proposed:
            field.value = self._proposed()
        self._tell()

    def action_withheld(self) -> None:
        self._including = frozenset() if self._including else WITHHELD
        self._tell()

    def action_preview(self, move: str) -> None:
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
