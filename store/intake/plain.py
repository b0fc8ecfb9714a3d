"""Plain text and Markdown: kept as they stand; of themselves they say at most a title and a date."""

from __future__ import annotations

from pathlib import Path

from store.intake import headings, kinds
from store.intake.decoding import Decoded
from store.intake.extracted import Extracted
from store.model import When


def read(found: Decoded, name: str) -> Extracted:
    """`name` is the file's: it tells Markdown from plain text, and is the title where there is no other."""
    markdown = Path(name).suffix.lower() in kinds.MARKDOWN
    said = headings.front_matter(found.text) if markdown else {}
    heading = _heading(found.text, said, markdown=markdown)
    return Extracted(
        text=found.text,
        how=f"{'Markdown' if markdown else 'text'} as it stands, {spelled(found)}",
        title=heading.title if heading else None,
        author=said.get("author") or headings.by_line(found.text),
        publisher=said.get("publisher") or None,
        published=_published(found.text, said),
        url=said.get("url") or None,
        language=said.get("lang") or said.get("language") or None,
        remarks=(f"title from {heading.taken_from}",) if heading else (),
    )


def spelled(found: Decoded) -> str:
    """The encoding in words, and whether it was guessed."""
    return f"{found.encoding} (guessed)" if found.guessed else found.encoding


def _heading(text: str, said: dict[str, str], *, markdown: bool) -> headings.Heading | None:
    if title := said.get("title"):
        return headings.Heading(title, "what stands before it")
    return (headings.markdown_title(text) if markdown else None) or headings.plain_title(text)


def _published(text: str, said: dict[str, str]) -> When | None:
    if given := said.get("date"):
        return headings.said_date(given) or headings.said_date(given[:10])
    return headings.printed_date(text)
