"""The programs that are measured side by side: how each is started, known to be ready, and moved."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from shlex import quote
from tempfile import mkdtemp

from tests.bench.keys import PAGE_DOWN
from tests.bench.made_up import Files
from tests.bench.measured_terminal import MeasuredTerminal

ROOT = Path(__file__).parents[2]
SIZE = (120, 40)


@dataclass(frozen=True)
class Program:
    """A program, ready when `first` is among its output, and with all of the archive when the screen has `loaded`."""

    name: str
    command: tuple[str, ...]
    first: bytes
    loaded: str
    """A regular expression over the lines of the screen."""
    down: bytes = b"j"
    page: bytes = PAGE_DOWN
    """Empty where it has no pages."""
    prepare: tuple[str, ...] = ()
    """Keys that make it show one list, ready to filter by what was said."""
    filter: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    """Keys before what is filtered for, and after it."""
    live: bool = True
    """Whether it filters as one types; else the first key after what is typed begins the search."""
    quiet: float = 0.1
    """Seconds without output after which a key has been answered."""
    answering: bool = False
    """Whether its terminal answers queries, as a modern one does."""
    env: Mapping[str, str] = field(default_factory=dict)

    @property
    def missing(self) -> bool:
        return shutil.which(self.command[0]) is None

    def started(self, home: Path) -> MeasuredTerminal:
        """The program in a terminal, as somebody starts it who never did before."""
        own = Path(mkdtemp(dir=home))
        env = {**environment(own), **self.env}
        return MeasuredTerminal(self.command, env=env, cwd=own, size=SIZE, quiet=self.quiet, answering=self.answering)


def environment(home: Path) -> dict[str, str]:
    """Of a user without any settings, in a UTF-8 locale; compiled Python modules are kept and used."""
    own = {f"XDG_{name.upper()}_HOME": str(home / name) for name in ("config", "data", "state")}
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LD_LIBRARY_PATH", "TMPDIR")}
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    return {**kept, **own, **terminal, "HOME": str(home)}


def sayso(archive: Path, statements: int) -> Program:
    command = (sys.executable, "-m", "tui.cli", "--archive", str(archive))
    # The status line ends so once every filter is answered.
    counts = rf"{statements:,} statements · [\d,]+ figures(?: · [\d,]+ drafts)?"
    loaded = rf"2 Statements · {statements:,} (?s:.*)▸(?s:.*) {counts} *(?:\n|$)"
    return Program("sayso", command, "▸".encode(), loaded, prepare=("z",), filter=(("/",), ("Esc",)), quiet=0.2)


def sample() -> Program:
    """sayso on the sample archive, which it finds by itself."""
    return replace(sayso(Path(), 10), command=(sys.executable, "-m", "tui.cli"))


def bare() -> Program:
    command = (sys.executable, str(ROOT / "tests/bench/bare_app.py"))
    return Program("bare Textual", command, b"counted 0", "counted 0", page=b"")


def visidata(files: Files, statements: int, vd: str) -> Program:
    """Selects by a pattern in the column of what was said, and takes that back.

    Some bytes that change nothing follow every key, the first of them a tenth of a second after it.
    """
    command = (vd, str(files.table))
    search = (("|",), ("Enter", "g", "u"))
    named = Program("VisiData", command, b"said", rf"\b{statements} ", prepare=("l", "l"), filter=search)
    return replace(named, live=False, quiet=0.05)


def fzf(files: Files, statements: int) -> Program:
    """Whole words as typed (-e), as sayso finds them; an arrow moves, for letters are typed."""
    env = {"FZF_DEFAULT_COMMAND": f"cat {quote(str(files.lines))}"}
    command = ("fzf", "-e", "--layout=reverse")
    loaded = rf"{statements}/{statements}"
    return Program("fzf", command, "“".encode(), loaded, down=b"\x1b[B", filter=((), ("^U",)), quiet=0.2, env=env)


def less(files: Files) -> Program:
    search = (("&",), ("Enter", "&", "Enter"))
    return Program("less", ("less", "-S", str(files.lines)), "“".encode(), "“", page=b" ", filter=search, live=False)
