"""The browser under a test: on a copy of an archive, its keys pressed, its states waited for and never slept for."""

from __future__ import annotations

import asyncio
import os

# Read by Textual when it is imported; set as the command line does, but for the frames, which nobody looks at here.
os.environ.update({"TEXTUAL_ANIMATIONS": "none", "TEXTUAL_SMOOTH_SCROLL": "0", "TEXTUAL_FPS": "20"})
# The same terminal wherever the tests are run: in tmux, in GNU screen, on a console.
os.environ.update({"TERM": "xterm-256color", "TMUX": "", "STY": ""})

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, chdir, suppress
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from msgspec.structs import replace
from textual.app import App
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from seeds import sample_bytes
from store.founding import snapshot
from store.model import Record
from tests.store.conftest import records
from tui.app import SaysoApp
from tui.config import Config, Launch
from tui.field import Field
from tui.lines import Line
from tui.panes.source import SourceText
from tui.rows import Rows
from tui.view.view import PANES

DEADLINE = 10.0
"""Seconds after which a state that didn't come is a hang; it comes within one."""
WIDE, NARROW = (110, 30), (80, 24)
"""The smallest sizes that have room for all that a wide and a narrow screen show; larger ones take longer to draw."""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample archive."""
    return written(tmp_path / "sample.json", sample_bytes())


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The archive of one report, two actors, a quotation, a denial and two figures."""
    return archived(tmp_path / "small.json", records())


def archived(path: Path, found: Iterable[Record]) -> Path:
    """These records as an archive's file."""
    return written(path, snapshot(found))


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def key_event(key: str) -> Key:
    """A key as the terminal's parser hands it on: a character, or Textual's name of a key."""
    if len(key) == 1:
        return Key(key if key.isalnum() else _character_to_key(key), key)
    return Key(key, {"space": " "}.get(key))


async def answered(pilot: Pilot[Any]) -> None:
    """Waits until nobody has a message left to deal with; an app that ended, by a key or a crash, has nobody."""
    app = pilot.app
    while app.return_code is None:
        nodes = [app, *app.screen.walk_children(with_self=True)]
        if not any(node.message_queue_size for node in nodes):
            return
        for node in nodes:
            done = asyncio.Event()
            if node.call_later(done.set):
                await _done(app, done)


async def _done(app: App[Any], done: asyncio.Event) -> None:
    while not done.is_set() and app.return_code is None:
        with suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), 0.2)


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Each key once the one before it has been answered; at the end the screen shows what came of it."""
    for key in keys:
        pilot.app.post_message(key_event(key))
        await answered(pilot)
    await painted(pilot)


async def press_ahead(pilot: Pilot[Any], *keys: str) -> None:
    """All the keys at once, as over a line that lagged."""
    for key in keys:
        pilot.app.post_message(key_event(key))
    await painted(pilot)


async def painted(pilot: Pilot[Any]) -> None:
    """Waits until everything is answered, laid out and drawn."""
    await answered(pilot)
    if pilot.app.return_code is None:
        await pilot.pause(0)
        await answered(pilot)


async def until(pilot: Pilot[Any], holds: Callable[[], object]) -> None:
    """Waits until it holds. Fails at the deadline."""
    limit = monotonic() + DEADLINE
    while not holds():
        assert monotonic() < limit, "what was waited for did not come"
        await pilot.pause(0.005)


def lines_of(widget: Line | Rows | SourceText) -> list[str]:
    """The lines a widget shows, as far as the screen has room for it."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.region.intersection(widget.screen.region).height)]


class Browser:
    """The app as its user has it: keys go in, text comes out."""

    def __init__(self, app: SaysoApp, pilot: Pilot[Any]) -> None:
        self.app, self.pilot, self.board = app, pilot, app.browser

    async def press(self, *keys: str) -> None:
        await press(self.pilot, *keys)

    async def press_ahead(self, *keys: str) -> None:
        await press_ahead(self.pilot, *keys)

    async def filter(self, text: str) -> None:
        """A filter in place of the present one, typed and kept."""
        await self.press_ahead("/", "ctrl+u", *text, "enter")

    async def until(self, holds: Callable[[], object]) -> None:
        await until(self.pilot, holds)

    async def leave(self, *keys: str) -> int:
        """The exit code, once these keys have ended the app."""
        for key in keys:
            self.app.post_message(key_event(key))
        await self.until(lambda: self.app.return_code is not None)
        return self.app.return_code or 0

    async def followed(self) -> str:
        """The id of what the source shows, once it has followed the cursor."""
        row = self.row()
        await self.until(lambda: self.board.subject is not None and self.board.subject.record.id == row)
        return row

    async def resize(self, size: tuple[int, int]) -> None:
        await self.pilot.resize_terminal(*size)
        await painted(self.pilot)

    @property
    def view(self) -> Any:
        return self.board.here()

    @property
    def pane(self) -> str:
        """The pane that the keys go to."""
        focused = self.app.focused
        return (focused.id or "").removesuffix("-rows").removesuffix("-text") if focused else ""

    def rows(self, pane: str | None = None) -> Rows:
        return self.board.rows(pane)

    def ids(self, pane: str) -> list[str]:
        """The ids of all the rows of a pane, in order."""
        return list(self.rows(pane).ids)

    def row(self, pane: str | None = None) -> str:
        """The id of the row under the cursor."""
        return self.rows(pane).row_id

    async def go_to(self, pane: str, row_id: str) -> None:
        """To a row of a pane, by keys alone."""
        await self.press(str(PANES.index(pane) + 1))
        await self.press_ahead("g", *["j"] * self.ids(pane).index(row_id))

    def text(self, pane: str) -> str:
        """What a pane shows, its heading first; empty where it isn't on the screen."""
        frame = self.board.pane(pane)
        body = self.board.query_one("#source-text", SourceText) if pane == "source" else self.rows(pane)
        return "\n".join([*lines_of(frame)[: body.region.y - frame.region.y], *lines_of(body)])

    def line(self, pane: str, row_id: str) -> str:
        """The row with this id as it is drawn."""
        rows = self.rows(pane)
        index = rows.index_of(row_id)
        assert index is not None, f"{row_id} isn't among the {pane}"
        return rows.render_line(index - round(rows.scroll_y)).text

    def visible(self, pane: str) -> bool:
        """Whether any line of the pane's body is on the screen."""
        body = self.board.query_one("#source-text") if pane == "source" else self.rows(pane)
        shown = body.region.intersection(self.board.region)
        return shown.area > 0

    @property
    def status(self) -> str:
        """The line with filter and counts."""
        return self.board.query_one("#status", Line).render_line(0).text.strip()

    @property
    def footer(self) -> str:
        """The keys that matter, or the message that stands in their place."""
        line = self.board.query_one("#footer", Line)
        return " ".join(" ".join(line.render_line(y).text.split()) for y in range(line.size.height))

    @property
    def field(self) -> Field:
        """Where a filter is typed."""
        return self.board.bar.field

    @property
    def clipboard(self) -> str:
        return self.app.clipboard


@asynccontextmanager
async def browsing(
    path: Path, size: tuple[int, int] = WIDE, *, read: bool = True, **launch: Any
) -> AsyncIterator[Browser]:
    """The browser on an archive, read and shown, unless it's not to be `read` as yet.

    Beside the archive's file stand its state folder and `here`, the folder it was started in, to which exports go.
    """
    app = SaysoApp(launched(path, **launch))
    here = path.parent / "here"
    here.mkdir(exist_ok=True)
    with chdir(here):
        async with app.run_test(size=size) as pilot:
            browser = Browser(app, pilot)
            if read:
                await browser.until(lambda: browser.board.shown is not None)
                await painted(pilot)
            yield browser


def launched(path: Path, **launch: Any) -> Launch:
    """What `browse` starts the browser with where nothing is asked for."""
    plain = Launch(path, False, False, None, None, None, Config(), path.parent / "state")
    return replace(plain, **launch)


@asynccontextmanager
async def running(app: App[Any], size: tuple[int, int] = NARROW) -> AsyncIterator[Pilot[Any]]:
    """An app of a test's own around one widget."""
    async with app.run_test(size=size) as pilot:
        await painted(pilot)
        yield pilot
