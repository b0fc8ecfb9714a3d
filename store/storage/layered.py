"""A table of records with some of them changed, at the cost of those alone."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from typing import Any

_SMALL = 1000
"""A table of so few is copied whole: that costs less than asking two."""
_PART = 8
"""So is one of which more than one in this many has changed."""


class Layered(Mapping[str, Any]):
    """`base` with `over` laid on it: records by id, None for one that is gone. New ones stand at the end."""

    __slots__ = ("_length", "base", "over")

    def __init__(self, base: Mapping[str, Any], over: Mapping[str, Any]) -> None:
        self.base, self.over = base, over
        self._length = len(base) + sum((record is not None) - (key in base) for key, record in over.items())

    def __getitem__(self, key: str) -> Any:
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def get(self, key: str, default: Any = None) -> Any:
        if key in self.over:
            found = self.over[key]
            return default if found is None else found
        return self.base.get(key, default)

    def __contains__(self, key: object) -> bool:
        return self.over[key] is not None if key in self.over else key in self.base  # type: ignore[index]

    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self._pairs())

    def __len__(self) -> int:
        return self._length

    def items(self) -> ItemsView[str, Any]:
        return _Items(self)

    def values(self) -> ValuesView[Any]:
        return _Values(self)

    def _pairs(self) -> Iterator[tuple[str, Any]]:
        over, base = self.over, self.base
        for key, record in base.items():
            if key not in over:
                yield key, record
            elif (fresh := over[key]) is not None:
                yield key, fresh
        yield from ((key, record) for key, record in over.items() if record is not None and key not in base)


class _Items(ItemsView[str, Any]):
    _mapping: Layered

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return self._mapping._pairs()


class _Values(ValuesView[Any]):
    _mapping: Layered

    def __iter__(self) -> Iterator[Any]:
        return (record for _, record in self._mapping._pairs())


def layered(table: Mapping[str, Any], changed: Mapping[str, Any]) -> Mapping[str, Any]:
    """The table with these records in it, None for one that is gone; `table` itself stays as it is."""
    if not changed:
        return table
    base, over = (table.base, {**table.over, **changed}) if isinstance(table, Layered) else (table, changed)
    if len(base) <= _SMALL or len(over) * _PART > len(base):
        return dict(Layered(base, over)._pairs())
    return Layered(base, over)
