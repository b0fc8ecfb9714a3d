"""Sentences and paragraphs, as runs of the text; a quotation is never cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from store.ingest.attribution import Span
from store.ingest.paragraphs import paragraphs, trimmed
from store.ingest.quotations import Quotation, quotations
from store.ingest.wordlists import alternatives, table, words

__all__ = ["paragraphs", "sentences"]

_CLOSING = "\"'”’»›)\\]"
_OPENING = "\"'“‘«‹(\\[„"
# A full stop and the like, what closes with it, and then a blank and no small letter; or none, as some web texts leave
# it out: a small letter before, a capital and a small letter after ("ended.She").
_END = re.compile(
    rf"[.!?…]+(?:&quot;|[{_CLOSING}])*(?:(?=\s+[^\sa-z,;:.!?)—–―-])|(?<=[a-z][.!?])(?=[A-Z][a-z’']))|[.!?…]+[{_CLOSING}]*$"
)
_WORD_BEFORE = re.compile(r"(?:^|[\s(\[\"'“‘—–-])([^\W\d_](?:[\w.&]*\w)?)\.$")
_WORD_AFTER = re.compile(rf"\s*[{_OPENING}]*([\w]+)")
# "…!" the man in the doorway shouted: some words, and a verb of speech.
_CUE_AFTER = re.compile(
    rf"\s+(?:[^\s.!?]+\.?\s+){{1,14}}?{alternatives(words('speech-past'))}\b(?!\s+(?:that|he|she|they)\b)"
)
_NAMES = ("title", "rank", "number", "office")
_BEFORE_NAME = frozenset(word for row in _NAMES for word in table("abbreviations")[row])
_ABBREVIATIONS = frozenset(word for row in table("abbreviations").values() for word in row)
_ADDRESS = re.compile(r"(?:https?://|www\.|@)\S*$")
_LONGEST = 40
"""How far back from a full stop an abbreviation or an address is looked for."""


def sentences(text: str, marks: Sequence[Quotation] | None = None) -> list[Span]:
    """Runs of the text in order, without white space around; none goes over a paragraph's end or ends in a quotation.

    `marks` are the text's quotations, where they are known already. "…," he said. "…" is two sentences.
    """
    found: list[Span] = []
    outer = [q for q in (quotations(text) if marks is None else marks) if not q.depth]
    place = 0
    for start, end in paragraphs(text):
        while place < len(outer) and outer[place].end <= start:
            place += 1
        first = place
        while place < len(outer) and outer[place].start < end:
            place += 1
        found += _cut(text, start, end, outer[first:place])
    return found


def _cut(text: str, start: int, end: int, inside: list[Quotation]) -> Iterator[Span]:
    place = 0
    for match in _END.finditer(text, start, end):
        cut = match.end()
        while place < len(inside) and inside[place].end <= match.start():
            place += 1
        if place < len(inside) and inside[place].start < cut < inside[place].end:
            continue
        opened = inside[place].start if place < len(inside) and inside[place].end <= cut else None
        if _goes_on(text, start, match) or (opened == start and _CUE_AFTER.match(text, match.end(), end)):
            continue
        if span := trimmed(text, start, cut):
            yield span
        start = cut
    if span := trimmed(text, start, end):
        yield span


def _goes_on(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the full stop there ends no sentence: an abbreviation, an initial, an address."""
    if match.group() != ".":
        return False
    before = text[max(start, match.start() - _LONGEST) : match.end()]
    word = _WORD_BEFORE.search(before)
    after = _WORD_AFTER.match(text, match.end())
    if match.end() < len(text) and not text[match.end()].isspace():
        return bool(_ADDRESS.search(before))
    if not word:
        return False
    if word[1] in _BEFORE_NAME:
        return True
    if word[1] in _ABBREVIATIONS or len(word[1]) == 1 or "." in word[1]:
        return not (after and after[1] in words("openers")) or (
            len(word[1]) == 1 and word[1] != "I" and after[1] == "I"
        )
    return False
