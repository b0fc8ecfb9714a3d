"""How we know who it was, as far as the print tells: stated, resolved or inferred.

The words for who are looked at; where a record has none, its sentence without the words said. The pronouns and the
offices are English ones, from this project's own reading; names are compared in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from store.editing.cast import cast_of
from store.editing.notation import MisreadError
from store.folding import find
from store.model import Actor, Anchor, Figure, Name, Speaker, Statement
from store.records import Records
from store.sentence import sentence
from store.vocabulary import DateBasis

Said = Statement | Figure
BETWEEN = " … "
"""Stands between parts of the print: no name goes over it."""
_PRONOUNS = re.compile(r"\b(?:he|she|they|it|who)\b", re.IGNORECASE)
_THINGS = re.compile(
    r"(?:.*\b)?(?:statements?|tweets?|posts?|reports?|letters?|texts?|articles?|stud(?:y|ies)|surveys?|documents?|papers?"
    r"|releases?|communiqués?|communiques?|datasets?|figures|data|transcripts?|videos?|messages?|declarations?)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""What is written by somebody, and is nobody: "the statement" says nothing of whose it is."""
_HELD = (
    "minister|president|mayor|governor|king|queen|premier|chancellor|senator|ambassador|envoy|adviser|advisor|secretary"
    "|spokes(?:man|woman|person)|official|officer|general|colonel|commander|director|chief|head|leader|chairman"
    "|chairwoman|chair|doctor|lawyer|judge|prosecutor|bishop"
)
_BODIES = "ministry|government|army|military|police|hospital|agency|organi[sz]ation|group|office|authorities|council"
_POINTING = {
    **dict.fromkeys(("person", "office"), _HELD),
    **dict.fromkeys(("state", "organisation", "armed-group", "media"), _BODIES),
}
"""Kind of actor -> what points to one: nobody takes "the mayor" for a state."""
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_SURNAME = 3
"""Letters, at least, of a last name that tells who it was."""


class Ground(NamedTuple):
    """How we know it, and the words that tell, as printed; "" where nothing does."""

    basis: DateBasis
    words: str = ""


def ground(records: Records, record: Said, who: Speaker) -> Ground:
    """What the print tells of this actor as the one who speaks or claims in the record."""
    names = _names(records, who.actor)
    printed = _joined(part.exact for part in record.source)
    around = _around(records, record)
    for text in filter(None, (printed, "" if printed and not _THINGS.fullmatch(printed) else around)):
        if words := _first(text, _naming(names, who)):
            return Ground("stated", words)
    if printed:
        if _THINGS.fullmatch(printed) or _another(records, printed, who.actor, record.document):
            return Ground("inferred")
        return Ground("resolved", printed)
    told = _first(around, _hinting(names, who)) or _pointing(around, records.actor(who.actor))
    return Ground("resolved", told) if told else Ground("inferred")


def pronoun(words: str) -> bool:
    """Whether they name nobody by themselves: "he"."""
    return _PRONOUNS.fullmatch(words.strip()) is not None


def _names(records: Records, actor_id: str) -> list[Name]:
    """All names of the actor; of a person's also the last word, as print goes on to call people."""
    names = list(cast_of(records).names(actor_id))
    actor = records.actor(actor_id)
    if actor is not None and actor.kind == "person":
        own = (name.text.split() for name in names if name.kind == "alias")
        names += [Name(words[-1]) for words in own if len(words) > 1 and len(words[-1]) >= _SURNAME]
    return names


def _joined(parts: Iterable[str]) -> str:
    return " ".join(BETWEEN.join(parts).split())


def _around(records: Records, record: Said) -> str:
    """The sentences of the record's words, without these; "" where its report is gone or an anchor is broken."""
    document = records.documents.get(record.document)
    spans = record.content if isinstance(record, Statement) else (record.anchor,)
    if document is None or any(records.broken(span, record.document) for span in spans):
        return ""
    found = {place for span in spans for place in (sentence(document.text, at) for at in (span.start, span.end - 1))}
    return _joined(
        part for place in sorted(filter(None, found)) for part in _without(document.text, place, spans) if part.strip()
    )


def _without(text: str, place: tuple[int, int], spans: Iterable[Anchor]) -> Iterator[str]:
    at, end = place
    for span in sorted(spans, key=lambda span: span.start):
        if at < span.end and span.start < end:
            yield text[at : span.start]
            at = span.end
    yield text[at:end]


def _naming(names: Sequence[Name], who: Speaker) -> Iterator[str]:
    """What tells who it is where it is printed: a name, an alias, the last of a person's names, an office of theirs."""
    own = " ".join(name.text for name in names if name.kind == "alias")
    for name in names:
        if name.kind == "alias" or (name.kind == "weak" and _within(own, name.text)):
            yield name.text
        if name.kind == "description" and _whole(name.text):
            yield name.text
    if who.capacity and _whole(who.capacity):
        yield who.capacity


def _hinting(names: Iterable[Name], who: Speaker) -> Iterator[str]:
    """What may mean others too, and means this one here: a weak name, or an office of one word."""
    yield from (name.text for name in names if name.kind != "alias")
    if who.capacity:
        yield who.capacity


def _pointing(text: str, actor: Actor | None) -> str:
    """A pronoun, or an office such as this actor may have: "the minister"; "" where there is neither."""
    offices = _POINTING.get(actor.kind if actor else "")
    found = _PRONOUNS.search(text) or (
        re.search(rf"\b(?:the|his|her|their|an?)\s+(?:[\w’'-]+\s+){{0,3}}?(?:{offices})\b", text, re.IGNORECASE)
        if offices
        else None
    )
    return found[0] if found else ""


def _whole(office: str) -> bool:
    """Whether it is more than "the minister"."""
    return len(_ARTICLE.sub("", office.strip(), count=1).split()) > 1


def _within(own: str, part: str) -> bool:
    """Whether a weak name is a part of the actor's own: "Egeland" is, "the regime" is not."""
    return len(part) >= _SURNAME and bool(_words(own, part))


def _first(text: str, wanted: Iterable[str]) -> str:
    return next((words for needle in wanted if (words := _words(text, needle))), "")


def _words(text: str, needle: str) -> str:
    """What stands there for the needle, as whole words and to the letter; "" where it doesn't."""
    for start, end in find(text, needle):
        if not text[max(start - 1, 0) : start].isalnum() and not text[end : end + 1].isalnum():
            return text[start:end]
    return ""


def _another(records: Records, printed: str, actor_id: str, document: str) -> bool:
    """Whether the words are the name of somebody else, who is no office that one could hold."""
    try:
        meant = cast_of(records).meant(printed.partition(",")[0], document)
    except MisreadError:
        return False
    named = records.actors[meant]
    return meant != actor_id and named.kind != "office"
