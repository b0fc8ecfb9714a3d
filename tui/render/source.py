"""A report laid out in lines, with the anchors of one record lit: pure, from text and width to segments."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from store.model import Document, Figure, Record, Statement
from store.records import Records
from store.references import anchors
from tui.clean import clean
from tui.ink import Ink, Row
from tui.render import styles
from tui.render.facts import Fact, facts
from tui.render.text import Paint, Span, hits, painted, wrap

LOOKS = {"content": styles.CONTENT, "anchor": styles.CONTENT, "source": styles.SOURCE, "cue": styles.CUE}
BAR, GAP = "▌", "○"
LONGEST_HIT = 4096
"""Characters."""
LONGEST_FACT, LINES_OF_A_FACT = 30_000, 1000
"""Characters, and lines, of a fact that are laid out, which is more than a screen has; `sayso show` has all."""


class Layout(Struct, frozen=True):
    """A document's text in lines of one width. `paints` are the record's anchors; offsets are into `text`."""

    text: str
    lines: Sequence[Span]
    paints: list[Paint]
    found: Sequence[Span] = ()
    """Where the words searched for stand."""
    sign: str = BAR
    """Stands before each line that holds words of the record; as much room is before the others."""
    gaps: Sequence[Span] = ()
    """Quotations and numbers that no record accounts for; `at_gap` is the one gone to."""
    at_gap: Span | None = None
    gap_sign: str = GAP

    def line_of(self, offset: int) -> int:
        """The line, from 0, on which the character stands."""
        return max(bisect_right(self.lines, (offset, len(self.text) + 1)) - 1, 0)

    @property
    def first(self) -> int:
        """The line of the record's first own word; 0 where it has none."""
        return self.line_of(self.first_word or 0)

    @property
    def first_word(self) -> int | None:
        """The offset of the record's first own word."""
        return min((start for start, _, look in self.paints if look == styles.CONTENT), default=None)

    def selecting(self, span: Span, kept: Iterable[tuple[str, Span]]) -> Layout:
        """With this run selected, and the parts kept of a record to be in place of the record's own words.

        The words searched for aren't lit meanwhile: they look the same.
        """
        parts = [(start, end, LOOKS[name]) for name, (start, end) in kept]
        return replace(self, paints=[*(parts or self.paints), (*span, styles.SELECTED)], found=())

    def draw(self, line: int) -> list[Ink]:
        start, end = self.lines[line]
        own = any(a < end and start < b for a, b, look in self.paints if look == styles.CONTENT)
        gaps = self._gaps_near(start, end)
        near = [*gaps, *self.paints, *((a, b, styles.HIT) for a, b in self._found_near(start, end))]
        sign = self.sign if own else self.gap_sign if gaps else " " * len(self.sign)
        return [Ink(clean(sign), styles.CURSOR), *painted(self.text, start, end, near)]

    def _gaps_near(self, start: int, end: int) -> list[Paint]:
        return [
            (a, b, styles.HIT if (a, b) == self.at_gap else styles.GAP)
            for a, b in self.gaps[: bisect_left(self.gaps, (end, 0))]
            if start < b
        ]

    def _found_near(self, start: int, end: int) -> Sequence[Span]:
        """The hits that may stand in text[start:end]: a hit has as many letters as its word, and some marks."""
        return self.found[bisect_left(self.found, (start - LONGEST_HIT, 0)) : bisect_left(self.found, (end, 0))]


_wrapped = lru_cache(8)(wrap)
"""The lines of the texts shown last: moving among the records of one report lays nothing out anew."""


@lru_cache(8)
def _hits(text: str, words: Sequence[str]) -> Sequence[Span]:
    return hits(text, words)


def layout(document: Document, record: Record | None, width: int, words: Sequence[str], sign: str = BAR) -> Layout:
    """The document in lines of `width` cells, margin included."""
    paints: list[Paint] = []
    if isinstance(record, Statement | Figure):
        # A broken anchor lights nothing: what stands there is not what the record says.
        whole = [(name, a) for name, a in anchors(record) if document.text[max(a.start, 0) : a.end] == a.exact]
        paints = [(anchor.start, anchor.end, LOOKS[name]) for name, anchor in whole]
    lines = _wrapped(document.text, width - len(sign))
    return Layout(document.text, lines, paints, _hits(document.text, tuple(words)), sign)


Lines: TypeAlias = list[Row]


def head(records: Records, record: Record, width: int, words: Sequence[str]) -> list[Lines]:
    """All that is known of the record: for each fact its lines of at most `width` cells; the first fact in bold."""
    return [_fact_lines(fact, width, words, number == 0) for number, fact in enumerate(facts(records, record))]


def _fact_lines(fact: Fact, width: int, words: Sequence[str], first: bool) -> Lines:
    label, value = fact
    text = f"{label}: {value}" if label else value
    if len(text) > LONGEST_FACT:
        text = f"{text[:LONGEST_FACT]}… ({len(text) - LONGEST_FACT:,} more characters)"
    paints: list[Paint] = [(0, len(text), styles.BOLD)] if first else [(0, len(label), styles.DIM)]
    paints += [(a, b, styles.HIT) for a, b in hits(text, words)]
    return [list(painted(text, start, end, paints)) for start, end in wrap(text, width)[:LINES_OF_A_FACT]]


def whole_facts(head: Sequence[Lines], height: int) -> tuple[Lines, int]:
    """The lines of as many facts as go whole into `height` lines, and how many facts are left over.

    No fact is shown in part but the first, for what is cut off might be its "not".
    """
    lines: Lines = list(head[0][:height]) if head else []
    for number, fact in enumerate(head[1:], 1):
        if len(lines) + len(fact) > height:
            return lines, len(head) - number
        lines += fact
    return lines, 0


def place_in(document: Document, record: Record | None) -> str:
    """Where the record stands: paragraph, counted from 1, and characters."""
    if not isinstance(record, Statement | Figure):
        return ""
    first = record.content[0] if isinstance(record, Statement) and record.content else None
    anchor = record.anchor if isinstance(record, Figure) else first
    if anchor is None:
        return ""
    paragraph = len([line for line in document.text[: anchor.start].split("\n")[:-1] if line.strip()]) + 1
    return f"¶ {paragraph}, characters {anchor.start}–{anchor.end}"
