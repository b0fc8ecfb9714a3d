"""From a document to drafts of its actors, statements and figures: pure rules for English, no model, no network.

`draft` is the one door. What a reviewer has to look at is told by each draft's `origin`: the rule and its confidence.
"""

from store.ingest.drafting import draft
from store.ingest.drafts import Drafts

__all__ = ["Drafts", "draft"]
