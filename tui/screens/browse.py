"""The browser's screen: the board with all its keys, help, and the ways out that forget nothing."""

from __future__ import annotations

import gc
from pathlib import Path
from stat import S_ISREG
from time import monotonic

from store.archive import Archive
from tui.keys import MODES
from tui.panes.bar import Bar
from tui.panes.source import SourceText
from tui.render.names import LEGEND
from tui.render.spoken import LEGEND as SPOKEN
from tui.rows import bindings
from tui.screens.board import Board
from tui.screens.covering import Covering
from tui.screens.editing import Editing
from tui.screens.listening import Listening
from tui.screens.reading import Reading
from tui.screens.recalling import Recalling
from tui.screens.reviewing import ALLOWED, LEAVING, REVIEW_ACTIONS, SAYING_WHY
from tui.screens.selecting import ACTIONS
from tui.screens.taking import Taking
from tui.screens.travelling import Travelling
from tui.spoken import spoken

TYPING = frozenset({"cancel", "interrupt", "suspend", "redraw"})
"""What can be done while a filter is typed."""

INTERRUPT_SECONDS = 2.0
"""Within this time a second ^C quits."""
WARNING_DELAY = 0.3
"""Seconds after the archive is shown: a warning holds no start up."""
SMALL = 1 << 20
"""Bytes of an archive that is read in the twinkling of an eye."""


class BrowseScreen(Listening, Covering, Travelling, Taking, Recalling, Editing, Reading, Board):
    """All that the keys of `tui.keys` do."""

    BINDINGS = bindings("browse")
    interrupted = 0.0
    """When ^C was pressed, on a clock that only runs forward; any other key makes it 0 again."""

    def on_mount(self) -> None:
        """A small archive is read before the first frame, which then shows it; any other beside the screen."""
        if _small(self.launch.path):
            self.call_next(self.read_at_once)
        else:
            self.say(f"Reading {self.launch.path} …")
            self.call_after_refresh(self.read)

    def opened(self, archive: Archive) -> None:
        """The archive is read: all that was asked for is shown."""
        self.begin(archive)
        self.watch_archive()
        if self.bar.editing:
            self.on_bar_typed(Bar.Typed(self.bar.field.value))
        self.call_after_refresh(_collect)
        self.set_timer(WARNING_DELAY, self._warn)

    def completed(self) -> None:
        """The index is whole: what was asked for meanwhile is answered, and what is typed just now."""
        self.show_changed()
        if self.bar.editing:
            self.on_bar_typed(Bar.Typed(self.bar.field.value))

    def _warn(self) -> None:
        """Where the archive lies on a network file system."""
        if self.archive is not None and (warning := self.archive.warning):
            self.say(warning, wrong=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a filter is typed its letters are letters, and only the keys that no letter is keep their meaning.

        What is done to a selection can be done while there is one.
        """
        if action in ACTIONS:
            return self.selecting and not self.bar.editing
        if action in REVIEW_ACTIONS:
            return self.reviewing and not self.bar.editing and (not self.why_for or action in SAYING_WHY)
        if self.reviewing and action not in (LEAVING if self.why_for else ALLOWED):
            return False
        return action in TYPING or not self.bar.editing

    def action_open(self) -> None:
        """Where an actor is about to be merged, Enter is for the other one."""
        if self.merging:
            self.action_merge()
        else:
            super().action_open()

    async def action_help(self) -> None:
        await self._push_help(palette=False)

    async def action_palette(self) -> None:
        await self._push_help(palette=True)

    async def _push_help(self, *, palette: bool) -> None:
        from tui.screens.help import HelpScreen  # the browser starts without it

        legend = SPOKEN if spoken(self) else LEGEND
        # Who reviews or selects looks for those keys: they come before the ones that hold everywhere.
        ordered = sorted(self.launch_keys, key=lambda key: self.footer not in MODES or key.scope != self.footer)
        shown = HelpScreen(ordered, palette=palette, legend=legend, form=self.form_keys)
        await self.app.push_screen(shown, self._chosen)

    async def _chosen(self, key_id: str | None) -> None:
        """Does what the help's row says, in the pane that had the focus."""
        if key_id is None:
            return
        name = key_id.partition(".")[2].replace("-", "_")
        rows = self.query_one(SourceText) if self.view.pane == "source" else self.rows()
        target = rows if key_id.startswith("rows.") else self
        if name in ACTIONS and not self.selecting:
            self.say("Nothing is selected: 5 goes to the source, and v begins a selection there.")
        elif name in REVIEW_ACTIONS and not self.reviewing:
            self.say(f"Nothing is being reviewed: {self.key('review')} reviews the drafts.")
        else:
            await self.app.run_action(name, target)

    async def action_redraw(self) -> None:
        await self.run_action("app.redraw")

    def action_suspend(self) -> None:
        self.app.action_suspend_process()

    def action_cancel(self) -> None:
        """Gives up what was begun: typing, a range, a message. Never quits."""
        if self.bar.editing:
            self.give_up_editing()
        elif self.selecting:
            self.give_up_selecting()
        elif self.reviewing:
            self.step_out()
        elif self.rows().range_from is not None:
            self.rows().begin_range(None)
        elif self.view.zoomed:
            self.action_zoom()
        elif not self.give_up_merging() and not self.give_up_relating():
            self.told()

    def action_interrupt(self) -> None:
        if self.interrupted and monotonic() - self.interrupted < INTERRUPT_SECONDS:
            self.app.exit(return_code=130)
            return
        self.interrupted = monotonic()
        self.action_cancel()
        self.say("^C again quits; your filter, marks and place are kept.")

    def action_close(self) -> None:
        """Closes what is open; where nothing is, quits."""
        if self.selecting:
            self.give_up_selecting()
        elif self.reviewing:
            self.end_review()
        elif self.view.zoomed:
            self.action_zoom()
        else:
            self.app.exit()

    def action_quit(self) -> None:
        self.app.exit()


def _small(archive: Path) -> bool:
    """Whether it takes no time to read; what is no file of its own might keep us waiting."""
    try:
        found = archive.stat()
    except OSError:
        return False
    return S_ISREG(found.st_mode) and found.st_size <= SMALL


def _collect() -> None:
    """Turns the garbage collector on where `sayso browse` turned it off; what is there now it needn't look at."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
