"""The rules by name, with how often each was right on annotated reports."""

from __future__ import annotations

from functools import cache

from store.ingest.wordlists import table


@cache
def _measured() -> dict[str, float]:
    return {rule: float(figures[0]) for rule, figures in table("speech-rules").items()}


def confidence(rule: str) -> float:
    """0 to 1: the share of what the rule found that annotators had found too, rounded to a twentieth."""
    return _measured()[rule]
