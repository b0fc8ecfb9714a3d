"""What is done to an archive while the power may go: steps, each acknowledged when it comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple
from unittest import mock

import msgspec
import tinydb

from store.archive import Archive, Change
from store.errors import MissingArchiveError, SaysoError, UnprovedError
from store.storage import Meta, encode
from store.storage.names import backup_of, log_of
from tests.store.conftest import records
from tests.store.proofs.crashes import Crash, crashes
from tests.store.proofs.recording import Recorder
from tests.store.proofs.states import State, broken_chain, edit, found, held, people


class Step(NamedTuple):
    """One thing that is done; where it `folds`, the file alone has everything afterwards, and what it replaced is kept.

    Of one that is not `acknowledged` the user was told that it may not outlast a power cut.
    """

    do: Callable[[Archive], object]
    folds: bool = False
    copies: bool = False
    """Whether what the file was before is kept, though the file alone doesn't have everything afterwards."""
    acknowledged: bool = True


class Story(NamedTuple):
    prepare: Callable[[Path], object]
    steps: Sequence[Step]
    begins: bool = False
    """Whether the archive is made in the story, as its first step."""


class Moment(NamedTuple):
    """When a step was acknowledged: the state then, the file, and whether the step folded or copied."""

    state: State | None
    file: bytes
    folded: bool = False
    copied: bool = False


class Told:
    """A story as it went: what was recorded, what was acknowledged, and states in between that never were."""

    def __init__(self, system: Recorder, start: Moment) -> None:
        self.system, self.moments, self.between = system, [start], list[list[State]]([[]])

    def acknowledge(self, moment: Moment) -> None:
        self.moments.append(moment)
        self.between.append([])
        self.system.acknowledge()

    def allowed(self, acknowledged: int) -> list[State | None]:
        """What may be there: what was acknowledged last, what was begun since, what was acknowledged next."""
        return [
            self.moments[acknowledged].state,
            *self.between[acknowledged],
            *(moment.state for moment in self.moments[acknowledged + 1 : acknowledged + 2]),
        ]


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
    system, error = archive._view.system, OSError(5, "Input/output error")
    with (
        mock.patch.object(system, "fsync_folder", side_effect=error),
        suppress(UnprovedError),
    ):
        edit(archive, "not proved safe")


def _by_another(archive: Archive) -> None:
    edit(Archive.open(archive.path, system=archive._view.system), "by another")
    archive.refresh()


EDIT = Step(lambda archive: edit(archive, "one " + "long note " * 120))
SHORT = Step(lambda archive: edit(archive, f"after {archive.sequence}"))
FOLD = Step(lambda archive: archive.fold(), folds=True)
CLOSE = Step(lambda archive: archive.close(), folds=True)
IMPORT = Step(_import, folds=True)
EDIT_THAT_FOLDS = Step(_edit_that_folds, folds=True)
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
    "a new archive": Story(lambda path: None, [Step(lambda archive: archive.apply(people("first", 2)))], begins=True),
}
"""What is recorded, and cut off everywhere."""


def drawn(seed: int) -> Story:
    """A story of three to six steps."""
    draw = Random(seed)
    steps = draw.choices([EDIT, SHORT, FOLD, IMPORT, EDIT_THAT_FOLDS], k=draw.randint(3, 6))
    return Story(draw.choice([_with_log, _without_log, _of_plain_tinydb]), steps)


def told(story: Story, folder: Path, skip: int = -1) -> Told:
    """Goes through the story. Where a step can't be done, as may be where something is skipped, it ends there."""
    path = folder / "archive.json"
    story.prepare(path)
    system = Recorder(folder, skip)
    went = Told(system, Moment(None, b"") if story.begins else Moment(found(path), path.read_bytes()))
    if story.begins:
        Archive.create(path, system=system)
        went.acknowledge(Moment(found(path), path.read_bytes()))
    archive = Archive.open(path, system=system)
    for step in story.steps:
        try:
            step.do(archive)
        except (SaysoError, OSError):
            break
        if step.acknowledged:
            file = path.read_bytes()
            copied = (step.folds or step.copies) and file != went.moments[-1].file
            went.acknowledge(Moment(held(archive), file, step.folds, copied))
        else:
            went.between[-1].append(held(archive))
    return went


def violations(story: Told, folder: Path) -> Iterator[tuple[Crash, str | None]]:
    """Every crash state of the story, with what is wrong with it; None where nothing is."""
    for crash in crashes(story.system.start, story.system.operations):
        yield crash, _wrong(crash, story, _materialised(crash, folder))


def _materialised(crash: Crash, folder: Path) -> Path:
    for file in folder.iterdir():
        file.unlink()
    for name, data in crash.files.items():
        (folder / name).write_bytes(data)
    return folder / "archive.json"


def _wrong(crash: Crash, story: Told, path: Path) -> str | None:
    allowed = story.allowed(crash.acknowledged)
    try:
        archive = Archive.open(path, read_only=True)
        state = held(archive)
    except MissingArchiveError:
        return None if None in allowed else "the archive isn't there"
    except SaysoError as error:
        return f"it can't be opened: {error}"
    if state not in allowed:
        return f"it is in state {_number(state, story)}, and {crash.acknowledged} steps were acknowledged"
    return (
        broken_chain(path, archive.sequence)
        or _lacking(crash, story, path)
        or _worse_copy(crash, story, path)
        or _next_edit(path)
    )


def _number(state: State, story: Told) -> str:
    return next((str(number) for number, known in enumerate(story.moments) if known.state == state), "that never was")


def _lacking(crash: Crash, story: Told, path: Path) -> str | None:
    """Whether a file that was folded lacks something for those who read it alone."""
    if not story.moments[crash.acknowledged].folded:
        return None
    with TemporaryDirectory(dir=path.parent.parent) as folder:
        alone = Path(folder) / path.name
        alone.write_bytes(path.read_bytes())
        return None if found(alone) in story.allowed(crash.acknowledged) else "the file alone lacks what was folded"


def _worse_copy(crash: Crash, story: Told, path: Path) -> str | None:
    """Whether a copy is what it is said to be: the file before it was written anew last."""
    last = max((number for number in range(crash.acknowledged + 1) if story.moments[number].copied), default=None)
    if last is None:
        return None
    known = [moment.file for moment in story.moments[last - 1 :]]
    copies = path.parent.glob(f"{backup_of(path).name}*")
    return None if any(copy.read_bytes() in known for copy in copies) else "there is no copy of what stood there before"


def _next_edit(path: Path) -> str | None:
    """Whether it can be written to as if nothing had happened."""
    archive = Archive.open(path)
    before = len(held(archive))
    archive.apply(people("next", 1), "the next")
    if len(found(path)) != before + 1:
        return "the next edit isn't there"
    archive.close()
    if len(found(path)) != before + 1:
        return "the next edit is lost by a fold"
    return broken_chain(path, archive.sequence)
