"""What can't be seen in a record: whether it has any, for the badge of its row; and what, for the source's head."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from store.characters import unseen
from store.model import Record
from store.records import Records
from store.references import references

KINDS = 6
"""At most as many different characters are told."""


def hides(texts: Iterable[str | None]) -> bool:
    """Whether any of the texts holds a character that is left out on the screen, or shown by a sign."""
    return any(text and unseen(text) for text in texts)


def told(records: Records, record: Record) -> str:
    """ "U+200B, U+202E ×2": what is left out or shown by signs in any field, or in a name of the record's actors."""
    found: Counter[str] = Counter()
    for text in (*_texts(record), *_names(records, record)):
        found.update(unseen(text))
    kinds = [
        f"U+{ord(character):04X}" + (f" ×{often:,}" if often > 1 else "") for character, often in sorted(found.items())
    ]
    return ", ".join(kinds[:KINDS]) + (f" and {len(kinds) - KINDS:,} more kinds" if len(kinds) > KINDS else "")


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case tuple():
            for item in value:
                yield from _texts(item)
        case msgspec.Struct():
            yield from _texts(msgspec.structs.astuple(value))


def _names(records: Records, record: Record) -> Iterator[str]:
    targets = {reference.target for reference in references(record)} & records.actors.keys()
    yield from (records.actor_name(target) for target in sorted(targets))
