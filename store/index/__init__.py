"""The index: what a filter leaves of an archive, the counts beside actors and documents, and the sorted orders."""

from store.index.index import Index, sort
from store.index.orders import SORTS, Sort
from store.index.result import OWN_VOICE, Result

__all__ = ["OWN_VOICE", "SORTS", "Index", "Result", "Sort", "sort"]
