"""`--sort FIELD`: a column of a table's orders, reversed where a dash stands before it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import NamedTuple

import click


class Order(NamedTuple):
    column: str
    reverse: bool


def completed(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """The columns that begin so, for a shell to complete: of the table or pane where click knows it yet, or of any."""
    from store.index import SORTS

    named = ctx.params.get("table") or ctx.params.get("pane")
    columns = dict.fromkeys(column for table, sorts in SORTS.items() if named in (None, table) for column in sorts)
    return [column for column in columns if column.startswith(incomplete)]


def checked(table: str, text: str) -> Order:
    """The order that `--sort TEXT` asks of the table. Raises click.UsageError for a column it hasn't."""
    from store.index import SORTS

    column = text.removeprefix("-")
    known = SORTS.get(table, {})
    if column not in known:
        meant = get_close_matches(column, known, 1)
        advice = f"Did you mean {meant[0]}?" if meant else f"It takes: {', '.join(known) or 'nothing'}."
        raise click.UsageError(f"--sort {text}: {table} can't be sorted by {column!r}. {advice}")
    return Order(column, text.startswith("-"))
