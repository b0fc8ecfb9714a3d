"""A user can give every key another one: the browser's, those of a selection and those of the form."""

from __future__ import annotations

import pytest

from store.errors import ConfigError
from tui.keymap import remap, remapped
from tui.keys import FORM, KEYS

BY_ID = {key.id: key for key in KEYS}


def test_a_key_of_a_selection_may_be_another_elsewhere_but_no_two_of_a_selection_may_be_one() -> None:
    assert remap({"source.quotation": "slash"})
    with pytest.raises(ConfigError, match=r"source\.extend.*source\.whole-sentence"):
        remap({"source.whole-sentence": "v"})


def test_an_unknown_id_is_refused_by_name() -> None:
    with pytest.raises(ConfigError, match=r"browse\.explode.*sayso keys"):
        remap({"browse.explode": "e"})


def test_a_clash_is_refused_and_names_both_ids_and_the_key() -> None:
    with pytest.raises(ConfigError, match=r"browse\.only.*browse\.mark.*\ba\b|browse\.mark.*browse\.only.*\ba\b"):
        remap({"browse.mark": "a"})


@pytest.mark.parametrize("taken", ["/", "slash", " slash "])
def test_a_clash_is_found_however_the_key_is_spelled(taken: str) -> None:
    with pytest.raises(ConfigError, match=r"browse\.filter"):
        remap({"browse.mark": taken})


def test_two_keys_can_change_places() -> None:
    swapped = {"browse.mark": "a", "browse.only": "space"}
    assert remap(swapped) == swapped


def test_a_key_that_no_terminal_sends_is_refused() -> None:
    with pytest.raises(ConfigError, match="spacebar"):
        remap({"browse.mark": "spacebar"})


def test_a_users_keys_take_the_place_of_ours_and_the_others_stay() -> None:
    table = {key.id: key for key in remapped({"rows.down": "down,ctrl+n"})}
    assert (table["rows.down"].keys, table["rows.down"].shown) == ("down,ctrl+n", "down ctrl+n")
    assert table["rows.up"] == BY_ID["rows.up"]


def test_a_key_of_the_form_may_be_another_elsewhere_but_no_two_of_the_form_may_be_one() -> None:
    assert remap({"form.editor": "slash"})
    with pytest.raises(ConfigError, match=r"form\.editor.*form\.revert.*\bx\b"):
        remap({"form.editor": "x"})


def test_the_forms_keys_take_the_place_of_ours() -> None:
    table = {key.id: key for key in remapped({"form.save": "ctrl+s,f3"}, FORM)}
    assert (table["form.save"].shown, table["form.save"].pressed(typing=True)) == ("ctrl+s f3", "ctrl+s")
    assert len(table) == len(FORM)


@pytest.mark.parametrize("name", ["form.keep", "form.leave"])
@pytest.mark.parametrize("letter", ["K", "slash", "space", "K, é"])
def test_what_leads_out_of_a_line_that_is_typed_is_never_a_letter_alone(name: str, letter: str) -> None:
    with pytest.raises(ConfigError, match=rf"{name}.*where one types"):
        remap({name: letter})
    assert remap({name: f"{letter},f6"})


def test_a_key_of_a_review_can_be_another_and_clashes_only_with_its_own() -> None:
    assert remap({"review.skip": "slash"})
    with pytest.raises(ConfigError, match=r"review\.confirm.*review\.discard"):
        remap({"review.discard": "c"})
