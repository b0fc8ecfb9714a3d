"""The user's own editor: run without a shell, on a file that nobody else can read; nothing typed is lost."""

from __future__ import annotations

import signal
import sys
import tempfile
from pathlib import Path

import pytest

from tui.editor import EditorError, command, edited


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go; at the end of most tests none is left there."""
    made = tmp_path / "temporary"
    made.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    return made


def python(code: str) -> list[str]:
    """An editor that does this with `file`."""
    return [sys.executable, "-c", f"import sys, os, pathlib; file = pathlib.Path(sys.argv[1]); {code}"]


def test_visual_comes_before_editor_and_is_split_as_a_shell_would_and_run_by_none() -> None:
    assert command({"VISUAL": "code --wait 'a b'", "EDITOR": "ed"}) == ["code", "--wait", "a b"]
    assert command({"VISUAL": " ", "EDITOR": "ed; rm -rf $HOME"}) == ["ed;", "rm", "-rf", "$HOME"]


def test_where_none_is_named_the_usual_ones_are_looked_for(tmp_path: Path) -> None:
    nano = tmp_path / "nano"
    nano.touch(mode=0o755)
    assert command({"PATH": str(tmp_path)}) == [str(nano)]
    nano.unlink()
    with pytest.raises(EditorError, match="set VISUAL or EDITOR"):
        command({"PATH": str(tmp_path)})


def test_a_command_that_cannot_be_split_is_told() -> None:
    with pytest.raises(EditorError, match="EDITOR can't be read"):
        command({"EDITOR": "vi 'open"})


@pytest.mark.parametrize("text", ["", "one line", "two\nlines", "ends in a line\n", "\n\n", "Ü \u202e \x1b[31m \r\n x"])
def test_what_is_not_changed_comes_back_to_the_letter(text: str, folder: Path) -> None:
    assert edited(text, python("pass"), "note") == text
    assert list(folder.iterdir()) == []


def test_the_line_end_that_editors_add_is_taken_away() -> None:
    assert edited("", python("file.write_text('one\\ntwo\\n')"), "note") == "one\ntwo"


def test_the_file_is_for_its_owner_alone_and_gone_afterwards(folder: Path) -> None:
    code = "file.write_text(f'{file.stat().st_mode & 0o777:o} {file.parent.stat().st_mode & 0o777:o} {file.name}')"
    assert edited("secret", python(code), "note") == "600 700 note.txt"
    assert list(folder.iterdir()) == []


def test_an_editor_that_is_missing_is_named(folder: Path) -> None:
    with pytest.raises(EditorError, match="There is no editor no-such-editor"):
        edited("text", ["no-such-editor"], "note")
    assert list(folder.iterdir()) == []


def test_an_editor_that_may_not_be_run_is_told(tmp_path: Path) -> None:
    with pytest.raises(EditorError, match="can't be run"):
        edited("text", [str(tmp_path)], "note")


def test_an_editor_that_fails_changes_nothing_and_what_was_typed_is_kept(folder: Path) -> None:
    with pytest.raises(EditorError, match=r"ended with code 3.*What was typed is kept in") as caught:
        edited("old", python("file.write_text('new'); sys.exit(3)"), "note")
    kept = Path(str(caught.value).rpartition(" in ")[2].removesuffix("."))
    assert kept.read_text(encoding="utf-8") == "new"


def test_an_editor_that_fails_with_nothing_typed_leaves_no_file(folder: Path) -> None:
    with pytest.raises(EditorError, match="ended with code 1"):
        edited("old", python("sys.exit(1)"), "note")
    assert list(folder.iterdir()) == []


def test_bytes_that_are_no_utf8_are_told_and_kept(folder: Path) -> None:
    with pytest.raises(EditorError, match=r"no UTF-8.*kept in"):
        edited("old", python("file.write_bytes(b'\\xff\\xfe')"), "note")
    assert [file.name for file in folder.rglob("*.txt")] == ["note.txt"]


def test_an_interrupt_is_the_editors_and_does_not_end_sayso() -> None:
    before = signal.getsignal(signal.SIGINT)
    ignores = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)"
    code = f"{ignores}; os.kill(os.getppid(), signal.SIGINT); file.write_text('still here')"
    assert edited("", python(code), "note") == "still here"
    assert signal.getsignal(signal.SIGINT) is before


def test_the_editor_itself_can_be_interrupted() -> None:
    with pytest.raises(EditorError, match=f"ended with code -{signal.SIGINT.value}"):
        edited("", python(f"os.kill(os.getpid(), {signal.SIGINT.value}); import time; time.sleep(5)"), "note")


def test_a_signal_that_ended_it_is_named() -> None:
    with pytest.raises(EditorError, match=r"ended with code -9 \(SIGKILL\), so the text was left as it is"):
        edited("old", python(f"os.kill(os.getpid(), {signal.SIGKILL.value})"), "note")


@pytest.mark.parametrize("code", ["file.unlink()", "file.unlink(); file.mkdir()"])
def test_an_editor_after_which_the_file_is_gone_is_told_so_and_the_text_stays(code: str, folder: Path) -> None:
    with pytest.raises(EditorError, match=r"left no file that could be read.*left as it is") as caught:
        edited("old", python(code), "note")
    assert "There is no editor" not in str(caught.value)
    assert list(folder.iterdir()) == []
