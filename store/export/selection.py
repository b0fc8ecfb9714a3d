"""What is to be exported: the records wanted, those of them that may go out, and what the head says of the choice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from store.errors import UnknownRecordError
from store.export.withholding import REASONS, Reason, Withholding
from store.model import Figure, Record, Statement
from store.records import Records
from store.references import anchors

T = TypeVar("T", Statement, Figure)
DEMONSTRATION = "sample data, not for publication"
"""What every export of the sample says of itself."""


@dataclass(frozen=True)
class Selection:
    """Statements and figures by id; in what order they are named, and how often, changes nothing.

    `total_statements` and `total_figures` are what the archive has, for "2 of 12"; `made` is the day of the export;
    `including` names what is not to be withheld; `filter` and `archive` are only set where the export is to name them.
    """

    records: Records
    statements: tuple[str, ...]
    figures: tuple[str, ...]
    total_statements: int
    total_figures: int
    made: date
    including: frozenset[Reason] = frozenset()
    filter: str | None = None
    archive: str | None = None

    @classmethod
    def of(
        cls, records: Records, ids: Iterable[str], made: date, including: frozenset[Reason] = frozenset()
    ) -> Selection:
        """Statements and figures in one list. Raises UnknownRecordError for an id of neither."""
        wanted = tuple(dict.fromkeys(ids))
        for unknown in (i for i in wanted if i not in records.statements and i not in records.figures):
            raise UnknownRecordError(f"No statement or figure has the id {unknown!r}; only those can be exported.")
        return cls(
            records,
            tuple(i for i in wanted if i in records.statements),
            tuple(i for i in wanted if i in records.figures),
            len(records.statements),
            len(records.figures),
            made,
            including,
        )

    @cached_property
    def withholding(self) -> Withholding:
        return Withholding(self.records)

    def allows(self, record: Record) -> bool:
        """Whether nothing speaks against exporting the record but what was asked for."""
        return self.withholding.reasons(record) <= self.including

    @cached_property
    def kept_statements(self) -> tuple[Statement, ...]:
        """The statements that go out, by id."""
        return tuple(filter(self.allows, _wanted(self.statements, self.records.statements)))

    @cached_property
    def kept_figures(self) -> tuple[Figure, ...]:
        """The figures that go out, by id."""
        return tuple(filter(self.allows, _wanted(self.figures, self.records.figures)))

    @cached_property
    def kept(self) -> frozenset[str]:
        """The ids of both."""
        return frozenset([*(s.id for s in self.kept_statements), *(f.id for f in self.kept_figures)])

    @cached_property
    def left_out(self) -> dict[Reason, int]:
        """How many of the wanted records are withheld, each under its gravest reason; no reason has 0."""
        counts = dict.fromkeys(REASONS, 0)
        wanted: list[Statement | Figure] = [*_wanted(self.statements, self.records.statements)]
        wanted += _wanted(self.figures, self.records.figures)
        for record in wanted:
            against = self.withholding.reasons(record) - self.including
            if against:
                counts[next(reason for reason in REASONS if reason in against)] += 1
        return {reason: count for reason, count in counts.items() if count}

    def marks(self, record: Statement | Figure) -> list[str]:
        """What the record must be marked with: CONFIDENTIAL, REJECTED, DRAFTED, and BROKEN where an anchor is."""
        reasons = self.withholding.reasons(record)
        broken = any(self.records.broken(anchor, record.document) for _, anchor in anchors(record))
        return [*(reason.upper() for reason in REASONS if reason in reasons), *(["BROKEN"] if broken else [])]


def _wanted(ids: Iterable[str], table: Mapping[str, T]) -> list[T]:
    wanted = sorted(set(ids))
    for unknown in (i for i in wanted if i not in table):
        raise UnknownRecordError(f"No record has the id {unknown!r} that was to be exported.")
    return [table[i] for i in wanted]
