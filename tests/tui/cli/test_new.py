"""`sayso new`: an empty archive, and never over anything."""

from __future__ import annotations

from pathlib import Path

from tests.tui.cli.conftest import Run


def test_a_new_archive_is_empty_and_sound(run: Run, home: Path):
    made = run("new", home / "deep/in/reports.json")
    assert (made.exit_code, made.stdout) == (0, "")
    assert f"sayso --archive {home}/deep/in/reports.json import FILE" in made.stderr
    assert run("--archive", home / "deep/in/reports.json", "check").stderr == "Sound: 0 records.\n"


def test_what_stands_at_the_path_is_left_alone(run: Run, home: Path):
    (home / "mine.txt").write_text("mine", encoding="utf-8")
    result = run("new", home / "mine.txt")
    assert result.exit_code == 2
    assert "exists already" in result.stderr
    assert (home / "mine.txt").read_text(encoding="utf-8") == "mine"
