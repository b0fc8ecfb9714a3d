"""How words are quoted where they stand: between quotation marks as printed, in part, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable

from store.vocabulary import StatementType

Span = tuple[int, int]
"""`str` offsets into a document's text, half-open."""

_CLOSING = {"“": '”"“', '"': '"”', "„": '“”‟"', "«": "»", "»": "«", "‘": "’", "「": "」", "『": "』"}
"""Opening mark -> what may close it: papers mix straight marks with curly ones, and Germans close with an English 6."""
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")


def quoted_as(text: str, spans: Iterable[Span]) -> StatementType:
    """direct: each span stands between quotation marks, whether it holds them or not; indirect: none of it does.

    A quotation that isn't closed goes on to the end of its paragraph; so print those that the next one opens anew.
    """
    found = [_quoted(text, span) for span in spans]
    if found and all(kind == "direct" for kind in found):
        return "direct"
    return "indirect" if all(kind == "indirect" for kind in found) else "mixed"


def _quoted(text: str, span: Span) -> StatementType:
    start, end = _trimmed(text, span)
    within = [(first, last) for first, last in quotations(text, span) if first < end and start < last]
    if any(first <= start and end <= last for first, last in within):
        return "direct"
    return "mixed" if within else "indirect"


def _trimmed(text: str, span: Span) -> Span:
    """Without spaces and the marks of a sentence's end, which some papers print outside the quotation marks."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ".,;:"):
        end -= 1
    return start, end


def quotations(text: str, span: Span) -> list[Span]:
    """What stands between quotation marks, the marks included, in the paragraphs that the span touches."""
    first = max((found.end() for found in _PARAGRAPH.finditer(text, 0, span[0])), default=0)
    after = _PARAGRAPH.search(text, span[1])
    last = after.start() if after else len(text)
    found: list[Span] = []
    for start, end in _paragraphs(text, first, last):
        found += _in_paragraph(text, start, end)
    return found


def _paragraphs(text: str, first: int, last: int) -> list[Span]:
    breaks = [found.span() for found in _PARAGRAPH.finditer(text, first, last)]
    starts, ends = [first, *(end for _, end in breaks)], [*(start for start, _ in breaks), last]
    return list(zip(starts, ends, strict=True))


def _in_paragraph(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    opened: int | None = None
    for at in range(start, end):
        if opened is None:
            opened = at if text[at] in _CLOSING and not _apostrophe(text, at) else None
        elif text[at] in _CLOSING[text[opened]] and not _apostrophe(text, at):
            found.append((opened, at + 1))
            opened = None
    return found if opened is None else [*found, (opened, end)]


def _apostrophe(text: str, at: int) -> bool:
    """Whether a single mark stands within a word: "Gov’ts"."""
    return text[at] in "’‘" and at > 0 and text[at - 1].isalnum() and at + 1 < len(text) and text[at + 1].isalnum()
