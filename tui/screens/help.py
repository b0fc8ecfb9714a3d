"""Help and palette in one: every key and every sign, filtered as you type; Enter does what the row says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.screen import Screen
from textual.widgets import Input

from store import query
from store.folding import fold
from store.query import FIELDS
from tui.clean import clean
from tui.field import Field
from tui.ink import Ink, Row
from tui.keys import FORM, Key
from tui.lines import Line
from tui.render import styles
from tui.render.names import LEGEND
from tui.render.text import column, cut, lit, wrap
from tui.rows import Rows


class Entry(NamedTuple):
    """A row of the help: what to press or what is seen, what it does or means, where; `key` is None for signs."""

    left: str
    right: str
    scope: str
    key: Key | None = None


GRAMMAR = (
    ("army", "a word, or a part of one; case and accents don't matter"),
    ('"the army"', "a phrase"),
    ("a b", "both"),
    ("a OR b", "either; AND binds tighter"),
    ("-a", "all but"),
    ("(a OR b) c", "brackets group"),
    ("actor:Jan", "a name or an alias has a word that begins so"),
    ('actor:"Jan Egeland"', "the whole name"),
    ("place:none", "what has nothing there; so with every field"),
    ("value:>500", "strictly more, < less; so with dates: said:>2016-12"),
    ("said:2016-12..2017", "from, to, both included; open at an end: 2016-12.."),
)
"""The filter's forms and what they mean."""

DIALOGUE = (
    ("Enter", "writes the file"),
    ("Tab S-Tab", "the next, the previous format"),
    ("PgDn PgUp", "through the preview"),
    ("^T", "takes in what is drafted, rejected or confidential, marked so; again leaves it out"),
    ("^O", "writes over a file that is there already"),
)
"""The keys of the export dialogue."""
MAKING = (
    ("Enter", "takes the name on offer; where there is none, makes the record"),
    ("Tab S-Tab", "the next line, the line before"),
    ("↓ ↑", "through the names on offer, the last of them a new actor's; else through the lines"),
    ("← → letters", "another word of a closed list"),
)
"""The keys of the dialogue that makes a record."""


READING = (("Esc q", "closes the log; in the help Esc"), ("↓ ↑ PgDn PgUp", "through the rows, of the help too"))
"""The keys of the log and of the help."""


def _field(field: query.Field) -> Entry:
    values = f": {', '.join(field.values)}" if field.values else ""
    return Entry(f"{field.name}:", field.description + values, f"field, as in {field.example}")


class HelpScreen(Screen[str | None]):
    """Ends with the id of the key whose row was entered, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, priority=True),
        Binding("ctrl+c", "dismiss(None)", show=False, priority=True),
        Binding("down", "rows('down')", show=False, priority=True),
        Binding("up", "rows('up')", show=False, priority=True),
        Binding("pagedown", "rows('page_down')", show=False, priority=True),
        Binding("pageup", "rows('page_up')", show=False, priority=True),
        Binding("ctrl+l", "app.redraw", show=False, priority=True),
    ]

    def __init__(
        self, keys: Sequence[Key], *, palette: bool, legend: Sequence[tuple[str, str]] = LEGEND,
        form: Sequence[Key] = FORM,
    ) -> None:  # fmt: skip
        super().__init__()
        # What is done comes before where one goes: nobody looks up in a palette how to step down.
        ordered = sorted(keys, key=lambda key: key.id.startswith("rows.")) if palette else keys
        self._entries = [Entry(key.shown, key.does, key.scope, key) for key in ordered]
        if not palette:
            self._entries += [Entry(sign, meaning, "sign") for sign, meaning in legend]
            self._entries += [Entry(text, meaning, "filter") for text, meaning in GRAMMAR]
            self._entries += [_field(field) for field in FIELDS.values()]
            self._entries += [Entry(key, does, "export; fixed") for key, does in DIALOGUE]
            self._entries += [Entry(key.shown, key.does, key.scope) for key in form]
            self._entries += [Entry(key, does, "making a record; fixed") for key, does in MAKING]
            self._entries += [Entry(key, does, "log, help; fixed") for key, does in READING]
        self._palette = palette
        self._moved = False

    def compose(self) -> ComposeResult:
        yield Line(id="help-title")
        yield Field(placeholder="type to filter", id="help-filter")
        rows = Rows(id="help-rows")
        # A click goes to a row; what is typed stays with the field.
        rows.can_focus = False
        yield rows
        yield Line(id="help-whole")

    def on_mount(self) -> None:
        title = " Commands " if self._palette else " Help "
        rest = " Enter does it · arrows move · Esc closes"
        self.query_one("#help-title", Line).show(
            [Ink(clean(title), styles.HEADING_FOCUSED), Ink(clean(rest), styles.DIM)]
        )
        self._show("")

    @property
    def spot(self) -> Offset | None:
        """The whole of the row that was gone to, for who listens; None while a word is typed."""
        return self.query_one("#help-whole").region.offset if self._moved else None

    def on_input_changed(self, event: Input.Changed) -> None:
        self._moved = False
        self._show(event.value)

    def _show(self, text: str) -> None:
        wanted = fold(text).split()
        found = [
            str(index)
            for index, entry in enumerate(self._entries)
            if all(word in fold(" ".join(entry[:3])) for word in wanted)
        ]
        empty = "Nothing in the help has these words. Backspace takes some away."
        self.query_one(Rows).show(
            found, lambda row, width: self._draw(row, width, wanted), marks=frozenset(), cursor_id="", empty=empty
        )
        self._tell()

    def on_rows_highlighted(self) -> None:
        self._tell()

    def on_resize(self) -> None:
        self._tell()

    def _tell(self) -> None:
        """The whole of the row under the cursor, which may be longer than the line."""
        row_id = self.query_one(Rows).row_id
        entry = self._entries[int(row_id)] if row_id else Entry("", "", "")
        text = f"{entry.left}  {entry.right} ({entry.scope})" if row_id else ""
        lines = wrap(text, max(self.app.size.width - 2, 1))
        self.query_one("#help-whole", Line).show(*([Ink(clean(f" {text[a:b]}"), styles.BOLD)] for a, b in lines))

    def _draw(self, row_id: str, width: int, words: Sequence[str]) -> Row:
        entry = self._entries[int(row_id)]
        scope = f" ({entry.scope})" if entry.scope != "everywhere" else ""
        left = column(entry.left, 20, styles.KEY)
        return [left, *lit(cut(entry.right + scope, width - left.cell_length), words)]

    def action_rows(self, move: str) -> None:
        self._moved = True
        getattr(self.query_one(Rows), f"action_{move}")()

    def on_input_submitted(self) -> None:
        row_id = self.query_one(Rows).row_id
        key = self._entries[int(row_id)].key if row_id else None
        self.dismiss(key.id if key else None)
