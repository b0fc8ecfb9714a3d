"""The text of a PDF: pypdf reads it line by line; lines of one paragraph are joined, for no report breaks there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from store.errors import ImportRefusedError
from store.intake.extracted import Extracted
from store.intake.headings import plain_title
from store.intake.limits import MAX_TEXT

MAX_PAGES = 1000
_ENDS = re.compile(r"[.!?:…][\"”’'»)\]]*$")
_NOTHING = re.compile(r"\(?(untitled|anonymous|unspecified|unknown|microsoft word)", re.I)
_SHORT = 0.85
"""A line that ends a sentence and is shorter than this share of a full line is the last of its paragraph."""


def read(data: bytes) -> Extracted:
    """Raises ImportRefusedError, its sentence without the file's name, where it can't be read or holds no text."""
    import logging

    import pypdf
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is odd about a file is no word for the user
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ImportRefusedError("is locked with a password. Save it without one, and import that.")
        if len(reader.pages) > MAX_PAGES:
            raise ImportRefusedError(f"has more than {MAX_PAGES:,} pages; import the part that you need.")
        text = "\n".join(_pages(reader))
        said = _information(reader)
    except (*_MISREADINGS, PyPdfError) as error:
        raise ImportRefusedError(f"can't be read as PDF ({_reason(error)}).") from error
    if not text.strip():
        raise ImportRefusedError("has no text in it, only pictures of pages. Have it read by an OCR program first.")
    heading = plain_title(text)
    return Extracted(
        text=text,
        how=f"pypdf {pypdf.__version__}, lines of a paragraph joined",
        title=said.get("title") or (heading.title if heading else None),
        author=said.get("author"),
        remarks=(f"title from {heading.taken_from}",) if heading and not said.get("title") else (),
    )


_MISREADINGS = (ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, OverflowError,
                ZeroDivisionError, NotImplementedError, RecursionError, ImportError, OSError)  # fmt: skip
"""What pypdf raises besides its own errors where a file isn't as it should be."""


def _reason(error: BaseException) -> str:
    return (str(error).splitlines() or [""])[0][:100] or type(error).__name__


def _information(reader: Any) -> dict[str, str]:
    found = reader.metadata or {}
    said = {name: found.get(key) for name, key in (("title", "/Title"), ("author", "/Author"))}
    return {name: value.strip() for name, value in said.items() if isinstance(value, str) and _means(value)}


def _means(value: str) -> bool:
    """Not what programs put there where nobody said anything."""
    return bool(value.strip()) and not _NOTHING.match(value)


def _pages(reader: Any) -> Iterator[str]:
    length = 0
    for page in reader.pages:
        text = "\n".join(_paragraphs(page.extract_text().splitlines()))
        length += len(text)
        if length > MAX_TEXT:
            raise ImportRefusedError(f"has more than {MAX_TEXT // 2**20} MiB of text; import the part that you need.")
        if text:
            yield text


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Joined with a space; a hyphen at the end of a line stays, for it may be the word's own."""
    lengths = sorted(len(line) for line in lines if line.strip())
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    gathered: list[str] = []
    for line in map(str.strip, lines):
        if line:
            gathered.append(line)
        ends = _ENDS.search(line) and len(line) < usual * _SHORT
        if gathered and (not line or ends or (len(gathered) == 1 and len(line) < usual / 2)):
            yield " ".join(gathered)
            gathered = []
    if gathered:
        yield " ".join(gathered)
