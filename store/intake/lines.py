"""Drafts as one JSON object: names in place of ids, runs of the text in place of anchors, for whoever measures them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from store.ingest import Drafts
from store.model import Anchor, Figure, Speaker, Statement, When


def line(name: str, drafts: Drafts) -> dict[str, Any]:
    """`name` is the document's. Runs are [start, end], `str` offsets, half-open; what isn't known is null."""
    names = {actor.id: actor.name for actor in drafts.actors}
    return {
        "document": name,
        "statements": [_statement(statement, names) for statement in drafts.statements],
        "figures": [_figure(figure, names) for figure in drafts.figures],
    }


def _statement(statement: Statement, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "type": statement.type,
        "speaker": _first(statement.speakers, names),
        "speakers": [names.get(speaker.actor, speaker.actor) for speaker in statement.speakers],
        "content": _runs(statement.content),
        "source": _runs(statement.source),
        "cue": _runs(statement.cue),
        "act": statement.act,
        "channel": statement.channel,
        "uttered": _edtf(statement.uttered),
        **_drafted(statement),
    }


def _figure(figure: Figure, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "span": [figure.anchor.start, figure.anchor.end],
        "low": figure.low,
        "best": figure.best,
        "high": figure.high,
        "bound": figure.bound,
        "unit": figure.unit,
        "counted": figure.counted,
        "outcome": figure.outcome,
        "place": figure.place.name if figure.place else None,
        "period": _edtf(figure.period),
        "claimant": _first(figure.claimants, names),
        "status": figure.status,
        "counting": figure.counting,
        **_drafted(figure),
    }


def _drafted(record: Statement | Figure) -> dict[str, Any]:
    origin = record.origin
    return {"rule": origin.rule if origin else None, "confidence": origin.confidence if origin else None}


def _first(speakers: Iterable[Speaker], names: Mapping[str, str]) -> str | None:
    return next((names.get(speaker.actor, speaker.actor) for speaker in speakers), None)


def _runs(anchors: Iterable[Anchor]) -> list[list[int]]:
    return [[anchor.start, anchor.end] for anchor in anchors]


def _edtf(when: When | None) -> str | None:
    return when.edtf if when else None
