"""What `sayso list` shows of each record to a reader: the columns of its tables, in the words of the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

from store import dates
from store.model import Actor, Claimed, Document, Figure, Relation, Statement
from store.records import Records
from tui.render import names

Counts: TypeAlias = Mapping[str, tuple[int, int]]
"""Id of an actor or a document -> how many statements and figures are of it."""


class Page(NamedTuple):
    """What the rows of a table have in common."""

    records: Records
    counts: Counts


class Column(NamedTuple):
    """A heading and what stands below it; `give_up` as in `table.Heading`."""

    heading: str
    value: Callable[[Page, Any], str]
    give_up: int = 0


def _remarks(record: Claimed) -> str:
    """What a reader must not miss, in the brackets that are ours."""
    words = [record.review.state] if record.review.state in ("drafted", "rejected") else []
    return "".join(f"⟨{word}⟩ " for word in [*words, *(["confidential"] if record.confidential else [])])


def _said(_: Page, statement: Statement) -> str:
    sign, cue = names.TYPES[statement.type].strip(), names.cue(statement)
    return _remarks(statement) + (f"{sign} " if sign else "") + (f"{cue}: " if cue else "") + names.said(statement)


def _claimed(_: Page, figure: Figure) -> str:
    words, counted = figure.anchor.exact, figure.counted or ""
    return _remarks(figure) + (words if counted.casefold() in words.casefold() else f"{words} ({counted})")


def _number(_: Page, figure: Figure) -> str:
    return names.number(figure) + (" (in words)" if figure.bound == "order" else "")


def _blamed(page: Page, figure: Figure) -> str:
    return names.actors(page.records, figure.attributed_to)


def _count(which: int) -> Callable[[Page, Actor | Document], str]:
    return lambda page, record: str(page.counts.get(record.id, (0, 0))[which])


def _also(_: Page, actor: Actor) -> str:
    return "; ".join(name.text for name in actor.names)


def _under(page: Page, actor: Actor) -> str:
    return page.records.actor_name(actor.parent) if actor.parent else ""


def _title(_: Page, document: Document) -> str:
    status = f"⟨{document.status}⟩ " if document.status in ("corrected", "retracted", "deleted") else ""
    return ("⟨confidential⟩ " if document.confidential else "") + status + document.title


def _why(_: Page, relation: Relation) -> str:
    return ("⟨confidential⟩ " if relation.confidential else "") + (relation.why or "")


_ID = Column("Id", lambda _, record: record.id)
COLUMNS: dict[str, tuple[Column, ...]] = {
    "actors": (
        _ID,
        Column("Name", lambda _, actor: ("⟨confidential⟩ " if actor.confidential else "") + actor.name),
        Column("Kind", lambda _, actor: actor.kind, 3),
        Column("Statements", _count(0)),
        Column("Figures", _count(1)),
        Column("Under", _under, 2),
        Column("Also", _also, 1),
    ),
    "statements": (
        _ID,
        Column("Said", lambda _, statement: names.day(statement.uttered), 2),
        Column("Who", lambda page, statement: names.who(page.records, statement.speakers, statement.source)),
        Column("Type", lambda _, statement: statement.type, 1),
        Column("What", _said),
    ),
    "figures": (
        _ID,
        Column("Claimed", _claimed),
        Column("Number", _number, 3),
        Column("Outcome", lambda _, figure: figure.outcome or "", 4),
        Column("Place", lambda _, figure: names.place(figure.place), 1),
        Column("Period", lambda _, figure: names.day(figure.period), 2),
        Column("Claimed by", lambda page, figure: names.who(page.records, figure.claimants, figure.source)),
        Column("Blamed", _blamed, 5),
    ),
    "documents": (
        _ID,
        Column("Published", lambda _, document: dates.short(document.published), 3),
        Column("Publisher", lambda _, document: document.publisher or "", 2),
        Column("Language", lambda _, document: document.language or "", 1),
        Column("Statements", _count(0)),
        Column("Figures", _count(1)),
        Column("Title", _title),
    ),
    "relations": (
        _ID,
        Column("Subject", lambda _, relation: relation.subject),
        Column("Kind", lambda _, relation: relation.kind),
        Column("Object", lambda _, relation: relation.object),
        Column("Why", _why),
    ),
}
