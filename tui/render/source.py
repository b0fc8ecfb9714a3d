"""A report laid out in lines, with the anchors of one record lit: pure, from text and width to segments."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from rich.segment import Segment

from store.model import Document, Figure, Record, Statement
from store.records import Records
from store.references import anchors
from tui.render import styles
from tui.render.facts import Fact, facts
from tui.render.text import Paint, Span, hits, painted, wrap

LOOKS = {"content": styles.CONTENT, "anchor": styles.CONTENT, "source": styles.SOURCE, "cue": styles.CUE}
BAR = "▌"
"""Stands before each line that holds words of the record."""


@dataclass(frozen=True)
class Layout:
    """A document's text in lines of one width. `paints` are the record's anchors; offsets are into `text`."""

    text: str
    lines: list[Span]
    paints: list[Paint]
    found: list[Span] = field(default_factory=list)
    """Where the words searched for stand."""

    def line_of(self, offset: int) -> int:
        """The line, from 0, on which the character stands."""
        return max(bisect_right(self.lines, (offset, len(self.text) + 1)) - 1, 0)

    @property
    def first(self) -> int:
        """The line of the record's first own word; 0 where it has none."""
        own = [start for start, _, look in self.paints if look == styles.CONTENT]
        return self.line_of(min(own)) if own else 0

    def draw(self, line: int) -> list[Segment]:
        start, end = self.lines[line]
        own = any(a < end and start < b for a, b, look in self.paints if look == styles.CONTENT)
        paints = [*self.paints, *((a, b, styles.HIT) for a, b in self.found)]
        near = [paint for paint in paints if paint[0] < end and start < paint[1]]
        return [Segment(BAR if own else " ", styles.CURSOR), *painted(self.text, start, end, near)]


def layout(document: Document, record: Record | None, width: int, words: Sequence[str]) -> Layout:
    """The document in lines of `width` cells, margin included."""
    paints: list[Paint] = []
    if isinstance(record, Statement | Figure):
        # A broken anchor lights nothing: what stands there is not what the record says.
        whole = [(name, a) for name, a in anchors(record) if document.text[max(a.start, 0) : a.end] == a.exact]
        paints = [(anchor.start, anchor.end, LOOKS[name]) for name, anchor in whole]
    return Layout(document.text, wrap(document.text, width - 1), paints, hits(document.text, words))


Lines: TypeAlias = list[list[Segment]]


def head(records: Records, record: Record, width: int, words: Sequence[str]) -> list[Lines]:
    """All that is known of the record: for each fact its lines of at most `width` cells; the first fact in bold."""
    return [_fact_lines(fact, width, words, number == 0) for number, fact in enumerate(facts(records, record))]


def _fact_lines(fact: Fact, width: int, words: Sequence[str], first: bool) -> Lines:
    label, value = fact
    text = f"{label}: {value}" if label else value
    paints: list[Paint] = [(0, len(text), styles.BOLD)] if first else [(0, len(label), styles.DIM)]
    paints += [(a, b, styles.HIT) for a, b in hits(text, words)]
    return [list(painted(text, start, end, paints)) for start, end in wrap(text, width)]


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
