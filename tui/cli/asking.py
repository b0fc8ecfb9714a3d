"""A question before what can't be undone by a key."""

from __future__ import annotations

import sys

import click

from store.characters import visible
from tui.cli.output import say


def agreed(question: str, yes: bool) -> bool:
    """Whether to go on: `yes`, or what is answered on the terminal. Raises UsageError where nobody can be asked."""
    if yes:
        return True
    if not sys.stdin.isatty():
        raise click.UsageError(f"{visible(question)} Nobody can be asked here: add --yes to agree.")
    if click.confirm(visible(question), default=False, err=True):
        return True
    say("Nothing was changed.")
    return False
