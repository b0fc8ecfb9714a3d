"""Drawing lines straight: what a widget without border, padding, links and fading needs, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from textual.color import Color
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.widget import Widget

GROUND = Color.parse("ansi_default")
"""The terminal's own."""

if TYPE_CHECKING:
    _Widget = Widget
else:
    # Textual takes the styles of a widget's first base alone, which has to be the other one.
    _Widget = object


def unscrolled() -> Reactive[Size]:
    """A `virtual_size` for what never scrolls: a change of Textual's own has all laid out and drawn once more."""
    return Reactive(Size(0, 0), repaint=False)


class Lined(_Widget):
    """A widget that is lines of ink and no more: no border, no padding, no links, nothing that fades.

    Textual's own way looks for all of these in every line, which takes several times as long.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        self._strips: dict[int, Strip] = {}
        self._fitted = Size(0, 0)
        super().__init__(*args, **options)

    def fit(self) -> None:
        """The size is another one. Comes before the first line is drawn in it; nothing needs to be refreshed."""

    def refresh(self, *regions: Region, **options: bool) -> Self:
        for y in [y for y in self._strips if not regions or any(y in region.line_range for region in regions)]:
            del self._strips[y]
        return super().refresh(*regions, **options)

    def render_lines(self, crop: Region) -> list[Strip]:
        self.fitted()
        width = self.size.width
        strips = [self._strip(y, width) for y in crop.line_range]
        return strips if crop.column_span == (0, width) else [strip.crop(crop.x, crop.right) for strip in strips]

    def fitted(self) -> None:
        """All is as it has to be at this size, also in a frame that Textual draws before it tells of the size."""
        if self.size != self._fitted:
            self._fitted = self.size
            self._strips.clear()
            self.fit()

    def on_resize(self) -> None:
        self.fitted()

    def on_hide(self) -> None:
        # It comes back at its old size, perhaps, but with other things to show.
        self._fitted = Size(0, 0)

    def _strip(self, y: int, width: int) -> Strip:
        """The line through all filters, as it was made last where nothing in it changed since."""
        strip = self._strips.get(y)
        if strip is None or strip.cell_length != width:
            strip = self.render_line(y)
            for filter in self.get_line_filters():
                strip = strip.apply_filter(filter, GROUND)
            self._strips[y] = strip
        return strip
