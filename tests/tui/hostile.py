"""Archives that strangers wrote: a payload in every field of a record of every kind, and harmless twins of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from store.identity import text_sha256
from store.model import (
    Actor,
    Anchor,
    Document,
    Figure,
    Hop,
    Name,
    OriginCheck,
    Place,
    Record,
    Relation,
    Retrieved,
    Review,
    Speaker,
    Statement,
    Verification,
    When,
)

NEWEST = date(2020, 12, 31)


def hostile(payloads: Iterable[str], made: Callable[[str], str] = str) -> Iterator[Record]:
    """Five records for each payload, the newest of the first; their words begin with its mark, "p000".

    `made` makes what stands there of the payload.
    """
    for number, payload in enumerate(payloads):
        yield from records_of(f"p{number:03}", NEWEST - timedelta(number), made(payload))


def huge(texts: Iterable[str]) -> Iterator[Record]:
    """Five records for each text, which stands wherever the screen, a copy or an export has words of them."""
    for number, text in enumerate(texts):
        mark = f"p{number:03}"
        document, actor, statement, figure, relation = records_of(mark, NEWEST - timedelta(number), "short")
        marked = f"{mark} {text}"
        whole = Anchor(0, len(marked), marked)
        page = f"{marked}\nThe end.\n"
        yield replace(document, title=marked, text=page, sha256=text_sha256(page), note=text)
        yield replace(actor, name=marked, note=text)
        yield replace(statement, content=(whole,), source=(), cue=(), note=text)
        yield replace(figure, anchor=whole, counted=text, place=Place(text), note=text)
        yield replace(relation, why=text)


def records_of(mark: str, day: date, text: str) -> list[Record]:
    """A document, its actor, what he denies in it, the number he claims, and how they belong together."""
    marked = f"{mark} {text}"
    page = f"{marked} denied that {marked} and {marked}.\n{text}\n\nThe end.\n"
    source, content, claimed = (_nth(page, marked, n) for n in range(3))
    kept = {"note": text, "gloss": text, "tags": (text,)}
    at = {"edtf": day.isoformat(), "words": text, "zone": text}
    why = {"by": text, "at": text, "why": text}
    checked = {
        "review": Review(state="accepted", **why),
        "origin_check": OriginCheck(state="found", **why),
        "verification": Verification(state="contested", **why),
        "flags": (text,),
    }
    do, ac, st, fi = (f"{kind}-{mark}" for kind in ("do", "ac", "st", "fi"))
    people = (Speaker(ac, capacity=text, basis="inferred"),)
    via = (Hop(ac, "tweet", text),)
    return [
        Document(
            id=do,
            title=marked,
            text=page,
            sha256=text_sha256(page),
            publisher=text,
            author=text,
            credit=text,
            published=When(**at),
            url=f"https://example.org/{text}",
            archived_url=text,
            retrieved=Retrieved(text, text, text),
            language=text,
            **kept,
        ),
        Actor(
            id=ac,
            name=marked,
            kind="person",
            names=(Name(text), Name(text, "description", text)),
            description=text,
            document=do,
            **kept,
        ),
        Statement(
            id=st,
            document=do,
            type="indirect",
            content=(content,),
            source=(source,),
            cue=(Anchor(len(marked) + 1, len(marked) + 12, "denied that"),),
            act="denies",
            speakers=people,
            via=via,
            channel="tweet",
            uttered=When(**at),
            about=(ac,),
            accuses=(ac,),
            **checked,
            **kept,
        ),
        Figure(
            id=fi,
            document=do,
            anchor=claimed,
            bound="exact",
            low=12,
            best=12,
            high=12,
            unit=text,
            counted=text,
            outcome="killed",
            claimants=people,
            via=via,
            based_on=(ac,),
            attributed_to=(ac,),
            place=Place(text, "inferred"),
            period=When(**at),
            statement=st,
            **checked,
            **kept,
        ),
        Relation(id=f"re-{mark}", kind="qualifies", subject=st, object=fi, why=text),
    ]


def _nth(page: str, words: str, number: int) -> Anchor:
    start = -1
    for _ in range(number + 1):
        start = page.index(words, start + 1)
    return Anchor(start, start + len(words), words)
