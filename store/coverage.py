"""What share of a report's quotations and numbers some record accounts for, and which ones none does."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from store.archive import Archive
from store.ingest.figures.quantities import quantities
from store.ingest.quotations import quotations
from store.ingest.sentences import sentences
from store.ingest.whens import whens
from store.model import Claimed, Figure, Statement

Span: TypeAlias = tuple[int, int]
"""A run of the report's text: `str` offsets, half-open."""
Kind: TypeAlias = Literal["quotation", "number"]
REMEMBERED = 64
"""Reports whose quotations and numbers are kept: what is slow to find stands in the text, and that never changes."""


class Gap(NamedTuple):
    """A quotation, its marks included, or a number that no record accounts for."""

    start: int
    end: int
    kind: Kind


class Coverage(NamedTuple):
    """How many quotations and numbers there are, and the gaps among them in the order of the text."""

    quotations: int
    numbers: int
    gaps: tuple[Gap, ...]

    @property
    def total(self) -> int:
        return self.quotations + self.numbers

    @property
    def percent(self) -> int | None:
        """The share that is accounted for, rounded down so that 100 is all; None where there is nothing to account."""
        return 100 * (self.total - len(self.gaps)) // self.total if self.total else None

    def of(self, kind: Kind) -> tuple[int, int]:
        """How many of a kind are accounted for, and how many there are."""
        total = self.quotations if kind == "quotation" else self.numbers
        return total - sum(gap.kind == kind for gap in self.gaps), total


def coverage(archive: Archive, document: str) -> Coverage:
    """Of one report of the archive, with its records as they stand now; nothing where there is no such report."""
    records = archive.records
    found = records.documents.get(document)
    result = archive.search(f'doc:"{document}"')
    claimed: list[Statement | Figure] = [
        records.table(table)[record_id] for table in ("statements", "figures") for record_id in result.ids(table)
    ]
    return (
        covered(found.text, [record for record in claimed if record.document == document]) if found else covered("", ())
    )


def covered(text: str, claimed: Iterable[Claimed]) -> Coverage:
    """What the records of a report account for in its text; rejected ones account for nothing.

    A quotation is accounted for where a statement's words are half of it or more; a number where it stands in the words
    of a figure, for to be quoted is not to be counted.
    """
    quoted, numbers = marked(text)
    said, counted = _words(claimed)
    gaps = [Gap(*span, "quotation") for span in quoted if 2 * _shared(span, said) < span[1] - span[0]]
    gaps += [Gap(*span, "number") for span in numbers if not _shared(span, counted)]
    return Coverage(len(quoted), len(numbers), tuple(sorted(gaps)))


@lru_cache(REMEMBERED)
def marked(text: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The outermost quotations of a text with their marks, and its numbers: those that drafting takes for such."""
    marks = quotations(text)
    quoted = tuple((found.start, found.end) for found in marks if not found.depth)
    numbers = quantities(text, sentences(text), whens(text, None))
    return quoted, tuple((found.start, found.end) for found in numbers)


def _words(claimed: Iterable[Claimed]) -> tuple[Sequence[Span], Sequence[Span]]:
    """The runs of text that statements have for content, and those that claim figures; each in order, none touching."""
    said: list[Span] = []
    counted: list[Span] = []
    for record in claimed:
        if record.review.state != "rejected":
            if isinstance(record, Statement):
                said += [(part.start, part.end) for part in record.content]
            elif isinstance(record, Figure):
                counted.append((record.anchor.start, record.anchor.end))
    return _joined(said), _joined(counted)


def _joined(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


def _shared(span: Span, spans: Sequence[Span]) -> int:
    """How many characters of the run stand in any of the others, which are in order and don't overlap."""
    start, end = span
    at = max(bisect_left(spans, (start, start)) - 1, 0)
    shared = 0
    for first, last in spans[at:]:
        if first >= end:
            break
        shared += max(min(last, end) - max(first, start), 0)
    return shared
