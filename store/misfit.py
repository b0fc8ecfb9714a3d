"""What is wrong with JSON that doesn't fit, in words for whoever mends the file; msgspec's own are for programmers."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from msgspec import inspect

_KINDS = {
    "str": "a text",
    "int": "a whole number",
    "float": "a number with decimals",
    "bool": "true or false",
    "array": "a list",
    "object": "an object in braces",
    "null": "nothing (null)",
}
_PARTS = re.compile(r"\w+|\[(?:\d+|\.\.\.)\]")


class Misfit(NamedTuple):
    """A sentence that ends in a full stop, and the field it is about, as in "content[0].start"; None for the whole."""

    problem: str
    field: str | None


def misfit(error: Exception, kind: type[Any]) -> Misfit:
    """What msgspec says of a value that isn't of the kind; values that a closed list allows are named."""
    said, _, place = str(error).partition(" - at `$")
    field = place.rstrip("`").removeprefix(".") or None
    if missing := re.search(r"required field `(\w+)`", said):
        return Misfit("is missing, and must be there.", ".".join(filter(None, [field, missing[1]])))
    if refused := re.search(r"Invalid enum value (.+)", said):
        return Misfit(f"{refused[1]} is none of {', '.join(_allowed(kind, field or '')) or 'those known'}.", field)
    if found := re.search(r"Expected `(.+)`, got `(.+)`", said):
        return Misfit(f"has {_KINDS.get(found[2], found[2])} where {_wanted(found[1])} should be.", field)
    if "out of range" in said:
        return Misfit("has a number that is too large.", field)
    if isinstance(error, RecursionError):
        return Misfit("is nested too deeply.", None)
    return Misfit("is not written as JSON is.", field)


def _wanted(kinds: str) -> str:
    """ "`int | float | null`" as "a number or nothing (null)"."""
    names = kinds.split(" | ")
    if {"int", "float"} <= set(names):
        names = ["a number", *(name for name in names if name not in ("int", "float"))]
    return " or ".join(_KINDS.get(name, name) for name in names)


def _allowed(kind: type[Any], field: str) -> list[str]:
    """The closed list at the field: "review.state", "via[0].channel"."""
    shapes = [inspect.type_info(kind)]
    for part in _PARTS.findall(field):
        shapes = [inner for shape in shapes for inner in _inner(shape, part)]
    return [value for shape in shapes for value in _values(shape)]


def _inner(shape: inspect.Type, part: str) -> list[inspect.Type]:
    match shape:
        case inspect.UnionType():
            return [inner for option in shape.types for inner in _inner(option, part)]
        case inspect.StructType():
            return [field.type for field in shape.fields if field.encode_name == part]
        case inspect.VarTupleType():
            return [shape.item_type]
        case _:
            return []


def _values(shape: inspect.Type) -> list[str]:
    match shape:
        case inspect.UnionType():
            return [value for option in shape.types for value in _values(option)]
        case inspect.LiteralType():
            return list(map(str, shape.values))
        case _:
            return []
