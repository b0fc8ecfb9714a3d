"""The article in an HTML page: trafilatura finds it; its text is written down letter for letter, a paragraph a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from store.errors import ImportRefusedError
from store.intake.decoding import Decoded
from store.intake.extracted import Extracted
from store.intake.language import is_code
from store.intake.plain import spelled
from store.model import When

_DECLARED = re.compile(
    rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml[^>]{1,100}?encoding=[\"']([\w.-]{1,40})", re.I
)
_ENTITIES = re.compile(r"<!doctype[^>\[]{0,500}\[.{0,2000}?<!ENTITY", re.I | re.DOTALL)
_BLOCKS = frozenset({"p", "head", "item", "quote", "row", "list", "table", "body", "code", "div", "ab"})
_WEB = re.compile(r"https?://", re.I)


def declared(data: bytes) -> str | None:
    """The encoding that the page names within its first bytes."""
    found = _DECLARED.search(data[:4096])
    return (found[1] or found[2]).decode("ascii") if found else None


def read(found: Decoded) -> Extracted:
    """Raises ImportRefusedError, its sentence without the file's name, where there is no article or too deep a page."""
    from importlib.metadata import version

    from trafilatura import bare_extraction

    if _ENTITIES.search(found.text[:20_000]):
        raise ImportRefusedError("defines entities of its own in its DOCTYPE, which no article needs; it is not read.")
    tree = _parsed(found.text)
    language = _language(tree)
    article: Any = bare_extraction(
        tree, include_comments=False, with_metadata=True,
        # What the page says of itself; a date that merely stands somewhere in it is none of the article's.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )  # fmt: skip
    text = "\n".join(_lines(article.body)) if article is not None and article.body is not None else ""
    if not text:
        raise ImportRefusedError("has no article that could be found in it. Save its text, and import that.")
    return Extracted(
        text=text,
        how=f"trafilatura {version('trafilatura')}, {spelled(found)}",
        title=article.title or None,
        author=article.author or None,
        publisher=article.sitename or None,
        published=When(edtf=article.date) if article.date else None,
        url=article.url if _WEB.match(article.url or "") else None,
        language=language,
    )


def _parsed(text: str) -> Any:
    from lxml import etree, html

    # Without `huge_tree` libxml2 drops what lies deeper than 256 elements, and says nothing.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise ImportRefusedError(f"can't be read as HTML ({_first_line(error)}).") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise ImportRefusedError("has tags nested more than 2,000 deep, which no article needs; it is not read.")
    return tree


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or ["no reason given"])[0]


def _language(tree: Any) -> str | None:
    """What the page declares: the root's `lang`, else the heading's `content-language`; as in "en-GB"."""
    said = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    said = said or next(iter(tree.xpath("//meta[@http-equiv='content-language']/@content")), "")
    return said.strip() if is_code(said.strip()) else None


def _lines(body: Any) -> Iterator[str]:
    """The article's paragraphs, headings, list items and rows of tables, each on a line, as trafilatura found them."""
    pieces: list[str] = []
    for event, element in _walk(body):
        if event == "start":
            if element.tag in _BLOCKS or element.tag == "lb":
                yield from _told(pieces)
            if element.tag == "cell" and pieces:
                pieces.append(" ")
            pieces.append(element.text or "")
        else:
            if element.tag in _BLOCKS:
                yield from _told(pieces)
            pieces.append(element.tail or "")
    yield from _told(pieces)


def _walk(body: Any) -> Iterator[tuple[str, Any]]:
    from lxml import etree

    return iter(etree.iterwalk(body, events=("start", "end")))


def _told(pieces: list[str]) -> Iterator[str]:
    """What was gathered, as one line; white space in a page is what the browser makes of it, one space."""
    line = re.sub(r"[ \t\r\n\f]+", " ", "".join(pieces)).strip(" ")
    pieces.clear()
    if line:
        yield line
