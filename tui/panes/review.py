"""The draft that is reviewed, field by field, beside its source."""

from __future__ import annotations

from tui.clean import clean
from tui.frame import heading
from tui.ink import Ink, Row
from tui.lines import Line
from tui.render import reviewed, styles
from tui.render.reviewed import Picture


class ReviewPane(Line):
    """As many lines as there is room for, so that the next draft moves nothing on the screen."""

    DEFAULT_CSS = """
    ReviewPane { width: 1fr; height: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.picture: Picture | None = None

    def show_picture(self, picture: Picture) -> None:
        self.picture = picture
        self.fill(self._drawn_in)

    def fit(self) -> None:
        # There are as many lines as there is room for, at the same width too.
        self._drawn = None

    def _drawn_in(self, width: int) -> list[Row]:
        if self.picture is None:
            return [[]]
        name = Ink(clean(" R Review "), styles.HEADING_FOCUSED)
        left, right = reviewed.title(self.picture)
        height = max(self.size.height - 1, 0)
        return [heading(name, left, (right,), width), *reviewed.rows(self.picture, width, height)]
