"""The power may go at any moment: what was acknowledged is there afterwards, and the rest is whole or not at all.

What the system is asked for is recorded, and each state that the disk may then be left in is opened and written to.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.store.proofs.conftest import Tell
from tests.store.proofs.crashes import Crash
from tests.store.proofs.stories import STORIES, drawn
from tests.store.proofs.story import Story, Told
from tests.store.proofs.telling import told, violations

NEEDED_ELSEWHERE = (
    "is there for a log whose name another left unproved; here the name is durable from the start, and the story of "
    '"another\'s that was not proved safe" fails without it'
)
ONE_OLDER_COPY = "makes one of the older copies, which nobody was told of; the last copy and the state don't rest on it"
COVERED = "is that of an edit which the user was told may be lost; the next fsync of the log makes it durable as well"
AGAIN = "is done again, or made durable, by what the purge does after that, before it says that it is done"
COPIES = "folds before a restore, to have a copy of what stands there: the records themselves are safe in the log"
_PURGES = ("a purge", "a purge where a copy can't be read", "a purge, an edit, a fold")
NEEDLESS = {
    **dict.fromkeys(
        [
            ("an edit", 0),
            ("two edits", 0),
            ("a first edit", 0),
            ("a first edit and one more", 0),
            ("a fold", 0),
            ("an edit, a close", 0),
            ("an edit that folds", 0),
            ("an import", 0),
            ("an import, an edit", 0),
            ("an import as the first", 0),
            ("edits and folds", 0),
            *((purge, 0) for purge in _PURGES),
            ("a purge, an edit, a fold", 18),
            ("a restore", 0),
            ("a restore, an edit, a fold", 0),
            ("a copy in the place of a damaged file, an edit", 3),
            ("a new archive", 2),
            ("an edit after another's that was not proved safe", 0),
        ],
        NEEDED_ELSEWHERE,
    ),
    **dict.fromkeys(
        [
            ("an edit, a close", 3),
            ("an edit that folds", 3),
            ("an import", 3),
            ("an import, an edit", 3),
            ("edits and folds", 9),
        ],
        ONE_OLDER_COPY,
    ),
    **dict.fromkeys([(purge, call) for purge in _PURGES for call in (2, 3, 4, 5, 8, 10, 12)], AGAIN),
    **dict.fromkeys([("a restore", 3), ("a restore, an edit, a fold", 3)], COPIES),
    ("an edit after another's that was not proved safe", 1): COVERED,
}
"""What can be left out without harm, by its place among the calls that make something durable; and why that is so."""


def run(story: Story, memory: Path, skip: int = -1, fail: int = -1) -> tuple[Told, Iterator[tuple[Crash, str | None]]]:
    with TemporaryDirectory(dir=memory) as folder:
        went = told(story, Path(folder), skip, fail)
    crashed = memory / f"crashed{skip}"
    crashed.mkdir()
    return went, violations(went, crashed)


def hold(story: Story, memory: Path) -> int:
    """Holds that nothing is wrong with any state; how many there are."""
    went, states = run(story, memory)
    assert len(went.moments) == sum(step.acknowledged for step in story.steps) + 1 + bool(story.begin)
    checked = 0
    for crash, wrong in states:
        checked += 1
        sizes = {name: len(data) for name, data in crash.files.items()}
        assert wrong is None, (wrong, crash.at, went.system.operations[crash.at : crash.at + 1], sizes)
    return checked


@pytest.mark.parametrize("name", STORIES)
def test_every_state_that_a_power_cut_may_leave_is_the_old_one_or_the_new(name: str, memory: Path, tell: Tell) -> None:
    tell(f"power loss in {name}: {hold(STORIES[name], memory)} states, none wrong")


@pytest.mark.parametrize("stories", [5, pytest.param(300, marks=pytest.mark.slow)])
def test_so_it_is_in_stories_that_were_drawn(stories: int, memory: Path, tell: Tell) -> None:
    checked = 0
    for seed in range(stories):
        with TemporaryDirectory(dir=memory) as folder:
            checked += hold(drawn(seed), Path(folder))
    tell(f"power loss in {stories} stories of three to six steps: {checked} states, none wrong")


@pytest.mark.parametrize("name", STORIES)
def test_without_any_one_fsync_or_rename_something_is_lost(name: str, memory: Path, tell: Tell) -> None:
    calls = run(STORIES[name], memory)[0].system.durable
    lost = {}
    for skip in range(len(calls)):
        lost[skip] = next((wrong for _, wrong in run(STORIES[name], memory, skip)[1] if wrong), None)
    needless = {(name, skip) for skip, wrong in lost.items() if wrong is None}
    tell(
        f"power loss in {name}: {len(calls)} fsyncs and renames, each left out; {len(calls) - len(needless)} are missed"
    )
    assert needless == {known for known in NEEDLESS if known[0] == name}, (calls, lost)


@pytest.mark.parametrize("name", STORIES)
def test_where_an_fsync_failed_what_the_user_was_told_holds_after_a_power_cut(
    name: str, memory: Path, tell: Tell
) -> None:
    calls = run(STORIES[name], memory)[0].system.durable
    wrong, checked = {}, 0
    for fail in (number for number, call in enumerate(calls) if call.startswith("fsync")):
        with TemporaryDirectory(dir=memory) as folder:
            went, states = run(STORIES[name], Path(folder), fail=fail)
            assert went.system.failed == 1
            for crash, problem in states:
                checked += 1
                if problem:
                    wrong[fail] = (calls[fail], problem, crash.at, crash.acknowledged)
    tell(f"power loss after a failed fsync in {name}: {checked} states, {len(wrong)} wrong")
    assert not wrong
