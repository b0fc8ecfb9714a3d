"""What can't be seen in a record is told: by a badge on its row, and one by one in the head of the source."""

from __future__ import annotations

import msgspec
import pytest

from seeds.aleppo.figures import KILLED
from seeds.aleppo.statements import BLAME, TWEET
from seeds.build import records as seeded
from store.model import Actor, Anchor, Document, Place, Speaker
from store.records import Records
from tui.render.facts import facts
from tui.render.hidden import hides, told
from tui.render.rows import Beside, Page, counted_row, figure_row, statement_row

RECORDS = Records.of(*seeded())


def test_the_sample_hides_nothing() -> None:
    assert [record.id for record in RECORDS if told(RECORDS, record)] == []


def test_each_kind_is_told_with_how_often_it_stands_there() -> None:
    words = "a\u202eb\u202c\u200b\u202e"
    record = msgspec.structs.replace(BLAME, content=(Anchor(0, 8, words),), note="\x1b[2J\n\tfine")
    assert told(RECORDS, record) == "U+001B, U+200B, U+202C, U+202E ×2"
    assert ("hidden", "U+001B, U+200B, U+202C, U+202E ×2") in facts(RECORDS, record)


def test_very_many_kinds_are_counted_and_not_listed() -> None:
    record = msgspec.structs.replace(BLAME, note="".join(map(chr, range(0xE0020, 0xE0060))))
    assert told(RECORDS, record).endswith("U+E0025 and 58 more kinds")


@pytest.mark.parametrize("text", [None, "", "Aleppo\r\n\tcité", "می‌خواهم", "👨‍👩‍👧"])
def test_line_ends_and_joiners_that_are_needed_hide_nothing(text: str | None) -> None:
    assert not hides([text])


def row(record: object) -> str:
    page = Page(RECORDS, (), 300)
    found = statement_row(page, record) if isinstance(record, type(BLAME)) else figure_row(page, record)  # type: ignore[arg-type]
    return "".join(ink.text for ink in found)


@pytest.mark.parametrize(
    "record",
    [
        msgspec.structs.replace(TWEET, content=(Anchor(0, 1, "a\u200bb"),)),
        msgspec.structs.replace(TWEET, act="denies", cue=(Anchor(0, 1, "den\u00adied"),)),
        msgspec.structs.replace(TWEET, speakers=(Speaker("ac-unknown\u2066"),)),
        msgspec.structs.replace(KILLED, anchor=Anchor(0, 1, "9\u202e9")),
        msgspec.structs.replace(KILLED, counted="civil\x00ians"),
        msgspec.structs.replace(KILLED, place=Place("Alep\ufeffpo")),
        msgspec.structs.replace(KILLED, attributed_to=("ac-\x07",)),
    ],
)
def test_a_row_that_shows_such_words_has_the_badge(record: object) -> None:
    assert "⟨hidden⟩" in row(record)
    assert told(RECORDS, record)  # type: ignore[arg-type]


def test_rows_without_have_no_badge() -> None:
    assert "⟨hidden⟩" not in row(TWEET) + row(KILLED)


@pytest.mark.parametrize("name", ["Jan\u200b Egeland", "\u202edenalegE"])
def test_a_name_that_looks_like_another_has_the_badge(name: str) -> None:
    shown = "".join(ink.text for ink in counted_row(Page(RECORDS, (), 40), name, Beside((1, 2))))
    assert shown.startswith("⟨hidden⟩ ")
    assert shown.split()[-2:] == ["1", "2"]


def test_actors_and_documents_tell_it_too() -> None:
    actor = Actor(id="ac-1", name="Jan\u200b", kind="person")
    document = Document(id="do-1", title="fine", text="evidence \x1b]0;x\x07", sha256="")
    assert dict(facts(RECORDS, actor))["hidden"] == "U+200B"
    assert dict(facts(RECORDS, document))["hidden"] == "U+0007, U+001B"
