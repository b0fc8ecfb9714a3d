"""What is said in a text, as the runs that were found, for tests to read."""

from __future__ import annotations

from collections.abc import Sequence

from store.ingest.attribution import Attribution, Span
from store.ingest.attributions import attributions


def said(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each, gaps as " | "."""
    return [(runs(text, a.source), runs(text, a.cue), runs(text, a.content)) for a in attributions(text)]


def only(text: str) -> Attribution:
    """The one attribution of the text."""
    (found,) = attributions(text)
    return found


def rules(text: str) -> list[str]:
    """The rules that found something, in order of the text."""
    return [found.rule for found in attributions(text)]


def runs(text: str, spans: Sequence[Span]) -> str:
    """The runs as printed."""
    return " | ".join(text[start:end] for start, end in spans)
