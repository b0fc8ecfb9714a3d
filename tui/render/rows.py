"""Records into the rows of the lists: columns that fit, in a fixed order of what goes first where they don't."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from store.characters import hidden
from store.model import Anchor, Claimed, Document, Figure, Statement
from store.records import Records
from tui.render import names, styles
from tui.render.excerpt import excerpt
from tui.render.text import column, cut, hits, lit


@dataclass(frozen=True)
class Page:
    """What all rows of a list have in common: the records, the words to light, the width in cells."""

    records: Records
    words: tuple[str, ...]
    width: int


def statement_row(page: Page, statement: Statement, dimmed: bool = False) -> list[Segment]:
    """When, who, kind, remarks, and what is said: the words that matter, a hit in sight."""
    narrow = page.width < 60
    date = column(names.day(statement.uttered), 11, styles.DIM)
    who_width = max(min(24, page.width // 5), 8)
    who = _lit_column(page, names.who(page.records, statement.speakers), who_width, styles.WHO)
    kind = Segment(names.TYPES[statement.type] + " ", styles.DIM)
    head = [*([] if narrow else [date]), *who, kind, *_remarks(page, statement)]
    if cue := names.cue(statement):
        head.append(Segment(cut(cue, 24) + ": ", styles.REMARK))
    room = page.width - sum(segment.cell_length for segment in head)
    return _dim([*head, *said_in(page, names.said(statement), room)], dimmed)


def said_in(page: Page, text: str, width: int) -> list[Segment]:
    """The excerpt of a text for a width, with its hits lit."""
    found = excerpt(text, width, hits(text, page.words))
    shown = found.before + text[found.start : found.end] + found.after
    return lit(" ".join(shown.split()), page.words)


FIGURE_WIDTHS = {"claimed": 26, "outcome": 9, "place": 15, "period": 18, "claimant": 16, "blamed": 22}
DROPPED = ("place", "period", "blamed", "outcome")
"""What goes where a row is too narrow, in this order, before number and claimant."""


def figure_columns(width: int) -> dict[str, int]:
    """Column -> its width in cells, for a row of this width; what is left over goes to the first and the last."""
    kept = dict(FIGURE_WIDTHS)
    for name in DROPPED:
        if sum(kept.values()) + len(kept) + 2 <= width:
            break
        del kept[name]
    spare = width - 2 - sum(kept.values()) - len(kept)
    if spare < 0:
        kept = {"claimed": max((width - 4) * 3 // 5, 4), "claimant": max((width - 4) * 2 // 5, 4)}
    else:
        last = next(reversed(kept))
        kept["claimed"] += min(spare // 2, 14)
        kept[last] += spare - min(spare // 2, 14)
    return kept


def figure_row(page: Page, figure: Figure, dimmed: bool = False) -> list[Segment]:
    """The number as claimed, what is counted and its outcome, where, when, who claims it, who is blamed."""
    claimed = figure.anchor.exact
    counted = figure.counted or ""
    if counted and counted.casefold() not in claimed.casefold():
        claimed += f" ({counted})"
    cells = {
        "claimed": claimed,
        "outcome": figure.outcome or "",
        "place": names.place(figure.place),
        "period": names.day(figure.period),
        "claimant": names.who(page.records, figure.claimants),
        "blamed": f"blames {names.actors(page.records, figure.attributed_to)}" if figure.attributed_to else "",
    }
    remarks = _remarks(page, figure)
    widths = figure_columns(page.width - sum(remark.cell_length for remark in remarks))
    row = [Segment(names.BOUNDS[figure.bound] + " ", styles.DIM), *remarks]
    for name, width in widths.items():
        style = {"claimed": styles.BOLD, "claimant": styles.WHO, "period": styles.DIM}.get(name, styles.PLAIN)
        row += _lit_column(page, cells[name], width, style)
    return _dim(row, dimmed)


def counted_row(page: Page, name: str, counts: tuple[int, int], dimmed: bool = False) -> list[Segment]:
    """A name with its statements and figures, as actors and documents have it; counts go where it is too narrow."""
    cells = [f"{_short(number):>5}" for number in counts] if page.width >= 22 else []
    room = page.width - sum(map(len, cells)) - 1
    return _dim([*_lit_column(page, name, room), *(Segment(cell, styles.DIM) for cell in cells)], dimmed)


def _short(number: int) -> str:
    """At most four characters: from 10,000 on in thousands."""
    return f"{number // 1000}k" if number >= 10_000 else str(number or "–")


def document_name(document: Document) -> str:
    """Its title, its status where that matters, and its date."""
    status = document.status.upper() if document.status in ("corrected", "retracted", "deleted") else ""
    named = f"{status} {document.title}".strip()
    return f"{named} · {names.day(document.published)}" if document.published else named


def _remarks(page: Page, record: Claimed) -> list[Segment]:
    words = [
        "draft" if record.review.state == "drafted" else "rejected" if record.review.state == "rejected" else "",
        "confidential" if record.confidential else "",
        "BROKEN" if isinstance(record, Statement | Figure) and _broken(page.records, record) else "",
        "hidden characters" if isinstance(record, Statement | Figure) and hidden(_bare(record)) else "",
    ]
    return [Segment(f"⟨{word}⟩ ", styles.REMARK) for word in words if word]


def _own(record: Statement | Figure) -> tuple[Anchor, ...]:
    return record.content if isinstance(record, Statement) else (record.anchor,)


def _bare(record: Statement | Figure) -> str:
    """The record's own words without what breaks and indents lines in any report."""
    return "".join(anchor.exact for anchor in _own(record)).replace("\n", "").replace("\t", "")


def _broken(records: Records, record: Statement | Figure) -> bool:
    return any(records.broken(anchor, record.document) for anchor in _own(record))


def _lit_column(page: Page, text: str, width: int, style: Style = styles.PLAIN) -> list[Segment]:
    shown = cut(text, width)
    return [*lit(shown, page.words, style), Segment(" " * (width - cell_len(shown) + 1))]


def _dim(row: list[Segment], dimmed: bool) -> list[Segment]:
    return [Segment(s.text, (s.style or styles.PLAIN) + styles.DIM) for s in row] if dimmed else row


def shown_words(words: Sequence[str]) -> tuple[str, ...]:
    """The words worth lighting: a single letter would light up everything."""
    return tuple(word for word in words if len(word) > 1)
