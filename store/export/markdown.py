"""An export as Markdown: the head says what is shown of how much, and the rest is cited records."""

from __future__ import annotations

from collections.abc import Iterator

from store.export import commonmark
from store.export.citation import body, demonstration
from store.export.selection import Selection


def markdown(selection: Selection) -> str:
    """CommonMark with GFM's tables and footnotes; the same bytes for the same selection."""
    return "\n\n".join([*_head(selection), *body(selection, explained=True)]) + "\n"


def _head(selection: Selection) -> Iterator[str]:
    yield "# Who said what, and whose numbers"
    yield from demonstration(selection)
    yield f"{summary(selection)}. Made on {selection.made.isoformat()}."
    if selection.filter is not None:
        yield commonmark.inline(f"Filter: {selection.filter}")
    if selection.archive is not None:
        yield commonmark.inline(f"Archive: {selection.archive}")


def summary(selection: Selection) -> str:
    """ "2 of 12 statements, 0 of 9 figures; left out: 1 drafted"."""
    shown = (
        f"{len(selection.kept_statements):,} of {selection.total_statements:,} statements, "
        f"{len(selection.kept_figures):,} of {selection.total_figures:,} figures"
    )
    left_out = ", ".join(f"{count:,} {reason}" for reason, count in selection.left_out.items())
    return f"{shown}; left out: {left_out}" if left_out else shown
