"""Signals in the middle, and clocks that go wrong: order is by sequence, and nothing acknowledged is lost."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from datetime import datetime, tzinfo
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from store.archive import Archive, Change
from store.storage import log_of
from store.storage.line import decoded
from tests.store.conftest import records
from tests.store.proofs.children import children, own, writer
from tests.store.proofs.conftest import Tell
from tests.store.proofs.states import broken_chain, edit, found, held
from tests.store.proofs.test_kill import Ledger, made, settle

ENDING = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT]


@pytest.mark.parametrize("number", ENDING, ids=lambda number: number.name)
@pytest.mark.parametrize("times", [8, pytest.param(150, marks=pytest.mark.slow)])
def test_a_signal_in_the_middle_loses_nothing_that_was_acknowledged(
    number: signal.Signals, times: int, tmp_path: Path, tell: Tell
) -> None:
    path, ledger, draw = tmp_path / "archive.json", Ledger(1), Random(number)
    made(path, 1)
    acknowledged = 0
    for _ in range(times):
        with children(writer(path, 0, ledger.next[0])) as [child]:
            child.wait_for(draw.choice([1, 1, 2, 5]))
            child.listen(draw.random() * 0.01)
            child.kill(number)
            status = child.end()
        told = [line for line in child.told if not line.startswith("!")]
        assert status == (1 if number == signal.SIGINT else -number), child.told
        assert child.told[len(told) :] in ([], ["! KeyboardInterrupt: "])
        acknowledged += len(told)
        ledger.take(0, told)
        state = found(path)
        assert broken_chain(path, 1) is None
        ledger.hold(state)
        settle(ledger, state)
    tell(f"{number.name} in the middle: {times} times, {acknowledged} steps acknowledged, none lost")


def stubborn(path: Path) -> Callable[[Callable[[str], None]], object]:
    """Goes on with the same archive after each Ctrl+C."""

    def work(say: Callable[[str], None]) -> None:
        archive = Archive.open(path)
        interrupted, step = 0, 0
        while interrupted < 5:
            try:
                say("ready")
                while True:
                    mine = archive.get(own(0))
                    archive.apply([Change(replace(mine, note=str(step + 1)), mine.revision)])
                    step += 1
            except KeyboardInterrupt:
                interrupted += 1
                archive.refresh()
                step = int(archive.get(own(0)).note or 0)
        assert held(archive) == found(path)
        archive.close()
        say(f"ended at {step}")

    return work


def test_after_ctrl_c_in_the_middle_the_same_archive_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "archive.json"
    made(path, 1)
    with children(stubborn(path)) as [child]:
        for number in range(5):
            child.wait_for(number + 1)
            child.listen(0.01 * number)
            child.interrupt(number + 2)
        assert child.end() == 0, child.told
    assert child.told[-1] == f"ended at {found(path)[own(0)].note}"
    assert broken_chain(path, 1) is None


def clock(year: int) -> type[datetime]:
    """One that stands still at the beginning of that year."""

    class Still(datetime):
        @classmethod
        def now(cls, zone: tzinfo | None = None) -> Still:
            return cls(year, 1, 1, tzinfo=zone)

    return Still


def sequence(path: Path) -> list[int]:
    return [decoded(raw).seq for raw in log_of(path).read_bytes().splitlines()]


def test_with_the_clock_set_back_order_is_by_sequence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "archive.json"
    archive, other = Archive.create(path), Archive.open(path)
    archive.apply(Change(record, 0) for record in records())
    for year in (2031, 2030, 1999, 2026, 1970):
        monkeypatch.setattr("store.storage.author.datetime", clock(year))
        edit(archive, f"in {year}")
        os.utime(log_of(path), (year, year))
        other.refresh()
        assert held(other) == held(archive) == found(path)
        archive.fold()
        os.utime(path, (year, year))
        other.refresh()
        assert held(other) == held(archive) == found(path)
    assert found(path)["ac-mayor00000"].note == "in 1970"
    assert found(path)["ac-mayor00000"].changed == "1970-01-01T00:00:00Z"
    assert sequence(path) == sorted(set(sequence(path)))
    assert broken_chain(path, archive.sequence) is None


def test_many_edits_in_one_second_stand_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "archive.json"
    mine, theirs = Archive.create(path), Archive.open(path)
    mine.apply(Change(record, 0) for record in records())
    monkeypatch.setattr("store.storage.author.datetime", clock(2026))
    for number in range(40):
        writes, reads = (mine, theirs) if number % 2 else (theirs, mine)
        writes.refresh()
        edit(writes, f"edit {number}")
        if number % 5 == 0:
            writes.fold()
            os.utime(path, (1, 1))
        reads.refresh()
        assert held(reads) == held(writes) == found(path)
        assert found(path)["ac-mayor00000"].note == f"edit {number}"
    assert sequence(path) == list(range(42))
