"""Who signs a flag: the name in the environment, else the login, whatever the environment says of that."""

from __future__ import annotations

import os
import pwd
from datetime import datetime

import pytest

from store.editing.editor import Editor, login


def test_the_name_in_the_environment_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_USER", " Nina ")
    assert Editor.now().by == "Nina"


def test_a_name_that_no_file_can_hold_is_made_one_that_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_USER", "Ni\udc80na\nof\x1b[31m Homs" + "x" * 500)
    by = Editor.now().by
    assert by.startswith("Ni?na of[31m Homs")
    assert len(by) == 100


def test_else_the_login_does_and_cannot_be_talked_out_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAYSO_USER", raising=False)
    monkeypatch.setenv("LOGNAME", "somebody")
    monkeypatch.setenv("USER", "somebody")
    assert Editor.now().by == login() == pwd.getpwuid(os.getuid()).pw_name


def test_the_time_is_utc_to_the_second() -> None:
    at = Editor.now().at
    assert at.endswith("Z")
    assert datetime.fromisoformat(at).microsecond == 0
