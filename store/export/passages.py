"""A statement as an editor needs it: a line of who, when and how, its words, and what has to be known with them."""

from __future__ import annotations

from collections.abc import Iterator

from store.export import commonmark, wording
from store.export.carried import Carried, carried
from store.export.footnotes import Footnotes
from store.export.selection import Selection
from store.export.tables import in_one_line
from store.model import Document, Figure, Statement


def passage(selection: Selection, footnotes: Footnotes, statement: Statement) -> str:
    """The statement with all that goes with it; its first line tells whose words they are, wherever it is copied."""
    lead = " · ".join(_lead(selection, statement)) + f" {footnotes.cite(statement)}"
    notes = [*notes_on(selection, footnotes, statement), *company(selection, footnotes, statement)]
    return "\n\n".join([lead, *_words(statement), *commonmark.bullets(notes)])


def company(selection: Selection, footnotes: Footnotes, record: Statement | Figure) -> Iterator[str]:
    """For each record that is carried along, how it relates to this one or to another of them, and its words.

    One that stands in the export anyway is referred to.
    """
    for step in carried(selection, record):
        of = "" if step.of == record.id else f"{footnotes.cite(_cited(selection, step.of))} "
        why = [f"why: {step.relation.why}"] if step.relation.why else []
        gloss = [f"our gloss: {step.relation.gloss}"] if step.relation.gloss else []
        said = [*_told(selection, step), *map(commonmark.inline, [*why, *gloss])]
        lead = (
            f"{of}{step.phrase if of else step.phrase.capitalize()}: {' · '.join(said)} {footnotes.cite(step.record)}"
        )
        yield "\n\n".join([lead, *_brought(selection, footnotes, step)])


def _cited(selection: Selection, record_id: str) -> Statement | Figure:
    found = selection.records.statements.get(record_id)
    return found or selection.records.figures[record_id]


def _told(selection: Selection, step: Carried) -> list[str]:
    here = ["in this export"] if step.record.id in selection.kept else []
    match step.record:
        case Statement():
            return [*_lead(selection, step.record), *here]
        case Figure():
            marks = [f"**{mark}**" for mark in selection.marks(step.record)]
            return [*marks, "a figure", commonmark.inline(in_one_line(selection, step.record)), *here]
        case Document():
            return [f"the report {commonmark.inline(step.record.title)}"]


def _brought(selection: Selection, footnotes: Footnotes, step: Carried) -> list[str]:
    if isinstance(step.record, Document) or step.record.id in selection.kept:
        return []
    words = _words(step.record) if isinstance(step.record, Statement) else []
    return [*words, *commonmark.bullets(notes_on(selection, footnotes, step.record))]


def _lead(selection: Selection, statement: Statement) -> list[str]:
    """Who, as what, when, what they do, with which words of the report, how, through whom: pieces of Markdown."""
    known = [
        *(f"**{mark}**" for mark in selection.marks(statement)),
        commonmark.inline(wording.speakers(selection.records, statement)),
        commonmark.inline(wording.when(statement.uttered) or "undated"),
        "" if statement.act == "says" else f"**{statement.act}**",
        _cue(statement),
        statement.channel or "",
        commonmark.inline(wording.via(selection.records, statement.via)),
        wording.spoken(statement),
    ]
    return [piece for piece in known if piece]


def _cue(statement: Statement) -> str:
    if not statement.cue and statement.act == "says":
        return ""
    return commonmark.inline(f"cue: {wording.words(statement.cue) or 'not recorded'}")


def _words(statement: Statement) -> list[str]:
    """Direct speech as block quotes, all else as paragraphs; between parts that the report parts, the gap mark."""
    blocks = [commonmark.block(part.exact) for part in statement.content]
    shown = [commonmark.quote(text) if statement.type == "direct" else text for text in blocks]
    return [text for block in shown for text in (f"*{wording.GAP}*", block)][1:]


def notes_on(selection: Selection, footnotes: Footnotes, record: Statement | Figure) -> Iterator[str]:
    """What has to be known with a record's words, a line each: what is broken, remarks on the print, our gloss."""
    records = selection.records
    yield from (f"**BROKEN** {commonmark.inline(how)}" for how in wording.broken(records, record))
    yield from (commonmark.inline(f"Remark: {remark}") for remark in wording.remarks(record))
    if isinstance(record, Statement):
        yield from _circumstances(selection, footnotes, record)
    elif (whole := records.figures.get(record.part_of or "")) is not None and selection.allows(whole):
        yield f"Part of {commonmark.inline(whole.anchor.exact)} {footnotes.cite(whole)}"
    if record.gloss:
        yield commonmark.inline(f"Our gloss: {record.gloss}")


def _circumstances(selection: Selection, footnotes: Footnotes, statement: Statement) -> Iterator[str]:
    outer = selection.records.statements.get(statement.nested_in or "")
    if outer is not None:
        teller = wording.people(selection.records, outer.speakers) if outer.speakers else wording.nobody(outer.source)
        yield f"Told within what is said by {commonmark.inline(teller)} {footnotes.cite(outer)}"
    if statement.about:
        yield commonmark.inline(f"About: {wording.actors(selection.records, statement.about)}")
    if statement.accuses:
        yield commonmark.inline(f"Accuses: {wording.actors(selection.records, statement.accuses)}")
    if statement.translated == "yes":
        yield "Translated"
