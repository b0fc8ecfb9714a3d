"""Who says what, by construction: content before, after and around its cue, in quotation marks or out of them."""

from store.ingest.attributions.report import attributions

__all__ = ["attributions"]
