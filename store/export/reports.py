"""What has to be known of the reports themselves, told once and not with each record that is from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.export import commonmark, wording
from store.model import Document


def reports(documents: Iterable[Document]) -> Iterator[str]:
    """A heading and a list of those of which there is more to know than their footnotes tell; nothing if none is."""
    told = [" · ".join(_told(document)) for document in documents if any(_origin(document))]
    if told:
        yield "## On the reports"
        yield from commonmark.bullets(told)


def _told(document: Document) -> list[str]:
    known = [*wording.source(document), f"document {document.id}", *_origin(document)]
    return [commonmark.inline(part) for part in known]


def _origin(document: Document) -> Iterator[str]:
    """Whether it was corrected, retracted or deleted; author, credit, and our gloss on it."""
    if status := wording.status(document):
        yield f"{status} where it was published"
    if document.author:
        yield f"by {document.author}"
    if document.credit:
        yield document.credit
    if document.gloss:
        yield f"our gloss: {document.gloss}"
