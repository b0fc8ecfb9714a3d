"""The system may refuse any call: the old state or the new, and what the user is told is so."""

from __future__ import annotations

import errno
import os
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from store.archive import Archive
from store.errors import SaysoError, UnprovedError
from store.restoring import put_in_place
from store.storage.names import backup_of
from tests.store.proofs.conftest import Tell
from tests.store.proofs.failing import Failing, Fault, from_then_on, once, short
from tests.store.proofs.states import State, broken_chain, edit, found, held
from tests.store.proofs.stories import STORIES
from tests.store.proofs.story import Step, Story

ERRORS = [errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EINTR]
FAULTS: dict[str, Fault] = {
    **{errno.errorcode[error]: once(error) for error in ERRORS},
    "half a write": short(0),
    "half a write, then ENOSPC": short(errno.ENOSPC),
    "ENOSPC from then on": from_then_on(errno.ENOSPC),
    "EIO from then on": from_then_on(errno.EIO),
}
ACTIONS = (
    "an edit",
    "a first edit",
    "a fold",
    "an edit that folds",
    "an import",
    "an import as the first",
    "a first edit of a file of plain TinyDB",
    "a restore",
)
UNCHANGED = ("nothing was changed", "stands unchanged", "left as it is")


def copied(kept: dict[str, bytes], folder: Path) -> Path:
    for name, data in kept.items():
        (folder / name).write_bytes(data)
    return folder / "archive.json"


def open_files() -> int:
    return len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0


def without_stamps(state: State) -> dict[str, object]:
    return {key: (record.note, record.revision) for key, record in state.items()}


class Trial:
    """One action on copies of one archive: first without a fault, which gives the calls and the new state."""

    def __init__(self, story: Story, memory: Path) -> None:
        [self.step] = story.steps
        self.memory = memory
        with TemporaryDirectory(dir=memory) as folder:
            path = Path(folder) / "archive.json"
            story.prepare(path)
            self.kept = {file.name: file.read_bytes() for file in Path(folder).iterdir()}
            self.old = without_stamps(found(path))
        self.new, self.calls = self._done()

    def _done(self) -> tuple[dict[str, object], list[str]]:
        with TemporaryDirectory(dir=self.memory) as folder:
            path, system = copied(self.kept, Path(folder)), Failing()
            archive = Archive.open(path, system=system)
            system.watch()
            self.step.do(archive)
            return without_stamps(found(path)), list(system.names)

    def hold(self, at: int, fault: Fault) -> str:
        """Holds what is promised where the fault comes at this call; what was told, in a word."""
        with TemporaryDirectory(dir=self.memory) as folder:
            path, system = copied(self.kept, Path(folder)), Failing()
            archive = Archive.open(path, system=system)
            held(archive)
            files = open_files()
            system.watch(at, fault)
            told = refused(self.step, archive)
            system.watch()
            self._hold_state(path, archive, told)
            assert open_files() == files, "a file was left open"
            left = [file.name for file in path.parent.iterdir() if file.name.startswith(".")]
            assert not left or self.calls[at : at + 1] == ["unlink"], left
            next_save_works(path, archive)
            return type(told).__name__ if told else "done"

    def _hold_state(self, path: Path, archive: Archive, told: SaysoError | None) -> None:
        state = without_stamps(found(path))
        assert state in (self.old, self.new)
        assert without_stamps(held(archive)) == state, "what is shown isn't what is on the disk"
        if told is None:
            assert state == self.new, "it was not told"
        elif not isinstance(told, UnprovedError):
            assert state == self.old, f"it was done, and told: {told}"
            assert any(words in str(told).lower() for words in UNCHANGED), f"it isn't told what stands there: {told}"
        else:
            assert state == self.new or "look whether" in str(told), f"it is not there, and told: {told}"


def refused(step: Step, archive: Archive) -> SaysoError | None:
    try:
        step.do(archive)
    except SaysoError as error:
        return error
    return None


def next_save_works(path: Path, archive: Archive) -> None:
    edit(archive, "the next")
    assert found(path) == held(archive)
    assert broken_chain(path, archive.sequence) is None
    archive.close()
    assert found(path) == held(archive)
    assert not [file.name for file in path.parent.iterdir() if file.name.startswith(".")]


def outcomes(
    hold: Callable[[int, Fault], str], fault: Fault, calls: Iterable[tuple[int, str]]
) -> tuple[Counter[str], list[tuple[int, str, str]]]:
    """What was told with the fault at each of the calls, and how often; and the calls at which a promise was broken."""
    told, wrong = Counter[str](), []
    for at, name in calls:
        try:
            told[hold(at, fault)] += 1
        except (AssertionError, SaysoError, OSError) as error:
            wrong.append((at, name, f"{type(error).__name__}: {error}"[:300]))
    return told, wrong


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("action", ACTIONS)
def test_an_error_at_any_call(action: str, fault: str, memory: Path, tell: Tell) -> None:
    trial = Trial(STORIES[action], memory)
    told, wrong = outcomes(trial.hold, FAULTS[fault], enumerate(trial.calls))
    tell(f"{fault} at each of {len(trial.calls)} calls of {action}: {dict(told)}")
    assert not wrong


@pytest.mark.parametrize("fault", FAULTS)
def test_a_close_fails_for_nobody_and_loses_nothing(fault: str, memory: Path) -> None:
    at, calls = 0, 1
    while at < calls:
        with TemporaryDirectory(dir=memory) as folder:
            path, system = Path(folder) / "archive.json", Failing()
            STORIES["an edit"].prepare(path)
            archive = Archive.open(path, system=system)
            edit(archive, "kept")
            kept = held(archive)
            system.watch(at, FAULTS[fault])
            archive.close()
            calls = max(calls, len(system.names))
            system.watch()
            assert found(path) == kept
            next_save_works(path, Archive.open(path))
        at += 1
    assert calls > 20


class Place:
    """A damaged file and its last copy; and a system that refuses a call."""

    def __init__(self, folder: Path) -> None:
        self.path, self.system = folder / "archive.json", Failing()
        STORIES["a copy in the place of a damaged file, an edit"].prepare(self.path)
        self.damaged = self.path.read_bytes()

    def restore(self, at: int = -1, fault: Fault | None = None) -> Path | SaysoError | None:
        """Where the damaged file is kept, or what was told."""
        self.system.watch(at, fault)
        try:
            return put_in_place(self.path, backup_of(self.path), self.system)
        except SaysoError as error:
            return error


@pytest.mark.parametrize("fault", FAULTS)
def test_a_copy_comes_in_the_place_of_a_damaged_file_or_the_file_stays(fault: str, memory: Path) -> None:
    with TemporaryDirectory(dir=memory) as folder:
        whole = Place(Path(folder))
        assert isinstance(whole.restore(), Path)
    calls = list(whole.system.names)
    assert len(calls) > 10
    for at, name in enumerate(calls):
        with TemporaryDirectory(dir=memory) as folder:
            place = Place(Path(folder))
            outcome = place.restore(at, FAULTS[fault])
            if place.path.read_bytes() == place.damaged:
                assert "nothing was changed" in str(outcome).lower(), (at, name, outcome)
                outcome = place.restore()
            if isinstance(outcome, Path):
                assert outcome.read_bytes() == place.damaged
            else:
                assert isinstance(outcome, UnprovedError), (at, name, outcome)
            next_save_works(place.path, Archive.open(place.path))
