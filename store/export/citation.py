"""Records as cited Markdown: by actor, in order of date, each with its footnote. What `y` copies and `w` exports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from store.export import commonmark, order, wording
from store.export.footnotes import Footnotes
from store.export.order import Voice
from store.export.passages import company, notes_on, passage
from store.export.reports import reports
from store.export.selection import DEMONSTRATION, Selection
from store.export.tables import table
from store.export.terms import explanations
from store.model import Figure
from store.records import Records


def cited(selection: Selection) -> str:
    """The export without its head and its explanations, for copying; empty where nothing of it may go out."""
    blocks = list(body(selection, explained=False))
    return "\n\n".join([*demonstration(selection), *blocks]) + "\n" if blocks else ""


def demonstration(selection: Selection) -> list[str]:
    """The line that heads whatever is made of the sample; none for an archive of the user's own."""
    return [f"**DEMONSTRATION: {DEMONSTRATION}**"] if selection.records.demonstration else []


def body(selection: Selection, *, explained: bool) -> Iterator[str]:
    """Blocks of Markdown: statements under their speakers, figures in a table, what is to know of the reports, notes.

    Where it is to be `explained`, the words of ours that it uses are told before the notes.
    """
    footnotes = Footnotes(selection.records)
    groups = order.by_voice(selection.records, selection.kept_statements)
    headings = _headings(selection.records, groups)
    for voice, statements in groups.items():
        yield f"## {commonmark.heading(headings[voice])}"
        yield from _glosses(selection.records, voice)
        yield from (passage(selection, footnotes, statement) for statement in statements)
    if selection.kept_figures:
        yield from _figures(selection, footnotes)
    yield from reports(footnotes.documents)
    yield from explanations(selection, footnotes.documents) if explained else []
    yield from footnotes.blocks()


def _headings(records: Records, voices: Iterable[Voice]) -> dict[Voice, str]:
    """The names of those who speak together; with their ids where others go by the same names."""
    nobody = {True: "Not clear who", False: "Own voice of the reports"}
    headings = {voice: wording.actors(records, voice.actors) or nobody[voice.is_unclear] for voice in voices}
    often = Counter(headings.values())
    return {
        voice: f"{heading} ({', '.join(voice.actors)})" if often[heading] > 1 and voice.actors else heading
        for voice, heading in headings.items()
    }


def _glosses(records: Records, voice: Voice) -> Iterator[str]:
    for actor in filter(None, map(records.actor, voice.actors)):
        if actor.gloss:
            yield commonmark.inline(f"Our gloss on {actor.name}: {actor.gloss}")


def _figures(selection: Selection, footnotes: Footnotes) -> Iterator[str]:
    figures = order.by_claimant(selection.records, selection.kept_figures)
    yield "## Figures"
    yield table(selection, footnotes, figures)
    yield from commonmark.bullets(note for figure in figures for note in _notes(selection, footnotes, figure))


def _notes(selection: Selection, footnotes: Footnotes, figure: Figure) -> Iterator[str]:
    lead = f"On {commonmark.inline(figure.anchor.exact)} {footnotes.cite(figure)}"
    for note in (*notes_on(selection, footnotes, figure), *company(selection, footnotes, figure)):
        yield f"{lead}: {note}"
