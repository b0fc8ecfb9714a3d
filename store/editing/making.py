"""Records made by hand: statements and figures from words selected in a report, actors, relations. None is saved here.

What is said and who says it are anchored to the letter; `fields` are those of the record. It is accepted, for whoever
makes it has the report before them, and its `origin` is "hand".
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import Any, NamedTuple

from msgspec.structs import replace

from store.editing.editor import Editor
from store.editing.marks import Span, quoted_as
from store.editing.numbers import suggested
from store.errors import EditError
from store.identity import actor_id, figure_id, relation_id, statement_id
from store.model import Actor, Anchor, Document, Figure, Origin, Relation, Review, Statement
from store.records import Records
from store.vocabulary import ActorKind, RelationKind

BY_HAND = Origin(by="hand")


class Selected(NamedTuple):
    """Runs of a report's text, half-open `str` offsets: the words said or claimed, those for who and those for said."""

    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()


def statement(
    records: Records, document_id: str, selected: Selected, editor: Editor | None = None, **fields: Any
) -> Statement:
    """A statement with an id that none has; its type, unless it is given, is as its words are printed.

    Raises EditError for runs that are empty, overlap, or aren't in the text.
    """
    document = _document(records, document_id)
    parts = {name: anchored(document, name, spans) for name, spans in selected._asdict().items()}
    if not parts["content"]:
        raise EditError("content", "no words are selected.")
    ids = (statement_id(document_id, parts["content"], ordinal) for ordinal in count())
    fields = {"type": quoted_as(document.text, selected.content), **parts, **fields}
    return Statement(
        id=next(i for i in ids if i not in records.statements), document=document_id, **_made(editor), **fields
    )


def figure(
    records: Records, document_id: str, selected: Selected, editor: Editor | None = None, **fields: Any
) -> Figure:
    """A figure claimed by one run of words; number, bound and unit as the words suggest, unless they are given.

    Where they suggest none, bound is exact and the number is still to be filled in. Raises EditError as `statement`.
    """
    document = _document(records, document_id)
    parts = {name: anchored(document, name, spans) for name, spans in selected._asdict().items()}
    content = parts.pop("content")
    if len(content) != 1:
        raise EditError("anchor", f"a number's words are one run of the text, and {len(content)} are selected.")
    ids = (figure_id(document_id, content[0], ordinal) for ordinal in count())
    number = suggested(content[0].exact)
    fields = {"bound": "exact", **(number._asdict() if number else {}), **parts, **fields}
    free = next(i for i in ids if i not in records.figures)
    return Figure(id=free, document=document_id, anchor=content[0], **_made(editor), **fields)


def actor(records: Records, name: str, kind: ActorKind, document: str | None = None, **fields: Any) -> Actor:
    """An actor; `document` is the report that an anonymous or collective one belongs to.

    Raises EditError where there is that actor, whose id it names, and for an anonymous source without a report.
    """
    name = name.strip()
    if not name:
        raise EditError("name", "can't be left empty.")
    if not any(map(str.isalnum, name)):
        raise EditError("name", f"can't be {name}: there is no letter and no digit in it.")
    if kind == "anonymous-source" and document is None:
        raise EditError("document", "an anonymous source belongs to one report, and none is named.")
    made = Actor(id=actor_id(kind, name, document), name=name, kind=kind, document=document, **fields)
    if made.id in records.actors:
        raise EditError("name", f"there is {name}, the same kind of actor, already: {made.id}.")
    return made


def relation(
    records: Records, kind: RelationKind, subject: str, object: str, why: str | None = None, **fields: Any
) -> Relation:
    """What `subject` does to `object` (ids). Raises EditError where that is said already."""
    made = Relation(id=relation_id(kind, subject, object), kind=kind, subject=subject, object=object, why=why, **fields)
    if made.id in records.relations:
        raise EditError("kind", f"{subject} {kind} {object}: that is said already, by {made.id}.")
    return made


def reanchored(records: Records, record: Statement | Figure, field: str, spans: Iterable[Span]) -> Statement | Figure:
    """The record with other words in `field` (content, anchor, source, cue); its id stays. Raises EditError."""
    parts = anchored(_document(records, record.document), field, spans)
    if field == "anchor" and len(parts) != 1:
        raise EditError(field, f"a number's words are one run of the text, and {len(parts)} are selected.")
    if field == "content" and not parts:
        raise EditError(field, "no words are selected.")
    return replace(record, **{field: parts[0] if field == "anchor" else parts})


def anchored(document: Document, field: str, spans: Iterable[Span]) -> tuple[Anchor, ...]:
    """Anchors of the runs, in the order of the text, `exact` to the letter. Raises EditError, which names `field`."""
    found: list[Anchor] = []
    for start, end in sorted(spans):
        if not 0 <= start < end <= len(document.text):
            length = f"{len(document.text):,} characters"
            raise EditError(field, f"{start}-{end} is no run of words in {document.id}, which has {length}.")
        if found and start < found[-1].end:
            raise EditError(field, f"{start}-{end} overlaps with {found[-1].start}-{found[-1].end}.")
        found.append(Anchor(start, end, document.text[start:end]))
    return tuple(found)


def _made(editor: Editor | None) -> dict[str, Any]:
    by, at = editor or Editor.now()
    return {"review": Review("accepted", by, at), "origin": BY_HAND}


def _document(records: Records, document_id: str) -> Document:
    document = records.documents.get(document_id)
    if document is None:
        raise EditError("document", f"there is no report {document_id}.")
    return document
