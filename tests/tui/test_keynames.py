"""Keys may be written as they are or as they are called."""

from __future__ import annotations

import pytest
from textual.keys import _character_to_key

from tui.keynames import textual_name


@pytest.mark.parametrize("key", list("/\\?[]:;'\"!@#$%^&*()-_=+.<>|~` aZ9é"))
def test_a_character_has_the_name_that_textual_gives_it(key: str) -> None:
    assert textual_name(key if key != " " else "space") == (_character_to_key(key) if key != " " else "space")


@pytest.mark.parametrize("key", ["slash", "question_mark", "f12", "ctrl+x", "shift+tab", "pageup", "ctrl+shift+left"])
def test_a_name_is_its_own(key: str) -> None:
    assert textual_name(key) == key


@pytest.mark.parametrize("key", ["spacebar", "ctl+x", "F99", "", "ctrl+", "two words"])
def test_what_no_key_is_called_is_none(key: str) -> None:
    assert textual_name(key) is None
