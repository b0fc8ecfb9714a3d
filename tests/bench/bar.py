"""A bar: what is asked of sayso, what was measured, and whether it is met; and tables of them in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    """`met` is None where it could not be measured, or is told without being asked for."""

    what: str
    measured: str
    asked: str
    met: bool | None

    @property
    def row(self) -> tuple[str, ...]:
        return self.what, self.measured, self.asked, {True: "met", False: "MISSED", None: "–"}[self.met]


HEAD = ("what", "measured", "bar", "")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table, its columns aligned for those who read it as it is."""
    lines = [tuple(head), *map(tuple, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    drawn = [[cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in lines]
    rule = ["-" * width for width in widths]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (drawn[0], rule, *drawn[1:]))
