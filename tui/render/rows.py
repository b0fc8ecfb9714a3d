"""Records into the rows of the lists: columns that fit, in a fixed order of what goes first where they don't."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from msgspec import Struct
from rich.cells import cell_len
from rich.style import Style

from store.model import Anchor, Claimed, Document, Figure, Statement
from store.records import Records
from tui.clean import MAX_CHARACTERS, clean
from tui.ink import Ink
from tui.render import names, styles
from tui.render.excerpt import excerpted, opening
from tui.render.hidden import hides
from tui.render.text import column, cut, hits, lit


class Page(Struct, frozen=True):
    """What all rows of a list have in common: the records, the words to light, the width in cells.

    `widths` are those that the columns of figures would like to have; `spoken` is whether it is listened to.
    """

    records: Records
    words: tuple[str, ...]
    width: int
    widths: Mapping[str, int] = {}
    spoken: bool = False


def statement_row(page: Page, statement: Statement, dimmed: bool = False) -> list[Ink]:
    """When, who, kind, remarks, and what is said: the words that matter, a hit in sight."""
    narrow = page.width < 60
    date = column(names.day(statement.uttered), 11, styles.DIM)
    who_width = max(min(24, page.width // 5), 8)
    who = _lit_column(page, names.who(page.records, statement.speakers, statement.source), who_width, styles.WHO)
    kind = Ink(clean(names.TYPES[statement.type] + ("" if narrow else " ")), styles.DIM)
    head = [*([] if narrow else [date]), *who, kind, *_badges(page, statement)]
    if cue := names.cue(statement):
        head.append(Ink(clean(cut(cue, 24) + ": "), styles.REMARK))
    room = page.width - sum(ink.cell_length for ink in head)
    return _dim([*head, *said_in(page, names.said(statement), room)], dimmed)


def said_in(page: Page, text: str, width: int) -> list[Ink]:
    """The excerpt of a text for a width, with its hits lit."""
    return lit(excerpted(text, width, hits(opening(text), page.words), cell_len), page.words)


WIDEST = {"claimed": 40, "outcome": 10, "place": 20, "period": 22, "claimant": 22, "blamed": 40}
NARROWEST = {"claimed": 17, "outcome": 6, "place": 14, "period": 18, "claimant": 13, "blamed": 20}
"""Cells below which a column says too little; one whose rows are all shorter needs less."""
DROPPED = ("blamed", "place", "period", "outcome")
"""What goes where a row is too narrow, in this order, before number and claimant."""
SAMPLED = 80
"""Rows that are looked at to see how wide the columns have to be: more than a screen has."""


def figure_widths(records: Records, ids: Sequence[str]) -> dict[str, int]:
    """How wide each column of these figures would like to be, in cells."""
    wanted = _wants(records)
    rows = [wanted[figure_id] for figure_id in islice(ids, SAMPLED)]
    return dict(zip(WIDEST, map(max, zip(*rows, strict=True)), strict=True)) if rows else dict.fromkeys(WIDEST, 0)


class _Wants(dict[str, tuple[int, ...]]):
    """A figure's id -> the cells that each column of it would like to have, found out when first met."""

    def __init__(self, records: Records) -> None:
        super().__init__()
        self._records = records

    def __missing__(self, figure_id: str) -> tuple[int, ...]:
        self[figure_id] = wanted = _wanted(self._records, self._records.figures[figure_id])
        return wanted


# A filter that is typed shows the same figures again and again.
_wants = lru_cache(maxsize=2)(_Wants)


def _wanted(records: Records, figure: Figure) -> tuple[int, ...]:
    """In the order of WIDEST."""
    cells = _cells(records, figure)
    return tuple(min(cell_len(clean(cells[name])), most) for name, most in WIDEST.items())


def figure_columns(width: int, wanted: Mapping[str, int]) -> dict[str, int]:
    """Column -> its width in cells, for a row of this width; columns in which no row has anything are left out."""
    kept = {name: cells for name, cells in wanted.items() if cells or name in ("claimed", "claimant")}
    least = {name: min(cells, NARROWEST[name]) for name, cells in kept.items()}
    for name in DROPPED:
        if sum(least.values()) + len(least) <= width:
            break
        kept.pop(name, None)
        least.pop(name, None)
    return _shrunk(kept, least, width - len(kept))


def _shrunk(kept: dict[str, int], least: dict[str, int], width: int) -> dict[str, int]:
    """The columns within the width: what is too much is taken first where least is lost."""
    excess = sum(kept.values()) - width
    for name in ("blamed", "claimed", "claimant", "place", "period", "outcome"):
        if name in kept and excess > 0:
            taken = min(kept[name] - least[name], excess)
            kept[name] -= taken
            excess -= taken
    if excess > 0:
        kept = {"claimed": max(width * 3 // 5, 4), "claimant": max(width * 2 // 5, 4)}
    return kept


def claimed(figure: Figure) -> str:
    """The number in the report's words, on one line, with what is counted where they leave it open."""
    words = " ".join(figure.anchor.exact[:MAX_CHARACTERS].split())
    told = not figure.counted or figure.counted.casefold() in words.casefold()
    return words if told else f"{words} ({figure.counted})"


def _cells(records: Records, figure: Figure) -> dict[str, str]:
    return {
        "claimed": claimed(figure),
        "outcome": figure.outcome or "",
        "place": names.place(figure.place),
        "period": names.day(figure.period),
        "claimant": names.who(records, figure.claimants, figure.source),
        "blamed": f"blames {names.actors(records, figure.attributed_to)}" if figure.attributed_to else "",
    }


def figure_row(page: Page, figure: Figure, dimmed: bool = False) -> list[Ink]:
    """The number as claimed, what is counted and its outcome, where, when, who claims it, who is blamed."""
    cells = _cells(page.records, figure)
    badges = _badges(page, figure)
    room = page.width - 2 - sum(badge.cell_length for badge in badges)
    wanted = page.widths or dict(zip(WIDEST, _wanted(page.records, figure), strict=True))
    row = [Ink(clean(names.BOUNDS[figure.bound] + " "), styles.DIM), *badges]
    for name, width in figure_columns(room, wanted).items():
        style = {"claimed": styles.BOLD, "claimant": styles.WHO, "period": styles.DIM}.get(name, styles.PLAIN)
        row += _lit_column(page, cells[name], width, style)
    return _dim(row, dimmed)


COLUMN = 5
"""Cells of a number beside an actor or a document."""


class Beside(Struct, frozen=True):
    """What stands beside the name of an actor or a document: its statements and figures, and how far it is reviewed.

    `signs` stand before the name. `more` are columns that go first where it is too narrow; each has its heading.
    """

    counts: tuple[int, int]
    signs: str = ""
    more: tuple[tuple[str, str], ...] = ()
    heard: tuple[str, ...] = ()
    """In words what the signs and the columns tell, for who listens."""


def fitting_columns(width: int, columns: int) -> int:
    """How many columns have room beside a name: two from 22 cells on, three from 26, four from 34."""
    return min(columns, max((width - 2) // 8, 0)) if width >= 22 else 0


def counted_row(page: Page, name: str, beside: Beside, dimmed: bool = False) -> list[Ink]:
    """A name with its statements and figures, as actors and documents have it; counts go where it is too narrow."""
    texts = [*map(_short, beside.counts), *(text for _, text in beside.more)]
    cells = [f"{text:>{COLUMN}}" for text in texts[: fitting_columns(page.width, len(texts))]]
    signs = [*([beside.signs] if beside.signs else []), *(["⟨hidden⟩"] if hides([name]) else [])]
    badge = [Ink(clean(f"{sign} "), styles.REMARK) for sign in signs]
    room = page.width - sum(map(len, cells)) - 1 - sum(ink.cell_length for ink in badge)
    return _dim([*badge, *_lit_column(page, name, room), *(Ink(clean(cell), styles.DIM) for cell in cells)], dimmed)


def _short(number: int) -> str:
    """At most four characters: from 10,000 on in thousands."""
    return f"{number // 1000}k" if number >= 10_000 else str(number or "–")


def document_name(document: Document) -> str:
    """Its title, its status where that matters, and its date."""
    status = document.status.upper() if document.status in ("corrected", "retracted", "deleted") else ""
    named = f"{status} {document.title}".strip()
    return f"{named} · {names.day(document.published)}" if document.published else named


def remarks(records: Records, record: Claimed) -> list[str]:
    """What a reader must know of the record before its words: the badges of its row."""
    found = [
        "draft" if record.review.state == "drafted" else "rejected" if record.review.state == "rejected" else "",
        "confidential" if record.confidential else "",
        "BROKEN" if isinstance(record, Statement | Figure) and _broken(records, record) else "",
        "hidden" if hides(_words(records, record)) else "",
    ]
    return [word for word in found if word]


def _badges(page: Page, record: Claimed) -> list[Ink]:
    found = remarks(page.records, record)
    return [Ink(clean(f"{names.DRAFT} " if word == "draft" else f"⟨{word}⟩ "), styles.REMARK) for word in found]


def _own(record: Statement | Figure) -> tuple[Anchor, ...]:
    return record.content if isinstance(record, Statement) else (record.anchor,)


def _words(records: Records, record: Claimed) -> Iterator[str | None]:
    """What the row shows of what others wrote."""
    match record:
        case Statement():
            yield from (anchor.exact for anchor in (*record.content, *record.cue))
            yield names.who(records, record.speakers, record.source)
        case Figure():
            yield from (record.anchor.exact, record.counted, record.place.name if record.place else None)
            yield from (
                names.who(records, record.claimants, record.source),
                names.actors(records, record.attributed_to),
            )


def _broken(records: Records, record: Statement | Figure) -> bool:
    return any(records.broken(anchor, record.document) for anchor in _own(record))


def _lit_column(page: Page, text: str, width: int, style: Style = styles.PLAIN) -> list[Ink]:
    unsure = text.endswith("?") and cell_len(clean(text)) > width > 2
    shown = clean(cut(text[:-1], width - 1) + "?") if unsure else cut(text, width)
    return [*lit(shown, page.words, style), Ink(clean(" " * (width - cell_len(shown) + 1)))]


def _dim(row: list[Ink], dimmed: bool) -> list[Ink]:
    return [ink.also(styles.DIM) for ink in row] if dimmed else row
