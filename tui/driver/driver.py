"""The one door to the terminal: sends what changed, in few bytes, and nothing that is not on its list."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import Callable
from functools import partial
from select import select
from types import FrameType
from typing import Any, Protocol, cast

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from tui.driver.display import Display
from tui.terminal import Terminal


class Drawn(Protocol):
    """What the driver wants of the app that it draws for, beside an app's own."""

    terminal: Terminal

    def attach(self, driver: TerminalDriver) -> None:
        """The app's way to what Textual's own drivers don't have."""

    def hang_up(self, number: int) -> None:
        """Ends the app as this signal does."""


class TerminalDriver(LinuxDriver):
    """Textual's own driver, but for what is written.

    All that Textual writes is read into cells; at each `flush` the difference to what the terminal shows is sent.
    Modes pass at once, as far as the terminal may be trusted with them; queries never, so nothing waits for an answer.
    """

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._drawn = cast(Drawn, app)
        self.terminal = self._drawn.terminal
        self._loop_of_app = asyncio.get_running_loop()
        self._display = Display(self.terminal, 0, 0)
        self._terminal = sys.__stderr__.fileno() if sys.__stderr__ else self.fileno
        self._started = self._suspended = False
        self._drawn.attach(self)

    def write(self, data: str) -> None:
        """Takes what Textual writes. Modes are sent; frames wait for `flush`; all that isn't known is dropped."""
        if self._started:
            # What Textual draws for a larger window must find room.
            self._fit()
        self._send(self._display.write(data))

    def flush(self) -> None:
        """Sends the difference between what the terminal shows and what it should."""
        if self._started:
            self._fit()
            self._send(self._display.frame())

    def _send(self, data: str) -> None:
        """Straight to the terminal: a thread in between, as Textual has it, would be waited for at each key.

        A line that is gone is passed over here, for SIGHUP tells of it.
        """
        rest = data.encode("utf-8", "replace")
        while rest:
            try:
                rest = rest[os.write(self._terminal, rest) :]
            except BlockingIOError:
                select([], [self._terminal], [])
            except OSError:
                return

    def _fit(self) -> None:
        """As many cells as the terminal has now, which may be ahead of what Textual knows."""
        size = self._screen_size()
        if size != self._display.size:
            self._display.resize(*size)

    def _screen_size(self) -> tuple[int, int]:
        try:
            size = os.get_terminal_size(self.fileno)
        except OSError:
            size = os.terminal_size((0, 0))
        columns, rows = size if size.columns and size.lines else shutil.get_terminal_size()
        return columns, rows

    def redraw(self) -> None:
        """Clears the screen and sends all of it again, for somebody else wrote on it."""
        self._display.forget()
        self.flush()

    def send_clipboard(self, encoded: bytes) -> None:
        """Hands base64 text to the terminal's clipboard (OSC 52). The only string sequence that ever leaves."""
        if self._started:
            self._send(f"\x1b]52;c;{encoded.decode('ascii')}\x07")

    def start_application_mode(self) -> None:
        """Takes the terminal over, at the start and after it was given back; nothing is known of what it shows."""
        self._display.forget()
        self._fit()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._started = True
        told = signal.getsignal(signal.SIGWINCH)
        if callable(told):
            signal.signal(signal.SIGWINCH, partial(self._resized, told))

    def _resized(self, told: Callable[[int, FrameType | None], Any], number: int, frame: FrameType | None) -> None:
        """The terminal may have moved its lines about. Where its size came out the same, Textual draws nothing."""
        self._display.forget()
        told(number, frame)
        self._loop_of_app.call_soon_threadsafe(self._mend)

    def _mend(self) -> None:
        if self._screen_size() == self._display.size:
            self.flush()

    def suspend_application_mode(self) -> None:
        self._suspended = True
        super().suspend_application_mode()

    def resume_application_mode(self) -> None:
        """Comes back after a suspension. SIGCONT comes without one too: with SIGHUP where the line was dropped."""
        if self._suspended:
            self._suspended = False
            super().resume_application_mode()

    def run_input_thread(self) -> None:
        """As ever; but bytes that are no UTF-8, as a terminal of another encoding sends, end nothing: they are lost.

        A terminal that can't be read any more is gone.
        """
        while not self.exit_event.is_set():
            try:
                super().run_input_thread()
            except UnicodeDecodeError:
                continue
            except OSError:
                self._loop_of_app.call_soon_threadsafe(self._drawn.hang_up, signal.SIGHUP)
                return

    def stop_application_mode(self) -> None:
        """Gives the terminal back with a plain pen at a line's beginning; without a second screen, an empty one."""
        if self._started:
            self._started = False
            self._send("\x1b[m\r" if self.terminal.extended else "\x1b[m\x1b[H\x1b[2J")
        super().stop_application_mode()
