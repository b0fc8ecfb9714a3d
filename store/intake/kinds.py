"""What kind of file it is: told by its bytes, for names lie; and what is said of those that we don't read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec

Kind: TypeAlias = Literal["records", "pdf", "text"]
"""What is text may turn out to be a page once it is decoded: see `is_page`."""
RECORDS = ".json"
PAGES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
MARKDOWN = frozenset({".md", ".markdown", ".mdown"})
KNOWN = frozenset({".txt", ".text", ".pdf", RECORDS, *PAGES, *MARKDOWN})
"""Endings of the files that are taken out of a folder; a file that is named may be called anything."""
_SAVE = "Save it as plain text, HTML or PDF, and import that."
_FOREIGN = (
    (rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|BM.{4}\0\0\0\0|RIFF.{4}WEBP",
     "is a picture: there is no text in it that could be read."),
    (rb"PK\x03\x04(?=.{26}(?:mimetype|\[Content_Types\]|_rels|word/|xl/|ppt/|docProps))",
     f"is an office document. {_SAVE}"),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"is an office document of the old kind. {_SAVE}"),
    (rb"(?=.{0,2000}multipart/related)(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n",
     "is a web archive (MHTML). Save the page as HTML alone, and import that."),
    (rb"\{\\rtf", f"is RTF. {_SAVE}"),
    (rb"PK\x03\x04|PK\x05\x06|\x1f\x8b|BZh[1-9]|\xfd7zXZ\0|7z\xbc\xaf|\x28\xb5\x2f\xfd|Rar!",
     "is packed. Unpack it, and import what is in it."),
    (rb"SQLite format 3\0|\x7fELF|MZ.{58}|\xca\xfe\xba\xbe|ID3|OggS|fLaC|.{4}ftyp", "is no text."),
)  # fmt: skip
_SIGNS = tuple((re.compile(pattern, re.DOTALL), words) for pattern, words in _FOREIGN)
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.DOTALL)
_XML = re.compile(r"\s*<(?:\?xml|!doctype)\b", re.I)
HEAD = 4096
"""Characters in which a page says that it is one."""


def kind(data: bytes, name: str) -> Kind:
    """Which reader the file is for; `foreign` has been asked before. `name` only counts where it ends in `.json`."""
    if Path(name).suffix.lower() == RECORDS or _is_records(data):
        return "records"
    return "pdf" if b"%PDF-" in data[:1024] else "text"


def foreign(data: bytes) -> str | None:
    """What to say of a file that isn't for us, as the rest of a sentence; None for one that may be."""
    if not data.strip():
        return "is empty."
    return next((words for sign, words in _SIGNS if sign.match(data)), None)


def _is_records(data: bytes) -> bool:
    """Whether it is JSON whose root has the key `sayso`, or an archive, which the reader of records tells as such."""
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    try:
        found = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return False
    return "sayso" in found or "_meta" in found


def is_page(text: str, name: str) -> bool:
    """Whether it is HTML: it says so where it begins, or is called so."""
    return bool(_PAGE.match(text[:HEAD])) or Path(name).suffix.lower() in PAGES


def is_other_xml(text: str) -> bool:
    """Whether it is XML; of one that is no page."""
    return bool(_XML.match(text[:HEAD]))
