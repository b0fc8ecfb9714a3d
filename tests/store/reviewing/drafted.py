"""A report with drafts in it, a copy of it elsewhere, and an archive that knows one of the people."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from store.identity import text_sha256
from store.model import Actor, Anchor, Document, Figure, Origin, Record, Relation, Speaker, Statement, When
from tests.store.conftest import ACCEPTED

LEAD = "The river rose again on Sunday.\n"
BODY = (
    'At least 30 houses were lost, Ana Petrović said. "We had no warning," she added.\n'
    "Her deputy denied that the dam had been opened. Traders blamed the ministry.\n"
    'Nobody spoke of the "third wave" of 2019, when 200 people fled.'
)
RULES = Origin(by="rules", rule="said-before", confidence=0.9)
KNOWN = Actor(id="ac-mayor00000", name="Ana Petrović", kind="person")
PETROVIC = Actor(id="ac-petrovic00", name="Petrović", kind="person", drafted=True)
DEPUTY = Actor(id="ac-deputy0000", name="the deputy", kind="office", drafted=True)
MINISTRY = Actor(id="ac-ministry00", name="the ministry", kind="organisation", drafted=True)


def report(document_id: str = "do-flood00000", lead: str = LEAD, published: str = "2020-03-03") -> Document:
    return Document(
        id=document_id,
        title="After the flood",
        text=lead + BODY,
        sha256=text_sha256(lead + BODY),
        publisher=document_id,
        published=When(edtf=published),
    )


def traders(document: Document) -> Actor:
    """Such an actor belongs to its report alone, so a copy has one of its own."""
    own = document.id[-3:]
    return Actor(id=f"ac-traders{own}", name="traders", kind="collective", document=document.id, drafted=True)


def drafts(document: Document, suffix: str = "0") -> list[Statement | Figure]:
    """In order of the text: a figure, a quotation, a denial, an accusation."""

    def at(words: str) -> Anchor:
        start = document.text.index(words)
        return Anchor(start, start + len(words), words)

    figure = Figure(
        id=f"fi-houses000{suffix}", document=document.id, anchor=at("At least 30 houses"), bound="at-least", low=30,
        counted="houses", outcome="destroyed", claimants=(Speaker(PETROVIC.id),), source=(at("Ana Petrović"),),
        origin=replace(RULES, rule="at-least"),
    )  # fmt: skip
    quotation = Statement(
        id=f"st-warning00{suffix}", document=document.id, type="direct", content=(at('"We had no warning,"'),),
        speakers=(Speaker(PETROVIC.id, basis="resolved"),), source=(at("she"),), cue=(at("added"),), origin=RULES,
    )  # fmt: skip
    denial = Statement(
        id=f"st-denial000{suffix}", document=document.id, type="indirect", content=(at("the dam had been opened"),),
        act="denies", speakers=(Speaker(DEPUTY.id),), cue=(at("denied that"),), origin=RULES,
    )  # fmt: skip
    accusation = Statement(
        id=f"st-blame0000{suffix}", document=document.id, type="indirect", content=(at("the ministry"),),
        speakers=(Speaker(traders(document).id),), cue=(at("blamed"),), accuses=(MINISTRY.id,), origin=RULES,
    )  # fmt: skip
    return [figure, quotation, denial, accusation]


def archive_records(*, copy: bool = False) -> list[Record]:
    """Four drafts of one report; with `copy` the same again in another one, and the two told to be of one origin."""
    document = report()
    found: list[Record] = [document, KNOWN, PETROVIC, DEPUTY, MINISTRY, traders(document), *drafts(document)]
    if copy:
        other = report("do-flood00001", "Elsewhere it rained.\n", "2020-03-02")
        found += [other, traders(other), *drafts(other, "1")]
        found.append(Relation(id="re-origin0000", kind="same-origin", subject=document.id, object=other.id))
    return found


def accepted(record: Any) -> Any:
    return replace(record, review=ACCEPTED)
