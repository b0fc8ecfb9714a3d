"""What changed in a record: the fields that differ, before and after, as a line of the log has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from store.model import TABLES


class Step(msgspec.Struct, frozen=True):
    """One field before and after; left out where the record has nothing there."""

    before: Any | UnsetType = UNSET
    after: Any | UnsetType = UNSET


class Changed(msgspec.Struct, frozen=True, omit_defaults=True):
    """What happened to one record: `fields` of it changed, or it is `new`, or `gone`, as it then is or was, whole.

    A field within an object goes by its path, as in "review.state", so that what stands beside it is left alone.
    """

    table: str
    id: str
    fields: dict[str, Step] = {}
    new: dict[str, Any] | None = None
    gone: dict[str, Any] | None = None

    def applied(self, row: Mapping[str, Any] | None) -> dict[str, Any] | None:
        """The row afterwards; None where it is gone. Raises KeyError where fields of a row changed that isn't there."""
        if self.gone is not None:
            return None
        if self.new is not None:
            return dict(self.new)
        if row is None:
            if not self.fields:
                return None  # what it was is no longer told
            raise KeyError(self.id)
        return patched(row, TABLES.get(self.table), {name: step.after for name, step in self.fields.items()})


def differing(
    kind: type[Any] | None, old: Mapping[str, Any], new: Mapping[str, Any], prefix: str = ""
) -> Iterator[tuple[str, Step]]:
    """Path -> what stands there in the old row and in the new, of all that isn't the same."""
    for name in dict.fromkeys((*old, *new)):
        before, after = old.get(name, UNSET), new.get(name, UNSET)
        inner = struct_in(kind, name)
        if inner and isinstance(before, dict) and isinstance(after, dict):
            yield from differing(inner, before, after, f"{prefix}{name}.")
        elif before != after or type(before) is not type(after):
            yield prefix + name, Step(before, after)


def patched(row: Mapping[str, Any], kind: type[Any] | None, values: Mapping[str, Any]) -> dict[str, Any]:
    """The row with other values at these paths; where one is UNSET nothing stands there any more."""
    fresh = dict(row)
    for path, value in values.items():
        name, dot, rest = path.partition(".")
        inner = struct_in(kind, name) if dot else None
        if inner:
            fresh[name] = patched(fresh.get(name) or {}, inner, {rest: value})
        elif value is UNSET:
            fresh.pop(path, None)
        else:
            fresh[path] = value
    return fresh


def at(row: Mapping[str, Any], path: str) -> Any:
    """What stands in the row at the path; UNSET where nothing does."""
    value: Any = row
    for name in [path] if path in row else path.split("."):
        value = value.get(name, UNSET) if isinstance(value, Mapping) else UNSET
    return value


_INNER: dict[type[Any], dict[str, type[Any]]] = {}


def struct_in(kind: type[Any] | None, name: str) -> type[Any] | None:
    """The kind of object that stands in this field of a record, or of an object in it; None for lists and the rest."""
    if kind is None:
        return None
    if kind not in _INNER:
        found = {field.encode_name: _struct(field.type) for field in msgspec.structs.fields(kind)}
        _INNER[kind] = {name: inner for name, inner in found.items() if inner is not None}
    return _INNER[kind].get(name)


def _struct(annotation: Any) -> type[Any] | None:
    options = (annotation, *getattr(annotation, "__args__", ()))
    return next((o for o in options if isinstance(o, type) and issubclass(o, msgspec.Struct)), None)
