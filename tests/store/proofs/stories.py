"""What is done to an archive while the power may go: steps, each acknowledged when it comes back."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from random import Random
from unittest import mock

import msgspec
import tinydb

from store.archive import Archive, Change
from store.errors import UnprovedError
from store.purging import plan
from store.restoring import put_back, put_in_place
from store.shelving import put_away
from store.storage import Meta, encode
from store.storage.backups import backups
from store.storage.names import backup_of, log_of
from store.system import System
from tests.store.conftest import records
from tests.store.proofs.states import EDITED, edit, people
from tests.store.proofs.story import Step, Story


def _made(path: Path) -> None:
    archive = Archive.create(path)
    archive.apply(Change(record, 0) for record in records())
    archive.fold()


def _with_log(path: Path) -> None:
    _made(path)
    archive = Archive.open(path)
    edit(archive, "before")


def _without_log(path: Path) -> None:
    _made(path)
    log_of(path).unlink()
    backup_of(path).unlink()
    data = path.read_bytes()
    path.write_bytes(_unfolded(data))


def _unfolded(data: bytes) -> bytes:
    """As an import by another way would have left it: no log was ever begun."""
    tables = msgspec.json.decode(data, type=dict[str, dict[str, msgspec.Raw]])
    tables.pop("_meta")
    return encode(Meta(schema=1, archive="0123456789abcdef"), tables)


def _of_plain_tinydb(path: Path) -> None:
    _without_log(path)
    with tinydb.TinyDB(path) as db:
        db.table("_meta").update({"archive": ""})


def _long(path: Path) -> None:
    _with_log(path)
    archive = Archive.open(path)
    for number in range(3):
        edit(archive, f"{number} " + "x" * 700)
    archive.fold()
    edit(archive, "waits")


def _import(archive: Archive) -> None:
    with mock.patch("store.storage.writing.BULK_RECORDS", 3):
        archive.apply(people(f"from{archive.sequence}", 6), "import of people.json")


def _edit_that_folds(archive: Archive) -> None:
    with mock.patch("store.storage.writing.FOLD_LINES", 0):
        edit(archive, "and folded")


def _not_proved(archive: Archive) -> None:
    """The log is begun, and its name can't be made durable; that of the file can."""
    system = archive._view.system
    calls = iter([system.fsync_folder])

    def only_once(fd: int) -> None:
        for call in calls:
            return call(fd)
        raise OSError(5, "Input/output error")

    with mock.patch.object(system, "fsync_folder", only_once), suppress(UnprovedError):
        edit(archive, "not proved safe")


def _by_another(archive: Archive) -> None:
    edit(Archive.open(archive.path, system=archive._view.system), "by another")
    archive.refresh()


SECRET = ("a secret of hers", "Petrovi")
"""Words that stand in what is to be purged: in a note, and in a name that others go on naming."""


def _with_a_secret(path: Path) -> None:
    """In the file, in its log, in two copies and in the index beside it; the mayor's note is another by now."""
    _made(path)
    archive = Archive.open(path)
    edit(archive, SECRET[0])
    archive.fold()
    backup_of(path).rename(backup_of(path).with_name(f"{backup_of(path).name}-20200304T050607Z"))
    edit(archive, f"no longer {SECRET[0]}")
    archive.fold()
    edit(archive, f"{SECRET[0]}, it waits in the log")
    assert put_away(path)


def _with_a_secret_in_a_damaged_copy(path: Path) -> None:
    _with_a_secret(path)
    old = backup_of(path).with_name(f"{backup_of(path).name}-20200304T050607Z")
    old.write_bytes(old.read_bytes()[:-9])


def _purge(archive: Archive) -> None:
    """As the command does it, also where it was broken off."""
    planned = plan(archive.records, [EDITED, "fi-2222222222"], archive.former(), archive.purged())
    archive.purge(planned.tables, planned.blank, "purge")


def _restore(archive: Archive) -> None:
    for last in backups(archive.path, archive.system)[:1]:
        put_back(archive, last.path)


def _damaged(path: Path) -> None:
    """What was folded is in the log too, so that nothing is lost with the file."""
    _with_log(path)
    archive = Archive.open(path)
    edit(archive, "folded")
    archive.fold()
    edit(archive, "waits")
    path.write_bytes(path.read_bytes()[:-9])


def _put_in_place(path: Path, system: System) -> None:
    put_in_place(path, backup_of(path), system)


EDIT = Step(lambda archive: edit(archive, "one " + "long note " * 120))
SHORT = Step(lambda archive: edit(archive, f"after {archive.sequence}"))
FOLD = Step(lambda archive: archive.fold(), folds=True)
CLOSE = Step(lambda archive: archive.close(), folds=True)
IMPORT = Step(_import, folds=True)
EDIT_THAT_FOLDS = Step(_edit_that_folds, folds=True)
PURGE = Step(_purge, takes_out=[words.encode() for words in SECRET])
RESTORE = Step(_restore, copies=True)
STORIES = {
    "an edit": Story(_with_log, [EDIT]),
    "two edits": Story(_with_log, [EDIT, SHORT]),
    "a first edit": Story(_without_log, [EDIT]),
    "a first edit and one more": Story(_without_log, [SHORT, SHORT]),
    "a fold": Story(_long, [FOLD]),
    "an edit, a close": Story(_with_log, [EDIT, CLOSE]),
    "an edit that folds": Story(_with_log, [EDIT_THAT_FOLDS]),
    "an edit after another's that was not proved safe": Story(
        _without_log, [Step(_not_proved, acknowledged=False), Step(_by_another)]
    ),
    "an import": Story(_with_log, [IMPORT]),
    "an import, an edit": Story(_with_log, [IMPORT, SHORT]),
    "an import as the first": Story(_without_log, [IMPORT]),
    "a first edit of a file of plain TinyDB": Story(_of_plain_tinydb, [EDIT._replace(copies=True)]),
    "edits and folds": Story(_without_log, [EDIT, FOLD, SHORT, FOLD]),
    "a purge": Story(_with_a_secret, [PURGE]),
    "a purge where a copy can't be read": Story(_with_a_secret_in_a_damaged_copy, [PURGE]),
    "a purge, an edit, a fold": Story(_with_a_secret, [PURGE, SHORT, FOLD]),
    "a restore": Story(_long, [RESTORE]),
    "a restore, an edit, a fold": Story(_long, [RESTORE, SHORT, FOLD]),
    "a copy in the place of a damaged file, an edit": Story(_damaged, [SHORT], begin=_put_in_place),
    "a new archive": Story(
        lambda path: None,
        [Step(lambda archive: archive.apply(people("first", 2)))],
        begin=lambda path, system: Archive.create(path, system=system),
    ),
}
"""What is recorded, and cut off everywhere."""


def drawn(seed: int) -> Story:
    """A story of three to six steps."""
    draw = Random(seed)
    steps = draw.choices([EDIT, SHORT, FOLD, IMPORT, EDIT_THAT_FOLDS, RESTORE], k=draw.randint(3, 6))
    return Story(draw.choice([_with_log, _without_log, _of_plain_tinydb]), steps)
