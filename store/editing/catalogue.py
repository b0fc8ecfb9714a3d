"""Which fields each kind of record has, in the order of a form: what each is called, and how it is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, TypeAlias, get_args

from store import vocabulary
from store.model import Actor, Document, Figure, Record, Relation, Statement

Kind: TypeAlias = Literal[
    "line", "text", "number", "choice", "yes-no", "date", "place", "speakers", "actors", "actor", "via", "record",
    "tags", "names", "flag", "anchors", "fixed",
]  # fmt: skip
"""How a value is written: `store.editing.notations` has the reader and the writer of each."""


class Field(NamedTuple):
    """One field as a user meets it.

    `name` is what is typed before the "="; `also` are other names for it, those of the filter among them. `path` leads
    to the value: one of the record's fields, or one and a field within it. `choices` are the words of a closed list.
    `tables` are where a named record stands. `fixed` is a sentence that says why the field can't be edited, else "".
    """

    name: str
    label: str
    kind: Kind
    path: tuple[str, ...]
    choices: tuple[str, ...] = ()
    required: bool = False
    tables: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    fixed: str = ""


def _field(name: str, label: str, kind: Kind = "line", closed: Any = None, **more: Any) -> Field:
    return Field(name, label, kind, more.pop("path", None) or tuple(name.split(".")), get_args(closed), **more)


def _fixed(name: str, label: str, why: str, kind: Kind = "fixed") -> Field:
    return Field(name, label, kind, (name,), fixed=why)


def _flag(name: str, label: str, closed: Any, attribute: str) -> tuple[Field, Field]:
    also = (attribute,) if attribute != name else ()
    return (
        Field(name, label, "flag", (attribute,), get_args(closed), required=True, also=also),
        Field(f"{name}.why", "… why", "line", (attribute, "why"), also=tuple(f"{other}.why" for other in also)),
    )


_OURS = "is kept by the archive itself."
_EVIDENCE = "can't be edited: the text of a report is evidence. A later text comes in as a new version (sayso revise)."
_SELECTED = "is chosen in the report, not typed: select the words in the source pane."
_REPORT = "can't be changed: the record's words stand in that report. Make a new record in the other one."

_KEPT = (
    _field("tags", "tags", "tags", also=("tag",)),
    _field("gloss", "gloss, exported"),
    _field("note", "note, never exported", "text"),
    _field("confidential", "confidential", "yes-no"),
    _fixed("id", "id", "can't be changed: ids are given once."),
    _fixed("revision", "revision", _OURS),
    _fixed("added", "added", _OURS),
    _fixed("changed", "changed", _OURS),
)
_CLAIMED = (
    *_flag("review", "matches the text", vocabulary.ReviewState, "review"),
    *_flag("checked", "was really said", vocabulary.OriginState, "origin_check"),
    *_flag("verification", "is true", vocabulary.VerificationState, "verification"),
    _field("flags", "remarks on the print", "tags"),
    *_KEPT,
    _fixed("origin", "how it came to be", "tells how the record came to be, and stays."),
)

FIELDS: Mapping[type[Record], tuple[Field, ...]] = {
    Document: (
        _field("title", "title", required=True),
        _field("publisher", "publisher"),
        _field("author", "author"),
        _field("credit", "credit"),
        _field("published", "published", "date"),
        _field("url", "address"),
        _field("archived_url", "archived at"),
        _field("language", "language", also=("lang",)),
        _field("status", "status", "choice", vocabulary.DocumentStatus, required=True),
        _field("supersedes", "supersedes", "record", tables=("documents",)),
        _field("retrieved.at", "retrieved at"),
        _field("retrieved.by", "retrieved by"),
        _field("retrieved.how", "retrieved how"),
        *_KEPT,
        _fixed("text", "text", _EVIDENCE),
        _fixed("sha256", "hash of the text", _EVIDENCE),
        _fixed("original_sha256", "hash of the file", _EVIDENCE),
    ),
    Actor: (
        _field("name", "name", required=True),
        _field("kind", "kind", "choice", vocabulary.ActorKind, required=True),
        _field("names", "other names", "names"),
        _field("parent", "belongs to", "actor", tables=("actors",)),
        _field("description", "description"),
        _field("merged_into", "merged into", "actor", tables=("actors",)),
        _field("drafted", "named by drafts alone", "yes-no"),
        *_KEPT,
        _fixed("document", "report it belongs to", "can't be changed: such an actor belongs to one report alone."),
    ),
    Statement: (
        _field("speakers", "who", "speakers", also=("actor",)),
        _field("type", "quoted", "choice", vocabulary.StatementType, required=True),
        _field("act", "act", "choice", vocabulary.Act, required=True),
        _field("uttered", "said on", "date", also=("said",)),
        _field("channel", "channel", "choice", vocabulary.Channel),
        _field("via", "passed on by", "via"),
        _field("about", "about", "actors"),
        _field("accuses", "accuses", "actors", also=("blamed",)),
        _field("nested_in", "within", "record", tables=("statements",)),
        _field("translated", "translated", "choice", vocabulary.Translated, required=True),
        *_CLAIMED,
        _fixed("content", "words said", _SELECTED, "anchors"),
        _fixed("source", "words for who", _SELECTED, "anchors"),
        _fixed("cue", "words for said", _SELECTED, "anchors"),
        _fixed("document", "report", _REPORT),
    ),
    Figure: (
        _field("claimants", "who", "speakers", also=("actor",)),
        _field("bound", "bound", "choice", vocabulary.Bound, required=True),
        _field("low", "low", "number"),
        _field("best", "best", "number"),
        _field("high", "high", "number"),
        _field("unit", "unit"),
        _field("counted", "counted"),
        _field("outcome", "outcome", "choice", vocabulary.Outcome),
        _field("status", "persons", "choice", vocabulary.PersonStatus, required=True),
        _field("counting", "counting", "choice", vocabulary.Counting),
        _field("method", "method", "choice", vocabulary.Method),
        _field("place", "place", "place"),
        _field("period", "period", "date"),
        _field("via", "passed on by", "via"),
        _field("based_on", "based on", "actors"),
        _field("attributed_to", "blamed", "actors", also=("blamed",)),
        _field("part_of", "part of", "record", tables=("figures",)),
        _field("statement", "statement", "record", tables=("statements",)),
        *_CLAIMED,
        _fixed("anchor", "words of the number", _SELECTED, "anchors"),
        _fixed("source", "words for who", _SELECTED, "anchors"),
        _fixed("cue", "words for said", _SELECTED, "anchors"),
        _fixed("document", "report", _REPORT),
    ),
    Relation: (
        _field("subject", "subject", "record", required=True, tables=("statements", "figures", "documents")),
        _field("kind", "does", "choice", vocabulary.RelationKind, required=True),
        _field("object", "object", "record", required=True, tables=("statements", "figures", "documents")),
        _field("why", "why"),
        *_KEPT,
    ),
}
"""Record type -> all its fields; those that can't be edited come last."""
