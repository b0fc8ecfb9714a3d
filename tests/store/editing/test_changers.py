"""Who changed a field meanwhile: told where the log knows it, and nobody is blamed for what another did."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from store.editing.changers import Changer, changers, told_of
from store.errors import DamagedArchiveError
from store.storage.changes import Changed, Step
from store.storage.line import Line
from tests.store.conftest import records

MAYOR = records()[1]
AT = "2020-03-04T14:03:09Z"


def line(who: str, revision: int, foreign: bool = False, **after: str) -> Line:
    steps = {name.replace("_", "."): Step(after=value) for name, value in after.items()}
    change = Changed("actors", MAYOR.id, {"revision": Step(revision - 1, revision), **steps})
    return Line(seq=revision, at=AT, who=who, changes=(change,), foreign=foreign)


def test_the_last_who_changed_a_field_is_named_and_nobody_from_before() -> None:
    lines = [line("bob", 4, note="z"), line("eve", 3, note="y", gloss="g"), line("old", 2, description="d")]
    found = changers(lines, replace(MAYOR, note="z", gloss="g", description="d", revision=4), 2)
    assert {field: changer.by for field, changer in found.items()} == {"revision": "bob", "note": "bob", "gloss": "eve"}


def test_nobody_is_named_for_a_value_that_stands_there_by_another_way() -> None:
    assert "note" not in changers([line("bob", 2, note="z")], replace(MAYOR, note="another"), 1)


def test_what_another_program_wrote_after_somebody_is_not_theirs() -> None:
    lines = [line("root", 2, foreign=True, note="z"), line("bob", 2, note="z")]
    assert "note" not in changers(lines, replace(MAYOR, note="z"), 1)


def test_a_log_that_cannot_be_read_names_nobody() -> None:
    def lines() -> Iterator[Line]:
        yield line("bob", 2, note="z")
        raise DamagedArchiveError("archive.json.log", "can't be read.")

    assert changers(lines(), replace(MAYOR, note="z"), 1) == {}


@pytest.mark.parametrize(
    ("now", "when"), [("2020-03-04T23:00:00Z", "at 14:03 UTC"), ("2020-03-05T00:00:00Z", "on 2020-03-04 at 14:03 UTC")]
)
def test_the_day_is_told_where_it_is_not_today(now: str, when: str) -> None:
    assert Changer("bob", AT).when(now) == when


def test_where_nobody_knows_it_was_another() -> None:
    assert told_of("gloss", "bob", "at 14:03 UTC") == "bob changed gloss at 14:03 UTC"
    assert told_of("gloss", "", "") == "another changed gloss"
