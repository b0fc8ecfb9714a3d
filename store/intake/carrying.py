"""What was found in a report, proposed for its next version, where the very words stand once in the new text too.

A proposal is a draft: nobody has read it against the new text. Nothing is anchored by likeness.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, pairwise
from typing import NamedTuple

from msgspec.structs import replace

from store.identity import actor_id, figure_id, statement_id
from store.ingest import Drafts
from store.intake.naming import renamed
from store.intake.pruning import without
from store.model import (
    Actor,
    Anchor,
    Document,
    Figure,
    Origin,
    OriginCheck,
    Review,
    Statement,
    Verification,
)
from store.records import Records

RULE = "carried-over"
WHOLE, PARTS = 0.9, 0.6
"""How sure it is where all from the first word to the last stands in the new text as it stood; where only parts do."""
_READ = frozenset({"accepted", "corrected"})


class _Moved(NamedTuple):
    """Anchors by the new text, field by field, and how sure it is; what couldn't be placed is left out of `beside`."""

    said: tuple[Anchor, ...]
    source: tuple[Anchor, ...]
    cue: tuple[Anchor, ...]
    confidence: float


def carried(records: Records, old: Document, new: Document) -> Drafts:
    """Copies of what was read and found right in the old document, as drafts of the new one, in the order of the file.

    They say what they are copies of (`origin.drafted`); flags of others' looking, notes and relations stay behind.
    """
    own = _Own(records, new)
    statements: dict[str, Statement] = {}
    for statement in records.statements.values():
        if statement.document == old.id and statement.review.state in _READ:
            moved = _moved(statement.content, statement.source, statement.cue, old.text, new.text)
            if moved:
                statements[statement.id] = _statement(statement, moved, new, own, statements.values())
    within = {old_id: made.id for old_id, made in statements.items()}
    figures: dict[str, Figure] = {}
    for figure in records.figures.values():
        if figure.document == old.id and figure.review.state in _READ:
            moved = _moved((figure.anchor,), figure.source, figure.cue, old.text, new.text)
            if moved:
                figures[figure.id] = _figure(figure, moved, new, own, figures.values())
    parts = {old_id: made.id for old_id, made in figures.items()}
    return Drafts(
        tuple(own.made.values()),
        tuple(replace(made, nested_in=within.get(made.nested_in or "")) for made in statements.values()),
        tuple(
            replace(made, statement=within.get(made.statement or ""), part_of=parts.get(made.part_of or ""))
            for made in figures.values()
        ),
    )


def beside(carried_over: Drafts, drafted: Drafts) -> Drafts:
    """Both, but of what was drafted nothing whose words a proposal has already: somebody has read that once."""
    said = [(part.start, part.end) for statement in carried_over.statements for part in statement.content]
    counted = [(figure.anchor.start, figure.anchor.end) for figure in carried_over.figures]
    gone = {found.id for found in drafted.statements if _touches(found.content, said)}
    gone |= {found.id for found in drafted.figures if _touches((found.anchor,), counted)}
    rest = without(drafted, gone)
    actors = {actor.id: actor for actor in (*rest.actors, *carried_over.actors)}
    return Drafts(
        tuple(actors.values()),
        (*carried_over.statements, *rest.statements),
        (*carried_over.figures, *rest.figures),
    )


def _touches(anchors: Iterable[Anchor], runs: Sequence[tuple[int, int]]) -> bool:
    return any(anchor.start < end and start < anchor.end for anchor in anchors for start, end in runs)


def _moved(
    said: tuple[Anchor, ...], source: tuple[Anchor, ...], cue: tuple[Anchor, ...], old: str, new: str
) -> _Moved | None:
    every = (*said, *source, *cue)
    if any(old[anchor.start : anchor.end] != anchor.exact for anchor in every):
        return None  # broken already
    first, last = min(anchor.start for anchor in every), max(anchor.end for anchor in every)
    if (at := _only(old[first:last], new)) is not None:
        by = at - first
        return _Moved(_by(said, by), _by(source, by), _by(cue, by), WHOLE)
    placed = [_placed(anchor, new) for anchor in said]
    whole = tuple(anchor for anchor in placed if anchor)
    if len(whole) < len(said) or any(a.end > b.start for a, b in pairwise(whole)):
        return None
    return _Moved(whole, _those_placed(source, new), _those_placed(cue, new), PARTS)


def _only(words: str, text: str) -> int | None:
    """Where they stand; None where they don't, or more than once."""
    at = text.find(words)
    return at if at >= 0 and text.find(words, at + 1) < 0 else None


def _placed(anchor: Anchor, text: str) -> Anchor | None:
    at = _only(anchor.exact, text)
    return None if at is None else Anchor(at, at + len(anchor.exact), anchor.exact)


def _those_placed(anchors: tuple[Anchor, ...], text: str) -> tuple[Anchor, ...]:
    return tuple(filter(None, (_placed(anchor, text) for anchor in anchors)))


def _by(anchors: tuple[Anchor, ...], by: int) -> tuple[Anchor, ...]:
    return tuple(Anchor(anchor.start + by, anchor.end + by, anchor.exact) for anchor in anchors)


class _Own:
    """Actors by the new document: one who belongs to the old one alone has a namesake there; others stay."""

    def __init__(self, records: Records, new: Document) -> None:
        self._records, self._new = records, new
        self.made: dict[str, Actor] = {}

    def actor(self, found: str) -> str:
        actor = self._records.actors.get(found)
        if actor is None or actor.document is None:
            return found
        again = actor_id(actor.kind, actor.name, self._new.id)
        self.made[again] = Actor(
            id=again, name=actor.name, kind=actor.kind, names=actor.names, description=actor.description,
            document=self._new.id, confidential=actor.confidential, drafted=True,
        )  # fmt: skip
        return again


def _statement(statement: Statement, moved: _Moved, new: Document, own: _Own, others: Iterable[Statement]) -> Statement:
    ids = (statement_id(new.id, moved.said, ordinal) for ordinal in count())
    return replace(
        renamed(statement, own.actor), id=_free(ids, others), document=new.id, content=moved.said, source=moved.source,
        cue=moved.cue, **_fresh(statement, moved),
    )  # fmt: skip


def _figure(figure: Figure, moved: _Moved, new: Document, own: _Own, others: Iterable[Figure]) -> Figure:
    ids = (figure_id(new.id, moved.said[0], ordinal) for ordinal in count())
    return replace(
        renamed(figure, own.actor), id=_free(ids, others), document=new.id, anchor=moved.said[0], source=moved.source,
        cue=moved.cue, **_fresh(figure, moved),
    )  # fmt: skip


def _free(ids: Iterator[str], others: Iterable[Statement | Figure]) -> str:
    taken = {other.id for other in others}
    return next(found for found in ids if found not in taken)


def _fresh(record: Statement | Figure, moved: _Moved) -> dict[str, object]:
    origin = Origin(by="sayso", rule=RULE, confidence=moved.confidence, drafted={"from": record.id})
    return {
        "review": Review(), "origin_check": OriginCheck(), "verification": Verification(), "origin": origin,
        "note": None, "revision": 1, "added": None, "changed": None,
    }  # fmt: skip
