"""A report in which is lit what no record accounts for: lines with a gap are signed, and keys go through them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tui.render.source import GAP
from tui.render.spoken import UNACCOUNTED
from tui.render.text import Span
from tui.report import Report
from tui.spoken import spoken
from tui.view.subject import Subject


class GappedReport(Report):
    """Gaps belong to one report, and the one gone to is left with its record."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._bare = False
        self._gaps: Sequence[Span] = ()
        self._gap: int | None = None

    def show(self, subject: Subject | None) -> None:
        before, document = self._subject, subject.document if subject is not None else None
        if before is None or subject is None or before.record.id != subject.record.id:
            self._gap = None
        if before is None or before.document is None or document is None or before.document.id != document.id:
            self._gaps = ()
        super().show(subject)

    @property
    def bare(self) -> bool:
        """Whether the report stands there alone, for what is known of the record is shown beside it."""
        return self._bare

    @bare.setter
    def bare(self, bare: bool) -> None:
        if bare != self._bare:
            self._bare = bare
            self._lay_out()
            self._to_anchor()
            self.refresh()

    @property
    def _head_room(self) -> int:
        return 0 if self._bare else super()._head_room

    def show_gaps(self, gaps: Sequence[Span]) -> None:
        """Lights these runs of the report, in order: what no record accounts for."""
        if tuple(gaps) != tuple(self._gaps):
            here = self.at_gap
            self._gaps = gaps
            self._gap = list(gaps).index(here) if here is not None and here in gaps else None
            self._light_gaps()

    def _light_gaps(self) -> None:
        if self._layout is not None:
            here = self.at_gap
            sign = UNACCOUNTED if spoken(self) else GAP
            self._layout = replace(self._layout, gaps=self._gaps, at_gap=here, gap_sign=sign)
            self.refresh()

    def _lay_out(self) -> None:
        super()._lay_out()
        self._light_gaps()

    @property
    def at_gap(self) -> Span | None:
        """The gap that was gone to, until another record is shown."""
        return self._gaps[self._gap] if self._gap is not None else None

    def next_gap(self, step: int) -> int | None:
        """Goes to the next gap (1) or the one before (-1), round the ends; which it is, from 1, None without any.

        The first time it is the first gap from the top line on.
        """
        if self._layout is None or not self._gaps:
            return None
        if self._gap is None:
            below = [n for n, (start, _) in enumerate(self._gaps) if self._layout.line_of(start) >= self._top]
            self._gap = below[0 if step > 0 else -1] if below else 0
        else:
            self._gap = (self._gap + step) % len(self._gaps)
        line = self._layout.line_of(self._gaps[self._gap][0])
        self._light_gaps()
        if spoken(self) or not self._top <= line < self._top + self._text_room:
            self._go(line if spoken(self) else max(line - self._text_room // 2, 0))
        return self._gap + 1

    def end_gap(self) -> None:
        """No gap is gone to any more."""
        if self._gap is not None:
            self._gap = None
            self._light_gaps()
