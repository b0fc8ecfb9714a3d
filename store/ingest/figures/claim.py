"""What the rules for numbers find: who counts what, as runs of the text; nobody is named yet."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from store.ingest.attribution import Span
from store.model import Place, When
from store.vocabulary import Bound, Counting, Method, Outcome, PersonStatus

Value: TypeAlias = float | int


class Claim(NamedTuple):
    """A number and what the words around it make of it; fields that `model.Figure` has too mean what they mean there.

    `span` covers the words that claim it ("some 990 civilians"), `number_span` the number among them ("990", "300 and
    350"). `unit` is a singular English name ("person", "square kilometre", "percentage"), `counted` as printed.
    `attributed_to` are the runs that name who is blamed, `based_on` those that name what the claimant has it from.
    `attribution` is the place of the innermost attribution
    whose content the number stands in, in the list that `claims` was given; `source` and `cue` are its own.
    `part_of` is the place of the claim that this one counts some of, in the list that `claims` gives; an earlier one.
    """

    span: Span
    number_span: Span
    bound: Bound
    rule: str
    confidence: float
    low: Value | None = None
    best: Value | None = None
    high: Value | None = None
    unit: str | None = None
    counted: str | None = None
    outcome: Outcome | None = None
    status: PersonStatus = "unstated"
    counting: Counting | None = None
    method: Method | None = None
    place: Place | None = None
    period: When | None = None
    part_of: int | None = None
    attributed_to: tuple[Span, ...] = ()
    attribution: int | None = None
    based_on: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    flags: tuple[str, ...] = ()
