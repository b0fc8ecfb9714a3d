"""What is pressed: the keys of a session in sayso, and the words that are typed in it and in fzf."""

from __future__ import annotations

from collections.abc import Iterable

from tests.bench.measured_terminal import Answer, MeasuredTerminal, Region

CLEAR, PAGE_DOWN = b"\x15", b"\x1b[6~"
"""^U empties the line that is typed, in sayso and in fzf."""
CODES = {
    "PgDn": PAGE_DOWN,
    "PgUp": b"\x1b[5~",
    "Home": b"\x1b[H",
    "End": b"\x1b[F",
    "Tab": b"\t",
    "S-Tab": b"\x1b[Z",
    "Enter": b"\r",
    "Esc": b"\x1b",
    "Space": b" ",
    **{f"^{letter}": bytes([ord(letter) & 31]) for letter in "DUP"},
}
"""Keys that are not sent as they are written."""
NAMES = {code: name for name, code in CODES.items()}

WORDS = ("siege", "darlin", "passage", "shaanara", "kalin", "verton")
"""Of the made-up statements, common and rare."""
TITLE_WORDS = ("situation", "report", "humanitarian", "access")
"""Of the titles of all newer reports: the newest statements stay on the screen while they are typed."""
SESSION = (
    *("j", "j", "k", "PgDn", "PgUp", "^D", "^U", "g", "G", "Home", "End", "g", "Space", "Space", "v", "j", "j", "v"),
    *("M", "M", "u", "U", "w", "Esc", "T", "t", "i", "u", "s", "S", "s", "u", "u", "T", "1", "j", "a", "2", "j", "Tab"),
    *("S-Tab", "x", "A", "X", "/", *"siege civ", "Enter", "n", "N", "\\", "n", "\\", "x", "X", "[", "[", "]", "3", "j"),
    *("r", "j", "[", "Enter", "j", "PgDn", "G", "g", "/", *"sha", "Enter", "n", "N", "4", "j", "a", "a", "Enter", "1"),
    *("Enter", "2", "z", "j", "z", "?", *"mark", "Esc", ":", *"zoom", "Esc", "^P", "Esc", "j", "o", "j"),
)
"""Every key but those that end or suspend sayso, `^L`, which sends all by its nature, and `y` and `C`, which copy."""


def coded(keys: Iterable[str]) -> list[bytes]:
    """The keys as a terminal sends them."""
    return [CODES.get(key, key.encode()) for key in keys]


def named(code: bytes) -> str:
    return NAMES.get(code, code.decode())


def pressed(terminal: MeasuredTerminal, keys: Iterable[bytes]) -> list[Answer]:
    """The keys one after the other, each once the one before it has been answered."""
    return [terminal.press(key) for key in keys]


def answered(terminal: MeasuredTerminal, keys: Iterable[bytes]) -> list[Answer]:
    """As `pressed`, of keys that change something for sure. Raises TimeoutError where one doesn't."""
    return [terminal.answer(key) for key in keys]


FOOT = 2
"""Lines at the foot of sayso's screen: the filter and a message."""


def source_region(terminal: MeasuredTerminal) -> Region:
    """Where sayso draws its source pane now, heading included: it follows the cursor by itself, 60 ms after a key."""
    lines = terminal.text.splitlines()
    top = next((number for number, line in enumerate(lines) if "5 Source" in line), None)
    if top is None:
        return frozenset()
    left, screen = lines[top].index("5 Source") - 1, terminal.emulator.screen
    return frozenset((y, x) for y in range(top, screen.lines - FOOT) for x in range(left, screen.columns))


def rows_stayed(answer: Answer, terminal: MeasuredTerminal) -> bool:
    """Whether a zoomed list showed the same rows after the key, to the last cell, as before it."""
    last = terminal.emulator.screen.lines - FOOT
    return all(row == 0 or row >= last for row, _ in answer.change.cells)
