"""From a document to drafts of its actors, statements and figures: pure rules for English, no model, no network.

`draft` is the one door. What a reviewer has to look at is told by each draft's `origin`: the rule and its confidence.
"""

from store.ingest.drafts import Drafts
from store.model import Document

__all__ = ["Drafts", "draft"]


def draft(document: Document) -> Drafts:
    """All that the rules find in the text. The same document gives the same drafts, ids included; raises nothing."""
    # The rules for speech take a while to load, and nobody waits for them who only has a number read.
    from store.ingest.drafting import draft

    return draft(document)
