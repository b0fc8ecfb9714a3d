"""The system may refuse any call of a purge: until all of it is taken out the user is told so, and can ask again."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from store.archive import Archive
from store.errors import SaysoError, UnprovedError
from store.model import Record
from tests.store.proofs.conftest import Tell
from tests.store.proofs.failing import Failing, Fault
from tests.store.proofs.states import State, broken_chain, found, held
from tests.store.proofs.stories import STORIES
from tests.store.proofs.story import Story
from tests.store.proofs.test_errors import FAULTS, UNCHANGED, copied, next_save_works, open_files, outcomes, refused

PURGES = ("a purge", "a purge where a copy can't be read")
AGAIN = "ask for the same purge again"
SMALL = 7
"""Of so many calls one is tried with all other tests."""


def told_of(state: State) -> dict[str, tuple[object, ...]]:
    """What a purge takes out; a purge that was asked for twice gives the actors that stay another revision."""

    def told(record: Record) -> tuple[object, ...]:
        return getattr(record, "name", None), record.note

    return {key: told(record) for key, record in state.items()}


class Trial:
    """One purge on copies of one archive: first without a fault, which gives the calls and the new state."""

    def __init__(self, story: Story, memory: Path) -> None:
        [self.step], self.memory = story.steps, memory
        with TemporaryDirectory(dir=memory) as folder:
            path, system = Path(folder) / "archive.json", Failing()
            story.prepare(path)
            self.kept = {file.name: file.read_bytes() for file in Path(folder).iterdir()}
            self.old = told_of(found(path))
            archive = Archive.open(path, system=system)
            system.watch()
            self.step.do(archive)
            self.new, self.calls = told_of(found(path)), list(system.names)

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
            # The index of an earlier archive may be closed meanwhile.
            assert open_files() <= files, "a file was left open"
            self._hold_state(path, archive, told)
            self.step.do(archive)  # once more, or after all
            self._hold_taken_out(path, archive)
            next_save_works(path, archive)
            return type(told).__name__ if told else "done"

    def _hold_state(self, path: Path, archive: Archive, told: SaysoError | None) -> None:
        state = told_of(found(path))
        assert state in (self.old, self.new)
        assert held(archive) == found(path), "what is shown isn't what is on the disk"
        if told is None:
            self._hold_taken_out(path, archive)
        elif state == self.old:
            assert any(words in str(told).lower() for words in (*UNCHANGED, AGAIN)), f"it isn't told: {told}"
        else:
            assert AGAIN in str(told).lower() or isinstance(told, UnprovedError), f"it was begun, and told: {told}"

    def _hold_taken_out(self, path: Path, archive: Archive) -> None:
        assert told_of(found(path)) == told_of(held(archive)) == self.new
        assert broken_chain(path, archive.sequence) is None
        for file in path.parent.iterdir():
            assert not any(words in file.read_bytes() for words in self.step.takes_out), f"it still stands in {file}"


@pytest.mark.parametrize("every", [SMALL, pytest.param(1, marks=pytest.mark.slow)])
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("purge", PURGES)
def test_an_error_at_any_call_of_a_purge(purge: str, fault: str, every: int, memory: Path, tell: Tell) -> None:
    trial = Trial(STORIES[purge], memory)
    told, wrong = outcomes(trial.hold, FAULTS[fault], list(enumerate(trial.calls))[::every])
    tell(f"{fault} at one in {every} of {len(trial.calls)} calls of {purge}: {dict(told)}")
    assert not wrong
