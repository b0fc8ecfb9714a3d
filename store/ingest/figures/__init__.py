"""Numbers that somebody claims, found in English text: digits and words, their bounds and units, what is counted.

`claims` is the door. Dates, ages, ordinals, scores, telephone, model and list numbers are no figures.
"""

from store.ingest.figures.claim import Claim
from store.ingest.figures.claims import claims

__all__ = ["Claim", "claims"]
