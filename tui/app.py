"""The browser as a Textual app: one screen, the user's keys, and a terminal left as it was found."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from io import StringIO
from typing import ClassVar

import msgspec
from rich.console import Console, RenderableType
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.binding import BindingType
from textual.color import Color
from textual.events import Event, Key
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Input

from store.errors import SaysoError
from tui import keymap, spoken
from tui.clipboard import Clipboard
from tui.config import Launch
from tui.crash import BROWSER, crashed, kept_in
from tui.driver.driver import TerminalDriver
from tui.gate import Gate
from tui.rows import bindings
from tui.screens.browse import BrowseScreen
from tui.screens.taking import COPIED
from tui.spoken import Spotted, Unruled
from tui.terminal import Terminal
from tui.view.memory import keep, recall
from tui.view.view import Sort, View

HANG_UPS = (signal.SIGTERM, signal.SIGHUP)
SIGNALLED = 128
"""With the signal's number added, what a shell gives for a process that a signal ended."""
SETTLING = 1000
"""Turns of the event loop that a key of a field may take before the next key is taken all the same."""


class Colourless(LineFilter):
    """No colour code at all, for NO_COLOR and for terminals that have none; weights stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            Segment(text, Style(bold=s.bold, dim=s.dim, italic=s.italic, underline=s.underline, reverse=s.reverse))
            if (s := style) is not None
            else Segment(text)
            for text, style, _ in segments
        ]


class SaysoApp(App[SaysoError], inherit_bindings=False, inherit_css=False):
    """Ends with the error to tell, or None. Takes none of Textual's own keys, palette, style sheet or animations."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    TITLE = "sayso"
    # The app is asked before its screen: while one selects or reviews, these keys do something else than ever.
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("source", "screen."), *bindings("review", "screen.")]
    CSS = """
    SaysoApp, Board, Screen { background: ansi_default; color: ansi_default; }
    """

    def __init__(self, launch: Launch) -> None:
        self.terminal = launch.terminal
        self.driver: TerminalDriver | None = None
        self.line_filters = line_filters(launch.terminal)
        self.copied = Clipboard(launch.state_dir / COPIED, os.environ, allowed=launch.clipboard)
        super().__init__(driver_class=TerminalDriver, ansi_color=True)
        self.theme = "ansi-dark"
        # Two widgets on every screen that nothing of ours uses, and one more layout of it all at the start.
        self._disable_tooltips = self._disable_notifications = True
        self.set_class(launch.terminal.cursor, spoken.CLASS)
        # What Textual would print of a crash holds the words of records: it goes to a file of the user's own.
        self.crash = StringIO()
        self.error_console = Console(file=self.crash, width=120)
        self.launch = launch
        self._answering = False
        self._early: list[Key] = []
        memory = recall(launch.state_dir, launch.path)
        view = asked(launch, memory.view if memory else View())
        self.browser = BrowseScreen(launch, view, memory.places if memory else [], self.copied)
        # Nothing is drawn until all has found its place; else the first screen would be drawn several times.
        self.browser.beginning.enter_context(self.batch_update())
        own = {name: keymap.names(chosen) for name, chosen in launch.config.keys.items()}
        self.set_keymap({name: ",".join(names) for name, names in own.items()})
        self.alt_keys = {name for names in own.values() for name in names if name.startswith("alt+")}

    def attach(self, driver: TerminalDriver) -> None:
        """The driver that draws for this app; there is none under a test without a terminal."""
        self.driver = driver
        self.copied.send = driver.send_clipboard

    def get_default_screen(self) -> BrowseScreen:
        """The only screen below the dialogues: another one under it would be laid out and drawn in vain."""
        return self.browser

    async def on_ready(self) -> None:
        """All is laid out, and every widget has heard of its size: the first frame is drawn."""
        self.browser.begin_drawing()
        self.screen.check_idle()
        # Keys that were typed before there was anything to answer them.
        while self._early:
            await self._answer(self._early.pop(0))
        self._answering = True

    def on_mount(self) -> None:
        # Back from ^Z nothing of ours has changed, and the terminal shows nothing of it.
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw())
        loop = asyncio.get_running_loop()
        for number in HANG_UPS:
            # No signals of its own where the app runs beside the main thread, as under a test.
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self.hang_up, number)

    def hang_up(self, number: int) -> None:
        """The line dropped, or somebody ended us: keep the view, leave the terminal as it was found."""
        self.exit(return_code=SIGNALLED + number)

    async def on_unmount(self) -> None:
        """What was written here is in the file itself when the browser is gone."""
        if self.browser.archive is not None:
            self.browser.archive.close()

    def exit(
        self, result: SaysoError | None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """Ends the app; view and what is unsaved are kept now, for afterwards there is no screen to take them from."""
        self.browser.cursors = self.browser.cursors_now()
        self.browser.keep_unsaved()
        self.remember()
        super().exit(result, return_code, message)

    async def on_event(self, event: Event) -> None:
        """Takes keys one at a time: what is typed ahead waits until the key before it has been answered."""
        if not isinstance(event, Key):
            await super().on_event(event)
        elif not self._answering:
            self._early += self._typed(event)
        else:
            for part in self._typed(event):
                await self._answer(part)

    def _typed(self, key: Key) -> list[Key]:
        """Esc and a letter, where they came so close that Textual takes them for Alt; Alt where the user bound it."""
        letter = key.character or ""
        if not key.key.startswith("alt+") or len(letter) != 1 or key.key in self.alt_keys:
            return [key]
        return [Key("escape", "\x1b"), Key(letter, letter)]

    async def _answer(self, key: Key) -> None:
        armed = self.browser.interrupted
        # One frame for a letter and all that comes of it.
        with self.batch_update():
            await super().on_event(key)
            if isinstance(self.focused, Input):
                await self._answered(self.focused)
        if self.return_code is None:
            # What became due for drawing meanwhile would else wait for the next message.
            self.screen.check_idle()
        if self.browser.interrupted == armed:
            self.browser.interrupted = 0.0

    async def _answered(self, field: Input) -> None:
        """Waits until the field, and all that hears of it, has nothing left to do, or another has the focus."""
        nodes = [node for node in field.ancestors_with_self if isinstance(node, Widget)]
        for _ in range(SETTLING):
            await asyncio.sleep(0)
            if self.focused is not field or not any(node.message_queue_size for node in nodes):
                return

    def get_line_filters(self) -> list[LineFilter]:
        """Ours alone: Textual's own would send codes of the default colours where no colour is wanted."""
        return self.line_filters

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor belongs at the end of a frame: where one types; the first cell is nowhere.

        For who listens it is where they are.
        """
        heard = self.screen.spot if self.terminal.cursor and isinstance(self.screen, Spotted) else None
        if heard is not None or not isinstance(self.focused, Input):
            return heard or Offset(0, 0)
        # Behind the last letter Textual means one cell more.
        return self.focused.cursor_screen_offset - Offset(int(self.focused.cursor_at_end), 0)

    @cursor_position.setter
    def cursor_position(self, position: Offset) -> None:
        """What Textual's input sets is forgotten: it would stay where the input was closed long ago."""

    @property
    def clipboard(self) -> str:
        """What was copied last, for a field to paste."""
        return self.copied.text

    def copy_to_clipboard(self, text: str) -> None:
        """What a field copies or cuts takes the same door as all else."""
        self.copied.copy(text)

    def action_redraw(self) -> None:
        """The whole screen anew, whatever somebody else wrote on it."""
        self.screen.refresh(layout=True)
        if self.driver is not None:
            self.driver.redraw()

    def remember(self) -> None:
        """Keeps filter, marks and place for the next start; a state folder that can't be written holds nobody up."""
        with suppress(OSError):
            keep(self.launch.state_dir, self.launch.path, self.browser.here(), self.browser.places.behind)


def line_filters(terminal: Terminal) -> list[LineFilter]:
    """What every line of every widget goes through, in this order. Textual keeps results by filter: make them once."""
    filters: list[LineFilter] = [Gate()]
    if not terminal.colours:
        filters.append(Colourless())
    if terminal.cursor:
        filters.append(Unruled())
    if not (terminal.utf8 and terminal.signs):
        from tui.ascii import Ascii, Signs  # few terminals need it

        filters.append(Signs() if terminal.utf8 else Ascii())
    return filters


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


def browse(launch: Launch) -> int:
    """Runs the browser until the user leaves it; the exit code. Raises the SaysoError that ended it.

    After a bug that is CrashedError, and what is known of it stands in crash.log in the state folder, mode 0600.
    """
    app = SaysoApp(launch)
    with kept_in(app.crash):
        try:
            error = app.run(mouse=launch.mouse)
        finally:
            app.remember()
    if error is not None:
        raise error
    code = app.return_code or 0
    # A line that dropped leaves threads that can't write; that is no bug, and nobody is there to be told.
    if code - SIGNALLED not in HANG_UPS and (report := app.crash.getvalue()):
        raise crashed(BROWSER, report, launch.state_dir / "crash.log")
    return code
