"""Opening the browser: all that can be wrong is looked at before Textual is loaded. Knows no click.

Plain `sayso` comes here without it, as `sayso --archive PATH` does: to load it would be a tenth of the start.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from store.errors import SaysoError
from tui.config import Config, Launch, locate, state_dir
from tui.terminal import Terminal

# Read by Textual when it is imported. Animations and smooth scrolling only cost traffic over a line; only differences
# are sent, so that more frames cost nothing and a filter key is answered sooner. The theme is the app's own: where that
# sets another than Textual began with, all styles are read twice.
_TEXTUAL = {
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_SMOOTH_SCROLL": "0",
    "TEXTUAL_FPS": "1000",
    "TEXTUAL_THEME": "ansi-dark",
}


class NoTerminalError(SaysoError):
    """There is no terminal that a browser could be drawn on."""


def opened(
    archive: Path | None,
    filter_text: str | None = None,
    pane: str | None = None,
    sort: str | None = None,
    switches: Mapping[str, bool] = MappingProxyType({}),
) -> int:
    """Runs the browser as it is asked to; the exit code. Raises the SaysoError that kept it from it, or ended it."""
    _refuse_without_terminal()
    launch = _launch(archive, filter_text, pane, sort, switches)
    return _browser()(launch)


def _refuse_without_terminal() -> None:
    advice = "`sayso list` and `sayso export` need none."
    if os.environ.get("TERM", "") in ("", "dumb", "unknown"):
        raise NoTerminalError(f"The browser can't draw on this terminal (TERM is dumb or not set). {advice}")
    # Textual reads stdin and draws on stderr; stdout may go elsewhere.
    for name, stream in (("input", sys.stdin), ("error output", sys.stderr)):
        if stream is None or not stream.isatty():
            raise NoTerminalError(f"The browser wants a terminal, and its {name} is none. {advice}")


def _launch(
    archive: Path | None,
    filter_text: str | None,
    pane: str | None,
    sort: str | None,
    switches: Mapping[str, bool],
) -> Launch:
    """Raises what is wrong with any of it."""
    config = Config.load()
    if filter_text is not None:
        from store.query import parse

        parse(filter_text)
    if sort is not None:
        from tui.cli.sorting import checked

        pane = pane or "statements"
        checked(pane, sort)
    located = locate(archive, config)
    return Launch(
        path=located.path,
        sample=located.sample,
        read_only=switches.get("read_only", False),
        filter=filter_text,
        pane=pane,
        sort=sort,
        config=config,
        state_dir=state_dir(),
        terminal=_terminal(config, switches.get("screen_reader", False)),
        mouse=switches.get("mouse", False) or config.mouse,
        clipboard=config.clipboard and not switches.get("no_clipboard", False),
    )


def _terminal(config: Config, screen_reader: bool) -> Terminal:
    utf8 = None if config.ascii is None else not config.ascii
    return Terminal.of(os.environ, utf8=utf8, cursor=screen_reader or config.screen_reader)


def _browser() -> Callable[[Launch], int]:
    # Only this process may be ended by a reader that goes away: the browser has a screen to give back.
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    for name, value in _TEXTUAL.items():
        os.environ.setdefault(name, value)
    # What is made at the start is there to stay, and looking through it for garbage is a tenth of the way to the first
    # frame. The browser turns the collector on again once the archive is shown.
    gc.disable()
    # asyncio loads TLS wherever there is any, which takes as long as three panes. The browser opens no connection.
    without_tls = sys.modules.setdefault("ssl", None)  # type: ignore[arg-type]
    from tui.app import browse

    if without_tls is None:
        del sys.modules["ssl"]
    return browse
