"""`sayso new`: an archive to fill."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli.output import say


@click.command("new")
@click.argument("path", type=click.Path(path_type=Path))
def command(path: Path) -> None:
    """Make a new, empty archive at PATH, with the folders it lies in.

    What stands there already is left as it is: then nothing is made, and the exit code is 2.

    \b
    Example:
      sayso new reports.json
      sayso --archive reports.json import from-a-colleague.json
    """
    from store.archive import Archive

    made = Archive.create(path)
    say(f"Made {path}. Bring records in with: sayso --archive {path} import FILE")
    if warning := made.warning:
        say(warning)
