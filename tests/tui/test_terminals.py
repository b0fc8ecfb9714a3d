"""One errand in terminals of every kind: what may be sent to each is known from outside, and none is ever asked."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from seeds import sample_bytes
from tests.tui.terminal import Terminal
from tests.tui.wire import strays
from tui.ascii import SIGNS

SGR = re.compile(rb"\x1b\[([0-9;]*)m")
WEIGHTS = {"", "0", "1", "4", "7"}
"""Codes of looks that all terminals have."""
EIGHT = {str(code) for code in range(30, 38)}
SIXTEEN = EIGHT | {str(code) for code in range(90, 98)}
EXTENSIONS = re.compile(rb"\x1b\[(?:\?2004[hl]|\?2026[hl]|[<>][0-9]*u)")
"""What the kin of xterm takes, and others print."""

MOUSE = re.compile(rb"\x1b\[\?(?:9|100[0-9]|101[56])[hl]")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "data" / "sayso").mkdir(parents=True)
    (tmp_path / "data" / "sayso" / "archive.json").write_bytes(sample_bytes())
    return tmp_path


def environment(home: Path, **more: str) -> dict[str, str]:
    """A user's variables, with nothing of the terminal that the tests run in."""
    own = {f"XDG_{name.upper()}_HOME": str(home / name) for name in ("data", "state", "config")}
    bare = dict.fromkeys(("COLORTERM", "NO_COLOR", "TMUX", "STY", "LC_ALL", "LC_CTYPE", "DISPLAY"), "")
    return {**own, **bare, "HOME": str(home), "LANG": "C.UTF-8", **more}


def terminal(home: Path, *arguments: str, size: tuple[int, int] = (80, 24), **more: str) -> Terminal:
    return Terminal(*arguments, env=environment(home, **more), cwd=home, size=size)


@dataclass(frozen=True)
class Kind:
    """A kind of terminal: its variables, the looks it may be sent beside WEIGHTS, and what else it takes."""

    variables: dict[str, str]
    looks: set[str]
    extended: bool = True
    columns: bool = True
    erasing: bool = True
    utf8: bool = True


DIM, ITALIC = {"2"}, {"3"}
XTERM = {"TERM": "xterm-256color"}
KINDS = {
    "16 colours": Kind({"TERM": "xterm-16color"}, DIM | ITALIC | SIXTEEN),
    "256 colours": Kind(XTERM, DIM | ITALIC | SIXTEEN),
    "true colour": Kind({**XTERM, "COLORTERM": "truecolor"}, DIM | ITALIC | SIXTEEN),
    "8 colours": Kind({"TERM": "xterm"}, DIM | ITALIC | EIGHT),
    "tmux": Kind({"TERM": "tmux-256color"}, DIM | ITALIC | SIXTEEN, erasing=False),
    "GNU screen": Kind({"TERM": "screen"}, DIM | EIGHT, erasing=False),
    "linux": Kind({"TERM": "linux"}, DIM | EIGHT, extended=False),
    "vt100": Kind({"TERM": "vt100"}, set(), extended=False, columns=False, erasing=False),
    "no colour": Kind({**XTERM, "COLORTERM": "truecolor", "NO_COLOR": "1"}, DIM | ITALIC),
    "no UTF-8": Kind({**XTERM, "LANG": "", "LC_ALL": "C"}, DIM | ITALIC | SIXTEEN, utf8=False),
    "unknown to terminfo": Kind({"TERM": "no-such-terminal"}, DIM | ITALIC | SIXTEEN),
}


def errand(found: Terminal) -> None:
    """First screen, a step, a filter, a mark, the export dialogue, help, and out."""
    found.wait_for("newest first", "Jean-Marc Ayra", "? help")
    found.press("j", "/Egeland")
    found.wait_for("2 of 10 statements")
    found.press("Enter", "Space")
    found.wait_for("1 marked", "2/10")
    found.press("3", "X", "4", "2", "w")
    found.wait_for("Enter writes the file", "Format", "Jan Egeland")
    found.press("^C")
    found.wait_for("1 marked", gone=["Enter writes the file"])
    found.press("?")
    found.wait_for("Esc closes")
    found.press("^C", "^L")
    found.wait_for("1 marked", "newest first", gone=["Esc closes"])
    found.press("q")
    assert found.wait_for_end() == 0
    assert found.left_as_found()


@pytest.mark.parametrize("name", KINDS)
def test_a_terminal_is_sent_what_it_has_and_nothing_else(home: Path, name: str) -> None:
    wanted = KINDS[name]
    with terminal(home, **wanted.variables) as found:
        errand(found)
        raw = found.raw
    # Known codes only: no mode of the mouse is among them, and no query. So a terminal that never answers, as this one,
    # is never waited for.
    assert strays(raw) == ""
    assert {code for looks in SGR.findall(raw) for code in looks.decode().split(";")} <= WEIGHTS | wanted.looks
    assert bool(EXTENSIONS.search(raw)) == wanted.extended
    assert raw.isascii() == (not wanted.utf8)
    assert wanted.columns or not re.search(rb"\x1b\[[0-9]*[Gd]", raw)
    assert wanted.erasing or not re.search(rb"\x1b\[[0-9]*X", raw)
    # The cursor is given back, behind everything else that concerns the screen.
    assert raw.rindex(b"\x1b[?25h") > raw.rindex(b"\x1b[?25l")


def test_without_utf8_only_ascii_leaves(home: Path) -> None:
    with terminal(home, **KINDS["no UTF-8"].variables) as found:
        found.wait_for("> 13 Dec 16?", '~" reports had reached him', '   "Such atrocities')
        found.press("Space")
        found.wait_for("*13 Dec 16?")
        found.press("?arrows", "^C", "y", "q")
        assert found.wait_for_end() == 0
        assert found.raw.isascii()


def test_on_a_console_our_signs_are_ascii_and_lines_are_drawn(home: Path) -> None:
    with terminal(home, **KINDS["linux"].variables) as found:
        found.wait_for("> 13 Dec 16?", "───")
        found.press("Space")
        found.wait_for("*13 Dec 16?")
        sent = found.raw.decode()
        assert not [sign for sign in SIGNS if not sign.isascii() and sign.strip() in sent]


@pytest.mark.parametrize("name", ["256 colours", "vt100"])
def test_no_ground_is_ever_painted_so_that_it_reads_on_light_and_on_dark(home: Path, name: str) -> None:
    with terminal(home, size=(160, 45), **KINDS[name].variables) as found:
        found.wait_for("1 Actors", "newest first", "▌")
        grounds = {cell.bg for line in found.screen.buffer.values() for cell in line.values()}
        assert grounds == {"default"}


def test_with_mouse_clicks_and_the_wheel_go_where_they_point(home: Path) -> None:
    with terminal(home, "--mouse") as found:
        found.wait_for("newest first", "▸ 13 Dec 16?", "▌")
        found.press("\x1b[<0;20;6M\x1b[<0;20;6m")
        found.wait_for("▸ 12 Dec 16   UN Secretary")
        found.press("\x1b[<65;20;4M")
        found.wait_for("▸ 5–11 Dec 16 Russia")
        found.press("\x1b[<0;5;1M\x1b[<0;5;1m")
        found.wait_for("Jan Egeland  ", "said  num", "▸ Jan Egeland")
        found.press("q")
        assert found.wait_for_end() == 0
        assert found.raw.rindex(b"\x1b[?1000l") > found.raw.rindex(b"\x1b[?1000h")
        assert strays(MOUSE.sub(b"", found.raw)) == ""


def heard(found: Terminal, beginning: str) -> None:
    """Waits until the terminal's cursor, which is shown, stands on a line that begins so."""
    limit = time.monotonic() + 20
    while found.screen.cursor.hidden or not found.screen.display[found.screen.cursor.y].strip().startswith(beginning):
        assert time.monotonic() < limit, f"{found.text}\n{found.screen.cursor.y}: not {beginning}"
        found.read(0.05)


def test_with_screen_reader_the_cursor_is_seen_on_the_row_and_a_step_is_but_its_move(home: Path) -> None:
    with terminal(home, "--screen-reader") as found:
        found.wait_for("filter all", "? help")
        heard(found, "Jean-Marc Ayrault, partly quoted: ")
        sent = len(found.raw)
        found.press("j")
        heard(found, "Jean-Marc Ayrault, quoted: ")
        while found.read(0.3):
            pass
        assert len(found.raw) - sent <= 8
        found.press("3")
        heard(found, "Figures, 12. approximate: ")
        found.press("j")
        heard(found, "approximate: some 8.6 square kilometers")
        found.press("Enter")
        heard(found, "here: ")
        found.press("[", "/Egel")
        heard(found, "/ Egel")
        assert found.screen.cursor.x == 6
        found.press("^C", "w")
        heard(found, "File")
        found.press("^C", "Q")
        assert found.wait_for_end() == 0


def cpu_seconds(pid: int) -> float:
    """The processor's time that a process has taken, by the clock that Linux keeps for each (clock_getcpuclockid)."""
    return time.clock_gettime((~pid << 3) | 2)


def test_while_nobody_types_nothing_is_sent_and_nothing_is_done(home: Path) -> None:
    with terminal(home) as found:
        found.wait_for("newest first", "▌")
        while found.read(0.5):
            pass
        before, sent, began = cpu_seconds(found.process.pid), len(found.raw), time.monotonic()
        assert not found.read(3.0), found.raw[sent:]
        share = (cpu_seconds(found.process.pid) - before) / (time.monotonic() - began)
        assert share < 0.005
