"""Records to test with: one report, two actors, a quotation, a denial, two figures, a relation."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.archive import Archive, Change
from store.identity import text_sha256
from store.model import (
    Actor,
    Anchor,
    Document,
    Figure,
    Place,
    Record,
    Relation,
    Review,
    Speaker,
    Statement,
    When,
)

TEXT = (
    'The mayor said on Monday: "We counted 12 dead." The army denied that its guns had fired.\n'
    "Some 40 people were hurt, the hospital said."
)
ACCEPTED = Review(state="accepted")


def anchor(words: str, text: str = TEXT) -> Anchor:
    """The anchor of words that stand once in the text."""
    start = text.index(words)
    return Anchor(start, start + len(words), words)


def records() -> list[Record]:
    """A small, sound archive."""
    return [
        Document(
            id="do-1111111111",
            title="A town under fire",
            text=TEXT,
            sha256=text_sha256(TEXT),
            publisher="The Courier",
            published=When(edtf="2020-03-03"),
        ),
        Actor(id="ac-mayor00000", name="Ana Petrović", kind="person"),
        Actor(id="ac-army000000", name="The army", kind="armed-group"),
        Statement(
            id="st-1111111111",
            document="do-1111111111",
            type="direct",
            content=(anchor('"We counted 12 dead."'),),
            speakers=(Speaker("ac-mayor00000"),),
            uttered=When(words="Monday", edtf="2020-03-02", basis="resolved"),
            review=ACCEPTED,
        ),
        Statement(
            id="st-2222222222",
            document="do-1111111111",
            type="indirect",
            content=(anchor("its guns had fired"),),
            cue=(anchor("denied that"),),
            act="denies",
            speakers=(Speaker("ac-army000000"),),
            review=ACCEPTED,
        ),
        Figure(
            id="fi-1111111111",
            document="do-1111111111",
            anchor=anchor("12 dead"),
            bound="exact",
            low=12,
            best=12,
            high=12,
            unit="person",
            counted="dead",
            outcome="killed",
            claimants=(Speaker("ac-mayor00000"),),
            statement="st-1111111111",
            place=Place("the town"),
            review=ACCEPTED,
        ),
        Figure(
            id="fi-2222222222",
            document="do-1111111111",
            anchor=anchor("Some 40 people"),
            bound="approximate",
            best=40,
            unit="person",
            counted="people",
            outcome="injured",
            review=ACCEPTED,
        ),
        Relation(id="re-1111111111", kind="contradicts", subject="st-2222222222", object="st-1111111111"),
    ]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where an archive may stand; nothing stands there yet."""
    return tmp_path / "archive.json"


@pytest.fixture
def archive(path: Path) -> Archive:
    """The small archive, in a file; nothing waits in its log."""
    made = Archive.create(path)
    made.apply(Change(record, 0) for record in records())
    made.fold()
    return made
