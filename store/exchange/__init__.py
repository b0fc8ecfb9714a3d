"""Records from a file that `sayso export --format json` wrote, or that was written by hand in the same form.

A file goes in whole or not at all, and only if it is sound: nothing in it may be what `sayso check` would find fault
with. What it says that we don't know, a table or a field, is refused by its name, not dropped.
"""

from store.exchange.merging import Conflict, Plan, plan
from store.exchange.reading import MAX_BYTES, VERSION, Incoming, read

__all__ = ["MAX_BYTES", "VERSION", "Conflict", "Incoming", "Plan", "plan", "read"]
