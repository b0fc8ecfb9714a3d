"""Names of actors that go on from what was typed of one."""

from __future__ import annotations

from functools import lru_cache

from store.editing.cast import cast_of
from store.editing.notation import quoted
from store.folding import fold
from store.records import Records

MOST = 6
"""Names that are offered at a time."""
MARKS = '("[<'
"""With one of these the name is over, and an office, an address or a remark is typed."""


def offers(records: Records, text: str, document: str | None) -> list[str]:
    """The actors, as they are typed, of whose names a word begins with what stands behind the last semicolon.

    None where that names one already. `document` is the report of the record: other reports' own actors aren't offered.
    """
    begun = fold(text.rpartition(";")[2].strip())
    if not begun or any(mark in begun for mark in MARKS):
        return []
    meant, found = cast_of(records), []
    for folded, name, actor_id, belongs in _names(records):
        if belongs in (None, document) and f" {begun}" in f" {folded}":
            if folded == begun:
                return []
            found.append(quoted(meant.name(actor_id, name, document)))
    return found[:MOST]


def completed(text: str, offer: str) -> str:
    """The text with the offer behind its last semicolon."""
    before, semicolon, _ = text.rpartition(";")
    return f"{before}{semicolon} {offer}" if semicolon else offer


@lru_cache(maxsize=1)
def _names(records: Records) -> list[tuple[str, str, str, str | None]]:
    """(folded name, name, id, report) of every actor that isn't another one by now."""
    living = (actor for actor in records.actors.values() if not actor.merged_into)
    return sorted((fold(actor.name), actor.name, actor.id, actor.document) for actor in living)
