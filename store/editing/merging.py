"""Two changes of one record brought together, field by field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from msgspec.structs import replace

from store.model import OriginCheck, Record, Review, Verification

R = TypeVar("R", bound=Record)
_OWN = ("revision", "added", "changed")
_SETS = ("tags", "flags")
_GROUPS = (("bound", "low", "best", "high"),)
"""Fields that only make sense together: one changed here and another there is no sound record."""


class Clash(NamedTuple):
    """A field of the record that both changed, to different values; the values are the field's own, not text.

    `by` is who changed it, and `when`, as in "at 14:03 UTC"; "" where nobody knows.
    """

    field: str
    base: Any
    mine: Any
    theirs: Any
    by: str = ""
    when: str = ""


class Merged(NamedTuple, Generic[R]):
    """`record` has the changes of both, and where they clash what `theirs` has; its revision is theirs."""

    record: R
    clashes: tuple[Clash, ...]


def merged(base: R, mine: R, theirs: R) -> Merged[R]:
    """What came of `base` by two people's changes. Tags and remarks on the print are sets, and never clash."""
    values: dict[str, Any] = {}
    clashes: list[Clash] = []
    for names in _together(base):
        if any(getattr(mine, name) != getattr(base, name) for name in names):
            for clash in _merge(names, base, mine, theirs, values):
                clashes.append(clash)
    return Merged(replace(theirs, **values), tuple(clashes))


def _together(record: Record) -> list[Sequence[str]]:
    """The fields by themselves, or with those that only make sense together."""
    groups = [group for group in _GROUPS if hasattr(record, group[0])]
    grouped = {name for group in groups for name in group}
    return [*groups, *((name,) for name in record.__struct_fields__ if name not in grouped and name not in _OWN)]


def _merge(names: Sequence[str], base: Any, mine: Any, theirs: Any, values: dict[str, Any]) -> list[Clash]:
    """Puts into `values` what of mine goes into the record; returns the clashes."""
    told = [Clash(name, getattr(base, name), getattr(mine, name), getattr(theirs, name)) for name in names]
    if names[0] in _SETS:
        values.update({clash.field: _union(clash.base, clash.mine, clash.theirs) for clash in told})
    elif all(clash.theirs == clash.base for clash in told):
        values.update({clash.field: clash.mine for clash in told})
    else:
        return [clash for clash in told if not _alike(clash.mine, clash.theirs)]
    return []


def _union(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Theirs, with what I put on and without what I took off."""
    gone = set(base) - set(mine)
    added = [tag for tag in mine if tag not in base]
    return tuple(tag for tag in dict.fromkeys((*theirs, *added)) if tag not in gone)


def _alike(mine: Any, theirs: Any) -> bool:
    """Whether both say the same, though two people signed it."""
    if isinstance(mine, Review | OriginCheck | Verification) and type(mine) is type(theirs):
        return (mine.state, mine.why) == (theirs.state, theirs.why)
    return bool(mine == theirs)
