"""`sayso completion`: the script, and what it completes."""

from __future__ import annotations

import pytest

from tests.tui.cli.conftest import Run


def completed(run: Run, words: str) -> list[str]:
    """What zsh would be offered for the last of the words."""
    before = words.rpartition(" ")[0]
    environment = {"_SAYSO_COMPLETE": "zsh_complete", "COMP_WORDS": words, "COMP_CWORD": str(len(before.split()))}
    return [word.replace("\\:", ":") for word in run(env=environment).stdout.splitlines()[1::3]]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_each_shell_calls_sayso(run: Run, shell: str):
    assert f"_SAYSO_COMPLETE={shell}_complete" in run("completion", shell).stdout


def test_a_shell_that_is_not_named_is_told_which_there_are(run: Run):
    assert "Choose from: bash, zsh, fish" in run("completion").stderr


def test_another_shell_is_told_which_there_are(run: Run):
    assert "'bash', 'zsh', 'fish'" in run("completion", "tcsh").stderr


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("sayso ex", ["export"]),
        ("sayso list fi", ["figures"]),
        ("sayso list figures --sort va", ["value"]),
        ("sayso list figures --format c", ["csv"]),
        ("sayso list figures outco", ["outcome:"]),
        ("sayso list figures outcome:ki", ["outcome:killed"]),
        ("sayso browse --pane so", ["source"]),
    ],
)
def test_commands_tables_values_and_fields_are_completed(run: Run, words: str, offered: list[str]):
    assert completed(run, words) == offered
