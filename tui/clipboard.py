"""The one door to the user's clipboard. What it did is told, never that the text arrived: nothing answers."""

from __future__ import annotations

import subprocess
from base64 import b64encode
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from store.characters import signs
from tui.view.memory import write_private

LONGEST = 74_994
"""Bytes of base64 in one OSC 52; what is longer some terminals drop, and some print."""
TMUX_SECONDS = 2.0
"""After which tmux is taken to hang."""


class Copied(NamedTuple):
    """What was done with a text: `words` of the clipboard ("sent to …"), `kept` of the file, to be added to them."""

    words: str
    kept: str
    wrong: bool
    """Whether less was done than was asked for."""

    @property
    def told(self) -> str:
        """The words, and the file's where they matter: that is where the text is if it is nowhere else."""
        return self.words + self.kept if self.wrong else self.words


class Clipboard:
    """Keeps what was copied last in a file of mode 0600, and hands it to tmux or to the terminal.

    `send` takes base64 for the terminal's clipboard (OSC 52); there is none as long as nothing is drawn. `allowed` is
    False for users whose clipboard must get nothing: the file has it all the same.
    """

    def __init__(self, file: Path, environment: Mapping[str, str], *, allowed: bool) -> None:
        self.file = file
        self.text = ""
        """What was copied last."""
        self.send: Callable[[bytes], None] | None = None
        self._environment = environment
        self._allowed = allowed

    def copy(self, text: str) -> Copied:
        """Copies the text with signs for what would act where it is pasted (`store.characters.signs`)."""
        self.text = signs(text)
        words, wrong = self._hand_on()
        try:
            write_private(self.file, self.text.encode())
        except OSError as error:
            return Copied(words, f"; {self.file} can't be written ({error.strerror})", wrong=True)
        return Copied(words, f", and written to {self.file}", wrong)

    def _hand_on(self) -> tuple[str, bool]:
        """What was done, and whether it is less than was asked for."""
        if not self._allowed:
            return "kept off the clipboard, as you asked", False
        if self._environment.get("TMUX"):
            return self._into_tmux()
        if self._environment.get("STY") or self._environment.get("TERM", "").startswith("screen"):
            # It prints an OSC 52 of more than 768 bytes on the screen.
            return "not sent to the clipboard, which GNU screen doesn't pass on", True
        encoded = b64encode(self.text.encode())
        if len(encoded) > LONGEST:
            return f"too long for a terminal's clipboard ({len(self.text):,} characters)", True
        if self.send is not None:
            self.send(encoded)
        return "sent to the terminal's clipboard", False

    def _into_tmux(self) -> tuple[str, bool]:
        try:
            # -w, from tmux 3.2 on, tells the terminal around it too.
            taken = self._tmux("load-buffer", "-w", "-") or self._tmux("load-buffer", "-")
        except subprocess.TimeoutExpired:
            return "not copied, for tmux doesn't answer", True
        except OSError as error:
            return f"not copied, for tmux can't be run ({error.strerror})", True
        return ("put into tmux's buffer", False) if taken else ("not copied, for tmux refuses it", True)

    def _tmux(self, *arguments: str) -> bool:
        """Whether tmux did it. Raises OSError where it can't be run, TimeoutExpired where it hangs."""
        done = subprocess.run(
            ["tmux", *arguments],
            input=self.text.encode(),
            capture_output=True,
            check=False,
            timeout=TMUX_SECONDS,
            env=self._environment,
        )
        return done.returncode == 0
