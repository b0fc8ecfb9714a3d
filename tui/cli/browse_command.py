"""`sayso browse`: the one command that loads Textual, after all that can be wrong has been looked at."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli.browsing import opened
from tui.cli.sorting import completed
from tui.view.view import PANES


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
    return opened(archive, filter_text, pane, sort, switches)
