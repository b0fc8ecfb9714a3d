"""What everything we draw is made of: text that went through `clean`, and its style. The type checker is the lint."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style

from tui.clean import Shown, clean


class Ink(Segment):
    """A run of cells in one style: a Segment and nothing more, but that the type checker lets only `Shown` into it."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __new__(cls, text: Shown, style: Style | None = None) -> Ink: ...

    def also(self, style: Style) -> Ink:
        """The same text, looking so besides."""
        return Ink(Shown(self.text), style if self.style is None else self.style + style)


if TYPE_CHECKING:
    # Proves that the gate is shut: were this no error, mypy would find an ignore that nothing needs.
    Ink("any text")  # type: ignore[arg-type]

Row: TypeAlias = Sequence[Ink]


def fitted(row: Iterable[Ink], width: int) -> list[Ink]:
    """The row cut or padded to exactly `width` cells; a wide letter that is cut becomes a space."""
    kept: list[Ink] = []
    room = width
    for ink in row:
        if (cells := ink.cell_length) > room:
            return [*kept, Ink(clean(set_cell_size(ink.text, room)), ink.style)]
        kept.append(ink)
        room -= cells
    return [*kept, Ink(clean(" " * room))] if room > 0 else kept
