"""Remarks on the print, as flags: what a reviewer has to know before taking a quotation for what was said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from store.ingest.attribution import Span
from store.ingest.quotations import Quotation

_ELLIPSIS = re.compile(r"\[\s?(?:\.{2,4}|…|\. \. \.)\s?\]|\(\s?(?:\.{3}|…)\s?\)")
# Entities, whole or without their "&", and UTF-8 that was read as Windows-1252 or could not be read.
_DEBRIS = re.compile(
    r"&(?:[a-z]{2,8}|\#x?[0-9a-fA-F]{2,6});|\b(?:amp|quot|apos|nbsp|lt|gt|[lr][sd]quo|mdash|ndash|hellip);"
    "|â€.?|Ã[\x80-¿]|Â[\x80-¿]|\ufffd|\x00",
    re.DOTALL,
)


class Remarks:
    """The flags of any run of one text: debris, source-ellipsis and mismatched-marks."""

    def __init__(self, text: str, marks: Sequence[Quotation]) -> None:
        self._debris = [match.start() for match in _DEBRIS.finditer(text)]
        self._ellipses = [match.start() for match in _ELLIPSIS.finditer(text)]
        faulty = [mark for mark in marks if mark.at_fault]
        # A quotation without its closing mark is at fault where it begins: how far it goes nobody knows.
        self._faults = sorted({mark.start for mark in faulty} | {mark.end - 1 for mark in faulty if mark.closed})

    def flags(self, spans: Sequence[Span]) -> tuple[str, ...]:
        """Those of the runs, each once, by the alphabet."""
        kinds = (("debris", self._debris), ("mismatched-marks", self._faults), ("source-ellipsis", self._ellipses))
        return tuple(flag for flag, places in kinds if any(_within(places, *span) for span in spans))


def _within(places: list[int], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end
