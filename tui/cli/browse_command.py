"""`sayso browse`: the one command that loads Textual, after all that can be wrong has been looked at."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from store.errors import SaysoError
from tui.cli.sorting import checked, completed
from tui.config import Config, Launch, locate, state_dir
from tui.terminal import Terminal
from tui.view.view import PANES

# Read by Textual when it is imported. Animations and smooth scrolling only cost traffic over a line; only differences
# are sent, so that more frames cost nothing and a filter key is answered sooner. The theme is the app's own: where that
# sets another than Textual began with, all styles are read twice.
_TEXTUAL = {
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_SMOOTH_SCROLL": "0",
    "TEXTUAL_FPS": "240",
    "TEXTUAL_THEME": "ansi-dark",
}


class NoTerminalError(SaysoError):
    """There is no terminal that a browser could be drawn on."""


@click.command("browse")
@click.option(
    "--filter",
    "filter_text",
    metavar="FILTER",
    help="Begin with this filter instead of the last one, as in: --filter 'actor:Russia said:2016-12-13..'",
)
@click.option("--read-only", is_flag=True, help="Refuse every change to the archive, as in: sayso browse --read-only")
@click.option(
    "--pane",
    type=click.Choice(PANES),
    help="Begin in this pane instead of the last one, as in: --pane figures",
)
@click.option(
    "--sort",
    metavar="FIELD",
    shell_complete=completed,
    help="Sort that pane, or the statements, by this field; a dash before it reverses, as in: --sort=-said",
)
@click.option("--mouse", is_flag=True, help="Take clicks and the wheel, as in: sayso browse --mouse")
@click.option(
    "--screen-reader",
    is_flag=True,
    help="One pane, words for signs, and the cursor where you are, as in: sayso browse --screen-reader",
)
@click.option(
    "--no-clipboard",
    is_flag=True,
    help="Copy to the file alone, never to the terminal's clipboard, as in: sayso browse --no-clipboard",
)
@click.pass_obj
def command(
    archive: Path | None,
    /,
    filter_text: str | None,
    read_only: bool,
    pane: str | None,
    sort: str | None,
    **switches: bool,
) -> int:
    """Browse an archive in the terminal: who said what, and whose numbers.

    Comes back with the filter, the marks and the place of the last time. In it, ? explains every key.

    \b
    Examples:
      sayso browse --filter 'counted:civilians outcome:killed' --pane figures
      sayso --archive reports.json browse --read-only
    """
    _refuse_without_terminal()
    launch = _launch(archive, filter_text, read_only, pane, sort, switches)
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
    read_only: bool,
    pane: str | None,
    sort: str | None,
    switches: Mapping[str, bool],
) -> Launch:
    """Raises what is wrong with any of it."""
    from store.query import parse

    config = Config.load()
    if filter_text is not None:
        parse(filter_text)
    if sort is not None:
        pane = pane or "statements"
        checked(pane, sort)
    located = locate(archive, config)
    return Launch(
        path=located.path,
        sample=located.sample,
        read_only=read_only,
        filter=filter_text,
        pane=pane,
        sort=sort,
        config=config,
        state_dir=state_dir(),
        terminal=_terminal(config, switches["screen_reader"]),
        mouse=switches["mouse"] or config.mouse,
        clipboard=config.clipboard and not switches["no_clipboard"],
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
    from tui.app import browse

    return browse
