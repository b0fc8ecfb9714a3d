"""The browser as a Textual app: one screen, the user's keys, and a terminal left as it was found."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from io import StringIO
from pathlib import Path

import msgspec
from rich.console import Console, RenderableType
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.events import Event, Key
from textual.filter import LineFilter
from textual.widget import Widget

from store.errors import SaysoError
from tui import keys
from tui.config import Launch
from tui.field import Field
from tui.screens.browse import BrowseScreen
from tui.view.memory import keep, recall, write_private
from tui.view.view import Sort, View

SETTLING = 1000
"""Turns of the event loop that a key of a field may take before the next key is taken all the same."""


class Colourless(LineFilter):
    """No colour code at all, for NO_COLOR; weights stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            Segment(text, Style(bold=s.bold, dim=s.dim, italic=s.italic, underline=s.underline, reverse=s.reverse))
            if (s := style) is not None
            else Segment(text)
            for text, style, _ in segments
        ]


class SaysoApp(App[SaysoError], inherit_bindings=False):
    """Ends with the error to tell, or None. Takes none of Textual's own keys, palette or animations."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "sayso"
    CSS = """
    Screen { background: ansi_default; color: ansi_default; }
    """

    def __init__(self, launch: Launch) -> None:
        super().__init__(ansi_color=True)
        self.theme = "ansi-dark"
        # What Textual would print of a crash holds the words of records: it goes to a file of the user's own.
        self.crash = StringIO()
        self.error_console = Console(file=self.crash, width=120)
        self.launch = launch
        memory = recall(launch.state_dir, launch.path)
        self.browser = BrowseScreen(
            launch, asked(launch, memory.view if memory else View()), memory.places if memory else []
        )
        self.set_keymap({name: ",".join(keys.names(chosen)) for name, chosen in launch.config.keys.items()})

    def on_mount(self) -> None:
        self.push_screen(self.browser)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            # No signals of its own where the app runs beside the main thread, as under a test.
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self.hang_up, number)

    def hang_up(self, number: int) -> None:
        """The line dropped, or somebody ended us: keep the view, leave the terminal as it was found."""
        self.exit(return_code=128 + number)

    def exit(
        self, result: SaysoError | None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """Ends the app; the view is kept now, for afterwards there is no screen to take it from."""
        self.browser.cursors = self.browser.cursors_now()
        self.remember()
        super().exit(result, return_code, message)

    async def on_event(self, event: Event) -> None:
        """Takes keys one at a time: what is typed ahead waits until the key before it has been answered."""
        armed = self.browser.interrupted
        await super().on_event(event)
        if not isinstance(event, Key):
            return
        if self.browser.interrupted == armed:
            self.browser.interrupted = 0.0
        if isinstance(self.focused, Field):
            await self._answered(self.focused)

    async def _answered(self, field: Field) -> None:
        """Waits until the field, and all that hears of it, has nothing left to do, or another has the focus."""
        nodes = [node for node in field.ancestors_with_self if isinstance(node, Widget)]
        for _ in range(SETTLING):
            await asyncio.sleep(0)
            if self.focused is not field or not any(node.message_queue_size for node in nodes):
                return

    def get_line_filters(self) -> list[LineFilter]:
        return [*super().get_line_filters(), *([Colourless()] if self.no_color else [])]

    def remember(self) -> None:
        """Keeps filter, marks and place for the next start; a state folder that can't be written holds nobody up."""
        with suppress(OSError):
            keep(self.launch.state_dir, self.launch.path, self.browser.here(), self.browser.places.behind)


def asked(launch: Launch, kept: View) -> View:
    """The view kept from last time, with what the command line asks for in its place."""
    view = kept
    if launch.filter is not None:
        view = msgspec.structs.replace(view, filter=launch.filter, light=False)
    if launch.pane:
        view = msgspec.structs.replace(view, pane=launch.pane)
    if launch.sort:
        sort = Sort(launch.sort.removeprefix("-"), launch.sort.startswith("-"))
        view = msgspec.structs.replace(view, sorts={**view.sorts, launch.pane or "statements": sort})
    return view


class CrashedError(SaysoError):
    """A bug of ours ended the browser. Exit code 1."""

    exit_code = 1


def browse(launch: Launch) -> int:
    """Runs the browser until the user leaves it; the exit code. Raises the SaysoError that ended it.

    After a bug that is CrashedError, and what is known of it stands in crash.log in the state folder, mode 0600.
    """
    app = SaysoApp(launch)
    try:
        error = app.run(mouse=False)
    finally:
        app.remember()
    if error is not None:
        raise error
    if report := app.crash.getvalue():
        raise CrashedError(
            "The browser met a bug of its own and closed; the archive is as it was, and your view is kept. "
            + _logged(launch.state_dir / "crash.log", report)
        )
    return app.return_code or 0


def _logged(file: Path, report: str) -> str:
    """Writes what is known of a crash; what to say of it."""
    try:
        write_private(file, report.encode("utf-8", "replace"))
    except OSError as error:
        return f"What is known of it could not be written to {file} ({error.strerror})."
    return f"{file} tells more. It may hold words of your records: read it before you send it to anybody."
