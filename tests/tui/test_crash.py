"""A bug of ours, wherever it is: a sentence on the screen, all else in a private file, the terminal as it was found."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.terminal import ROOT, Terminal
from tests.tui.test_terminals import environment, home

__all__ = ["home"]
SECRET = "words of a witness"
BUGGY = """
import asyncio, threading
from tui.cli import browsing

def buggy(*_, **__):
    told = "words of a witness"
    raise ValueError(told)

async def forgotten(*_):
    buggy()

def patched(launch):
    import tui.app, tui.screens.browse
    from store.archive import Archive
    from tui.driver.driver import TerminalDriver
    from tui.panes.source import SourceText
    from tui.rows import Rows
    from tui.screens.board import Board
    from tui.screens.browse import BrowseScreen
    from tui.screens.taking import Taking
    {patch}
    return tui.app.browse(launch)

browsing._browser = lambda: patched
from tui.cli import main
main()
"""
BUGGY_LIST = """
from tui.cli import list_command, main

def buggy(*_, **__):
    told = "words of a witness"
    raise ValueError(told)

list_command.command.callback = buggy
main()
"""
BUGS = {
    "in the thread that reads the archive": "tui.screens.browse.SMALL, Archive.load = 0, buggy",
    "in the thread that reads the keys": "TerminalDriver.process_message = buggy",
    "in the layout of the screen": "Board.compose = buggy",
    "when the screen comes up": "BrowseScreen.on_mount = buggy",
    "in drawing a row": "Rows.render_line = buggy",
    "in what a key does": "Taking.action_copy = buggy",
    "in a message": "Board.on_rows_highlighted = buggy",
    "in a task that nobody waits for": (
        "Taking.action_copy = lambda self: (asyncio.create_task(forgotten()), self.say('done')) and None"
    ),
    "in a thread that nobody waits for": (
        "Taking.action_copy = lambda self: (threading.Thread(target=buggy).start(), self.say('done')) and None"
    ),
    "in a destructor": (
        "Taking.action_copy = lambda self: (type('Gone', (), {'__del__': buggy})(), self.say('done')) and None"
    ),
}
KEYS = {"in the thread that reads the keys": "j", "in a message": "j"} | {
    where: "y" for where, bug in BUGS.items() if "action_copy" in bug
}
"""What has to be pressed to meet the bug."""
ALIVE = [where for where, bug in BUGS.items() if "done" in bug]
"""Of the bugs, those that end nothing but themselves."""


@pytest.mark.parametrize("where", BUGS)
def test_no_words_of_a_record_are_on_the_screen_and_the_terminal_is_given_back(home: Path, where: str) -> None:
    command = (sys.executable, "-c", BUGGY.replace("{patch}", BUGS[where]))
    with Terminal("browse", env=environment(home), cwd=home, command=command) as found:
        if key := KEYS.get(where):
            found.wait_for("newest first")
            found.press(key)
        if where in ALIVE:
            found.wait_for("done")
            found.press("q")
        assert found.wait_for_end() == 1
        log = home / "state" / "sayso" / "crash.log"
        assert SECRET.encode() not in found.raw
        assert b"Traceback" not in found.raw
        assert "sayso: The browser met a bug of its own" in found.text.replace("\n", "")
        assert found.left_as_found()
        assert found.raw.count(b"\x1b[?1049l") == found.raw.count(b"\x1b[?1049h")
        assert found.raw.rindex(b"\x1b[?25h") > found.raw.rindex(b"\x1b[?25l")
        assert SECRET in log.read_text(encoding="utf-8")
        assert log.stat().st_mode & 0o777 == 0o600


def test_a_bug_in_a_command_prints_no_words_of_a_record_either(home: Path) -> None:
    command = (sys.executable, "-c", BUGGY_LIST)
    done = subprocess.run(
        [*command, "list", "actors"],
        cwd=home,
        env={**os.environ, **environment(home), "PYTHONPATH": ROOT},
        capture_output=True,
        text=True,
        check=False,
    )
    log = home / "state" / "sayso" / "crash.log"
    assert done.returncode == 1
    assert done.stderr.startswith("sayso: The command met a bug of its own and stopped.")
    assert SECRET not in done.stdout + done.stderr
    assert SECRET in log.read_text(encoding="utf-8")
    assert log.stat().st_mode & 0o777 == 0o600
