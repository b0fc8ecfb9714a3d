"""From sentences to the numbers claimed in them: each quantity, with what its sentence says of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.ingest.attribution import Attribution, Span
from store.ingest.figures.claim import Claim


def claims(
    text: str,
    sentences: Sequence[Span],
    attributions: Sequence[Attribution] = (),
    published: date | None = None,
) -> list[Claim]:
    """The claims in order of the text, none overlapping another. `sentences` are in order and don't overlap.

    `published` is the document's day, which relative periods are counted from; without it they keep their words alone.
    """
    return []
