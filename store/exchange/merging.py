"""What an import would do to an archive: what is new, what is there already, and what is there with other content."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from msgspec.structs import asdict

from store.archive import KIND_TABLES, Change
from store.check import check
from store.exchange.progress import Through, straight
from store.exchange.reading import Incoming, refuse
from store.model import Record
from store.records import Records
from store.references import references

# Revision and stamps are the archive's own, and a note stays where it was written: they make no other record.
_OWN = ("revision", "added", "changed", "note")


class Conflict(NamedTuple):
    """A record that archive (`mine`) and file (`theirs`) have under one id, with other content in `fields`."""

    id: str
    fields: tuple[str, ...]
    mine: Record
    theirs: Record

    def __str__(self) -> str:
        return f"{self.id} is in the archive with other content ({', '.join(self.fields)}) and stays as it is there."


class Plan(NamedTuple):
    """`new` records go in; those that are the `same` and those in `conflicts` are left as they are in the archive."""

    new: tuple[Record, ...]
    same: tuple[str, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def changes(self) -> list[Change]:
        """What `Archive.apply` is to be given."""
        return [Change(record, 0) for record in self.new]


def plan(records: Records, incoming: Incoming, through: Through = straight) -> Plan:
    """What is to be done about each incoming record. Planning again after it was done, nothing is new.

    Raises ImportRefusedError where a new record names one that is neither in the file nor in the archive, has an anchor
    that doesn't hold, or else is something that `check` finds fault with.
    """
    new: list[Record] = []
    same: list[str] = []
    conflicts: list[Conflict] = []
    for record in through("comparing", incoming.records):
        mine = records.table(KIND_TABLES[type(record)]).get(record.id)
        if mine is None:
            new.append(record)
        elif fields := _differing(mine, record):
            conflicts.append(Conflict(record.id, fields, mine, record))
        else:
            same.append(record.id)
    _refuse_unsound(records, incoming, new, through)
    return Plan(tuple(new), tuple(same), tuple(conflicts))


def _differing(mine: Record, theirs: Record) -> tuple[str, ...]:
    ours, other = asdict(mine), asdict(theirs)
    return tuple(name for name, value in ours.items() if name not in _OWN and other[name] != value)


def _refuse_unsound(records: Records, incoming: Incoming, new: list[Record], through: Through) -> None:
    """The new records are checked among those they name; where the archive has one of these too, its own counts."""
    ids = {record.id for record in new}
    around = {named.id: named for record in new for named in _named(records, record)}
    among = Records.of(*new, *around.values())
    findings = [finding for finding in check(among, partial(through, "checking")) if finding.record in ids]
    if findings:
        first = min(findings, key=lambda finding: incoming.lines[finding.record])
        more = f" {len(findings) - 1} more to mend." if len(findings) > 1 else ""
        refuse(incoming.path, incoming.lines[first.record], first.record, first.field, f"{first.problem}{more}")


def _named(records: Records, record: Record) -> Iterator[Record]:
    for _, tables, target in references(record):
        yield from (records.table(table)[target] for table in tables if target in records.table(table))
