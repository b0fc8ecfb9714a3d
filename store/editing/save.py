"""Changed records written, with what others changed meanwhile; nothing is overwritten unseen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from store.archive import Archive, Change
from store.editing.fields import differences
from store.editing.merging import Clash, merged
from store.editing.soundness import checked
from store.errors import ClashError, ConflictError
from store.model import Record

ATTEMPTS = 20
"""How often others may be quicker before a change is given up; each time but one of them was written."""


class Edit(NamedTuple):
    """A record as the caller saw it, None for a new one, and as it is to be."""

    base: Record | None
    mine: Record


class Saved(NamedTuple):
    """The record as it stood in the archive before, None for a new one, and as it stands there now."""

    before: Record | None
    after: Record


def save(archive: Archive, base: Record | None, mine: Record, what: str = "edit") -> Saved:
    """Writes one record; `base` is as the caller saw it, None for a new one.

    Where another changed it meanwhile, the changes of both are brought together by field. Raises ClashError where both
    changed the same field to different values, EditError where the record would not hold together (see `soundness`),
    ConflictError where it is gone or, if new, there already; and what `Archive.apply` raises. Then nothing is written.
    """
    return save_all(archive, [Edit(base, mine)], what)[0]


def save_all(archive: Archive, edits: Iterable[Edit], what: str = "edit") -> list[Saved]:
    """As `save`, for several records: all are written or none. Records that stay as they are aren't written."""
    now = list(edits)
    for edit in now:
        checked(archive.records, edit.base, edit.mine)
    for _ in range(ATTEMPTS):
        try:
            _apply(archive, now, what)
        except ConflictError as conflict:
            lost = conflict
            now = [_again(archive, edit, conflict) for edit in now]
        else:
            return [_saved(archive, edit) for edit in now]
    raise lost


def _apply(archive: Archive, edits: Iterable[Edit], what: str) -> None:
    """The one place where `what` is handed on."""
    changes = [Change(edit.mine, edit.base.revision if edit.base else 0) for edit in edits if edit.mine != edit.base]
    if changes:
        archive.apply(changes)


def _saved(archive: Archive, edit: Edit) -> Saved:
    return Saved(edit.base, archive.get(edit.mine.id) if edit.mine != edit.base else edit.mine)


def _again(archive: Archive, edit: Edit, conflict: ConflictError) -> Edit:
    """The edit as it is to be tried next: on what another wrote. Raises where that can't be."""
    mine, theirs = conflict.mine, conflict.theirs
    if not isinstance(mine, Record) or mine.id != edit.mine.id:
        return edit
    if edit.base is None or not isinstance(theirs, Record):
        raise conflict
    found = merged(edit.base, edit.mine, theirs)
    if found.clashes:
        raise _clash(edit, theirs, found.record, found.clashes) from conflict
    checked(archive.records, theirs, found.record)
    return Edit(theirs, found.record)


def _clash(edit: Edit, theirs: Record, record: Record, clashes: tuple[Clash, ...]) -> ClashError:
    names = {clash.field for clash in clashes}
    told = [
        f"{found.field.name} (yours: {found.after or 'none'}; theirs: {found.before or 'none'})"
        for found in differences(theirs, edit.mine)
        if found.field.path[0] in names
    ]
    return ClashError(
        f"{edit.mine.id} was changed by another meanwhile, in what you changed too: {', '.join(told)}. "
        "Nothing was changed.",
        clashes=clashes,
        merged=record,
        mine=edit.mine,
        theirs=theirs,
    )
