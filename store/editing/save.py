"""Changed records written, with what others changed meanwhile; nothing is overwritten unseen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from store.archive import KIND_TABLES, Archive, Change
from store.check import sameness
from store.editing.changers import changers, told_of
from store.editing.corrections import corrected, settled
from store.editing.fields import differences
from store.editing.merging import Clash, merged
from store.editing.soundness import checked, gathered, scanned
from store.errors import ClashError, ConflictError, EditError
from store.model import Record
from store.records import Records
from store.storage.author import now

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


def save(archive: Archive, base: Record | None, mine: Record, what: str = "edit", *, undoing: bool = False) -> Saved:
    """Writes one record; `base` is as the caller saw it, None for a new one; `what` is a short phrase for the log.

    Where another changed it meanwhile, the changes of both are brought together by field. Raises ClashError where both
    changed the same field to different values, EditError where the record would not hold together (see `soundness`;
    not where it is `undoing`: what stood there once may stand there again), ConflictError where it is gone or, if new,
    there already; and what `Archive.apply` raises. Then nothing is written.
    """
    return save_all(archive, [Edit(base, mine)], what, undoing=undoing)[0]


def save_all(
    archive: Archive, edits: Iterable[Edit], what: str = "edit", *, undoing: bool = False, decided: bool = True
) -> list[Saved]:
    """As `save`, for several records: all are written or none. Records that stay as they are aren't written.

    What was drafted is kept beside what is made of it (see `corrections`); behind the records asked for come the actors
    who are no drafts any more, for one of them is confirmed. Where nothing is `decided`, a corrected draft stays one.
    """
    wanted = list(edits) if undoing else reviewed(archive.records, edits, decided=decided)
    check_all(archive.records, [] if undoing else wanted)
    for _ in range(ATTEMPTS):
        try:
            _apply(archive, wanted, what)
        except ConflictError as conflict:
            lost = conflict
            archive.refresh()
            wanted = [_again(archive, edit, conflict) for edit in wanted]
            check_all(archive.records, [] if undoing else wanted)
        else:
            return [_saved(archive, edit) for edit in wanted]
    raise lost


def reviewed(records: Records, edits: Iterable[Edit], *, decided: bool = True) -> list[Edit]:
    """The edits, with what a correction or a confirmation of drafts brings along."""
    now = [Edit(edit.base, corrected(edit.base, edit.mine, decided=decided)) for edit in edits]
    asked = {edit.mine.id for edit in now}
    actors = settled(records, [edit.mine for edit in now if edit.mine != edit.base])
    return [*now, *(Edit(records.actors[c.record.id], c.record) for c in actors if c.record.id not in asked)]


def check_all(records: Records, edits: Sequence[Edit]) -> None:
    """Raises EditError for the first that would not hold together, the new ones being there."""
    records = records.over(*new) if (new := [edit.mine for edit in edits if edit.base is None]) else records
    beside = gathered(records) if len(edits) > 2 else scanned(records)
    said: dict[tuple[object, ...], str] = {}
    for edit in edits:
        checked(records, edit.base, edit.mine, beside)
        key = sameness(edit.mine)
        if key is None or (edit.base and sameness(edit.base) == key):
            continue
        if (twin := said.setdefault(key, edit.mine.id)) != edit.mine.id:
            raise EditError("id", f"it would say the same as {twin} does then.", record=edit.mine.id)


def _apply(archive: Archive, edits: Iterable[Edit], what: str) -> None:
    """The one place where `what` is handed on."""
    changes = [
        Change(edit.mine, edit.base.revision if edit.base else 0, edit.base) for edit in edits if edit.mine != edit.base
    ]
    if changes:
        archive.apply(changes, what)


def _saved(archive: Archive, edit: Edit) -> Saved:
    return Saved(edit.base, archive.get(edit.mine.id) if edit.mine != edit.base else edit.mine)


def _again(archive: Archive, edit: Edit, conflict: ConflictError) -> Edit:
    """The edit as it is to be tried next: on what another wrote. Raises where that can't be."""
    theirs = archive.records.table(KIND_TABLES[type(edit.mine)]).get(edit.mine.id)
    if theirs is None if edit.base is None else theirs == edit.base:
        return edit
    if edit.base is None or theirs is None:
        raise conflict
    found = merged(edit.base, edit.mine, theirs)
    if found.clashes:
        raise _clash(edit, theirs, found.record, _told_by(archive, edit.base, theirs, found.clashes)) from conflict
    return Edit(theirs, found.record)


def _told_by(archive: Archive, base: Record, theirs: Record, clashes: Iterable[Clash]) -> tuple[Clash, ...]:
    """With who changed each field."""
    who, today = changers(archive.changes_to(base.id), theirs, base.revision), now()
    return tuple(
        clash._replace(by=changer.by, when=changer.when(today)) if (changer := who.get(clash.field)) else clash
        for clash in clashes
    )


def _clash(edit: Edit, theirs: Record, record: Record, clashes: tuple[Clash, ...]) -> ClashError:
    named = {clash.field: clash for clash in clashes}
    told = [
        f"{told_of(found.field.name, clash.by, clash.when)} (yours: {found.after or 'none'}; "
        f"theirs: {found.before or 'none'})"
        for found in differences(theirs, edit.mine)
        if (clash := named.get(found.field.path[0]))
    ]
    return ClashError(
        f"{edit.mine.id} was changed meanwhile, in what you changed too: {', '.join(told)}. Nothing was changed.",
        clashes=clashes,
        merged=record,
        mine=edit.mine,
        theirs=theirs,
    )
