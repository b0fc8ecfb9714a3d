"""Statements or figures as CSV (RFC 4180, lines end in CRLF): one row each, and no cell that a spreadsheet computes.

A cell of text that would be a formula gets an apostrophe before it (OWASP, CSV Injection), and so does one that had
the apostrophe already: taking one away gives the text. Numbers of ours stay numbers, negative ones too. Dangerous
characters are shown by the signs of `store.characters`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from store.characters import signs
from store.export import order
from store.export.columns import FIGURE_COLUMNS, STATEMENT_COLUMNS, figure_row, statement_row
from store.export.selection import DEMONSTRATION, Selection

# Full-width signs too, which some spreadsheets take for theirs; spaces before a sign may be trimmed on reading.
_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")


def statements_csv(selection: Selection) -> str:
    """The statements in order of speaker and date, under `STATEMENT_COLUMNS`; of the sample, a column says so first."""
    groups = order.by_voice(selection.records, selection.kept_statements).values()
    rows = [statement_row(selection, statement) for group in groups for statement in group]
    return sheet(STATEMENT_COLUMNS, rows, demonstration=selection.records.demonstration)


def figures_csv(selection: Selection) -> str:
    """The figures in order of claimant and period, under `FIGURE_COLUMNS`; of the sample, a column says so first."""
    figures = order.by_claimant(selection.records, selection.kept_figures)
    rows = [figure_row(selection, figure) for figure in figures]
    return sheet(FIGURE_COLUMNS, rows, demonstration=selection.records.demonstration)


def sheet(
    columns: Sequence[str], rows: Iterable[Mapping[str, str | float | None]], *, demonstration: bool = False
) -> str:
    """Any rows under the names of their columns; what a row hasn't is an empty cell; ValueError for a nameless one."""
    said = {"DEMONSTRATION": DEMONSTRATION} if demonstration else {}
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, [*said, *columns])
    writer.writeheader()
    for row in rows:
        cells = {name: neutral(cell) if isinstance(cell, str) else cell for name, cell in row.items()}
        writer.writerow(said | cells)
    return text.getvalue()


def neutral(text: str) -> str:
    """The text as a cell that isn't a formula."""
    safe = signs(text)
    return f"'{safe}" if _FORMULA.match(safe) else safe
