"""From files to documents: reading them, keeping the originals, and knowing what is there already.

`found` walks what is named, `read_all` reads it in processes of their own, a `Door` brings it into an archive.
"""

from store.intake.entry import Door, Entry
from store.intake.given import Given
from store.intake.reading import NOTHING_DRAFTED, Job, OfRecords, Outcome, Refused, Taken
from store.intake.sources import STDIN, PassedOver, Source, found
from store.intake.workers import read_all

__all__ = [
    "NOTHING_DRAFTED",
    "STDIN",
    "Door",
    "Entry",
    "Given",
    "Job",
    "OfRecords",
    "Outcome",
    "PassedOver",
    "Refused",
    "Source",
    "Taken",
    "found",
    "read_all",
]
