"""When each statement was made: what its own words say, else the day of the same speaker's words beside it."""

from __future__ import annotations

from collections.abc import Sequence

from store.ingest.attribution import Attribution, Span
from store.ingest.whens import Timed, within
from store.model import When

_FAR = 1500
"""Between two statements, in characters: beyond this they are not taken for one occasion."""


def uttered(said: Sequence[Attribution], speakers: Sequence[tuple[str, ...]], times: list[Timed]) -> list[When | None]:
    """For each attribution, in their order. `speakers` are the ids of those who speak in each.

    Words of the same speakers that follow on each other, nobody else's between, belong to one occasion: what is printed
    of one is inferred of the others, the nearest before first.
    """
    printed = [_printed(each, times) for each in said]
    found: list[When | None] = [timed.when if timed else None for timed in printed]
    outer = sorted((place for place, each in enumerate(said) if each.nested_in is None), key=lambda i: _start(said[i]))
    for places in (outer, outer[::-1]):
        _carry(places, said, speakers, found)
    return found


def _printed(said: Attribution, times: list[Timed]) -> Timed | None:
    spans: list[Span] = [said.when] if said.when else [*said.cue, *said.source]
    return next((timed for span in spans if (timed := within(times, span)) and timed.counting != "since"), None)


def _carry(
    places: Sequence[int], said: Sequence[Attribution], speakers: Sequence[tuple[str, ...]], found: list[When | None]
) -> None:
    """Along the places, from a statement whose day is known to the same speakers' next one that has none."""
    last: int | None = None
    for place in places:
        same = last is not None and speakers[place] and speakers[place] == speakers[last]
        if last is not None and same and found[place] is None and _is_near(said[last], said[place]):
            before = found[last]
            if before and before.edtf and len(before.edtf) == 10:
                found[place] = When(edtf=before.edtf, basis="inferred")
        last = place


def _is_near(one: Attribution, other: Attribution) -> bool:
    return abs(_start(one) - _start(other)) <= _FAR + one.content[-1][1] - one.content[0][0]


def _start(said: Attribution) -> int:
    return said.content[0][0]
