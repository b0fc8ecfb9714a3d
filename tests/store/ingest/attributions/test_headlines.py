"""Headlines that give someone's words."""

from __future__ import annotations

from tests.store.ingest.attributions.spoken import rules, said


def test_a_name_before_the_colon_that_comes_up_again_has_said_it() -> None:
    text = "Ray: Dam will hold for years\n\nJo Ray spoke on Friday."
    assert said(text) == [("Ray", ":", "Dam will hold for years")]


def test_a_poll_speaks_for_itself() -> None:
    assert rules("Poll: Most would leave the valley\n\nIt was taken in May.") == ["headline"]


def test_a_label_or_a_name_that_never_comes_up_says_nothing() -> None:
    assert said("Update: Dam will hold for years\n\nAn update is due.") == []
    assert said("Harbour: Dam will hold for years\n\nIt rained.") == []


def test_a_headline_has_its_verb_in_a_capital() -> None:
    assert said("Dam Will Hold for Years, Mayor Says") == [("Mayor", "Says", "Dam Will Hold for Years")]


def test_a_title_without_a_verb_gives_nobodys_words() -> None:
    text = "General Staff: morning summary, 4 April\n\nThe General Staff was silent."
    assert said(text) == []
