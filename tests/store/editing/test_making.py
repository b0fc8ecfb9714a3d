"""Records made by hand: anchored to the letter, with ids of their own, and never more than the report has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.archive import Archive
from store.check import check
from store.editing.editor import Editor
from store.editing.making import Selected, actor, figure, reanchored, relation, statement
from store.editing.save import save
from store.errors import EditError
from store.identity import statement_id
from store.model import Origin, Review, Speaker
from store.records import Records
from tests.store.conftest import TEXT, records

ARCHIVE = Records.of(*records())
REPORT = "do-1111111111"
BY = Editor("Nina", "2026-01-02T03:04:05Z")


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_a_statement_is_anchored_to_the_letter_and_signed() -> None:
    made = statement(
        ARCHIVE, REPORT, Selected((span("Some 40 people were hurt"),), (span("the hospital"),), (span("said."),)), BY,
        speakers=(Speaker("ac-mayor00000"),),
    )  # fmt: skip
    assert [part.exact for part in (*made.content, *made.source, *made.cue)] == [
        "Some 40 people were hurt", "the hospital", "said.",
    ]  # fmt: skip
    assert (made.type, made.speakers) == ("indirect", (Speaker("ac-mayor00000"),))
    assert (made.review, made.origin) == (Review("accepted", *BY), Origin(by="hand"))
    assert made.id == statement_id(REPORT, made.content)


def test_a_second_one_of_the_very_same_words_has_an_id_of_its_own(archive: Archive) -> None:
    words = Selected((span("Some 40 people were hurt"),))
    first = save(archive, None, statement(archive.records, REPORT, words)).after
    second = statement(archive.records, REPORT, words, act="doubts")
    assert second.id == statement_id(REPORT, second.content, 1) != first.id
    save(archive, None, second)
    with pytest.raises(EditError, match=f"the same as {first.id}"):
        save(archive, None, statement(archive.records, REPORT, words))
    assert check(archive.records) == []


@pytest.mark.parametrize(
    ("words", "type"),
    [
        (['"We counted 12 dead."'], "direct"),
        (["We counted 12 dead"], "direct"),
        (["We counted", "dead"], "direct"),
        (["The army denied that its guns had fired."], "indirect"),
        (['on Monday: "We counted'], "mixed"),
        (["We counted", "Some 40"], "mixed"),
    ],
)
def test_its_type_is_as_the_words_are_printed(words: list[str], type: str) -> None:
    assert statement(ARCHIVE, REPORT, Selected(tuple(map(span, words)))).type == type


def test_nobodys_words_become_direct_speech(archive: Archive) -> None:
    made = statement(archive.records, REPORT, Selected((span("its guns had fired"),)), type="direct", act="doubts")
    with pytest.raises(EditError, match="quotation marks") as error:
        save(archive, None, made)
    assert error.value.field == "type"


@pytest.mark.parametrize("spans", [(), ((5, 5),), ((7, 5),), ((-1, 4),), ((0, 9999),), ((0, 5), (4, 9))])
def test_what_is_no_run_of_words_is_refused(spans: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(EditError) as error:
        statement(ARCHIVE, REPORT, Selected(spans))
    assert error.value.field == "content"


@given(st.lists(st.tuples(st.integers(-2, len(TEXT) + 2), st.integers(-2, len(TEXT) + 2)), max_size=4))
def test_any_selection_gives_a_sound_statement_or_is_refused(spans: list[tuple[int, int]]) -> None:
    try:
        made = statement(ARCHIVE, REPORT, Selected(tuple(spans)), act="asks")
    except EditError:
        return
    assert check(Records.of(*records(), made)) == []


def test_a_figure_says_what_its_words_say(archive: Archive) -> None:
    made = figure(archive.records, REPORT, Selected((span("40 people"),)), BY, outcome="injured")
    assert (made.bound, made.low, made.best, made.high, made.unit) == ("exact", 40, 40, 40, "person")
    assert save(archive, None, made).after.revision == 1
    assert check(archive.records) == []


def test_a_figure_whose_words_say_no_number_waits_for_one(archive: Archive) -> None:
    made = figure(archive.records, REPORT, Selected((span("its guns"),)))
    with pytest.raises(EditError, match="neither low nor best nor high"):
        save(archive, None, made)


def test_a_figure_is_one_run_of_words() -> None:
    with pytest.raises(EditError, match="one run") as error:
        figure(ARCHIVE, REPORT, Selected((span("12 dead"), span("40 people"))))
    assert error.value.field == "anchor"


def test_other_words_can_be_selected_for_a_record() -> None:
    quote = ARCHIVE.statements["st-1111111111"]
    after = reanchored(ARCHIVE, quote, "source", [span("The mayor")])
    assert ([part.exact for part in after.source], after.id) == (["The mayor"], quote.id)
    with pytest.raises(EditError, match="no words"):
        reanchored(ARCHIVE, quote, "content", [])
    dead = ARCHIVE.figures["fi-1111111111"]
    assert reanchored(ARCHIVE, dead, "anchor", [span("12")]).anchor.exact == "12"  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["“", "— …", '"."'])
def test_a_mark_is_nobodys_name(archive: Archive, name: str) -> None:
    with pytest.raises(EditError, match="no letter and no digit"):
        actor(archive.records, name, "person")


def test_an_actor_that_is_there_is_named(archive: Archive) -> None:
    made = actor(archive.records, " Blue Helmets ", "armed-group")
    save(archive, None, made)
    assert made.name == "Blue Helmets"
    with pytest.raises(EditError, match=made.id):
        actor(archive.records, "blue helmets", "armed-group")
    with pytest.raises(EditError, match="ac-army000000"):
        save(archive, None, actor(archive.records, "THE ARMY", "armed-group"))


def test_an_unnamed_source_belongs_to_its_report() -> None:
    assert actor(ARCHIVE, "a nurse", "anonymous-source", REPORT).document == REPORT
    with pytest.raises(EditError, match="belongs to one report"):
        actor(ARCHIVE, "a nurse", "anonymous-source")
    with pytest.raises(EditError, match="empty"):
        actor(ARCHIVE, "  ", "person")


def test_a_relation_is_said_once(archive: Archive) -> None:
    made = relation(archive.records, "qualifies", "st-2222222222", "st-1111111111", "by a denial")
    save(archive, None, made)
    with pytest.raises(EditError, match=made.id):
        relation(archive.records, "qualifies", "st-2222222222", "st-1111111111")
    for ends in (("st-1111111111", "st-1111111111"), ("st-1111111111", "st-gone")):
        with pytest.raises(EditError, match=r"to itself|no such record"):
            save(archive, None, relation(archive.records, "qualifies", *ends))


def test_a_report_that_is_not_there_is_told() -> None:
    with pytest.raises(EditError, match="do-gone"):
        statement(ARCHIVE, "do-gone", Selected(((0, 3),)))
