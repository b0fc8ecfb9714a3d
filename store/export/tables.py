"""Figures as a table: one row for each number as somebody claims it; nothing in it is summed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from store.export import commonmark, wording
from store.export.footnotes import Footnotes
from store.export.selection import Selection
from store.model import Figure

STATUS = {"civilian": "civilians", "combatant": "combatants", "mixed": "civilians and combatants", "unstated": ""}


def bound(figure: Figure) -> str:
    """ "approximate", "at least, computed"; a number that was merely reported is not said to be."""
    method = f", {figure.method}" if figure.method in ("estimated", "computed") else ""
    return ("order of magnitude" if figure.bound == "order" else figure.bound.replace("-", " ")) + method


def counting(figure: Figure) -> str:
    """ "as of", "during", "since"."""
    return (figure.counting or "").replace("-", " ")


def counted(figure: Figure) -> str:
    """What is counted, and whether these are civilians where the words don't say it: "people (combatants)"."""
    words, status = figure.counted or "", STATUS[figure.status]
    told = not status or figure.status in words
    return " ".join(filter(None, [words, "" if told else f"({status})"]))


def claimant(selection: Selection, figure: Figure) -> str:
    """Who says the number; whether they deny it; and whom they have it from."""
    records = selection.records
    based_on = wording.actors(records, figure.based_on)
    parts = [
        wording.claimants(records, figure),
        act(selection, figure),
        f"based on {based_on}" if based_on else "",
        wording.via(records, figure.via),
    ]
    return "; ".join(filter(None, parts))


def act(selection: Selection, figure: Figure) -> str:
    """ "denies (cue: denied that)" where the statement that carries the figure isn't plain saying, else ""."""
    statement = selection.records.statements.get(figure.statement or "")
    if statement is None or statement.act == "says":
        return ""
    return f"{statement.act} (cue: {wording.words(statement.cue) or 'not recorded'})"


COLUMNS: dict[str, Callable[[Selection, Figure], str]] = {
    "As claimed": lambda _, figure: figure.anchor.exact,
    "Low": lambda _, figure: wording.number(figure.low),
    "Best": lambda _, figure: wording.number(figure.best),
    "High": lambda _, figure: wording.number(figure.high),
    "Unit": lambda _, figure: figure.unit or "",
    "Bound": lambda _, figure: bound(figure),
    "Counted": lambda _, figure: counted(figure),
    "Outcome": lambda _, figure: figure.outcome or "",
    "Counting": lambda _, figure: counting(figure),
    "Place": lambda _, figure: wording.place(figure.place),
    "Period": lambda _, figure: wording.when(figure.period),
    "Claimant": claimant,
    "Blamed": lambda selection, figure: wording.actors(selection.records, figure.attributed_to),
}
"""The columns of a figure in the order of the table, and what stands in them; "" for what isn't known."""


def table(selection: Selection, footnotes: Footnotes, figures: Iterable[Figure]) -> str:
    """A GFM table of the figures, in the order given; its last column is the footnote."""
    head = [*COLUMNS, "Source"]
    rows = [head, ["---"] * len(head), *(_row(selection, footnotes, figure) for figure in figures)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(selection: Selection, footnotes: Footnotes, figure: Figure) -> list[str]:
    source = [*(f"**{mark}**" for mark in selection.marks(figure)), footnotes.cite(figure)]
    return [*(commonmark.cell(column(selection, figure)) for column in COLUMNS.values()), " ".join(source)]


def in_one_line(selection: Selection, figure: Figure) -> str:
    """What a row of the table says, as plain words: "as claimed: some 990 civilians; best: 990; …"."""
    cells = ((name.lower(), column(selection, figure)) for name, column in COLUMNS.items())
    return "; ".join(f"{name}: {text}" for name, text in cells if text)
