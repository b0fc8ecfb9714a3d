"""Going through a story, and looking for what is wrong with any state that a power cut may leave of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from unittest import mock

from store.archive import Archive
from store.errors import DamagedArchiveError, MissingArchiveError, SaysoError, UnprovedError
from store.storage import load
from store.storage.names import backup_of
from tests.store.proofs.crashes import Crash, crashes
from tests.store.proofs.recording import Recorder
from tests.store.proofs.states import State, broken_chain, found, held, people
from tests.store.proofs.story import Moment, Step, Story, Told

STAMP = "2020-03-04T05:06:07Z"


def told(story: Story, folder: Path, skip: int = -1, fail: int = -1) -> Told:
    """Goes through the story, leaving out the `skip`-th call that makes something durable, or failing the `fail`-th.

    Where something is skipped it ends with a step that can't be done. Where a call failed it goes on, as a user would.
    """
    path = folder / "archive.json"
    story.prepare(path)
    system = Recorder(folder, skip, fail)
    went = Told(system, Moment(None, path.read_bytes() if path.exists() else b"") if story.begin else _moment(path))
    with mock.patch("store.drafting.now", return_value=STAMP):
        if story.begin:
            try:
                story.begin(path, system)
            except UnprovedError:
                went.unsure(found(path), file=path.read_bytes())
            except SaysoError:
                return went
            else:
                went.acknowledge(_moment(path) if _opens(path) else Moment({}, b""))
            if not _opens(path):
                return went
        archive = Archive.open(path, system=system)
        for step in story.steps:
            went.begun[-1] = step
            if not _go_on(went, archive, step, skip >= 0):
                break
    return went


def _moment(path: Path) -> Moment:
    return Moment(found(path), path.read_bytes())


def _opens(path: Path) -> bool:
    try:
        Archive.open(path)
    except SaysoError:
        return False
    return True


def _go_on(went: Told, archive: Archive, step: Step, ends: bool) -> bool:
    """Whether the story goes on after the step, which was done, or refused."""
    failed, before = went.system.failed, archive.path.read_bytes()
    expected = _expected(archive, step) if went.system.fail >= 0 else held(archive)
    try:
        step.do(archive)
    except (SaysoError, OSError) as error:
        if ends:
            return False
        if isinstance(error, UnprovedError) or step.takes_out:
            went.unsure(held(archive), expected, file=archive.path.read_bytes())
        else:
            went.between[-1].append(expected)  # until it was told that nothing was changed
            went.acknowledge(Moment(held(archive), archive.path.read_bytes()))
        return True
    file = archive.path.read_bytes()
    if step.acknowledged:
        whole = went.system.failed == failed
        copied = whole and (step.folds or step.copies) and file != before
        folded = whole and step.folds and (file != before or went.system.fail < 0)
        went.acknowledge(Moment(held(archive), file, step, folded, copied))
    else:
        went.unsure(held(archive), file=file)
    return True


def _expected(archive: Archive, step: Step) -> State:
    """What the step makes of the archive where nothing fails."""
    with TemporaryDirectory() as folder:
        copy = copytree(archive.path.parent, Path(folder) / "copy") / archive.path.name
        with mock.patch("store.storage.writing.os.urandom", return_value=b"12345678"):
            other = Archive.open(copy)
            step.do(other)
        return held(other)


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
    except (MissingArchiveError, DamagedArchiveError) as error:
        as_before = crash.files.get(path.name, b"") == story.moments[0].file
        return None if None in allowed and as_before else f"it can't be opened: {error}"
    except SaysoError as error:
        return f"it can't be opened: {error}"
    if state not in allowed:
        return f"it is in state {_number(state, story)}, and {crash.acknowledged} steps were acknowledged"
    return (
        broken_chain(path, archive.sequence)
        or _lacking(crash, story, path)
        or _worse_copy(crash, story, path)
        or _left_in_a_file(crash, story)
        or _spoilt_copy(crash, story, path)
        or _next_edit(path)
        or _purged_at_last(crash, story, path)
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
    """Whether a copy is what it is said to be: the file before it was written anew last.

    A purge writes the copies anew, which then are none of what stood there.
    """
    done = range(crash.acknowledged + 1)
    last = max((number for number in done if story.moments[number].copied), default=None)
    since = [moment.step for moment in story.moments[last or 0 : crash.acknowledged + 1]]
    if last is None or any(step and step.takes_out for step in (*since, story.begun[crash.acknowledged])):
        return None
    known = [moment.file for moment in story.moments[last - 1 :]] + story.files
    copies = path.parent.glob(f"{backup_of(path).name}*")
    return None if any(copy.read_bytes() in known for copy in copies) else "there is no copy of what stood there before"


def _left_in_a_file(crash: Crash, story: Told) -> str | None:
    """Whether what was purged stands in any file."""
    taken_out = [words for moment in story.moments[: crash.acknowledged + 1] for words in moment.taken_out]
    for name, data in crash.files.items():
        if left := [words for words in taken_out if words in data]:
            return f"{left} were purged, and stand in {name}"
    return None


def _spoilt_copy(crash: Crash, story: Told, path: Path) -> str | None:
    """Whether a copy that a purge wrote anew can't be read."""
    if not any(moment.taken_out for moment in story.moments[: crash.acknowledged + 1]):
        return None
    try:
        for copy in path.parent.glob(f"{backup_of(path).name}*"):
            load(copy)
    except SaysoError as error:
        return f"a copy was spoilt by a purge: {error}"
    return None


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


def _purged_at_last(crash: Crash, story: Told, path: Path) -> str | None:
    """Whether a purge that was broken off can be done again, and then is done."""
    step = story.begun[crash.acknowledged]
    if step is None or not step.takes_out:
        return None
    archive = Archive.open(path)
    step.do(archive)
    left = [file.name for file in path.parent.iterdir() if any(words in file.read_bytes() for words in step.takes_out)]
    return f"after a purge that was broken off, and done again, {left} still have it" if left else None
