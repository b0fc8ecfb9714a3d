"""Sentences and paragraphs, as runs of the text; a quotation is never cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from store.ingest.attribution import Span
from store.ingest.paragraphs import paragraphs, trimmed
from store.ingest.quotations import Quotation, quotations
from store.ingest.wordlists import alternatives, table, words

__all__ = ["paragraphs", "sentences"]

_CLOSING = "\"'”’»›)\\]"
_OPENING = "\"'“‘«‹(\\[„"
# A full stop and the like, what closes with it, and then a blank and no small letter; or none, as some web texts leave
# it out: a small letter before, a capital and a small letter after ("ended.She"). A dash goes on with the sentence.
_END = re.compile(
    rf"[.!?…]+(?:&quot;|[{_CLOSING}])*(?:(?=\s+[^\sa-z,;:.!?)—–―-])|(?<=[a-z][.!?])(?=[A-Z][a-z’']))|[.!?…]+[{_CLOSING}]*$"
)
_WORD_BEFORE = re.compile(r"(?:^|[\s(\[\"'“‘—–-])([^\W\d_](?:[\w.&]*\w)?)\.$")
_WORD_AFTER = re.compile(rf"\s*[{_OPENING}]*([\w]+)")
# "…!" the man in the doorway shouted: some words, and a verb of speech.
_CUE_AFTER = re.compile(
    rf"\s+(?:[^\s.!?]{{1,40}}\.?\s+){{1,14}}?{alternatives(words('speech-past'))}\b(?!\s+(?:that|he|she|they)\b)"
)
_BEFORE_NAME = frozenset(
    word for kind in ("title", "rank", "number", "office") for word in table("abbreviations")[kind]
)
_ABBREVIATIONS = frozenset(word for kind in table("abbreviations").values() for word in kind)
_ADDRESS = re.compile(r"(?:https?://|www\.|@)\S*$")
_BACK = 40
"""How far back from a full stop an abbreviation or an address is looked for."""
_LONGEST, _MOST = 1_000, 100
"""Characters outside of quotations, and quotations, that a sentence has at the most: what is longer is no sentence."""


@lru_cache(maxsize=1)
def sentences(text: str) -> tuple[Span, ...]:
    """Runs of the text in order, without white space around; none goes over a paragraph's end or ends in a quotation.

    "…," he said. "…" is two sentences. A run of more than 1,000 characters outside of quotations, or 100 quotations, is
    cut at a blank, so that work on one sentence is bounded.
    """
    found: list[Span] = []
    outer = [mark for mark in quotations(text) if not mark.depth]
    place = 0
    for start, end in paragraphs(text):
        while place < len(outer) and outer[place].start < start:
            place += 1
        first = place
        while place < len(outer) and outer[place].start < end:
            place += 1
        found += _cut(text, start, end, outer[first:place])
    return tuple(found)


def _cut(text: str, start: int, end: int, inside: Sequence[Quotation]) -> Iterator[Span]:
    place = first = 0
    for match in _END.finditer(text, start, end):
        cut = match.end()
        while place < len(inside) and inside[place].end <= match.start():
            place += 1
        closing = inside[place] if place < len(inside) and inside[place].start < cut else None
        if closing and cut < closing.end:
            continue
        opens = closing is not None and closing.start == start
        if _goes_on(text, start, match) or (opens and _CUE_AFTER.match(text, match.end(), end)):
            continue
        yield from _bounded(text, start, cut, inside[first : place + 1])
        start, first = cut, place
    yield from _bounded(text, start, end, inside[first:])


def _bounded(text: str, start: int, end: int, inside: Sequence[Quotation]) -> Iterator[Span]:
    """The run, in pieces if it is too long: cut before a quotation, or at a blank between two."""
    within = [mark for mark in inside if start <= mark.start < end]
    outside, since = 0, 0
    at = start
    for stop, after in [*((mark.start, mark.end) for mark in within), (end, end)]:
        while outside + stop - at > _LONGEST:
            cut = _blank(text, at, at + max(1, _LONGEST - outside), stop)
            if span := trimmed(text, start, cut):
                yield span
            start = at = cut
            outside = since = 0
        outside, since = outside + stop - at, since + 1
        if since > _MOST:
            if span := trimmed(text, start, stop):
                yield span
            start, outside, since = stop, 0, 0
        at = after
    if span := trimmed(text, start, end):
        yield span


def _blank(text: str, start: int, least: int, end: int) -> int:
    """The last blank before `least`, or there, where none is."""
    blank = text.rfind(" ", start, least)
    return blank if blank > start else min(least, end)


def _goes_on(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the full stop there ends no sentence: an abbreviation, an initial, an address, a "[...]"."""
    if text[max(start, match.start() - 1)] in "[(":
        return True
    if match.group() != ".":
        return False
    before = text[max(start, match.start() - _BACK) : match.end()]
    if match.end() < len(text) and not text[match.end()].isspace():
        return bool(_ADDRESS.search(before))
    word = _WORD_BEFORE.search(before)
    if not word:
        return False
    if word[1] in _BEFORE_NAME:
        return True
    if word[1] not in _ABBREVIATIONS and len(word[1]) > 1 and "." not in word[1]:
        return False
    after = _WORD_AFTER.match(text, match.end())
    return not after or after[1] not in words("openers") or (len(word[1]) == 1 and after[1] == "I")
