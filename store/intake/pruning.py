"""Drafts without some of them: what named these names nothing, and actors whom only they named go too."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from store.check import check
from store.ingest import Drafts
from store.model import Actor, Document, Figure, Statement
from store.records import Records
from store.references import reached, references


def without(drafts: Drafts, gone: Collection[str]) -> Drafts:
    """`gone` are ids of statements and figures."""
    if not gone:
        return drafts
    statements = tuple(
        replace(found, nested_in=_unless(found.nested_in, gone)) for found in drafts.statements if found.id not in gone
    )
    figures = tuple(
        replace(found, statement=_unless(found.statement, gone), part_of=_unless(found.part_of, gone))
        for found in drafts.figures
        if found.id not in gone
    )
    return Drafts(named(drafts.actors, (*statements, *figures)), statements, figures)


def sound(document: Document, drafts: Drafts) -> Drafts:
    """Those that `store.check` would find no fault with: what doesn't hold together is of no use to a reviewer."""
    while True:
        among = Records.of(document, *drafts.actors, *drafts.statements, *drafts.figures)
        ours = {found.id for found in drafts.statements} | {found.id for found in drafts.figures}
        wrong = ours & {finding.record for finding in check(among)}
        if not wrong:
            return drafts
        drafts = without(drafts, wrong)


def named(actors: Iterable[Actor], records: Iterable[Statement | Figure]) -> tuple[Actor, ...]:
    """Of the actors those whom the records name, and those to whom these belong."""
    by_id = {actor.id: actor for actor in actors}
    first = (by_id[found.target] for record in records for found in references(record) if found.target in by_id)
    kept = reached(first, lambda actor: [by_id[r.target] for r in references(actor) if r.target in by_id])
    return tuple(actor for actor in by_id.values() if actor.id in kept)


def _unless(target: str | None, gone: Collection[str]) -> str | None:
    return None if target in gone else target
