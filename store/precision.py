"""How often each rule of drafting was right: what reviewers made of its drafts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from store.model import Claimed

TOTAL = "all rules"


class Precision(Struct, frozen=True):
    """What became of the drafts of one rule; `waiting` are those that nobody reviewed yet."""

    rule: str
    confirmed: int = 0
    corrected: int = 0
    discarded: int = 0
    waiting: int = 0
    fields: dict[str, int] = {}
    """Field -> in how many of those corrected it was drafted otherwise; the commonest first."""
    reasons: dict[str, int] = {}
    """Why drafts were discarded -> how many; the commonest first. "" where nobody said why."""

    @property
    def reviewed(self) -> int:
        return self.confirmed + self.corrected + self.discarded

    @property
    def precision(self) -> float | None:
        """Of the drafts reviewed, the share that was right as drafted (0 to 1); None where none was reviewed."""
        return self.confirmed / self.reviewed if self.reviewed else None


def by_rule(records: Iterable[Claimed]) -> list[Precision]:
    """A line for each rule that drafted one of the records, those most used first; what was made by hand has none."""
    rules: dict[str, list[Claimed]] = {}
    for record in records:
        if record.origin is not None and record.origin.rule:
            rules.setdefault(record.origin.rule, []).append(record)
    return [_counted(rule, found) for rule, found in sorted(rules.items(), key=lambda item: (-len(item[1]), item[0]))]


def total(lines: Iterable[Precision]) -> Precision:
    """All rules together."""
    found = list(lines)
    fields, reasons = Counter[str](), Counter[str]()
    for line in found:
        fields.update(line.fields)
        reasons.update(line.reasons)
    return Precision(
        TOTAL,
        sum(line.confirmed for line in found),
        sum(line.corrected for line in found),
        sum(line.discarded for line in found),
        sum(line.waiting for line in found),
        dict(fields.most_common()),
        dict(reasons.most_common()),
    )


def _counted(rule: str, records: Iterable[Claimed]) -> Precision:
    states, fields, reasons = Counter[str](), Counter[str](), Counter[str]()
    for record in records:
        states[record.review.state] += 1
        if record.review.state == "corrected" and record.origin is not None:
            fields.update(record.origin.corrected)
        elif record.review.state == "rejected":
            reasons[record.review.why or ""] += 1
    return Precision(
        rule,
        states["accepted"],
        states["corrected"],
        states["rejected"],
        states["drafted"],
        dict(fields.most_common()),
        dict(reasons.most_common()),
    )
