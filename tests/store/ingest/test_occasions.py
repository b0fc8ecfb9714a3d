"""When it was said: as printed, or on the same occasion as the same speaker's words beside it."""

from __future__ import annotations

from tests.store.ingest.drafted import Told


def test_words_that_go_on_were_said_on_the_same_day() -> None:
    told = Told('"It rains," Anna Kovac said on Monday. "It pours," she continued.')
    assert told.said() == ["2016-12-12", "2016-12-12"]
    first, second = (statement.uttered for statement in told.statements)
    assert first is not None
    assert second is not None
    assert (first.words, first.basis) == ("Monday", "resolved")
    assert (second.words, second.basis) == (None, "inferred")


def test_words_before_the_day_is_told_were_said_on_it_too() -> None:
    told = Told('Anna Kovac said it rained.\n"It pours," Kovac said in a statement issued Monday.')
    assert told.said() == ["2016-12-12", "2016-12-12"]


def test_another_speaker_between_ends_the_occasion() -> None:
    told = Told('"It rains," Anna Kovac said on Monday. "No," Ivo Berg said. "It pours," Anna Kovac said.')
    assert told.said() == ["2016-12-12", None, None]


def test_a_week_is_no_occasion() -> None:
    told = Told('"It rains," Anna Kovac said last week. "It pours," she said.')
    assert told.said() == ["2016-12-05/2016-12-11", None]


def test_a_report_without_a_date_gives_words_alone() -> None:
    told = Told('"It rains," Anna Kovac said on Monday.', None)
    [statement] = told.statements
    assert statement.uttered is not None
    assert (statement.uttered.words, statement.uttered.edtf) == ("Monday", None)
