"""What doesn't fit a record is told in words for people, with its field and the values there are."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from store.misfit import misfit
from store.model import Actor, Anchor, Figure, Statement

STATEMENT = {"id": "st-1", "document": "do-1", "type": "direct", "content": []}
FIGURE = {"id": "fi-1", "document": "do-1", "bound": "exact", "anchor": {"start": 1, "end": 2, "exact": "a"}}


@pytest.mark.parametrize(
    ("kind", "value", "field", "problem"),
    [
        (Statement, STATEMENT | {"type": "direkt"}, "type", "'direkt' is none of direct, indirect, mixed."),
        (
            Statement,
            STATEMENT | {"review": {"state": "ok"}},
            "review.state",
            "'ok' is none of accepted, corrected, drafted, rejected.",
        ),
        (Actor, {"id": "ac-1", "name": "A", "kind": "person", "names": [{"text": "x", "kind": "y"}]}, "names[0].kind",
         "'y' is none of alias, description, weak."),
        (Statement, STATEMENT | {"content": [{"start": "1"}]}, "content[0].start",
         "has a text where a whole number should be."),
        (Statement, STATEMENT | {"content": [{"start": 1, "exact": "x"}]}, "content[0].end",
         "is missing, and must be there."),
        (Statement, STATEMENT | {"uttered": 5}, "uttered",
         "has a whole number where an object in braces or nothing (null) should be."),
        (Figure, FIGURE | {"best": "x"}, "best", "has a text where a number or nothing (null) should be."),
        (Statement, [], None, "has a list where an object in braces should be."),
    ],
)  # fmt: skip
def test_a_misfit_names_its_field_and_what_should_be_there(
    kind: type[Any], value: Any, field: str | None, problem: str
) -> None:
    with pytest.raises(msgspec.ValidationError) as raised:
        msgspec.convert(value, kind)
    assert misfit(raised.value, kind) == (problem, field)


def test_every_value_of_a_closed_list_within_a_choice_of_kinds_is_named() -> None:
    with pytest.raises(msgspec.ValidationError) as raised:
        msgspec.convert(STATEMENT | {"via": [{"channel": "pigeon"}]}, Statement)
    found = misfit(raised.value, Statement)
    assert found.field == "via[0].channel"
    assert all(word in found.problem for word in ("'pigeon' is none of", "tweet", "press-conference"))


@pytest.mark.parametrize("text", ['{"start": tru}', '{"start": 1e999, "end": 1, "exact": ""}', '{"start" 1}'])
def test_no_word_of_the_library_is_left(text: str) -> None:
    with pytest.raises(msgspec.DecodeError) as raised:
        msgspec.json.decode(text, type=Anchor)
    assert not {"malformed", "byte", "Expected", "Invalid", "`"} & set(misfit(raised.value, Anchor).problem.split())
