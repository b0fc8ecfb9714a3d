"""The order of an export: by who speaks, then who isn't clear, own voices last; then by date, the undated last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from store import dates
from store.errors import DateError
from store.folding import fold
from store.model import Anchor, Figure, Speaker, Statement, When
from store.records import Records


class Voice(NamedTuple):
    """Who speaks together, by name; compares in the order of an export. Nobody: own voice, or not clear."""

    is_own: bool
    is_unclear: bool
    folded: tuple[str, ...]
    actors: tuple[str, ...]


Day: TypeAlias = tuple[bool, int, int]


def voice(records: Records, speakers: Iterable[Speaker], source: Sequence[Anchor]) -> Voice:
    """Merged actors are who they were merged into; in which order the report names several makes no difference."""
    found = {found.id if (found := records.actor(speaker.actor)) else speaker.actor for speaker in speakers}
    named = sorted((fold(records.actor_name(actor)), actor) for actor in found)
    unclear = not named and bool(source)
    own = not named and not unclear
    return Voice(own, unclear, tuple(name for name, _ in named), tuple(actor for _, actor in named))


def by_voice(records: Records, statements: Iterable[Statement]) -> dict[Voice, list[Statement]]:
    """Each statement once, under those who said it together."""
    groups: dict[Voice, list[Statement]] = {}
    for statement in sorted(statements, key=_said):
        groups.setdefault(voice(records, statement.speakers, statement.source), []).append(statement)
    return dict(sorted(groups.items()))


def by_claimant(records: Records, figures: Iterable[Figure]) -> list[Figure]:
    """Those of one claimant stand together, in the order of their periods."""
    return sorted(
        figures,
        key=lambda figure: (
            voice(records, figure.claimants, figure.source),
            _day(figure.period),
            _place(figure),
            figure.id,
        ),
    )


def _said(statement: Statement) -> tuple[Day, tuple[str, int], str]:
    return _day(statement.uttered), _place(statement), statement.id


def _day(when: When | None) -> Day:
    try:
        earliest, latest = dates.interval(when.edtf if when and when.edtf else "")
    except DateError:
        return True, 0, 0
    return False, earliest, latest


def _place(record: Statement | Figure) -> tuple[str, int]:
    first = record.content[0] if isinstance(record, Statement) and record.content else None
    anchor = record.anchor if isinstance(record, Figure) else first
    return record.document, anchor.start if anchor else 0
