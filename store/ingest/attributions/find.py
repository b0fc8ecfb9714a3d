"""What was found in one sentence, as runs of its tokens, until it becomes attributions."""

from __future__ import annotations

from typing import NamedTuple

from store.ingest.attribution import Attribution, Span
from store.ingest.attributions.channels import document_channel
from store.ingest.attributions.contents import statement_type
from store.ingest.attributions.leaks import seen_by
from store.ingest.attributions.phrases import Run
from store.ingest.attributions.rules import confidence
from store.ingest.attributions.tokens import QUOTE, Sentence
from store.vocabulary import Act, Channel


class Find(NamedTuple):
    """As an Attribution, but places of tokens (half-open) for spans; `when` is a span already."""

    content: tuple[Run, ...]
    source: Run | None
    cue: Run
    rule: str
    act: Act = "says"
    when: Span | None = None
    channel: Channel | None = None
    via: tuple[Run, ...] = ()
    flags: tuple[str, ...] = ()


class Finds:
    """All finds of a sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.all: list[Find] = []

    def add(self, find: Find) -> None:
        """Keeps it, unless it has no content."""
        content = tuple(part for run in find.content if run[1] > run[0] for part in self._parts(run))
        if not content:
            return
        if find.source and (passed := seen_by(self.sentence, find.source)):
            find = find._replace(source=passed[0], via=(passed[1], *find.via))
        self.all.append(find._replace(content=content))

    def _parts(self, run: Run) -> list[Run]:
        """Quotations beside each other, with nothing between, are runs of their own."""
        quotes = all(token.kind == QUOTE for token in self.sentence.tokens[run[0] : run[1]])
        return [(at, at + 1) for at in range(*run)] if quotes else [run]

    def holds(self, place: int) -> bool:
        """Whether the token is in the content of one of them."""
        return any(first <= place < after for find in self.all for first, after in find.content)

    def opens(self, place: int) -> bool:
        """Whether the token is the first of some content."""
        return any(first == place for find in self.all for first, _ in find.content)

    def attributions(self) -> list[Attribution]:
        """In order of their cues; one that stands in another's content is nested in the closest around it."""
        ordered = sorted(self.all, key=lambda find: (find.cue, find.content))
        return [attribution(self.sentence, find)._replace(nested_in=_around(ordered, find)) for find in ordered]


def attribution(sentence: Sentence, find: Find) -> Attribution:
    """The find in offsets of the text, nested in nothing."""
    content = tuple(sentence.span(*run) for run in find.content)
    channel = find.channel or (document_channel(sentence, *find.source) if find.source else None)
    return Attribution(
        statement_type(sentence, find.content),
        content,
        (sentence.span(*find.source),) if find.source else (),
        (sentence.span(*find.cue),),
        find.rule,
        confidence(find.rule),
        act=find.act,
        channel=channel,
        via=tuple(sentence.span(*run) for run in find.via),
        when=find.when,
        flags=find.flags,
    )


def _around(ordered: list[Find], inner: Find) -> int | None:
    """The place of the closest around it. Cue and content have to stand there: then the one around is always longer,
    and no two are nested in each other."""
    around = [
        (sum(after - first for first, after in find.content), at)
        for at, find in enumerate(ordered)
        if find is not inner and all(_within(run, find.content) for run in (inner.cue, *inner.content))
    ]
    return min(around)[1] if around else None


def _within(run: Run, content: tuple[Run, ...]) -> bool:
    return any(first <= run[0] and run[1] <= after for first, after in content)
