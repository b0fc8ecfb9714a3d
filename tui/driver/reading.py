"""What Textual writes, read back into cells: the white list of what may reach a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.driver.cells import Cells
from tui.driver.looks import PLAIN, Look, after, fitting
from tui.terminal import Terminal

_TOKEN = re.compile(
    r"\x1b\[(?P<look>[0-9;]*)m"
    r"|\x1b\[(?P<move>[0-9]*;?[0-9]*)H"
    r"|\x1b\[\?(?P<mode>[0-9]+)(?P<set>[hl])"
    r"|\x1b\[(?P<keys>[<>])[0-9]*u"
    r"|(?P<text>[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]+)"
    r"|\x1b[\]P_^X](?:[^\x07\x1b\x9c]|\x1b(?!\\))*(?:\x07|\x1b\\|\x9c|\Z)"
    r"|\x1b\[[0-?]*[ -/]*[@-~]"
    r"|\x1b[ -/]*[0-Z\\^-~]"
    r"|.",
    re.DOTALL,
)
"""Looks, moves, modes, keys and text are read; any other sequence, a string one to its end, and any control is passed
over."""

PLAINEST = {"1049", "25", "7"}
"""Modes that all terminals take or ignore: the alternate screen, the cursor shown, wrapping."""
EXTENDED = {"2004"}
"""Bracketed paste."""
MOUSE = {"1000", "1006"}
"""Buttons and the wheel, asked for by Textual only where the user wants the mouse; no moves, which are mere traffic."""
KEYS = {">": "\x1b[>1u", "<": "\x1b[<u"}
"""Kitty's keys: only what tells Esc from the sequences that begin with it. With all keys reported a line that drops
would leave a shell in which nobody can type."""


class Reader:
    """Puts frames into cells, and gives back the modes that are to be sent."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self._x = self._y = 0
        self._look: Look = PLAIN

    @property
    def cursor(self) -> tuple[int, int]:
        """The cell to which Textual moved the cursor last: that of what is typed, or the first one for nowhere."""
        return self._x, self._y

    def read(self, data: str, cells: Cells, dirty: set[int]) -> str:
        """Modes in `data`, as they may be sent; what it draws goes into `cells`, and the rows drawn into `dirty`."""
        return "".join(self._read(data, cells, dirty))

    def _read(self, data: str, cells: Cells, dirty: set[int]) -> Iterator[str]:
        for token in _TOKEN.finditer(data):
            kind, value = token.lastgroup, token[0]
            if kind == "text":
                if self._y < cells.rows:  # Textual learns a moment later that the window is smaller now
                    dirty.add(self._y)
                self._x = cells.put(self._x, self._y, self._letters(value), fitting(self._look, self.terminal))
            elif kind == "look":
                self._look = after(self._look, token["look"])
            elif kind == "move":
                row, _, column = token["move"].partition(";")
                self._x, self._y = max(int(column or 1) - 1, 0), max(int(row or 1) - 1, 0)
            elif kind == "set" and self._allowed(token["mode"], token["set"]):
                yield value
            elif kind == "keys" and self.terminal.extended:
                yield KEYS[token["keys"]]

    def _letters(self, text: str) -> str:
        return text if self.terminal.utf8 or text.isascii() else text.encode("ascii", "replace").decode()

    def _allowed(self, mode: str, state: str) -> bool:
        if mode == "25" and state == "l" and self.terminal.cursor:
            return False
        return mode in PLAINEST or (self.terminal.extended and mode in EXTENDED) or mode in MOUSE
