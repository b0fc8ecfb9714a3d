"""What a new user does first, in a real terminal: from the first screen to a Markdown file, and out again."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.terminal import Terminal

TWEET = (
    "\"The Gov'ts of Syria amp; Russia are accountable for any and all atrocities that the victorious militias in "
    'Aleppo are now committing!"'
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The home of somebody who never ran sayso."""
    return tmp_path


def terminal(home: Path, *arguments: str, size: tuple[int, int] = (80, 24)) -> Terminal:
    env = {f"XDG_{name.upper()}_HOME": str(home / name) for name in ("data", "state", "config")}
    return Terminal(*arguments, env={**env, "HOME": str(home)}, cwd=home, size=size)


@pytest.fixture(params=[(80, 24), (160, 45)], ids=["80x24", "160x45"])
def browser(request: pytest.FixtureRequest, home: Path) -> Iterator[Terminal]:
    with terminal(home, size=request.param) as found:
        found.wait_for("Jan Egeland", "SAMPLE", "? help")
        yield found


def test_egelands_tweet_goes_to_markdown_to_the_letter(browser: Terminal, home: Path) -> None:
    browser.press("1")
    browser.press("a")
    browser.wait_for('actor:"Jan Egeland"', "2 of 10" if browser.columns > 100 else "2/10", gone=["undone"])
    browser.press("2", "Space", "Space", "w")
    browser.wait_for("Export · 2 marked", "Enter writes the file")
    browser.press("Enter")
    browser.wait_for("2 records written to")
    (written,) = home.glob("*.md")
    text = written.read_text(encoding="utf-8")
    assert f"> {TWEET}" in text
    assert "DEMONSTRATION" in text
    browser.press("q")
    assert browser.wait_for_end() == 0


def test_after_every_dialogue_the_keys_still_work(browser: Terminal) -> None:
    browser.press("?")
    browser.wait_for("Help", "Esc closes")
    browser.press("suspend")
    browser.wait_for("suspend; fg comes back")
    browser.press("Esc")
    browser.wait_for("SAMPLE", gone=["Esc closes"])
    browser.press(":")
    browser.wait_for("Commands")
    browser.press("reverse the", "Enter")
    browser.wait_for("oldest first", gone=["Commands"])
    browser.press("q")
    assert browser.wait_for_end() == 0
    assert browser.left_as_found()


def test_typed_in_one_go_the_keys_keep_their_order(browser: Terminal) -> None:
    browser.press("3/counted:civilians outcome:killed\rj mt")
    browser.wait_for("counted:civilians", "2 marked")
    browser.press("Q")
    assert browser.wait_for_end() == 0


@pytest.mark.parametrize(("end", "code"), [("hang up", 129), ("^C^C", 130), ("Q", 0)])
def test_filter_and_marks_come_back_and_the_terminal_is_as_it_was(home: Path, end: str, code: int) -> None:
    with terminal(home) as first:
        first.wait_for("Jan Egeland")
        first.press("/actor:Ayrault\r")
        first.wait_for("/ actor:Ayrault", "newest first")
        first.press("Space")
        first.wait_for("1 marked")
        if end == "hang up":
            first.hang_up()
        else:
            first.press(*(["^C", "^C"] if end == "^C^C" else [end]))
        assert first.wait_for_end() == code
        assert first.left_as_found()
    with terminal(home) as second:
        second.wait_for("/ actor:Ayrault", "1 marked", "●")
        second.press("Q")
        assert second.wait_for_end() == 0


def test_a_broken_archive_is_a_sentence_and_exit_2(home: Path) -> None:
    (home / "cut.json").write_text('{"_meta": {"1": {"schema": 1}},\n"actors": {"1": {"id"')
    with terminal(home, "--archive", "cut.json") as found:
        assert found.wait_for_end() == 2
    assert "sayso: " in found.text
    assert "cut short" in found.text.replace("\n", "")
    assert "Traceback" not in found.text


def test_a_bug_is_a_sentence_and_a_log_of_the_users_own(home: Path) -> None:
    """The bug is put into the program from outside: a site hook that makes one key fail."""
    (home / "sitecustomize.py").write_text(
        "import sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'tui.app':\n"
        "            sys.meta_path.remove(self)\n"
        "            from tui.screens.browse import BrowseScreen\n"
        "            def fail(self): raise ValueError('words of a record')\n"
        "            BrowseScreen.action_redraw = fail\n"
        "sys.meta_path.insert(0, Finder())\n"
    )
    root = str(Path(__file__).parents[2])
    env = {f"XDG_{name.upper()}_HOME": str(home / name) for name in ("data", "state", "config")}
    with Terminal(env={**env, "PYTHONPATH": f"{home}:{root}"}, cwd=home) as found:
        found.wait_for("Jan Egeland")
        found.press("^L")
        assert found.wait_for_end() == 1
        assert found.left_as_found()
    assert "a bug of its own" in found.text.replace("\n", "")
    assert "words of a record" not in found.text
    log = home / "state" / "sayso" / "crash.log"
    assert "words of a record" in log.read_text()
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
