"""A report and what was drawn from it, to export: a tweet, its paraphrase, a denial, a speech in two parts, figures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from store.export.selection import Selection
from store.export.withholding import Reason
from store.identity import text_sha256
from store.model import (
    Actor,
    Anchor,
    Document,
    Figure,
    Hop,
    Place,
    Record,
    Relation,
    Review,
    Speaker,
    Statement,
    When,
)
from store.records import Records

TWEET = '"The Gov\'ts of Syria amp; Russia are accountable [...] for all!"'
TEXT = (
    "The envoy said both governments were responsible.\n"
    f"{TWEET} he tweeted.\n"
    "Moscow denied that its planes had flown.\n"
    '“Stop," the minister said. "Stop now."\n'
    "The United Nations could not verify these reports.\n"
    "Some 990 civilians were killed, local sources say; the ministry denied that 12 were.\n"
)
ACCEPTED = Review(state="accepted")
MADE = date(2016, 12, 20)


def anchor(words: str, text: str = TEXT) -> Anchor:
    """The anchor of words that stand in the text; the first place counts."""
    start = text.index(words)
    return Anchor(start, start + len(words), words)


DOCUMENT = Document(
    id="do-1111111111",
    title="A city under siege",
    text=TEXT,
    sha256=text_sha256(TEXT),
    publisher="The Courier",
    published=When(edtf="2016-12-13"),
    url="https://courier.example/siege?a=1&b=2",
    archived_url="https://archive.example/20161213/siege",
)
ENVOY = Actor(id="ac-envoy00000", name="Jan Egeland", kind="person")
MOSCOW = Actor(id="ac-moscow0000", name="Russia", kind="state")
MINISTER = Actor(id="ac-minister00", name="Jean-Marc Ayrault", kind="person")
LOCAL = Actor(id="ac-local00000", name="local sources", kind="anonymous-source", document=DOCUMENT.id)
UN = Actor(id="ac-un00000000", name="United Nations", kind="organisation")
TWEETED = Statement(
    id="st-tweet00000",
    document=DOCUMENT.id,
    type="direct",
    content=(anchor(TWEET),),
    speakers=(Speaker(ENVOY.id),),
    channel="tweet",
    uttered=When(edtf="2016-12-12", basis="inferred"),
    flags=("debris", "source-ellipsis"),
    review=ACCEPTED,
)
PARAPHRASE = Statement(
    id="st-said000000",
    document=DOCUMENT.id,
    type="indirect",
    content=(anchor("both governments were responsible"),),
    speakers=(Speaker(ENVOY.id, capacity="the envoy"),),
    uttered=When(words="earlier", edtf="2016-12-11", basis="resolved"),
    gloss="Probably the tweet.",
    review=ACCEPTED,
)
DENIAL = Statement(
    id="st-denial0000",
    document=DOCUMENT.id,
    type="indirect",
    content=(anchor("its planes had flown"),),
    cue=(anchor("denied that"),),
    act="denies",
    speakers=(Speaker(MOSCOW.id),),
    review=ACCEPTED,
)
SPEECH = Statement(
    id="st-speech0000",
    document=DOCUMENT.id,
    type="direct",
    content=(anchor('“Stop,"'), anchor('"Stop now."')),
    speakers=(Speaker(MINISTER.id, basis="inferred"),),
    via=(Hop(actor=UN.id, channel="statement", url="https://un.example/1"),),
    uttered=When(edtf="2016-12-13"),
    flags=("mismatched-marks",),
    review=ACCEPTED,
)
UNVERIFIED = Statement(
    id="st-unverified",
    document=DOCUMENT.id,
    type="indirect",
    content=(anchor("could not verify these reports"),),
    speakers=(Speaker(UN.id),),
    review=ACCEPTED,
)
OWN_VOICE = Statement(
    id="st-own0000000",
    document=DOCUMENT.id,
    type="indirect",
    content=(anchor("local sources say"),),
    review=ACCEPTED,
)
KILLED = Figure(
    id="fi-killed0000",
    document=DOCUMENT.id,
    anchor=anchor("Some 990 civilians"),
    bound="approximate",
    best=990,
    unit="person",
    counted="civilians",
    outcome="killed",
    counting="during",
    claimants=(Speaker(LOCAL.id),),
    attributed_to=(MOSCOW.id,),
    place=Place("the east", basis="inferred"),
    period=When(words="27 days", edtf="2016-11-17/2016-12-13", basis="resolved"),
    review=ACCEPTED,
)
DENIED = Figure(
    id="fi-denied0000",
    document=DOCUMENT.id,
    anchor=anchor("12 were"),
    bound="exact",
    low=12,
    best=12,
    high=12,
    unit="person",
    claimants=(Speaker(MOSCOW.id),),
    statement=DENIAL.id,
    review=ACCEPTED,
)
RESTATES = Relation(
    id="re-restates00", kind="restates", subject=PARAPHRASE.id, object=TWEETED.id, why="The same words."
)
QUALIFIES = Relation(id="re-qualifies0", kind="qualifies", subject=UNVERIFIED.id, object=TWEETED.id)
QUALIFIES_FIGURE = Relation(id="re-qualifies1", kind="qualifies", subject=UNVERIFIED.id, object=KILLED.id)
EVERYTHING: tuple[Record, ...] = (
    DOCUMENT,
    *(ENVOY, MOSCOW, MINISTER, LOCAL, UN),
    *(TWEETED, PARAPHRASE, DENIAL, SPEECH, UNVERIFIED, OWN_VOICE),
    *(KILLED, DENIED),
    *(RESTATES, QUALIFIES, QUALIFIES_FIGURE),
)


def archive(*others: Record, without: Iterable[Record] = (), demonstration: bool = False) -> Records:
    """All of the above but `without`; the `others` take the place of those with their ids, or are added."""
    kept = {record.id: record for record in EVERYTHING if record not in tuple(without)}
    return Records.of(*(kept | {record.id: record for record in others}).values(), demonstration=demonstration)


def chosen(records: Records, *wanted: Statement | Figure, including: frozenset[Reason] = frozenset()) -> Selection:
    """The wanted records; all of the archive's where none is named."""
    ids = [record.id for record in wanted] or [*records.statements, *records.figures]
    return Selection.of(records, ids, MADE, including)
