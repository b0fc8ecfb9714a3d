"""The dialogue that makes a record: the few things that have to be said, and what comes of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, TypeAlias

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import Key
from textual.geometry import Offset
from textual.screen import Screen
from textual.widgets import Input

from store.errors import SaysoError
from store.model import Record
from tui.clean import clean
from tui.field import Field
from tui.frame import heading
from tui.ink import Ink
from tui.lines import Line
from tui.render import styles
from tui.render.proposal import LABEL, answered, label, offered, preview, problem, title
from tui.render.text import wrap
from tui.spoken import spoken
from tui.view.naming import Offer
from tui.view.proposal import Proposal, Question
from tui.view.spelling import spelled

SAID_LINES = 4
"""At most, of what is said at the foot."""
KEYS = "Enter makes it · Tab the next line · ← → or a letter choose · Esc gives up"
TAKES = "Enter takes the name · ↓ ↑ another one · Tab the next line · Esc gives up"
Save: TypeAlias = Callable[[list[Record], "MakingScreen"], None]
"""Saves the records, and ends the dialogue or tells it why not."""


class MakingScreen(Screen[None]):
    """Asks little: all else is edited afterwards in the record's form. Nothing typed is lost but by Esc."""

    DEFAULT_CSS = f"""
    MakingScreen Horizontal {{ height: 1; display: none; }}
    MakingScreen.-typing Horizontal {{ display: block; }}
    MakingScreen #making-label {{ width: {LABEL}; }}
    MakingScreen #making-said {{ dock: bottom; }}
    """
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "dismiss(None)", show=False, priority=True),
        Binding("enter", "enter", show=False, priority=True),
        Binding("tab", "question(1)", show=False, priority=True),
        Binding("shift+tab", "question(-1)", show=False, priority=True),
        Binding("down", "step(1)", show=False, priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
        Binding("right", "choose(1)", show=False, priority=True),
        Binding("left", "choose(-1)", show=False, priority=True),
        Binding("ctrl+l", "app.redraw", show=False, priority=True),
    ]

    def __init__(self, proposal: Proposal, save: Save) -> None:
        super().__init__()
        self.proposal = proposal
        self._save = save
        self._at = min(1, len(proposal.kinds) - 1)
        self._offers: list[Offer] = []
        self._offered = -1
        self._letters = ""
        """Of a word of a closed list, as far as they were typed."""
        self._wrong = False

    def compose(self) -> ComposeResult:
        yield Line(id="making-title")
        yield Line(id="making-before")
        with Horizontal():
            yield Line(id="making-label")
            yield Field(id="making-field")
        yield Line(id="making-after")
        yield Line(id="making-preview")
        yield Line(id="making-said")

    def on_mount(self) -> None:
        self._go(self._at)

    def on_resize(self) -> None:
        self._tell()

    @property
    def field(self) -> Field:
        return self.query_one(Field)

    @property
    def question(self) -> Question:
        """The one whose line the keys mean."""
        return self.proposal.questions[self._at]

    @property
    def spot(self) -> Offset | None:
        """For who listens: what is wrong, or the line that was changed; None while something is typed."""
        if self._wrong:
            return self.query_one("#making-said").region.offset
        if self._offered >= 0:
            return self.query_one("#making-after").region.offset + Offset(0, self._offered)
        return self.query_one("#making-before").region.offset + Offset(0, self._at) if self.question.choices else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where something is typed the arrows to the sides are the field's."""
        return action != "choose" or bool(self.question.choices)

    def on_input_changed(self, event: Input.Changed) -> None:
        if not self.question.choices and event.value == self.field.value:
            self._put(event.value)

    def on_key(self, event: Key) -> None:
        """The first letters of a word choose it; the same letter again the next one that begins so."""
        words, letter = self.question.choices, (event.character or "").casefold()
        if words and (letter.isalnum() or letter == "-"):
            chosen = self.proposal.answer(self.question.name)
            word, letters = spelled(words, chosen, self._letters, letter)
            self._put(word)
            self._letters = letters

    def action_choose(self, step: int) -> None:
        words = self.question.choices
        self._put(words[(words.index(self.proposal.answer(self.question.name)) + step) % len(words)])

    def _put(self, text: str) -> None:
        self.proposal.put(self.question.name, text)
        self._offered, self._letters = -1, ""
        self._tell()

    def action_question(self, step: int) -> None:
        self._go((self._at + step) % len(self.proposal.questions))

    def action_step(self, step: int) -> None:
        """Through the names on offer; where there are none, to the next line or the one before."""
        at = self._offered + step
        if -1 <= at < len(self._offers) and self._offers:
            self._offered = at
            self._tell()
        elif not self._offers or step < 0:
            self.action_question(step)

    def _go(self, at: int) -> None:
        self._at, self._offered = min(at, len(self.proposal.questions) - 1), -1
        typing = not self.question.choices
        self.set_class(typing, "-typing")
        if typing:
            with self.prevent(Input.Changed):
                self.field.value = self.proposal.answer(self.question.name)
            self.field.placeholder = self.question.empty
            self.field.cursor_position = len(self.field.value)
        self.set_focus(self.field if typing else None)
        self._tell()

    def action_enter(self) -> None:
        """Takes the name on offer; where there is none to take, makes the record."""
        if self._offers:
            self.proposal.take(self.question.name, self._offers[max(self._offered, 0)])
            self._go(self._at)
            return
        try:
            records = self.proposal.made()
        except SaysoError as error:
            self.refused(error)
        else:
            self._save(records, self)

    def refused(self, error: SaysoError) -> None:
        """Nothing was saved: says why, and all that was typed stays."""
        self.say(problem(self.proposal, error, whole=True), wrong=True)

    def say(self, text: str, *, wrong: bool = False) -> None:
        self._wrong = wrong
        look = styles.ERROR if wrong else styles.DIM
        lines = wrap(text, max(self.app.size.width - 2, 1))[:SAID_LINES]
        self.query_one("#making-said", Line).show(*([Ink(clean(f" {text[a:b]}"), look)] for a, b in lines))

    def _tell(self) -> None:
        """Everything on the screen says what is now."""
        if not self.is_attached:
            return
        proposal, width, listening = self.proposal, self.app.size.width, spoken(self)
        self._offers = proposal.offers(self.question)
        rows = [
            answered(proposal, question, width, here=number == self._at, spoken=listening)
            for number, question in enumerate(proposal.questions)
        ]
        offers = [
            offered(offer.shown, width, here=number == self._offered, spoken=listening)
            for number, offer in enumerate(self._offers)
        ]
        self.query_one("#making-title", Line).show(title(proposal, width))
        self.query_one("#making-before", Line).show(*rows[: self._at + bool(self.question.choices)])
        self.query_one("#making-label", Line).show([label(self.question, here=True)])
        self.query_one("#making-after", Line).show(*offers, *rows[self._at + 1 :])
        self._preview(width, self.app.size.height - len(rows) - len(offers) - 3)
        self.say(TAKES if offers else KEYS)

    def _preview(self, width: int, lines: int) -> None:
        head = heading(Ink(clean(" As it will be listed "), styles.HEADING), "", (), width)
        rows = preview(self.proposal, width - 2, lines, spoken=spoken(self))
        self.query_one("#making-preview", Line).show(head, *([Ink(clean("  ")), *row] for row in rows))
