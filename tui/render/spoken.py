"""Records as lines to be listened to: who, how and what first, words for signs, no columns."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len

from store.model import Anchor, Figure, Place, Speaker, Statement, When
from store.records import Records
from tui.ink import Ink
from tui.render import names
from tui.render.excerpt import excerpted, opening
from tui.render.rows import Beside, Page, claimed, remarks
from tui.render.text import cut, hits, lit

KINDS = {"direct": "quoted", "indirect": "reported", "mixed": "partly quoted"}
GAP = " ⟨gap⟩ "
DATED = 100
"""Cells from which on a statement's line has its date."""
HERE, UNACCOUNTED = "here: ", "gap:  "
"""Stands before each line of a report that holds words of the record, or such as no record accounts for."""

LEGEND: tuple[tuple[str, str], ...] = (
    ("marked, in range", "before a row: marked; in the range begun with v"),
    ("dimmed", "before a row: it stands there only for orientation, the filter doesn't find it"),
    ("quoted", "direct speech, in the marks the report printed"),
    ("reported", "reported speech, in the report's words, never in quotation marks"),
    ("partly quoted", "only what stands in marks was printed as said"),
    ("denies", "after quoted or reported, say: the report's own cue, where it tells more than that it was said"),
    ("⟨gap⟩", "the parts stand apart in the report. The source's own is […] as printed"),
    ("⟨not⟩", "the sentence is negated, and the negation had no room in the row"),
    ("exact, approximate", "before a number, like at least, at most, range, order of magnitude: how it is bounded"),
    ("inferred, assumed", "after a name, a date or a place: not stated by the report"),
    ("own voice", "the report says or claims it itself"),
    (
        "draft, rejected",
        "nobody has reviewed yet whether it matches the text (an actor: drafts alone name it); it doesn't",
    ),
    ("confidential", "left out of exports unless asked for"),
    ("BROKEN", "the record's exact words are not what stands there in the document"),
    ("hidden", "the words hold characters that don't show, or that would act on a terminal"),
    ("here:", "in the source: a line with the record's own words"),
    ("gap:", "in the source: a line with a quotation or a number that no record accounts for"),
    ("unread, drafts left", "of a report: nothing of it is reviewed yet; how many drafts of it wait"),
    ("covered, copies", "of a report: how many of its quotations and numbers a record has; others of its origin"),
)
"""The words that stand where others see signs."""


def statement_line(page: Page, statement: Statement, dimmed: bool = False) -> list[Ink]:
    """Who said it, how, and what; at the end when, where there is room for that."""
    told = (_who(page.records, statement.speakers, statement.source), KINDS[statement.type], names.cue(statement))
    head = cut(_joined(dimmed, *remarks(page.records, statement), *told), page.width * 2 // 3)
    tail = f", {_when(statement.uttered)}" if statement.uttered and page.width >= DATED else ""
    text = names.said(statement)
    room = page.width - cell_len(head) - cell_len(tail) - 2 - len(GAP) * text.count(names.GAP)
    said = excerpted(text, room, hits(opening(text), page.words), cell_len).replace(names.GAP, GAP)
    return _line(page, f"{head}: {said}{tail}")


def figure_line(page: Page, figure: Figure, dimmed: bool = False) -> list[Ink]:
    """How the number is bounded, the number as claimed, what became of them, and whose number it is."""
    bound = "order of magnitude" if figure.bound == "order" else figure.bound.replace("-", " ")
    parts = (
        f"{bound}: {claimed(figure)}",
        figure.outcome or "",
        f"claimed by {_who(page.records, figure.claimants, figure.source)}",
        _where(figure.place),
        _when(figure.period),
        f"blames {names.actors(page.records, figure.attributed_to)}" if figure.attributed_to else "",
    )
    return _line(page, _joined(dimmed, *remarks(page.records, figure), *parts))


def counted_line(page: Page, name: str, beside: Beside, dimmed: bool = False) -> list[Ink]:
    """A name with its statements and figures, as many as there are, and how far it is reviewed."""
    statements, figures = (f"{number:,}" if number else "" for number in beside.counts)
    numbers = figures and f"{figures} number{'' if figures == '1' else 's'}"
    said = _joined(False, statements and f"{statements} said", numbers) or "none"
    tail = f", {_joined(False, said, *beside.heard)}"
    room = max(page.width - len(tail), page.width // 2)
    return _line(page, cut(_joined(dimmed, name), room) + tail)


def _joined(dimmed: bool, *parts: str) -> str:
    return ", ".join(filter(None, ["dimmed" if dimmed else "", *parts]))


def _line(page: Page, text: str) -> list[Ink]:
    return lit(cut(text, page.width), page.words)


def _who(records: Records, speakers: Iterable[Speaker], source: Iterable[Anchor]) -> str:
    people = [records.actor_name(speaker.actor) + _basis(speaker.basis) for speaker in speakers]
    unnamed = names.unnamed(source)
    return " and ".join(people) or (f"{unnamed}, whoever that is" if unnamed else names.OWN_VOICE)


def _where(place: Place | None) -> str:
    return place.name + _basis(place.basis) if place else ""


def _when(when: When | None) -> str:
    return names.day(when).removesuffix("?") + _basis(when.basis) if when else ""


def _basis(basis: str) -> str:
    """The bases that others see as a question mark."""
    return f" ({basis})" if basis in names.UNSURE else ""
