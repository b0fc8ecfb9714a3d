"""The fields of the filter: where each exists, what it takes, an example, and a line for help and completion."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias, get_args

from store import vocabulary

Kind: TypeAlias = Literal["actor", "document", "text", "language", "tag", "choice", "date", "number", "id"]
_ALL = ("documents", "actors", "statements", "figures", "relations")
_CLAIMED = ("statements", "figures")


class Field(NamedTuple):
    """One field; `example` is a whole filter, `lists` its closed values, or the vocabulary's names of them."""

    name: str
    kind: Kind
    tables: tuple[str, ...]
    example: str
    description: str
    lists: tuple[str, ...] = ()

    @property
    def values(self) -> tuple[str, ...]:
        """The closed values it may have, without "none"; empty where it takes anything."""
        if self.kind != "choice" or self.lists[0].islower():
            return self.lists
        return tuple(value for name in self.lists for value in get_args(getattr(vocabulary, name)))


def _field(name: str, kind: Kind, tables: tuple[str, ...], value: str, description: str, *lists: str) -> Field:
    return Field(name, kind, tables, f"{name}:{value}", description, lists)


_WHO = '"Jan Egeland"'
_FIELDS = (
    _field(
        "actor",
        "actor",
        ("actors", *_CLAIMED),
        _WHO,
        "who speaks or claims; none is the report's own voice, ? somebody of whom it isn't clear who it is",
    ),
    _field("about", "actor", ("statements",), "Russia", "whom it is about"),
    _field("blamed", "actor", _CLAIMED, "Russia", "who is accused, or blamed for the number"),
    _field("via", "actor", _CLAIMED, '"local sources"', "who passed it on, or whom the number was taken from"),
    _field("under", "actor", ("actors", *_CLAIMED), '"United Nations"', "as actor, with all that belong to it"),
    _field("type", "choice", ("statements",), "direct", "how it is quoted", "StatementType"),
    _field("act", "choice", ("statements",), "denies", "what the speaker does", "Act"),
    _field(
        "kind",
        "choice",
        ("actors", "relations"),
        "person",
        "what an actor or a relation is",
        "ActorKind",
        "RelationKind",
    ),
    _field("doc", "document", ("documents", *_CLAIMED), "Aleppo", "the report, by words of its title or its id"),
    _field("publisher", "text", ("documents", *_CLAIMED), "Reuters", "the report's publisher"),
    _field("lang", "language", ("documents", *_CLAIMED), "en", "the report's language; en is also en-GB"),
    _field(
        "said", "date", _CLAIMED, "2016-12-13..", "when it was said; a figure's is its statement's, else its report's"
    ),
    _field("period", "date", ("figures",), "2016-11..2016-12", "the time that the number is of"),
    _field("value", "number", ("figures",), ">500", "the number, as far as its bounds reach"),
    _field("unit", "text", ("figures",), "person", "what the number is in"),
    _field("counted", "text", ("figures",), "civilians", "what is counted, as printed"),
    _field("outcome", "choice", ("figures",), "killed", "what became of them", "Outcome"),
    _field("counting", "choice", ("figures",), "during", "a stock as of a day, or a flow", "Counting"),
    _field("place", "text", ("figures",), "Aleppo", "where"),
    _field("bound", "choice", ("figures",), "at-least", "how the number is bounded", "Bound"),
    _field("channel", "choice", _CLAIMED, "tweet", "how it was said or passed on", "Channel"),
    _field("tag", "tag", _ALL, "urgent", "a tag of ours, whole"),
    _field("review", "choice", _CLAIMED, "accepted", "does the record match the text", "ReviewState"),
    _field("checked", "choice", _CLAIMED, "found", "was it really said", "OriginState"),
    _field("verification", "choice", _CLAIMED, "contested", "is it true", "VerificationState"),
    _field("added", "date", _ALL, "2026-01..", "when the record came in, in UTC"),
    _field("changed", "date", _ALL, ">2026-01", "when it was last changed, in UTC"),
    _field("id", "id", _ALL, "st-7k2m9q4dzh,fi-3v8x", "ids, or so much of them as no other begins with"),
    _field(
        "is",
        "choice",
        _ALL,
        "broken",
        "its state: an anchor that doesn't fit the text, not reviewed yet (a report: drafts left), a magnitude without"
        " a number, a speaker, date or place not stated, to be kept back; marked is for the screen only",
        *("broken", "draft", "vague", "inferred", "confidential", "marked"),
    ),
    _field("has", "choice", _ALL, "note", "what it carries", "note", "gloss", "relation"),
)
FIELDS: dict[str, Field] = {field.name: field for field in _FIELDS}

MEANT = {
    **{"speaker": "actor", "who": "actor", "name": "actor", "claimant": "actor", "parent": "under"},
    **{"accuses": "blamed", "blames": "blamed", "attributed": "blamed", "source": "via", "based": "via"},
    **{"document": "doc", "title": "doc", "report": "doc", "language": "lang", "uttered": "said", "date": "said"},
    **{"when": "said", "number": "value", "amount": "value", "where": "place", "what": "counted", "tags": "tag"},
    **{"status": "review", "origin": "checked", "verified": "verification", "cue": "act", "marked": "is"},
}
"""What people type, and the field they mean: for the sentence of an error only."""


def near(name: str) -> str | None:
    """The field that someone who typed `name` most likely meant."""
    from difflib import get_close_matches  # only wanted once something went wrong

    known = {**{field: field for field in FIELDS}, **MEANT}
    if name in known:
        return known[name]
    close = get_close_matches(name, known, n=1, cutoff=0.6)
    return known[close[0]] if close else None
