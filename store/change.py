"""What somebody wants to change in an archive."""

from __future__ import annotations

from typing import NamedTuple

from store.model import Record


class Change(NamedTuple):
    """A record as it is to stand, and the revision the caller saw it at; 0 for a record that is new.

    `base` is the record as the caller saw it, where that is known: another program changes one without a new revision.
    """

    record: Record
    expects: int
    base: Record | None = None


class Removal(NamedTuple):
    """The id of a record that is to be taken out, and the revision the caller saw it at."""

    id: str
    expects: int
