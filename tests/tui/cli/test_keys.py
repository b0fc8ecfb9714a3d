"""`sayso keys`: the keys as they are for this user."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tui.cli.conftest import Run
from tui.keys import FORM, KEYS


@pytest.fixture
def config(home: Path) -> Path:
    (home / "config/sayso").mkdir(parents=True)
    return home / "config/sayso/config.toml"


def test_every_key_is_listed_with_its_id_and_what_it_does(run: Run):
    shown = run("keys").stdout
    assert [key.id for key in (*KEYS, *FORM) if key.id not in shown or key.does not in shown] == []


def test_a_key_of_ones_own_is_listed_in_place_of_ours(run: Run, config: Path):
    config.write_text('[keys]\n"browse.mark" = "f9"\n"form.save" = "f3"', encoding="utf-8")
    keys = {key["id"]: key["shown"] for key in json.loads(run("keys", "--format", "json").stdout)}
    assert len(keys) == len(KEYS) + len(FORM)
    assert (keys["browse.mark"], keys["form.save"]) == ("f9", "f3")


def test_a_clash_is_told_with_both(run: Run, config: Path):
    config.write_text('[keys]\n"browse.mark" = "q"', encoding="utf-8")
    result = run("keys")
    assert result.exit_code == 2
    assert all(word in result.stderr for word in ("config.toml", "browse.mark", "browse.close"))
