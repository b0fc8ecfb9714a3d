"""The line to type in: each key in its order, also in a burst, and no traffic while nobody types."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.events import Paste
from textual.widgets import Input

from tests.tui.conftest import answered, press_ahead, running
from tui.clean import MAX_CHARACTERS
from tui.field import Field


class OneField(App[None]):
    """A field and what it posted."""

    def __init__(self) -> None:
        super().__init__()
        self.submitted: list[str] = []
        self.changes: list[str] = []

    def compose(self) -> ComposeResult:
        yield Field("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self.changes.append(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.submitted.append(event.value)

    @property
    def field(self) -> Field:
        return self.query_one(Field)


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ((*"siege",), "siege"),
        ((*"siefe", "backspace", "backspace", *"ge"), "siege"),
        ((*"iege", "home", "s"), "siege"),
        ((*"iege", "home", "s", "end", "!"), "siege!"),
        ((*"sige", "left", "left", "e"), "siege"),
        ((*"xsiege", "home", "delete"), "siege"),
        ((*"all gone", "ctrl+u", *"siege"), "siege"),
        ((*"siege now", "ctrl+w", "backspace"), "siege"),
        ((*"Überleben“”", "backspace"), "Überleben“"),
    ],
)
async def test_keys_typed_ahead_do_what_they_would_do_one_by_one(keys: tuple[str, ...], text: str) -> None:
    app = OneField()
    async with running(app) as pilot:
        await press_ahead(pilot, *keys)
        assert app.field.value == text


async def test_enter_submits_what_was_typed_before_it_and_nothing_typed_after() -> None:
    app = OneField()
    async with running(app) as pilot:
        await press_ahead(pilot, *"siege", "enter", *"!!")
        assert app.submitted == ["siege"]


async def test_each_letter_is_told_at_once_and_in_order() -> None:
    app = OneField()
    async with running(app) as pilot:
        await press_ahead(pilot, *"abc")
        assert app.changes[-3:] == ["a", "ab", "abc"]


async def test_its_cursor_never_blinks() -> None:
    app = OneField()
    async with running(app):
        assert not app.field.cursor_blink


async def test_text_it_opens_on_is_added_to_and_not_replaced() -> None:
    app = OneField()
    async with running(app) as pilot:
        app.field.value = "siege"
        app.field.cursor_position = 5
        await press_ahead(pilot, *" now")
        assert app.field.value == "siege now"


async def test_tab_and_control_characters_are_no_text() -> None:
    app = OneField()
    async with running(app) as pilot:
        await press_ahead(pilot, "a", "tab", "ctrl+g", "f5", "b")
        assert app.field.value == "ab"


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("said\nby\r\nnobody\n", "said by nobody "),
        ("a\tb", "a b"),
        ("\x1b[31mred\x1b]0;title\x07", " [31mred ]0;title "),
        ("\x9b2Jgone\x00", " 2Jgone "),
        ("safe\u202e exit", "safe  exit"),
        ("  two  spaces  ", "  two  spaces  "),
        ("می‌خواهم 👨‍👩‍👧", "می‌خواهم 👨‍👩‍👧"),
        ("[@click=app.quit]x[/]", "[@click=app.quit]x[/]"),
        ("", ""),
    ],
)
async def test_what_is_pasted_stays_one_line_of_words_and_nothing_in_it_acts(pasted: str, text: str) -> None:
    app = OneField()
    async with running(app) as pilot:
        app.post_message(Paste(pasted))
        await answered(pilot)
        assert app.field.value == text


async def test_what_is_pasted_goes_where_the_cursor_is_in_place_of_what_is_selected() -> None:
    app = OneField()
    async with running(app) as pilot:
        await press_ahead(pilot, *"abXXde", "left", "left", "shift+left", "shift+left")
        app.post_message(Paste("c\n"))
        await answered(pilot)
        assert app.field.value == "abc de"


async def test_a_megabyte_pasted_is_cut_and_the_next_key_answered() -> None:
    app = OneField()
    async with running(app) as pilot:
        app.post_message(Paste("many words " * 100_000))
        await press_ahead(pilot, "end", "!")
        assert app.field.value.endswith("!")
        assert len(app.field.value) == MAX_CHARACTERS + 1


async def test_a_text_with_controls_that_it_opens_on_is_shown_by_signs_with_the_cursor_in_its_place() -> None:
    app = OneField()
    async with running(app, (40, 3)) as pilot:
        app.field.value = "a\x1b[2J\nb\u202ec\td"
        await press_ahead(pilot, "home", "right")
        strip = app.field.render_line(0)
        assert strip.text.rstrip() == "a␛[2J␊b⇄c␉d"
        assert [segment.text for segment in strip][:3] == ["a", "␛", "[2J␊b⇄c␉d"]
