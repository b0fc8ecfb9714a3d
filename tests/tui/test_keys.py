"""The table of keys: every key does something, none is taken twice, and a user can give each another."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest
from textual.keys import Keys, _character_to_key

from store.index import SORTS
from tui import keys
from tui.keymap import remapped
from tui.keys import FOOTERS, FORM, IN_FORM, KEYS, MODES, REVIEWING, SELECTING, footer, in_words, named
from tui.panes.source import SourceText
from tui.rows import Rows
from tui.screens.browse import BrowseScreen
from tui.screens.form import FormScreen
from tui.view.view import PANES

NEVER = {"ctrl+a", "ctrl+b", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+s", "ctrl+q", "ctrl+at", "ctrl+space"}
"""What terminals, screen and tmux keep for themselves, or can't tell from another key."""
BY_ID = {key.id: key for key in KEYS}


def spelled(key: keys.Key) -> list[str]:
    return key.keys.split(",")


@pytest.mark.parametrize("key_id", BY_ID)
def test_every_key_has_something_that_it_does(key_id: str) -> None:
    action = f"action_{BY_ID[key_id].action}"
    owners = [Rows, SourceText] if key_id.startswith("rows.") else [BrowseScreen]
    assert all(callable(getattr(owner, action, None)) for owner in owners)


@pytest.mark.parametrize("key", FORM, ids=lambda key: key.id)
def test_every_key_of_the_form_has_something_that_it_does_there(key: keys.Key) -> None:
    assert callable(getattr(FormScreen, f"action_{key.action}", None))
    assert key.scope == IN_FORM


def test_no_key_does_two_things() -> None:
    for mode in ("", *MODES):
        own = [key for key in KEYS if (key.scope if key.scope in MODES else "") == mode]
        counts = Counter(name for key in own for name in spelled(key))
        assert [name for name, count in counts.items() if count > 1] == []
    counts = Counter(name for key in FORM for name in spelled(key))
    assert [name for name, count in counts.items() if count > 1] == []
    assert len({key.id for key in (*KEYS, *FORM)}) == len(KEYS) + len(FORM)


@pytest.mark.parametrize("mode", MODES)
def test_no_key_of_a_selection_or_a_review_is_one_that_moves_or_leads_out_or_to_help(mode: str) -> None:
    selecting = {name for key in KEYS if key.scope == mode for name in spelled(key)}
    needed = [key for key in KEYS if key.id.startswith("rows.")]
    needed += [named(f"browse.{name}") for name in ("help", "palette", "cancel", "close", "interrupt", "redraw")]
    assert not {name for key in needed for name in spelled(key)} & selecting


def test_the_footer_of_a_selection_names_its_keys_and_the_way_out() -> None:
    actions = dict(footer(SELECTING))
    assert actions["Enter"] == "make"
    assert actions["Esc"] == "give up"


def test_the_footer_of_a_review_names_its_keys_and_the_way_out() -> None:
    actions = dict(footer(REVIEWING))
    assert (actions["c"], actions["u"], actions["q"]) == ("confirm", "back", "leave")


def test_no_key_is_one_that_a_terminal_keeps_for_itself() -> None:
    taken = {name for key in KEYS for name in spelled(key)}
    assert not taken & NEVER
    assert not [name for name in taken if name.startswith("alt+")]


def test_every_key_is_one_that_textual_knows() -> None:
    known = {str(key.value) for key in Keys}
    characters = {_character_to_key(chr(code)) for code in range(0x20, 0x7F)}
    assert {name for key in KEYS for name in spelled(key)} <= known | characters


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_every_key_is_explained_in_words_of_the_user(key: keys.Key) -> None:
    assert key.does
    assert key.shown
    assert all(unicodedata.category(character)[0] != "C" for character in key.shown + key.does)


@pytest.mark.parametrize("pane", PANES)
def test_the_footer_of_every_pane_names_the_way_to_help_and_out(pane: str) -> None:
    actions = {shown for shown, _ in footer(pane)}
    assert {named("help").shown, named("close").shown} <= actions
    assert all(word for _, word in footer(pane))


def test_every_pane_has_a_footer_and_every_list_an_order() -> None:
    assert set(FOOTERS) == set(PANES)
    assert set(PANES) - {"source"} <= set(SORTS)


def test_the_footer_says_where_enter_goes_from_each_pane() -> None:
    assert dict(footer("actors"))["Enter"] == dict(footer("documents"))["Enter"] == "its first"
    assert dict(footer("statements"))["Enter"] == "source"


def test_the_keys_of_the_user_stand_in_the_footer() -> None:
    assert ("f5", "export") in footer("statements", remapped({"browse.export": "f5"}))


def test_a_key_is_found_by_its_id_or_its_last_part() -> None:
    assert named("browse.mark") is named("mark") is BY_ID["browse.mark"]


def test_of_several_keys_one_is_told_and_while_one_types_one_that_is_no_letter() -> None:
    save, keep = named("form.save", FORM), named("form.keep", FORM)
    assert (save.pressed(), save.pressed(typing=True)) == ("w", "F2")
    assert (keep.pressed(), keep.pressed(typing=True)) == ("Enter", "Enter")


def test_where_arrows_cannot_be_shown_or_seen_they_are_words() -> None:
    table = {key.id: key.shown for key in in_words(KEYS)}
    assert (table["rows.down"], table["rows.up"]) == ("j Down", "k Up")
    assert (table["browse.next-pane"], table["browse.previous-pane"]) == ("Tab l Right", "S-Tab h Left")
    assert all(shown.isascii() for shown in table.values())
