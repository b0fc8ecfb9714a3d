"""The drafts that wait for a reviewer, in the order in which they are looked at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

from store.archive import Archive
from store.ingest.figures import rules
from store.model import Figure, Statement
from store.query import parse
from store.records import Records

Draft: TypeAlias = Statement | Figure
Order: TypeAlias = Literal["weight", "text"]
"""What matters first, or as the report goes; always report by report, so that nobody reads two at once."""
TABLES = ("statements", "figures")


def waiting(archive: Archive, filter_text: str = "") -> list[Draft]:
    """The drafts that a filter leaves, report by report as these are listed, each in the order of its text.

    Raises FilterError.
    """
    result = archive.search(parse(filter_text).and_also(parse("is:draft")))
    found = standing(archive.records, [record_id for table in TABLES for record_id in result.ids(table)])
    reports = {draft.document for draft in found}
    place = {document: n for n, document in enumerate(d for d in archive.index.ids("documents") if d in reports)}
    return sorted(found, key=lambda draft: (place.get(draft.document, len(place)), *_in_text(draft)))


def arranged(drafts: Iterable[Draft], order: Order, here: str = "") -> list[Draft]:
    """The drafts, given report by report, in another order; `here` is the id of the report or draft to begin with."""
    found = list(drafts)
    reports = list(dict.fromkeys(draft.document for draft in found))
    first = next((draft.document for draft in found if here in (draft.id, draft.document)), "")
    place = {document: n + (document != first) for n, document in enumerate(reports)} | {first: 0}
    by_weight = weight if order == "weight" else _alike
    return sorted(found, key=lambda d: (d.id != here, place[d.document], by_weight(d), *_in_text(d)))


def weight(draft: Draft) -> int:
    """0 for numbers, 1 for accusations, 2 for denials, 3 for all else that is said: a slip costs most in the first.

    4 for two or three things of which no more is told than that ("There was one door").
    """
    if isinstance(draft, Figure):
        few = draft.outcome is None and draft.origin is not None and draft.origin.rule == rules.FEW.name
        return 4 if few else 0
    return 1 if draft.accuses else 2 if draft.act in ("denies", "retracts") else 3


def own_words(draft: Draft) -> tuple[str, ...]:
    """What is said, part by part, or the words that claim the number."""
    return tuple(part.exact for part in draft.content) if isinstance(draft, Statement) else (draft.anchor.exact,)


def first_word(draft: Draft) -> int:
    """Where its own words begin: an offset into the report's text."""
    parts = draft.content if isinstance(draft, Statement) else (draft.anchor,)
    return min((part.start for part in parts), default=0)


def standing(records: Records, drafts: Iterable[str]) -> list[Draft]:
    """Those of the ids that are records still."""
    tables = [records.table(table) for table in TABLES]
    return [table[found] for found in drafts for table in tables if found in table]


def _alike(draft: Draft) -> int:
    return 0


def _in_text(draft: Draft) -> tuple[int, str]:
    return first_word(draft), draft.id
