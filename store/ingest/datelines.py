"""Where and when a report was written, before its first sentence: "GOMA, Congo, Jan 9 —"; no number is of that day."""

from __future__ import annotations

import re

# WASHINGTON (AP) —
_DATELINE = re.compile(r"[A-Z][A-Z.’' -]{2,40}(?:[,/][^—–―\n]{0,40}?)?(?:\([A-Za-z ]{2,20}\)\s?)?\s?(?:—|–|―|--|\s-)\s")


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the dateline of the sentence `text[start:end]` ends, its dash and blank included; `start` without one."""
    match = _DATELINE.match(text, start, end)
    return match.end() if match else start
