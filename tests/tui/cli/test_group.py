"""`sayso` itself: help, the choice of command and archive, and how what goes wrong is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.errors import SaysoError
from tests.tui.cli.conftest import Run, records, write_archive
from tui.cli import check_command, sayso
from tui.cli.group import COMMANDS


def test_help_names_every_command(run: Run):
    shown = run("--help").stdout
    assert [name for name in COMMANDS if f"\n  {name} " not in shown] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_each_of_its_options_has_help_with_an_example(run: Run, name: str):
    shown = run(name, "--help")
    assert shown.exit_code == 0
    assert (
        f"sayso {name}" in shown.stdout.partition("Example")[2] or f" {name} " in shown.stdout.partition("Example")[2]
    )
    command = sayso.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    assert [param.name for param in command.params if param.param_type_name == "option" and not param.help] == []  # type: ignore[attr-defined]


def test_the_version_is_told(run: Run):
    assert run("--version").stdout.startswith("sayso")


def test_a_command_that_is_misspelt_is_told_with_the_one_that_is_meant(run: Run):
    result = run("lisst")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "There is no command 'lisst'. Did you mean list?" in result.stderr


def test_an_archive_given_as_a_command_is_told_with_how_to_open_it(run: Run, archive: Path):
    assert f"sayso --archive {archive}" in run(archive).stderr


def test_an_unknown_option_is_told_with_the_one_that_is_meant(run: Run):
    result = run("list", "statements", "--fromat", "json")
    assert result.exit_code == 2
    assert "--fromat" in result.stderr
    assert "--format" in result.stderr


@pytest.mark.parametrize("word", ["-x", "-h"])
def test_there_are_long_options_only(run: Run, word: str):
    assert run(word).exit_code == 2


def test_an_archive_named_after_the_command_is_told_to_stand_before_it(run: Run, archive: Path):
    result = run("list", "actors", "--archive", archive)
    assert result.exit_code == 2
    assert "sayso --archive … list …" in result.stderr


def test_the_archive_can_be_named_by_option_and_by_environment(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch):
    path = write_archive(home / "other.json", records())
    assert "Ana Petrović" in run("--archive", path, "list", "actors").stdout
    monkeypatch.setenv("SAYSO_ARCHIVE", str(path))
    assert "Ana Petrović" in run("list", "actors").stdout


def test_without_an_archive_the_sample_is_read_and_said_to_be_one(run: Run, home: Path):
    result = run("list", "actors")
    assert "Jan Egeland" in result.stdout
    assert "of the sample archive" in result.stderr
    assert (home / "data/sayso/sample.json").exists()


def test_a_missing_archive_is_told_in_one_sentence_with_what_to_do(run: Run, home: Path):
    result = run("--archive", home / "none.json", "list", "actors")
    assert (result.exit_code, result.stdout) == (2, "")
    assert (
        result.stderr == f"sayso: There is no archive at {home}/none.json. Make one with: sayso new {home}/none.json\n"
    )


def test_a_damaged_archive_is_told_in_one_sentence_and_left_alone(run: Run, archive: Path):
    archive.write_bytes(archive.read_bytes().replace(b'"kind":"person"', b'"kind":"persom"'))
    damaged = archive.read_bytes()
    result = run("list", "actors")
    assert result.exit_code == 2
    assert all(word in result.stderr for word in (str(archive), "line ", "ac-mayor00000", "kind"))
    assert archive.read_bytes() == damaged


def test_a_wrong_config_is_told_with_file_and_field(run: Run, home: Path):
    (home / "config/sayso").mkdir(parents=True)
    (home / "config/sayso/config.toml").write_text("archve = 1", encoding="utf-8")
    result = run("list", "actors")
    assert result.exit_code == 2
    assert "config.toml, field archve" in result.stderr


def test_an_error_cannot_act_on_the_terminal_it_is_shown_on(run: Run, home: Path):
    result = run("--archive", home / "\x1b]0;owned\x07.json", "list", "actors")
    assert result.exit_code == 2
    assert "\x1b" not in result.stderr


@pytest.mark.parametrize(
    ("wrong", "code"),
    [(KeyboardInterrupt(), 130), (SaysoError("No."), 2)],
)
def test_what_ends_a_command_gives_its_exit_code(
    run: Run, monkeypatch: pytest.MonkeyPatch, wrong: BaseException, code: int
):
    def end(_: object) -> None:
        raise wrong

    monkeypatch.setattr(check_command, "opened", end)
    assert run("check").exit_code == code
