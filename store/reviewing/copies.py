"""Copies of a draft: the same paragraph in another report, drawn in the same places with the same values.

What a reviewer corrects of the one is corrected of its copies too, where it can be said of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias, cast

import msgspec

from store.editing.corrections import corrected
from store.model import Actor, Anchor, Document
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
            self._alike.setdefault(own_words(as_drafted(draft)), []).append(draft.id)

    def of(self, records: Records, draft: Draft) -> list[Draft]:
        """The other drafts drawn the same in the same paragraph of another report, as they stand in `records`.

        Only those of which all can be said that was corrected of this one.
        """
        drafted = as_drafted(draft)
        near = self._alike.get(own_words(drafted), [])
        table = records.figures if draft.id.startswith("fi-") else records.statements
        others = [table[found] for found in near if found in table and found != draft.id]
        others = [other for other in others if other.document != draft.document and other.review.state == "drafted"]
        if not others:
            return []
        wanted = likeness(records, drafted)
        alike = [other for other in others if wanted is not None and likeness(records, other) == wanted]
        return [other for other in alike if as_corrected(records, draft, other) is not None]


def as_drafted(draft: Draft) -> Draft:
    """With the values that were drafted in place of those corrected."""
    if draft.origin is None or not draft.origin.corrected:
        return draft
    was = {name: (draft.origin.drafted or {})[name] for name in draft.origin.corrected}
    return msgspec.convert({**msgspec.to_builtins(draft), **was}, type(draft))


def as_corrected(records: Records, draft: Draft, copy: Draft) -> Draft | None:
    """The copy with all that was corrected of the draft, at its own place and of its own report's actors.

    None where that can't be said of it: other words stand there, or its report knows no such actor.
    """
    if draft.origin is None or not draft.origin.corrected:
        return copy
    moved = _Moved(records, copy, _begins(records, copy) - _begins(records, as_drafted(draft)))
    values = {name: moved.value(msgspec.to_builtins(getattr(draft, name))) for name in draft.origin.corrected}
    if not moved.fits:
        return None
    found = corrected(copy, msgspec.convert({**msgspec.to_builtins(copy), **values}, type(copy)), decided=False)
    return cast(Draft, found)


class _Moved:
    """Values of a draft as they are of a copy, whose paragraph begins so many characters further on; `fits` is whether
    all of those asked for are there."""

    def __init__(self, records: Records, copy: Draft, shift: int) -> None:
        self._records, self._shift = records, shift
        self._document = records.documents[copy.document]
        self.fits = True

    def value(self, value: Any) -> Any:
        if isinstance(value, dict):
            if value.keys() >= {"start", "end", "exact"}:
                return self._anchor(value)
            return {name: self.value(inner) for name, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self.value(inner) for inner in value]
        return self._named(value) if isinstance(value, str) else value

    def _anchor(self, value: dict[str, Any]) -> dict[str, Any]:
        start, end = value["start"] + self._shift, value["end"] + self._shift
        self.fits &= start >= 0 and self._document.text[start:end] == value["exact"]
        return {**value, "start": start, "end": end}

    def _named(self, value: str) -> str:
        """An actor of the report alone is another one in each; a record of the report is of no use in another."""
        self.fits &= value not in self._records.statements and value not in self._records.figures
        actor = self._records.actors.get(value)
        if actor is None or actor.document is None:
            return value
        there = (a.id for a in self._records.actors.values() if (a.document, a.kind, a.name) == self._same(actor))
        found = next(there, None)
        self.fits &= found is not None
        return found or value

    def _same(self, actor: Actor) -> tuple[str, str, str]:
        return self._document.id, actor.kind, actor.name


def _begins(records: Records, draft: Draft) -> int:
    """Where its paragraph begins."""
    return _paragraphs(records.documents[draft.document], [anchor for _, anchor in anchors(draft)])[0]


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
