"""A record's fields as text: nothing is lost on the way there and back, and what is wrong is told by field."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from store.editing.editor import Editor
from store.editing.fields import changed, differences, edited, fields, find, tagged, written
from store.errors import EditError
from store.model import TABLES, Actor, Hop, Name, Record, Retrieved, Speaker, Statement, Verification, When
from store.records import Records
from tests.store.conftest import records
from tests.store.editing.drawn import BARE, EDITABLE, EVERY, LINES, values

ARCHIVE = Records.of(*records(), Actor(id="ac-nurse00000", name="The army (a nurse; [of] it)", kind="person"))
QUOTE = ARCHIVE.statements["st-1111111111"]
NURSE = "2026-01-02T03:04:05Z"
BY = Editor("Nina", NURSE)


def holding(kind: type[Record], path: tuple[str, ...], value: Any) -> Record:
    """A record in which that value stands there."""
    bare = BARE[kind]
    if len(path) == 1:
        return replace(bare, **{path[0]: value})
    inner = getattr(bare, path[0]) or Retrieved()
    return replace(bare, **{path[0]: replace(inner, **{path[1]: value})})


@pytest.mark.parametrize(("kind", "field"), EDITABLE, ids=lambda found: getattr(found, "name", ""))
@settings(max_examples=40)
@given(data=st.data())
def test_what_is_written_is_read_back_as_it_was_into_any_record(
    kind: type[Record], field: Any, data: st.DataObject
) -> None:
    value = data.draw(values(field))
    if field.kind == "flag":
        value = replace(getattr(BARE[kind], field.path[0]), state=value)
    record = holding(kind, field.path, value)
    known = data.draw(st.sampled_from([None, ARCHIVE]))
    back = changed(BARE[kind], field.name, written(record, field.name, known), known, BY)
    assert written(back, field.name) == written(record, field.name)
    if field.kind != "flag" and not field.name.endswith(".why"):
        assert back == record


@pytest.mark.parametrize(("kind", "field"), EVERY, ids=lambda found: getattr(found, "name", found.__class__.__name__))
def test_an_untouched_field_leaves_the_record_as_it_is(kind: type[Record], field: Any) -> None:
    for record in records():
        if isinstance(record, kind):
            assert changed(record, field.name, written(record, field.name, ARCHIVE), ARCHIVE) is record


@pytest.mark.parametrize("kind", TABLES.values())
def test_every_field_of_the_model_is_there(kind: type[Record]) -> None:
    assert {field.path[0] for field in fields(kind)} == set(kind.__struct_fields__)


def test_names_and_other_names_of_fields_mean_one_each() -> None:
    for kind in TABLES.values():
        names = [name for field in fields(kind) for name in (field.name, *field.also)]
        assert len(names) == len(set(names))
        assert [find(kind, name).name for field in fields(kind) for name in field.also] == [
            field.name for field in fields(kind) for _ in field.also
        ]


def test_a_date_is_typed_with_its_words_its_basis_and_its_zone() -> None:
    after = changed(QUOTE, "uttered", '2016-12-12 "late Monday" resolved Z')
    assert after.uttered == When("late Monday", "2016-12-12", "Z", "resolved")
    assert written(after, "uttered") == '2016-12-12 "late Monday" [resolved] Z'


def test_speakers_are_named_as_one_names_them() -> None:
    after = changed(QUOTE, "speakers", "ana petrovic (mayor, of the town); ac-army [inferred]", ARCHIVE)
    assert after.speakers == (
        Speaker("ac-mayor00000", "mayor, of the town", "resolved"),
        Speaker("ac-army000000", basis="inferred"),
    )
    assert written(after, "speakers", ARCHIVE) == "Ana Petrović (mayor, of the town) [resolved]; The army [inferred]"


def test_a_name_with_marks_in_it_stands_in_quotation_marks() -> None:
    after = replace(QUOTE, about=("ac-nurse00000",))
    assert written(after, "about", ARCHIVE) == '"The army (a nurse; [of] it)"'


def test_a_quotation_mark_within_quotation_marks_is_doubled() -> None:
    after = changed(QUOTE, "speakers", 'ac-army000000 ("a ""free"" man")')
    assert after.speakers == (Speaker("ac-army000000", 'a "free" man'),)
    assert written(after, "speakers") == 'ac-army000000 ("a ""free"" man")'


def test_an_address_is_typed_as_it_is() -> None:
    after = changed(QUOTE, "via", "? (tweet) <https://example.org/a_(b);c?d=[e]>; The army", ARCHIVE)
    assert after.via == (Hop(None, "tweet", "https://example.org/a_(b);c?d=[e]"), Hop("ac-army000000"))
    assert written(after, "via", ARCHIVE) == "? (tweet) <https://example.org/a_(b);c?d=[e]>; The army"


def test_where_a_name_means_several_their_ids_are_told() -> None:
    twins = Records.of(*records(), Actor(id="ac-another", name="the ARMY", kind="state"))
    with pytest.raises(EditError, match=r"ac-army000000 \(armed-group\), ac-another \(state\)") as error:
        changed(QUOTE, "about", "The army", twins)
    assert error.value.field == "about"
    assert written(replace(QUOTE, about=("ac-another",)), "about", twins) == "ac-another"


def test_an_alias_means_its_actor_but_a_weak_one_does_not() -> None:
    names = (Name("Forces"), Name("the guns", "weak"))
    known = Records.of(*records(), Actor(id="ac-forces", name="F", kind="state", names=names))
    assert changed(QUOTE, "about", "forces", known).about == ("ac-forces",)
    with pytest.raises(EditError, match="the guns"):
        changed(QUOTE, "about", "the guns", known)


def test_an_anonymous_actor_is_meant_only_in_its_own_report() -> None:
    here = Actor(id="ac-here", name="a witness", kind="anonymous-source", document=QUOTE.document)
    there = Actor(id="ac-there", name="a witness", kind="anonymous-source", document="do-other")
    known = Records.of(*records(), here, there)
    assert changed(QUOTE, "speakers", "a witness", known).speakers == (Speaker("ac-here", basis="inferred"),)
    with pytest.raises(EditError, match="no actor that can be meant"):
        changed(QUOTE, "speakers", "a witness", Records.of(*records(), there))


def test_a_merged_actors_name_means_whom_it_was_merged_into() -> None:
    old = Actor(id="ac-old", name="A. Petrović", kind="person", merged_into="ac-mayor00000")
    known = Records.of(*records(), old)
    assert changed(QUOTE, "about", "A. Petrović", known).about == ("ac-mayor00000",)
    assert written(replace(QUOTE, about=("ac-old",)), "about", known) == "ac-old"


def test_a_flag_is_signed_with_who_and_when() -> None:
    after = changed(QUOTE, "verification", "contested: the ministry denies it", editor=BY)
    assert after.verification == Verification("contested", "Nina", NURSE, "the ministry denies it")
    assert (written(after, "verification"), written(after, "verification.why")) == (
        "contested",
        "the ministry denies it",
    )


def test_the_same_word_of_a_flag_keeps_who_said_it_and_why() -> None:
    first = changed(QUOTE, "verification", "contested:denied", editor=BY)
    later = Editor("Omar", "2027-01-01T00:00:00Z")
    assert changed(first, "verification", "contested", editor=later) is first
    assert changed(first, "verification", "contested:denied", editor=later) == first
    assert changed(first, "verification", "contested:", editor=later).verification.why is None


def test_a_new_word_of_a_flag_takes_the_old_reason_away() -> None:
    first = changed(QUOTE, "checked", "found:on his page", editor=BY)
    assert changed(first, "origin_check", "deleted").origin_check.why is None


def test_a_flag_and_its_why_are_set_together_in_whatever_order() -> None:
    after = edited(QUOTE, {"review.why": "read twice", "review": "corrected"}, editor=BY)
    assert (after.review.state, after.review.why, after.review.by) == ("corrected", "read twice", "Nina")


def test_the_filters_names_of_fields_are_taken_too() -> None:
    assert changed(QUOTE, "said", "2016-12-12").uttered == When(edtf="2016-12-12")
    assert changed(QUOTE, "blamed", "The army", ARCHIVE).accuses == ("ac-army000000",)


def test_an_empty_value_empties_the_field() -> None:
    after = edited(QUOTE, {"uttered": "", "speakers": ""})
    assert (after.uttered, after.speakers) == (None, ())


def test_nothing_is_left_of_what_was_retrieved_once_its_last_field_is_emptied() -> None:
    report = next(iter(ARCHIVE.documents.values()))
    made = changed(report, "retrieved.by", "Nina")
    assert made.retrieved == Retrieved(by="Nina")
    assert changed(made, "retrieved.by", "") == report


WRONG = [
    ("verification", "contestd", "unverified, single-source, corroborated, contested, disproved, confirmed"),
    ("type", "", "can't be left empty"),
    ("uttered", "12 Dec 2016", "Write the year first"),
    ("uttered", '2016-12-12 "late Monday', "isn't closed"),
    ("uttered", "2016-12-12 late Monday", "one word too many|no zone"),
    ("speakers", "Ana Petrovich", r"Did you mean Ana Petrović \(ac-mayor00000\)\?"),
    ("speakers", "The army (mayor [x])", "can't be read from"),
    ("speakers", "The army [guessed]", "stated, resolved, inferred, assumed"),
    ("via", "The army (telegram)", "channels"),
    ("nested_in", "fi-1111111111", "none of the statements"),
    ("nested_in", "st-zzz", "no record has the id"),
    ("gloss", "two\nlines", "more than one line"),
    ("gloss", "an \x1b[31mescape", r"U\+001B"),
    ("note", "\udc80", r"U\+DC80"),
    ("confidential", "perhaps", "neither yes nor no"),
    ("content", "0-4", "select the words"),
    ("document", "do-other", "can't be changed"),
    ("id", "st-other", "ids are given once"),
    ("revision", "9", "kept by the archive"),
    ("nope", "x", "There are speakers, type|Did you mean note"),
]


@pytest.mark.parametrize(("field", "text", "problem"), WRONG)
def test_what_cannot_be_read_is_told_by_field(field: str, text: str, problem: str) -> None:
    with pytest.raises(EditError, match=problem) as error:
        changed(QUOTE, field, text, ARCHIVE)
    assert error.value.field == field
    assert error.value.exit_code == 2


@pytest.mark.parametrize(("kind", "field"), EDITABLE, ids=lambda found: getattr(found, "name", ""))
@pytest.mark.parametrize("character", ["\udc80", "\x1b", "\x9b", "\0"])
def test_what_no_file_can_hold_or_acts_on_a_terminal_gets_into_no_field(
    kind: type[Record], field: Any, character: str
) -> None:
    bad = f"bad{character}"
    for text in (bad, f"contested:{bad}", f"ac-army000000 ({bad})", f'"{bad}"', f"? <{bad}>", f"a [{bad}]"):
        with pytest.raises(EditError):
            changed(BARE[kind], field.name, text, ARCHIVE)


def test_such_a_tag_is_refused_too() -> None:
    with pytest.raises(EditError, match="tags") as error:
        tagged(QUOTE, ["\udc80"])
    assert error.value.field == "tags"


def test_the_text_of_a_report_cannot_be_edited_and_a_new_version_is_named() -> None:
    report = next(iter(ARCHIVE.documents.values()))
    for field in ("text", "sha256", "original_sha256"):
        with pytest.raises(EditError, match=r"evidence.*new version"):
            changed(report, field, "another text")


@pytest.mark.parametrize(
    ("text", "number"),
    [("990", 990), ("1,200", 1200), ("8.6", 8.6), ("−3", -3), ("1,200.5", 1200.5), ("", None), ("1000000", 10**6)],
)
def test_numbers_are_read_as_papers_print_them(text: str, number: float | None) -> None:
    figure = replace(ARCHIVE.figures["fi-2222222222"], low=7)
    assert changed(figure, "low", text).low == number


@pytest.mark.parametrize("text", ["8,6", "1 200", "twelve", "nan", "1e9", "inf", "9" * 40, "٩٩", "1,2000"])
def test_a_number_that_may_mean_two_things_is_none(text: str) -> None:
    with pytest.raises(EditError, match="best"):
        changed(ARCHIVE.figures["fi-2222222222"], "best", text)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    for kind, field in EDITABLE:
        with suppress(EditError):
            after = changed(BARE[kind], field.name, text, ARCHIVE)
            assert changed(after, field.name, written(after, field.name), ARCHIVE) == after


@given(st.lists(LINES), st.lists(LINES), st.lists(LINES))
def test_tags_are_put_on_and_taken_off(had: list[str], add: list[str], remove: list[str]) -> None:
    after = tagged(replace(QUOTE, tags=tuple(dict.fromkeys(had))), add, remove)
    assert set(after.tags) == (set(had) | set(add)) - set(remove)
    assert len(set(after.tags)) == len(after.tags)


@pytest.mark.parametrize("tags", [("[", "]"), ("[a", "b]"), ("+x", "-y"), ('"', 'a"b'), ("a,b;c", "two words")])
def test_a_tag_may_hold_any_marks(tags: tuple[str, ...]) -> None:
    had = replace(QUOTE, tags=tags)
    assert changed(QUOTE, "tags", written(had, "tags")) == had


def test_differences_are_told_as_they_are_typed() -> None:
    after = tagged(edited(QUOTE, {"checked": "found:on his page", "act": "warns"}), ["new"])
    told = [(found.field.name, found.before, found.after) for found in differences(QUOTE, after, ARCHIVE)]
    assert told == [
        ("act", "says", "warns"),
        ("checked", "not-checked", "found"),
        ("checked.why", "", "on his page"),
        ("tags", "", "new"),
    ]


def test_the_archives_own_stamps_are_no_difference() -> None:
    assert list(differences(QUOTE, replace(QUOTE, revision=9, changed=NURSE), ARCHIVE)) == []


def test_a_statement_is_still_a_statement_for_the_type_checker() -> None:
    after: Statement = changed(QUOTE, "act", "denies")
    assert after.act == "denies"
