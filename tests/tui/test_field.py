"""The line to type in: each key in its order, also in a burst, and no traffic while nobody types."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Input

from tests.tui.conftest import press_ahead, running
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
