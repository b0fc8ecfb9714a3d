"""How each kind of value is typed: its reader, its writer, and what a user is told to type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from store.editing import people, values
from store.editing.catalogue import Field, Kind
from store.editing.people import Setting


class Notation(NamedTuple):
    """`read` raises MisreadError; `expected` goes on from "Expected", `example` is a value."""

    read: Callable[[str, Setting], Any]
    write: Callable[[Any, Setting], str]
    expected: str
    example: str


def _alone(read: Callable[[str], Any], write: Callable[[Any], str], expected: str, example: str) -> Notation:
    """Of a value that names no other record."""
    return Notation(lambda text, _: read(text), lambda value, _: write(value), expected, example)


def _unread(text: str) -> Any:
    raise AssertionError(text)


NOTATIONS: Mapping[Kind, Notation] = {
    "line": _alone(values.read_line, values.write_line, "one line of text", "a few words"),
    "text": _alone(values.read_text, values.write_line, "text", "ask again"),
    "number": _alone(values.read_number, values.write_number, "a number", "1200 or 8.6"),
    "yes-no": _alone(values.read_yes, values.write_yes, "yes or no", "yes"),
    "date": _alone(
        values.read_when,
        values.write_when,
        "a date, then the words printed, how we know it and the zone, as far as they are known",
        '2016-12-12 "late Monday" [resolved] Z',
    ),
    "place": _alone(values.read_place, values.write_place, "a place, and how we know it", "eastern Aleppo [inferred]"),
    "tags": _alone(values.read_tags, values.write_tags, "words with spaces between them", 'urgent "call back"'),
    "names": _alone(
        values.read_names,
        values.write_names,
        "names with semicolons between them, each with its kind (weak, description) and language",
        "Nations unies [fr]; the regime [weak]",
    ),
    "speakers": Notation(
        people.read_speakers,
        people.write_speakers,
        "ids or whole names with semicolons between them, each with the office printed and how we know who it was",
        "Jan Egeland (UN adviser); Russia [inferred]",
    ),
    "actors": Notation(
        people.read_actors, people.write_actors, "ids or whole names with semicolons between them", "Russia; ac-7k2m"
    ),
    "actor": Notation(people.read_actor, people.write_actor, "an id or a whole name", "United Nations"),
    "via": Notation(
        people.read_via,
        people.write_via,
        "ids or whole names with semicolons between, outermost first, ? for unknown, each with channel and address",
        "AFP (report); ? (tweet) <https://example.org/1>",
    ),
    "record": Notation(
        people.read_record, lambda value, _: values.write_line(value), "the id of a record", "st-7k2m9q4dzh"
    ),
    "choice": _alone(values.write_line, values.write_line, "", ""),
    "flag": _alone(values.write_line, values.write_line, "", ""),
    "anchors": _alone(_unread, values.write_anchors, "", ""),
    "fixed": _alone(_unread, values.write_fixed, "", ""),
}


def expected(field: Field) -> str:
    """What is to be typed into the field, in words."""
    if not field.choices:
        return NOTATIONS[field.kind].expected
    return f"{', '.join(field.choices)}{', then a colon and why' if field.kind == 'flag' else ''}"


def example(field: Field) -> str:
    """The field with a value, as it is typed on the command line."""
    if not field.choices:
        return f"{field.name}={NOTATIONS[field.kind].example}"
    return f"{field.name}={field.choices[-1]}{':seen on the site' if field.kind == 'flag' else ''}"
