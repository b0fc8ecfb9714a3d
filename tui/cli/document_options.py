"""The options that say what the files don't say of themselves, the same for `import` and `draft`."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from store.intake import Given

_OF_ONE = ("title", "url", "archived_url")
"""What can't be the same of two documents."""
_OPTIONS = (
    ("title", "WORDS", "Its title, as in: --title 'Aleppo under siege'"),
    ("author", "NAME", "Who wrote it."),
    ("publisher", "NAME", "Who published it, as in: --publisher 'The Courier'"),
    ("credit", "WORDS", "The agency's line, as in: --credit AFP"),
    ("published", "DATE", "When, as in: --published 2016-12-13"),
    ("url", "URL", "Where it stands on the web."),
    ("archived_url", "URL", "Where a copy of that is kept."),
    ("retrieved", "MOMENT", "When it was fetched, if not now, as in: --retrieved 2016-12-14T09:30Z"),
    ("language", "CODE", "Its language, as in: --language en. Only English is drafted."),
)


def document_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds them to a command, which is given them as keywords."""
    for name, metavar, told in reversed(_OPTIONS):
        command = click.option(f"--{name.replace('_', '-')}", name, metavar=metavar, help=told)(command)
    return command


def given(files: Sequence[Path], options: dict[str, str | None]) -> Given:
    """What is given of the documents in these files. Raises EditError, and UsageError where it can't be of them all."""
    from store.intake import Given

    texts = {name: text for name, text in options.items() if text is not None}
    several = len(files) > 1 or any(map(os.path.isdir, files))
    for name in _OF_ONE:
        if several and name in texts:
            raise click.UsageError(f"--{name.replace('_', '-')} is of one document; name one file alone with it.")
    return Given({"retrieved.at" if name == "retrieved" else name: text for name, text in texts.items()})
