"""kill -9 at any moment: the old state or the new, all that was acknowledged is there, and nothing needs repair."""

from __future__ import annotations

import signal
from pathlib import Path
from random import Random
from time import monotonic

import pytest

from store.archive import Archive, Change
from store.model import Actor
from tests.store.conftest import records
from tests.store.proofs.children import SHARED, children, own, writer
from tests.store.proofs.conftest import Tell
from tests.store.proofs.states import State, broken_chain, found


def made(path: Path, writers: int) -> None:
    archive = Archive.create(path)
    actors = [Actor(id=record_id, name=record_id, kind="person") for record_id in (SHARED, *map(own, range(writers)))]
    archive.apply([Change(record, 0) for record in (*records(), *actors)])
    archive.fold()


class Ledger:
    """What each writer was told is kept, and the one step more that it may have come to."""

    def __init__(self, writers: int) -> None:
        self.next = [1] * writers
        self.tagged: set[str] = set()

    def take(self, writer: int, told: list[str]) -> None:
        """`told` are the steps that were acknowledged since."""
        assert told == [str(self.next[writer] + number) for number in range(len(told))]
        self.next[writer] += len(told)

    def hold(self, state: State) -> None:
        for number, upcoming in enumerate(self.next):
            self._hold_writer(state, number, upcoming)

    def _hold_writer(self, state: State, number: int, upcoming: int) -> None:
        done = range(1, upcoming)
        tags = state[SHARED].tags
        assert len(tags) == len(set(tags))
        noted = [step for step in done if step % 7 not in (3, 5) and step % 11 != 6]
        assert state[own(number)].note in {str(noted[-1]) if noted else None, str(upcoming)}
        for step in (*done, upcoming):
            there = {
                3: [f"ac-im{number}x{step}x{one:08}" in state for one in range(5)],
                5: [f"{number}-{step}" in tags],
            }.get(step % 7, [])
            assert len(set(there)) <= 1, "a part of an import"
            assert step == upcoming or all(there), f"step {step} of {number} was acknowledged, and is lost"


@pytest.mark.parametrize(
    ("writers", "kills"),
    [
        (1, 30),
        (3, 20),
        pytest.param(1, 600, marks=pytest.mark.slow),
        pytest.param(3, 400, marks=pytest.mark.slow),
    ],
)
def test_who_is_killed_loses_nothing_that_was_acknowledged(
    writers: int, kills: int, tmp_path: Path, tell: Tell
) -> None:
    path, ledger, draw = tmp_path / "archive.json", Ledger(writers), Random(writers)
    made(path, writers)
    acknowledged, begun = 0, monotonic()
    for kill in range(kills):
        victims = range(writers)
        with children(*(writer(path, number, ledger.next[number]) for number in victims)) as running:
            draw.choice(running).wait_for(draw.choice([0, 1, 2, 8, 20]))
            running[0].listen(draw.random() * 0.02)
            for child in running:
                child.kill()
            for child in running:
                assert child.end() == -signal.SIGKILL, child.told
        for number, child in enumerate(running):
            acknowledged += len(child.told)
            ledger.take(number, child.told)
        before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
        state = found(path)
        assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before, "opening repaired something"
        assert broken_chain(path, 1) is None, kill
        ledger.hold(state)
        settle(ledger, state)
    took = f"{monotonic() - begun:.0f} s"
    tell(f"kill -9 of {writers} at once: {kills} times, {acknowledged} steps acknowledged, none lost, {took}")


def settle(ledger: Ledger, state: State) -> None:
    """What came in without being acknowledged is there for good: the writer goes on after it."""
    for number, upcoming in enumerate(ledger.next):
        imported = f"ac-im{number}x{upcoming}x{0:08}" in state
        tagged = f"{number}-{upcoming}" in state[SHARED].tags
        if imported or tagged or state[own(number)].note == str(upcoming):
            ledger.next[number] += 1
