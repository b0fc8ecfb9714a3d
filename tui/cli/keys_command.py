"""`sayso keys`: what each key of the browser does, as it is for this user."""

from __future__ import annotations

import json

import click
from msgspec.structs import asdict

from tui.cli.output import put
from tui.cli.table import Heading, text_table
from tui.config import Config
from tui.keymap import remapped
from tui.keys import FORM


@click.command("keys")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    help="As lines to read, or as JSON, as in: sayso keys --format json",
)
def command(form: str) -> None:
    """List the keys of the browser: what to press, where it holds, what it does, and the id to change it by.

    Your own keys stand in the config file; this one marks with F6. Those of a line of text and of the dialogues (help,
    export, log, making a record) are fixed.

    \b
      [keys]
      "browse.mark" = "f6"

    \b
    Example:
      sayso keys | grep mark
    """
    own = Config.load().keys
    keys = (*remapped(own), *remapped(own, FORM))
    if form == "json":
        put(json.dumps([asdict(key) for key in keys], ensure_ascii=False, indent=1) + "\n")
    else:
        headings = [Heading(text) for text in ("Key", "Where", "Id", "Does")]
        put(text_table(headings, [[key.shown, key.scope, key.id, key.does] for key in keys]))
