"""Copies of a draft: the same paragraph in another report, drawn in the same places with the same values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import msgspec

from store.model import Anchor, Document
from store.records import Records
from store.references import anchors
from store.reviewing.waiting import Draft, first_word, own_words

_APART = frozenset(
    {"id", "document", "revision", "added", "changed", "review", "origin", "origin_check", "verification", "note"}
)
"""What two copies may have otherwise: whose they are, and what became of them. A note is written for one alone."""
_RECORDS = ("nested_in", "part_of", "statement")
Likeness: TypeAlias = tuple[str, str, bytes]


class Copies:
    """The drafts that may be copies of one another: sorted once by their own words, looked at when one is asked for."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._alike: dict[tuple[str, ...], list[str]] = {}
        for draft in drafts:
            self._alike.setdefault(own_words(draft), []).append(draft.id)

    def of(self, records: Records, draft: Draft) -> list[Draft]:
        """The other drafts that say the same in the same paragraph of another report, as they stand in `records`."""
        near = self._alike.get(own_words(draft), [])
        table = records.figures if draft.id.startswith("fi-") else records.statements
        others = [table[found] for found in near if found in table and found != draft.id]
        others = [other for other in others if other.document != draft.document and other.review.state == "drafted"]
        if not others:
            return []
        wanted = likeness(records, draft)
        return [other for other in others if wanted is not None and likeness(records, other) == wanted]


def likeness(records: Records, draft: Draft) -> Likeness | None:
    """What two copies have in common: the paragraph and all values; None where the report or an anchor is broken."""
    document = records.documents.get(draft.document)
    if document is None or any(records.broken(anchor, draft.document) for _, anchor in anchors(draft)):
        return None
    start, end = _paragraphs(document, [anchor for _, anchor in anchors(draft)])
    values = {name: value for name, value in msgspec.to_builtins(draft).items() if name not in _APART}
    for name in _RECORDS:
        if values.get(name):
            values[name] = _beside(records, values[name], start)
    placed = dict(_placed(records, values, start))
    return type(draft).__name__, document.text[start:end], msgspec.json.encode(placed, order="deterministic")


def _paragraphs(document: Document, found: list[Anchor]) -> tuple[int, int]:
    """The lines of the text, from the first of the anchors' to the last."""
    text = document.text
    start = text.rfind("\n", 0, min(anchor.start for anchor in found)) + 1
    end = text.find("\n", max(anchor.end for anchor in found))
    return start, end if end >= 0 else len(text)


def _beside(records: Records, record_id: str, start: int) -> list[Any]:
    """Another record of the same report, by where it stands."""
    for table in (records.statements, records.figures):
        if record_id in table:
            other: Draft = table[record_id]
            return [first_word(other) - start, *own_words(other)]
    return [record_id]


def _placed(records: Records, values: dict[str, Any], start: int) -> Iterator[tuple[str, Any]]:
    for name, value in values.items():
        yield name, _relative(records, value, start)


def _relative(records: Records, value: Any, start: int) -> Any:
    """The value with anchors counted from the paragraph's beginning, and a report's own actors by kind and name."""
    if isinstance(value, dict):
        if value.keys() >= {"start", "end", "exact"}:
            return [value["start"] - start, value["end"] - start]
        return {name: _relative(records, inner, start) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_relative(records, inner, start) for inner in value]
    actor = records.actors.get(value) if isinstance(value, str) and value.startswith("ac-") else None
    return [actor.kind, actor.name] if actor is not None and actor.document else value
