"""What a number is based on, where its sentence says so: "citing hospital records", "based on files of the army"."""

from __future__ import annotations

import re

from store.ingest.attribution import Span

_BASED = re.compile(
    r"\b(?:(?:[Bb]ased|[Bb]asing\s(?:it|them|him|her)(?:self|selves))\s(?:largely\s|mainly\s|only\s|solely\s|partly\s)?on"
    r"|[Oo]n\sthe\sbasis\sof|[Cc]iting|[Dd]rawing\son|[Rr]elying\son|(?:compiled|drawn|taken)\sfrom|[Gg]oing\sby)\s"
    r"(?P<basis>[^,;:.“”\"\n]{2,90}?)(?=\s(?:that|who|which|and\s(?:other|from)|while|but|when|as)\b|[,;:.“”\"\n]|\Z)"
)


def bases(text: str, sentence: Span) -> tuple[Span, ...]:
    """The runs that name it, in order."""
    return tuple(found.span("basis") for found in _BASED.finditer(text, *sentence))
