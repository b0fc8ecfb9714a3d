"""Drafts as one JSON object a document: spans as pairs of offsets, actors by name, other fields as they are kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from store.ingest.drafts import Drafts
from store.model import Anchor, Figure, Speaker, Statement


def as_json(document: str, drafts: Drafts) -> dict[str, Any]:
    """`document` is the name it goes by there, as a file's stem.

    Spans are [start, end], `str` offsets into the text, end exclusive; `uttered` and `period` are EDTF or null;
    `speaker`, `claimant`: the first one's name or null; `speakers`, `claimants` have id, name, capacity, basis of all.
    """
    names = {actor.id: actor.name for actor in drafts.actors}
    return {
        "document": document,
        "actors": [msgspec.to_builtins(actor) for actor in drafts.actors],
        "statements": [_statement(statement, names) for statement in drafts.statements],
        "figures": [_figure(figure, names) for figure in drafts.figures],
    }


def _statement(statement: Statement, names: dict[str, str]) -> dict[str, Any]:
    return {
        **_kept(statement),
        "speaker": _first(statement.speakers, names),
        "speakers": _named(statement.speakers, names),
        "content": _spans(statement.content),
        "source": _spans(statement.source),
        "cue": _spans(statement.cue),
        "uttered": statement.uttered.edtf if statement.uttered else None,
        "when": msgspec.to_builtins(statement.uttered),
        "about": [names[actor] for actor in statement.about],
        "accuses": [names[actor] for actor in statement.accuses],
    }


def _figure(figure: Figure, names: dict[str, str]) -> dict[str, Any]:
    return {
        **_kept(figure, "anchor"),
        "span": [figure.anchor.start, figure.anchor.end],
        **{field: getattr(figure, field) for field in ("low", "best", "high", "bound", "unit", "counted", "outcome")},
        "place": figure.place.name if figure.place else None,
        "place_basis": figure.place.basis if figure.place else None,
        "period": figure.period.edtf if figure.period else None,
        "when": msgspec.to_builtins(figure.period),
        "claimant": _first(figure.claimants, names),
        "claimants": _named(figure.claimants, names),
        "source": _spans(figure.source),
        "cue": _spans(figure.cue),
        "based_on": [names[actor] for actor in figure.based_on],
        "attributed_to": [names[actor] for actor in figure.attributed_to],
    }


def _kept(record: Statement | Figure, *left_out: str) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(record)
    return {key: value for key, value in fields.items() if key not in ("document", *left_out)}


def _first(speakers: Iterable[Speaker], names: dict[str, str]) -> str | None:
    return next((names[speaker.actor] for speaker in speakers), None)


def _named(speakers: Iterable[Speaker], names: dict[str, str]) -> list[dict[str, Any]]:
    return [{**msgspec.to_builtins(speaker), "name": names[speaker.actor]} for speaker in speakers]


def _spans(anchors: Iterable[Anchor]) -> list[list[int]]:
    return [[anchor.start, anchor.end] for anchor in anchors]
