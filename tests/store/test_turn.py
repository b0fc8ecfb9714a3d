"""Who makes an index is waited for, but not for ever, and not by whom the system gives no lock."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.turn import turn
from tests.store.staged import is_being_made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "archive.json").write_bytes(b"{}")
    return tmp_path / "archive.json"


def test_it_is_taken_as_long_as_somebody_holds_it(file: Path) -> None:
    assert not is_being_made(file)
    with turn(file, hold=True):
        assert is_being_made(file)
    assert not is_being_made(file)


def test_who_does_not_hold_it_takes_it_from_nobody(file: Path) -> None:
    with turn(file, hold=False):
        assert not is_being_made(file)


def test_one_who_is_stuck_is_waited_for_no_more(file: Path) -> None:
    with turn(file, hold=True), turn(file, hold=True, patience=0):
        assert is_being_made(file)


def test_where_there_is_no_file_nobody_is_waited_for(tmp_path: Path) -> None:
    with turn(tmp_path / "none.json", hold=True, waiting=lambda: pytest.fail("it waits")):
        assert not (tmp_path / "none.json").exists()
