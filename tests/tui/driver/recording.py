"""Runs the browser and keeps all that Textual wrote to its driver: `python -m tests.tui.driver.recording FILE ARCHIVE`.

FILE gets a line of JSON for each event: ["write", data], ["flush", columns, rows], ["start"] and ["stop"].
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

os.environ.update({"TEXTUAL_ANIMATIONS": "none", "TEXTUAL_SMOOTH_SCROLL": "0", "TEXTUAL_FPS": "240"})

from tui.app import SaysoApp
from tui.config import Config, Launch
from tui.driver.driver import TerminalDriver

RECORD = Path(sys.argv[1])


class Recording(TerminalDriver):
    """The driver as it is, and its diary."""

    def note(self, *event: object) -> None:
        with RECORD.open("a", encoding="utf-8", errors="surrogatepass") as file:
            file.write(json.dumps(event) + "\n")

    def write(self, data: str) -> None:
        self.note("write", data)
        super().write(data)

    def flush(self) -> None:
        super().flush()
        self.note("flush", *os.get_terminal_size(self.fileno))

    def start_application_mode(self) -> None:
        self.note("start")
        super().start_application_mode()

    def stop_application_mode(self) -> None:
        self.note("stop")
        super().stop_application_mode()


if __name__ == "__main__":
    archive = Path(sys.argv[2])
    app = SaysoApp(Launch(archive, False, False, None, None, None, Config(), archive.parent / "state"))
    app.driver_class = Recording
    app.run(mouse=False)
