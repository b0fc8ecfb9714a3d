"""From sentences to the numbers claimed in them: each quantity, with what its sentence says of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from store.ingest.attribution import Attribution, Span
from store.ingest.figures.claim import Claim
from store.ingest.figures.claiming import claimed
from store.ingest.figures.quantities import Quantity, quantities
from store.ingest.figures.reading import Read, read
from store.ingest.figures.sentence import Sentence
from store.ingest.figures.setting import Setting
from store.ingest.whens import Timed


def claims(
    text: str,
    sentences: Sequence[Span],
    times: Sequence[Timed] = (),
    attributions: Sequence[Attribution] = (),
    today: date | None = None,
) -> list[Claim]:
    """The claims in order of the text, none overlapping another. `sentences` are in order and don't overlap.

    `times` are the words that say when, as `whens` finds them; `today` is the document's day, which a state without a
    date is of ("remain under siege"). In time linear in the length of the text.
    """
    setting = Setting.of(text, times, attributions, today)
    found: list[Claim] = []
    for span, reads in groupby(_reads(text, sentences, times), key=lambda read: read.sentence):
        place = bisect_right(sentences, span[0], key=lambda sentence: sentence[0]) - 1
        before = sentences[place - 1] if place > 0 else None
        spoken_of = _spoken_of(text, span, before, found)
        found += _placed(claimed(setting, Sentence(text, span, before, list(reads)), spoken_of), len(found))
    return found


def _spoken_of(text: str, sentence: Span, before: Span | None, found: Sequence[Claim]) -> Claim | None:
    """The only claim of the sentence before, in one paragraph: what "that number" of this one goes back to."""
    if before is None or "\n" in text[before[1] : sentence[0]]:
        return None
    near = [claim for claim in found[-2:] if claim.span[0] >= before[0]]
    return near[0] if len(near) == 1 else None


def _placed(made: list[Claim], offset: int) -> Iterator[Claim]:
    """With the places of wholes in the whole list, where they were in their sentence's."""
    for claim in made:
        yield claim if claim.part_of is None else claim._replace(part_of=claim.part_of + offset)


def _reads(text: str, sentences: Sequence[Span], times: Sequence[Timed]) -> Iterator[Read]:
    """Each quantity with its bound and noun, which reach no further than the quantities around it."""
    found, floor = list(quantities(text, sentences, times)), 0
    for place, quantity in enumerate(found):
        sentence = _sentence(sentences, quantity)
        ceiling = found[place + 1].start if place + 1 < len(found) else len(text)
        taken = read(text, quantity, sentence, max(floor, sentence[0]), min(ceiling, sentence[1]))
        floor = taken.end
        yield taken


def _sentence(sentences: Sequence[Span], quantity: Quantity) -> Span:
    place = bisect_right(sentences, quantity.start, key=lambda span: span[1])
    return sentences[place] if place < len(sentences) else (quantity.start, quantity.end)
