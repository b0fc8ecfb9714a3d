"""The commands as processes: light, quick, and well behaved in pipes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.intake.articles import ARTICLE, page
from tests.tui.cli.conftest import process

ROOT = Path(__file__).parents[3]
LIST_MODULES = """
import atexit, pathlib, sys
report = pathlib.Path(sys.argv.pop(1))
atexit.register(lambda: report.write_text(" ".join({name.partition(".")[0] for name in sys.modules})))
from tui.cli import main
main()
"""


def loaded(home: Path, *arguments: str, code: int = 0) -> set[str]:
    """The packages that the command had loaded when it ended, with that exit code."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", LIST_MODULES, str(home / "modules"), *arguments]
    done = subprocess.run(command, input=b"", capture_output=True, env=environment, check=False, timeout=30)
    assert done.returncode == code, done.stderr
    return set((home / "modules").read_text(encoding="utf-8").split())


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["browse", "--help"],
        ["list", "figures", "counted:civilians"],
        ["list", "figures", "--format", "csv"],
        ["export"],
        ["show", "st-zzz4"],
        ["check"],
        ["import", "empty.json"],
        ["edit", "st-zzz4", "+urgent"],
        ["revise", "do-qk4h", "empty.json"],
        ["merge", "Bashar al-Assad", "Syrian government"],
        ["new", "made.json"],
        ["keys"],
        ["completion", "zsh"],
    ],
    ids=" ".join,
)
def test_no_command_but_the_browser_loads_textual_or_rich(
    home: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
):
    monkeypatch.chdir(home)
    (home / "empty.json").write_text('{"sayso": 1}', encoding="utf-8")
    assert loaded(home, *arguments) & {"textual", "rich"} == set()


def test_the_browser_starts_without_what_only_some_keys_need():
    """Each of these is a millisecond or more of the way to the first frame."""
    later = ("store.export", "store.exchange", "store.check", "tui.screens.export", "tui.screens.help", "tui.field")
    others = ("tinydb", "filelock", "tomllib", "hashlib", "csv", "tui.ascii", "tui.links", "seeds", "click")
    code = "import sys, tui.cli, tui.cli.browsing, tui.app; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=True, timeout=30)
    modules = done.stdout.decode().split()
    assert [found for found in modules if found.startswith(later) or found in others] == []


def test_the_browser_loads_them_only_where_there_is_a_terminal(home: Path):
    assert loaded(home, code=2) & {"textual", "rich"} == set()


@pytest.mark.parametrize(
    ("arguments", "opened"), [([], "None False"), (["--archive", "a b.json"], "a b.json False")], ids=["alone", "named"]
)
def test_where_no_more_than_an_archive_is_named_nothing_is_loaded_to_read_that(arguments: list[str], opened: str):
    code = (
        "import sys, tui.cli, tui.cli.browsing as b; b.opened = lambda path: print(path, 'click' in sys.modules);"
        "tui.cli.main()"
    )
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, check=True, timeout=30)
    assert done.stdout.decode().strip() == opened


def test_a_reader_that_goes_away_is_no_traceback():
    reader, writer = os.pipe()
    os.close(reader)
    result = process("list", "actors", capture_output=False, stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert result.returncode in (-13, 141)
    assert b"Traceback" not in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told_and_no_traceback():
    with open("/dev/full", "wb") as full:
        result = process("export", capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert result.returncode == 2
    assert result.stderr.splitlines()[0].startswith(b"sayso: The output can't be written")
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize("form", ["json", "csv"])
def test_data_is_utf8_in_whatever_locale(form: str):
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONPATH": str(ROOT)}
    shown = process("list", "statements", "--format", form, env=environment).stdout.decode("utf-8")
    assert "“Such atrocities revolt" in shown


def test_an_argument_that_is_no_text_is_no_traceback(home: Path):
    command = [sys.executable, "-m", "tui.cli", "list", "statements", b"\xff\xfe", "--format", "json"]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, check=False, timeout=30)
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


@pytest.mark.parametrize(
    "words",
    [
        *([b"st-zzz4", b"+\xff"], [b"st-zzz4", b"speakers=Russia (\xff)"], [b"\xff", b"+x"], [b"st-zzz4", b"\xff=x"]),
        *([b"st-zzz4", b"review=corrected", b"--why", b"\xff"], [b"do-qk4h", b"status=deleted", b"--why", b"\xff"]),
    ],
)
def test_an_edit_that_is_no_text_is_told_in_a_sentence(home: Path, words: list[bytes]):
    command = [sys.executable, "-m", "tui.cli", "edit", *words]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, check=False, timeout=30)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"sayso: ")
    assert b"crash" not in done.stderr


def test_without_a_terminal_no_line_is_cut_and_nothing_is_coloured():
    shown = process("list", "statements", env={**os.environ, "COLUMNS": "40", "PYTHONPATH": str(ROOT)}).stdout
    assert b"\x1b" not in shown
    assert len(shown.splitlines()) == 11


@pytest.mark.parametrize("name", ["report.txt", "page.html"])
def test_what_reads_pages_is_loaded_by_the_process_that_reads_one_alone(home: Path, name: str):
    (home / name).write_text(page() if name == "page.html" else ARTICLE, encoding="utf-8")
    packages = loaded(home, "--archive", str(home / "a.json"), "import", str(home / name))
    assert packages.isdisjoint({"trafilatura", "lxml", "pypdf", "charset_normalizer", "textual", "rich"})
