"""What the rules for speech find: who says what, as runs of the text; nobody is named yet."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from store.vocabulary import Act, Channel, StatementType

Span: TypeAlias = tuple[int, int]
"""A run of the document's text: `str` offsets, half-open, start < end."""


class Attribution(NamedTuple):
    """Content, source and cue in the words of PolNeAR, each in order of the text; content is never empty.

    No source is the report's own voice. `nested_in` is the place of the attribution around it in the list that it is
    in. `via` are the sources between speaker and report, outermost first. `when` are the words that say when, if any.
    """

    type: StatementType
    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    rule: str
    confidence: float
    act: Act = "says"
    channel: Channel | None = None
    via: tuple[Span, ...] = ()
    when: Span | None = None
    nested_in: int | None = None
    flags: tuple[str, ...] = ()
