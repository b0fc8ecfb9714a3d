"""The form in which a record is edited: a line a field, the report beside it, and nothing saved or lost unasked."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingsMap, BindingType
from textual.containers import Vertical
from textual.events import Resize
from textual.geometry import Offset
from textual.widgets import Input

from tui.clean import MAX_CHARACTERS, clean
from tui.field import Field
from tui.frame import heading
from tui.ink import Ink, Row
from tui.keymap import names
from tui.keynames import types
from tui.keys import Key
from tui.lines import Line
from tui.panes.form import FormLines
from tui.panes.source import SourceText
from tui.render import styles
from tui.render.facts import facts
from tui.render.source import place_in
from tui.render.text import cut, wrap
from tui.screens.filling import PEOPLE
from tui.screens.keeping import Door
from tui.screens.linking import Linking
from tui.spoken import spoken
from tui.view.draft import Draft
from tui.view.subject import Subject

WIDE = 100
"""Columns from which the report stands beside the form."""
TALL = 18
"""Rows from which a narrow screen has a strip of the report."""
SAID_LINES = 5
"""At most, of a message."""
TYPING = frozenset({"keep", "complete", "up", "down", "save", "leave", "redraw"})
"""What can be done while something is typed."""
CHOOSING = TYPING | {"left", "right"}
WHILE_TYPING = (("keep", "keeps it"), ("leave", "as it was"), ("complete", "next field"), ("save", "saves"))


def bindings(table: Sequence[Key]) -> list[BindingType]:
    """The form's keys; a letter is one only where nothing is typed."""
    return [
        Binding(name, f"letter('{key.action}')" if types(name) else key.action, key.does, show=False, priority=True)
        for key in table
        for name in names(key.keys)
    ]


class FormSource(SourceText):
    """The report at the record's own words, without the facts that the form shows."""

    @property
    def _head_room(self) -> int:
        return 0


class FormScreen(Linking):
    """Ends when its record is saved, or when the user leaves it."""

    DEFAULT_CSS = """
    FormScreen { layers: form typing; }
    FormScreen #form-body { height: 1fr; layout: horizontal; }
    FormScreen #form-lines { width: 1fr; }
    FormScreen #form-report { width: 1fr; margin: 0 0 0 1; }
    FormScreen.-narrow #form-body { layout: vertical; }
    FormScreen.-narrow #form-report { height: 7; margin: 0; }
    FormScreen.-short #form-report { display: none; }
    FormScreen #form-field { display: none; layer: typing; }
    FormScreen.-typing #form-field { display: block; }
    """
    AUTO_FOCUS = "FormLines"

    def __init__(self, draft: Draft, subject: Subject, door: Door, keys: Sequence[Key]) -> None:
        super().__init__(draft, door, keys)
        # A keymap of Textual's would give a letter and a key that is none the same action; here they have two.
        self._bindings = BindingsMap(bindings(keys))
        self._subject = subject
        self._heard = False

    def compose(self) -> ComposeResult:
        yield Line(id="form-title")
        with Vertical(id="form-body"):
            yield FormLines(id="form-lines")
            with Vertical(id="form-report"):
                yield Line(id="form-heading")
                source = FormSource(id="form-source")
                source.can_focus = False
                yield source
        yield Line(id="form-said")
        yield Line(id="form-keys")
        yield Field(id="form-field")

    def on_mount(self) -> None:
        if not self.query(FormSource):
            return  # the app ended meanwhile, and nothing was composed
        self._fit()
        self.query_one(FormSource).show(self._subject)
        if self._subject.document is not None:
            name, where = Ink(clean(" Source "), styles.HEADING), place_in(self._subject.document, self.draft.base)
            title = f"· {self._subject.document.title}"
            self.query_one("#form-heading", Line).fill(lambda width: [heading(name, title, (where,), width)])
        self.tell()

    def on_resize(self, event: Resize) -> None:
        self._fit()
        self.call_after_refresh(self.place_input)

    def _fit(self) -> None:
        size = self.app.size
        self.set_class(size.width < WIDE, "-narrow")
        self.set_class(self._subject.document is None or spoken(self) or size.height < TALL, "-short")

    @property
    def spot(self) -> Offset | None:
        """For who listens: what is said, else the field under the cursor; None while one types."""
        if self._heard:
            return self.query_one("#form-said").region.offset
        return None if self.typing else self.lines.spot

    def tell(self) -> None:
        super().tell()
        count = len(self.draft.changes)
        state = f"{count} changed" if count else "nothing changed"
        head = Ink(clean(f" Edit {self.draft.base.id} · {state} "), styles.HEADING_FOCUSED)
        about = f" {facts(self.draft.records, self.draft.base)[0][1]}"
        self.query_one("#form-title", Line).fill(
            lambda width: [[head, Ink(cut(about, width - head.cell_length), styles.DIM)]]
        )
        self.query_one("#form-said", Line).fill(lambda width: [])
        self._heard = False
        words = [
            ink for key, does in self._footer() for ink in (Ink(clean(f" {key}"), styles.KEY), Ink(clean(f" {does} ")))
        ]
        self.query_one("#form-keys", Line).show(words)

    def _footer(self) -> Sequence[tuple[str, str]]:
        """Keys, and what each does now."""
        typing = [(self.key(action, typing=True), does) for action, does in WHILE_TYPING]
        if self.typing:
            return typing
        if self.choosing:
            return (("a-z", "by its letters"), *typing)
        first, words = [], {key.id: key.footer for key in self.keys}
        words["form.take-out"] = "takes it out" if self.relation else ""
        if self.here.name in self.links:
            words |= {"form.keep": "opens it", "form.editor": "", "form.revert": ""}
        elif self.here.name in self.draft.clashes:
            first = [(self.key("mine"), "yours"), (self.key("theirs"), "theirs")]
        return [*first, *((key.shown, words[key.id]) for key in self.keys if words[key.id])]

    def say(self, text: str, *, wrong: bool = False) -> None:
        self.tell()
        look = styles.ERROR if wrong else styles.PLAIN

        def drawn(width: int) -> list[Row]:
            lines = wrap(text, max(width - 2, 1))[:SAID_LINES]
            return [[Ink(clean(f" {text[a:b]}"), look)] for a, b in lines]

        self.query_one("#form-said", Line).fill(drawn)
        self._heard = not self.typing or wrong
        if self.typing:  # what is said takes lines from the form, and the field may stand elsewhere
            self.call_after_refresh(self.place_input)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is typed or chosen by its letters, letters are letters."""
        if self.typing:
            return action in TYPING or (self.newcomer is not None and action in ("left", "right"))
        return action in CHOOSING if self.choosing else True

    async def action_letter(self, action: str) -> None:
        await self.run_action(action)

    async def action_redraw(self) -> None:
        await self.run_action("app.redraw")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        mended = self.typing and self.draft.mend(self.here.name, event.value)
        if mended or self.asked or self.here.kind in PEOPLE:
            self.tell()

    @on(Field.Cut)
    def cut_short(self) -> None:
        editor = self.key("editor")
        self.say(
            f"Only the first {MAX_CHARACTERS:,} characters were pasted: longer texts go into {editor}, your editor."
        )

    async def action_keep(self) -> None:
        if self.typing or self.choosing:
            self.keep()
        elif self.idle() and not await self.open_link():
            self.begin()

    def action_complete(self) -> None:
        """Tab: the name that was begun, where one goes on from it; else the next field."""
        if not self.complete():
            self.action_down()

    def action_down(self) -> None:
        self._go(self.cursor + 1)

    def action_up(self) -> None:
        self._go(self.cursor - 1)

    def action_page_down(self) -> None:
        self._go(self.cursor + max(self.lines.size.height - 1, 1))

    def action_page_up(self) -> None:
        self._go(self.cursor - max(self.lines.size.height - 1, 1))

    def action_first(self) -> None:
        self._go(0)

    def action_last(self) -> None:
        self._go(len(self.fields) - 1)

    @on(FormLines.Chosen)
    def chosen(self, event: FormLines.Chosen) -> None:
        self._go(event.index)

    def _go(self, index: int) -> None:
        """To another field, once this one's value is kept; one that is wrong holds the cursor."""
        if (self.typing or self.choosing) and not self.settle():
            return
        self.cursor = max(min(index, len(self.fields) - 1), 0)
        self.tell()

    def action_right(self) -> None:
        if self.idle():
            self.step(1)

    def action_left(self) -> None:
        if self.idle():
            self.step(-1)

    def action_editor(self) -> None:
        if self.here.fixed or self.here.choices or self.here.kind == "yes-no":
            self.begin()
        elif self.idle():
            self.write(self.draft.text(self.here.name))

    def action_revert(self) -> None:
        if self.idle():
            self.draft.revert(self.here.name)
            self.tell()

    def action_source_down(self) -> None:
        self.query_one(FormSource).action_half_down()

    def action_source_up(self) -> None:
        self.query_one(FormSource).action_half_up()
