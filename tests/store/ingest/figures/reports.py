"""Sentences of our own, read as a report of 13 December 2016."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from store.ingest.attribution import Attribution
from store.ingest.figures import Claim, claims
from store.ingest.sentences import sentences
from store.ingest.whens import whens

TODAY = date(2016, 12, 13)


def read(text: str, attributions: Sequence[Attribution] = (), today: date | None = TODAY) -> list[Claim]:
    return claims(text, sentences(text), whens(text, today), attributions, today)


def only(text: str) -> Claim:
    """The one claim in the text."""
    (claim,) = read(text)
    return claim


def words(text: str) -> list[str]:
    """What each claim's words are."""
    return [text[slice(*claim.span)] for claim in read(text)]
