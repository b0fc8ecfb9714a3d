"""Values of records drawn at random, as a user may type them: names with marks in them, words with quotation marks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from store.editing.catalogue import FIELDS, Field
from store.model import (
    TABLES,
    Actor,
    Anchor,
    Document,
    Figure,
    Hop,
    Name,
    Place,
    Record,
    Relation,
    Speaker,
    Statement,
    When,
)
from store.vocabulary import Channel

BASES = st.sampled_from(["stated", "resolved", "inferred", "assumed"])
LINES = st.text(st.characters(exclude_categories=("C", "Z")) | st.sampled_from(' "();[]<>,:=+-'), min_size=1).map(
    lambda text: " ".join(text.split())
).filter(bool)  # fmt: skip
IDS = st.sampled_from(["ac-mayor00000", "ac-army000000", "ac-nurse00000"])
_maybe = st.none() | LINES
_whens = st.builds(
    When,
    words=_maybe,
    edtf=st.none()
    | st.sampled_from(["2016", "2016-12-12", "2011/2016-12-13", "../2016", "-0044", "2016-12-12T09:00:00Z"]),
    zone=st.none() | st.sampled_from(["Z", "+02:00", "-05:00", "Asia/Damascus", "CET"]),
    basis=BASES,
).filter(lambda when: bool(when.edtf or when.words))  # fmt: skip
_channels = st.none() | st.sampled_from(Channel.__args__)
_name_kinds = st.sampled_from(["alias", "weak", "description"])
_values: Mapping[str, st.SearchStrategy[Any]] = {
    "line": LINES,
    "text": st.lists(LINES, min_size=1).map("\n\n".join),
    "number": st.integers(-(10**6), 10**12) | st.decimals(-99, 10**6, places=2).map(float),
    "yes-no": st.booleans(),
    "date": _whens,
    "place": st.builds(Place, LINES, BASES),
    "tags": st.lists(LINES, unique=True).map(tuple),
    "names": st.lists(st.builds(Name, LINES, _name_kinds, st.none() | st.sampled_from(["fr", "zh-Hant"]))).map(tuple),
    "speakers": st.lists(st.builds(Speaker, IDS, _maybe, BASES)).map(tuple),
    "actors": st.lists(IDS, unique=True).map(tuple),
    "actor": IDS,
    "via": st.lists(st.builds(Hop, st.none() | IDS, _channels, _maybe)).map(tuple),
}

BARE: Mapping[type[Record], Record] = {
    Document: Document(id="do-0", title="", text="", sha256=""),
    Actor: Actor(id="ac-0", name="", kind="person"),
    Statement: Statement(id="st-0", document="do-1111111111", type="mixed", content=()),
    Figure: Figure(id="fi-0", document="do-1111111111", anchor=Anchor(0, 3, "The"), bound="order"),
    Relation: Relation(id="re-0", kind="restates", subject="", object=""),
}
"""A record of each kind in which as little stands as can be."""

EVERY = [(kind, field) for kind in TABLES.values() for field in FIELDS[kind]]
EDITABLE = [(kind, field) for kind, field in EVERY if not field.fixed]


def values(field: Field) -> st.SearchStrategy[Any]:
    """Values of an editable field, None or () only where there may be none."""
    if field.choices:
        found: st.SearchStrategy[Any] = st.sampled_from(field.choices)
    elif field.kind == "record":
        found = st.sampled_from([f"{table[:2]}-1111111111" for table in field.tables])
    else:
        found = _values[field.kind]
    plural = field.kind in ("yes-no", "tags", "names", "speakers", "actors", "via", "flag")
    return found if field.required or plural or len(field.path) > 1 else st.none() | found
