"""The browser's own frames in a real terminal: the very picture that Textual's own output would have given."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic

import pytest
from textual.drivers.linux_driver import LinuxDriver

from seeds import sample_bytes
from store.founding import snapshot
from store.identity import text_sha256
from store.model import Actor, Anchor, Document, Figure, Record, Speaker, Statement
from tests.tui.conftest import launched
from tests.tui.driver.emulator import Emulator
from tests.tui.terminal import DEADLINE, Terminal
from tui.app import SaysoApp
from tui.driver.display import Display
from tui.driver.driver import TerminalDriver
from tui.terminal import Terminal as Abilities

SAID = {
    "Chinese": "阿勒颇东部的平民仍被围困，市长说。",
    "Korean": "알레포 동부의 민간인들이 포위되어 있다",
    "Arabic": "قال المتحدث إن المدنيين في حلب الشرقية مُحاصَرون منذ أشهر",
    "Persian": "سخنگو گفت غیرنظامیان نمی‌توانند حلب را ترک کنند",
    "Hebrew": "הדובר אמר כי האזרחים בחַלַבּ נצורים",
    "Hindi": "प्रवक्ता ने कहा कि नागरिक घिरे हुए हैं",
    "Vietnamese": "Ngu\u031bo\u031b\u0300i pha\u0301t ngo\u0302n no\u0301i d\u00e2n th\u01b0\u1eddng b\u1ecb v\u00e2y",
    "emoji": "They wrote: 🇸🇾 👍🏽 👨‍👩‍👧 ❤️ 1️⃣ and nothing else",
}
SETTLED = 0.06
"""Seconds without output after which the next key is pressed."""


def many_tongues() -> list[Record]:
    """One report, in which everybody says one thing in another tongue and claims one number."""
    text = "\n".join(SAID.values()) + "\nSome 990 civilians were killed, 40 “fighters” too."
    document = Document(id="do-1111111111", title="حلب · 阿勒颇 · Aleppo 👍", text=text, sha256=text_sha256(text))
    found: list[Record] = [document]
    for number, (tongue, words) in enumerate(SAID.items()):
        start = text.index(words)
        speaker = Actor(id=f"ac-{number:010}", name=words[:12].strip(), kind="person")
        content = (Anchor(start, start + len(words), words),)
        found += [
            speaker,
            Statement(
                id=f"st-{number:010}",
                document=document.id,
                type=("direct", "indirect", "mixed")[number % 3],
                content=content,
                speakers=(Speaker(speaker.id),),
                gloss=f"in {tongue}",
            ),
        ]
    start = text.index("990 civilians")
    number = Anchor(start, start + len("990 civilians"), "990 civilians")
    return [*found, Figure(id="fi-0000000000", document=document.id, anchor=number, bound="approximate", best=990)]


class Compared:
    """Both outputs of one run: Textual's, written to an emulator as it is, and what the driver makes of it."""

    def __init__(self) -> None:
        self.frames = self.pictures = 0
        self.begin((80, 24))

    def begin(self, size: tuple[int, int], waiting: Sequence[str] = ()) -> None:
        """Another screen, of which nothing is known until Textual has drawn all of it."""
        self.size = size
        self.display = Display(Abilities(), *size)
        self.ours, self.stock = Emulator(*size), Emulator(*size)
        self.drawn: set[int] = set()
        self.waiting = list(waiting)

    def take(self, kind: str, *values: object) -> None:
        if kind in ("start", "stop"):
            self.begin(self.size)
        elif kind == "write":
            self.waiting.append(str(values[0]))
        else:
            if values != self.size:
                self.begin((int(str(values[0])), int(str(values[1]))), self.waiting)
            self.flush()

    def flush(self) -> None:
        for data in self.waiting:
            self.stock.show(data)
            self.ours.show(self.display.write(data))
            self.drawn |= {int(row or 1) for row in re.findall(r"\x1b\[(\d*);?\d*H", data)}
        self.waiting = []
        self.frames += 1
        self.ours.show(self.display.frame())
        if len(self.drawn) >= self.size[1]:
            self.pictures += 1
            assert self.ours.picture() == self.stock.picture(), f"frame {self.frames}"


def compared(record: Path) -> Compared:
    found = Compared()
    for line in record.read_text(encoding="utf-8", errors="surrogatepass").splitlines():
        found.take(*json.loads(line))
    return found


@pytest.fixture(params=["sample", "many tongues"])
def session(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Terminal, Path]]:
    """The browser in a terminal, and the file in which its frames are kept."""
    data = sample_bytes() if request.param == "sample" else snapshot(many_tongues())
    (tmp_path / "archive.json").write_bytes(data)
    record = tmp_path / "frames.jsonl"
    command = (sys.executable, "-m", "tests.tui.driver.recording", str(record), str(tmp_path / "archive.json"))
    with Terminal(command=command, env={"COLORTERM": ""}, cwd=tmp_path, size=(120, 34)) as terminal:
        terminal.wait_for("newest first")
        yield terminal, record


def settled(terminal: Terminal) -> None:
    """Takes all that comes until nothing comes any more."""
    while terminal.read(SETTLED):
        pass


def drawn_by(terminal: Terminal) -> list[list[tuple[object, ...]]]:
    """The picture that all the bytes sent since the screen was taken over give."""
    emulator = Emulator(terminal.screen.columns, terminal.screen.lines)
    emulator.show(terminal.raw[terminal.raw.rindex(b"\x1b[H\x1b[2J") :].decode(errors="replace"))
    return emulator.picture()


TOUR = [
    *("j", "j", "k", "G", "g", "Space", "1", "j", "a", "a", "3", "j", "4", "j", "5", "PgDn", "j", "G", "g"),
    *("2", "/", "c", "i", "v", "Enter", "n", "X", "z", "j", "G", "g", "z", "?", "f", "Esc", "Esc", "w", "Tab", "Esc"),
    *("s", "S", "u", "u", "o", "y", "[", "]", "Enter", "z", "z", "\\", "x"),
]


def alike(terminal: Terminal, record: Path) -> Compared:
    """Both outputs, once what came through the terminal gives the picture of what was written. Fails if it doesn't."""
    limit = monotonic() + DEADLINE
    while drawn_by(terminal) != (found := compared(record)).stock.picture():
        assert monotonic() < limit, "the terminal shows another picture than Textual's output gives"
        terminal.read(SETTLED)
    return found


def test_every_pane_dialogue_resize_and_suspension_looks_as_textuals_own(session: tuple[Terminal, Path]) -> None:
    terminal, record = session
    for key in TOUR:
        terminal.press(key)
        settled(terminal)
    assert alike(terminal, record).pictures > len(TOUR)
    for size in ((80, 24), (160, 45), (40, 12)):
        terminal.resize(*size)
        settled(terminal)
        alike(terminal, record)
        for key in ("2", "j", "5"):
            terminal.press(key)
            settled(terminal)
    terminal.press("^Z")
    os.waitid(os.P_PID, terminal.process.pid, os.WSTOPPED | os.WNOWAIT)
    settled(terminal)
    assert b"\x1b[?1049l" in terminal.raw
    os.kill(terminal.process.pid, signal.SIGCONT)
    while terminal.raw.count(b"\x1b[?1049h") < 2:
        assert terminal.read(DEADLINE), "it did not come back"
    settled(terminal)
    for key in ("^L", "2", "j"):
        terminal.press(key)
        settled(terminal)
    alike(terminal, record)


async def test_the_first_frame_of_a_window_made_larger_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes, sent = [(20, 4)], [b""]
    monkeypatch.setattr(LinuxDriver, "start_application_mode", lambda driver: None)
    monkeypatch.setattr("tui.driver.driver.os.get_terminal_size", lambda file: os.terminal_size(sizes[-1]))
    monkeypatch.setattr("tui.driver.driver.os.write", lambda file, data: sent.append(data) or len(data))
    app = SaysoApp(launched(Path("none.json")))
    driver = TerminalDriver(app, size=None)
    driver.start_application_mode()
    for columns, rows in ((20, 4), (60, 9)):
        sizes.append((columns, rows))
        driver.write("".join(f"\x1b[{y + 1};1H{'x' * columns}" for y in range(rows)) + "\x1b[1;1H")
        driver.flush()
    assert sent[-1].count(b"x") == 60 * 9
