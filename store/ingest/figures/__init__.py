"""Numbers that somebody claims, found in English text: digits and words, their bounds and units, what is counted.

`claims` is the door. Dates, ages, ordinals, scores, telephone, model and list numbers are no figures.

Our own, and no library's: what finds quantities in text for others gives a value and a unit, and neither the words that
claim it, nor a bound, nor who is counted and what became of them.
"""

from store.ingest.figures.claim import Claim
from store.ingest.figures.claims import claims

__all__ = ["Claim", "claims"]
