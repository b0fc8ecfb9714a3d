"""What is to be written of the changes that somebody wants, if they may be made."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from store.change import Change, Removal
from store.errors import ConflictError
from store.model import Record
from store.records import TABLE_OF_PREFIX, Records
from store.storage.author import now
from store.storage.changes import Changed
from store.storage.fold import KIND_TABLES
from store.storage.view import changed
from store.storage.writing import Draft


def drafted(records: Records, wanted: Iterable[Change | Removal]) -> Draft:
    """What is to be written. Raises ConflictError where a record isn't at the revision that is expected."""
    stamp, seen = now(), set[str]()
    new: list[Record] = []
    changes: list[Changed] = []
    for change in wanted:
        record_id = change.id if isinstance(change, Removal) else change.record.id
        mine = None if isinstance(change, Removal) else change.record
        if record_id in seen:
            raise ConflictError(f"{record_id} is among the changes twice. Nothing was changed.", mine=mine)
        seen.add(record_id)
        name = KIND_TABLES[type(mine)] if mine else TABLE_OF_PREFIX.get(record_id[:2], "statements")
        theirs = records.table(name).get(record_id)
        _expect(record_id, change.expects, mine, theirs)
        if isinstance(change, Change) and change.base is not None and change.base != theirs:
            raise ConflictError(f"{record_id} was changed by another. Nothing was changed.", mine=mine, theirs=theirs)
        if mine is None:
            changes.append(Changed(name, record_id, gone=msgspec.to_builtins(theirs)))
            continue
        added = theirs.added if theirs else stamp
        fresh = msgspec.structs.replace(mine, revision=change.expects + 1, added=added, changed=stamp)
        if theirs is None:
            new.append(fresh)
        else:
            changes.append(changed(name, type(fresh), theirs, fresh))
    return Draft(new, changes)


def _expect(record_id: str, expects: int, mine: Record | None, theirs: Record | None) -> None:
    found = theirs.revision if theirs else 0
    if found == expects and (theirs or mine):
        return
    if theirs is None:
        sentence = f"{record_id} is no longer in the archive. Nothing was changed."
    elif expects == 0:
        sentence = f"{record_id} is in the archive already, at revision {found}. Nothing was changed."
    else:
        sentence = (
            f"{record_id} was changed by another: you saw revision {expects}, now it is {found}. Nothing was changed."
        )
    raise ConflictError(sentence, mine=mine, theirs=theirs)
