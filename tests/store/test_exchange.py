"""A file of records goes in whole or not at all, twice adds nothing, and nothing in the archive is overwritten."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import to_builtins
from msgspec.structs import replace

from store import exchange, identity
from store.archive import Archive
from store.check import check
from store.errors import ImportRefusedError
from store.export import json as export
from store.export.selection import Selection
from store.model import Document, Figure, Statement, When
from store.records import Records
from tests.store.export.reported import (
    DENIAL,
    DOCUMENT,
    ENVOY,
    EVERYTHING,
    KILLED,
    MADE,
    MOSCOW,
    TEXT,
    TWEET,
    TWEETED,
    anchor,
    archive,
)

Tables = dict[str, Any]
Write = Callable[[Tables | str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file to import, a record on a line, and gives its path."""

    def written(content: Tables | str | bytes) -> Path:
        path = tmp_path / "incoming.json"
        if isinstance(content, dict):
            content = json.dumps(content, indent=1, ensure_ascii=False)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


def tables(*records: Any, **others: Any) -> Tables:
    """The file's one object; records with fields in `others` of their id are given those."""
    found: Tables = {"sayso": 1}
    names = {"do": "documents", "ac": "actors", "st": "statements", "fi": "figures", "re": "relations"}
    for record in records:
        found.setdefault(names[record.id[:2]], []).append(to_builtins(record))
    return found | others


def refusal(write: Write, content: Tables | str | bytes, records: Records | None = None) -> str:
    """The sentence with which the file is refused; nothing of it may have become a plan."""
    with pytest.raises(ImportRefusedError) as refused:
        exchange.plan(records or Records.of(), exchange.read(write(content)))
    assert str(refused.value).endswith("Nothing of this file went in.")
    return str(refused.value)


def test_an_export_goes_into_an_empty_archive_and_a_second_time_adds_nothing(write: Write, tmp_path: Path) -> None:
    records = archive()
    text = export.json(Selection.of(records, [*records.statements, *records.figures], MADE))
    into = Archive.create(tmp_path / "archive.json")
    plan = exchange.plan(into.records, exchange.read(write(text)))
    into.apply(plan.changes)
    assert set(into.records.statements) == set(records.statements)
    again = exchange.plan(into.records, exchange.read(write(text)))
    assert (again.new, again.conflicts) == ((), ())
    assert len(again.same) == len(plan.new) == len(EVERYTHING)


def test_an_export_is_the_same_as_the_archive_it_came_from(write: Write) -> None:
    noted = archive(replace(TWEETED, note="Call him.", revision=7, added="2016-12-14T00:00:00Z"))
    text = export.json(Selection.of(noted, list(noted.statements), MADE))
    plan = exchange.plan(noted, exchange.read(write(text)))
    assert (plan.new, plan.conflicts) == ((), ())


def test_a_record_with_other_content_is_a_conflict_and_stays_as_it_is(write: Write) -> None:
    theirs = replace(TWEETED, channel="post", tags=("x",))
    plan = exchange.plan(archive(), exchange.read(write(tables(DOCUMENT, ENVOY, theirs))))
    [conflict] = plan.conflicts
    assert (conflict.id, set(conflict.fields)) == (TWEETED.id, {"channel", "tags"})
    assert (conflict.mine, conflict.theirs) == (TWEETED, theirs)
    assert (plan.changes, set(plan.same)) == ([], {DOCUMENT.id, ENVOY.id})
    assert "st-tweet00000 is in the archive with other content" in str(conflict)


def test_a_new_record_may_name_what_is_in_the_archive_alone(write: Write) -> None:
    records = archive(without=[TWEETED])
    plan = exchange.plan(records, exchange.read(write(tables(TWEETED))))
    assert plan.new == (TWEETED,)


def test_anchors_are_held_against_the_archives_text_where_the_file_has_another(write: Write) -> None:
    other = f"Corrected. {TEXT}"
    theirs = replace(DOCUMENT, text=other, sha256=identity.text_sha256(other))
    moved = replace(TWEETED, id="st-moved", content=(anchor(TWEET, other),))
    sentence = refusal(write, tables(theirs, moved, ENVOY), archive())
    assert "record st-moved, field content: broken anchor" in sentence
    stayed = replace(TWEETED, id="st-stayed", channel="post")
    plan = exchange.plan(archive(), exchange.read(write(tables(theirs, stayed, ENVOY))))
    assert plan.new == (stayed,)


def test_the_hash_and_the_ids_may_be_left_to_us(write: Write) -> None:
    document = {"title": "A report", "text": "He said so.", "url": "https://x.example"}
    path = write({"sayso": 1, "documents": [document], "actors": [{"name": "He", "kind": "person"}]})
    made, actor = exchange.read(path).records
    assert isinstance(made, Document)
    assert made.sha256 == identity.text_sha256("He said so.")
    assert made.id == identity.document_id(made.sha256, "https://x.example", None, None)
    assert actor.id == identity.actor_id("person", "He")


def test_records_of_the_same_words_without_ids_are_told_apart_and_get_the_same_ids_each_time(write: Write) -> None:
    statement = {k: v for k, v in to_builtins(DENIAL).items() if k != "id"}
    figure = {k: v for k, v in to_builtins(KILLED).items() if k != "id"}
    relation = {"kind": "restates", "subject": "st-a", "object": "st-b"}
    path = write({"sayso": 1, "statements": [statement] * 2, "figures": [figure] * 2, "relations": [relation]})
    ids = [record.id for record in exchange.read(path).records]
    assert len(set(ids)) == 5
    assert ids == [record.id for record in exchange.read(path).records]
    assert ids[0] == identity.statement_id(DOCUMENT.id, DENIAL.content)


def test_sample_data_says_so(write: Write) -> None:
    assert exchange.read(write({"sayso": 1, "demonstration": "sample data"})).demonstration
    assert not exchange.read(write({"sayso": 1})).demonstration


@pytest.mark.parametrize(
    ("record", "place"),
    [
        (replace(TWEETED, document="do-gone"), "record st-tweet00000, field document: names do-gone"),
        (replace(TWEETED, accuses=("ac-gone",)), "record st-tweet00000, field accuses: names ac-gone"),
        (replace(TWEETED, content=(replace(TWEETED.content[0], start=1),)), "field content: broken anchor 1-"),
        (replace(KILLED, best=None), "record fi-killed0000, field bound: "),
        (replace(DOCUMENT, published=When(edtf="13 Dec")), "field published: "),
    ],
)
def test_what_check_would_find_fault_with_is_refused_with_its_place(write: Write, record: Any, place: str) -> None:
    kept = {DOCUMENT.id: DOCUMENT, ENVOY.id: ENVOY, MOSCOW.id: MOSCOW} | {record.id: record}
    if isinstance(record, Figure):
        kept = {one.id: one for one in EVERYTHING} | {record.id: record}
    content = tables(*kept.values())
    line = json.dumps(content, indent=1, ensure_ascii=False).split(f'"id": "{record.id}"')[0].count("\n")
    sentence = refusal(write, content)
    assert place in sentence
    assert "incoming.json, line " in sentence
    before = json.dumps(content, indent=1, ensure_ascii=False).split("\n")[: line + 1]
    assert int(sentence.split("line ")[1].split(",")[0]) <= len(before)


BAD = to_builtins(TWEETED)


@pytest.mark.parametrize(
    ("record", "place", "problem"),
    [
        (
            BAD | {"type": "shouted"},
            "line 3, record st-tweet00000, field type",
            "'shouted' is none of direct, indirect, mixed.",
        ),
        (BAD | {"speaker": []}, "line 3, record st-tweet00000, field speaker", "is no field that we know"),
        (BAD | {"speakers": [{"actor": "ac-x", "role": "x"}]}, "field speakers[0].role", "is no field that we know"),
        (BAD | {"uttered": {"date": "2016"}}, "field uttered.date", "is no field that we know"),
        (
            BAD | {"content": [{"start": "1", "end": 2, "exact": "x"}]},
            "field content[0].start",
            "has a text where a whole number should be",
        ),
        (BAD | {"content": [{"start": 1, "exact": "x"}]}, "field content[0].end", "is missing"),
        ({k: v for k, v in BAD.items() if k != "document"}, "field document", "is missing"),
        (BAD | {"id": "st 1"}, "record st 1, field id", "must be st- and"),
        (BAD | {"id": "do-1"}, "record do-1, field id", "must be st- and"),
        (BAD | {"id": 7}, "line 3, field id", "has a whole number where a text should be"),
        (BAD | {"gloss": "\ud800"}, "line 3, record st-tweet00000", "can't be stored"),
        ("a record", "line 3, field statements", "something that is no record"),
    ],
)
def test_a_bad_record_is_named_by_line_record_and_field(write: Write, record: Any, place: str, problem: str) -> None:
    text = '{"sayso": 1,\n"statements": [\n' + json.dumps(record) + "]}"
    sentence = refusal(write, text)
    assert place in sentence
    assert problem in sentence


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "line 1: is not JSON"),
        ("[]", "line 1: is not JSON as we read it (Expecting '{'"),
        ('{"sayso": 1,\n"actors": [\n{"name": ', "line 3: is not JSON as we read it (Expecting value"),
        ('{"sayso": 1} x', "Extra data"),
        ('{"sayso": 1,}', "line 1: is not JSON"),
        (b'{"sayso":\n "\xff"}', "line 2: is not UTF-8 text"),
        ("{}", 'it lacks "sayso": 1'),
        ('{"sayso": 2, "wonders": []}', "line 1, field sayso: has form 2; this sayso knows 1"),
        ('{"sayso": "1"}', "field sayso: is the number of the file's form"),
        ('{"sayso": true}', "field sayso: is the number of the file's form"),
        ('{"sayso": 1,\n"people": []}', "line 2, field people: is no table that we know"),
        ('{"_meta": {}}', "is an archive"),
        ('{"sayso": 1, "actors": [], "actors": []}', "'actors' stands twice"),
        ('{"sayso": 1, "actors": {}}', "Expecting '['"),
        ('{"sayso": 1, "actors": [{"name": "a", "name": "b"}]}', "'name' stands twice in one object"),
        ('{"sayso": 1, "figures": [{"best": NaN}]}', "NaN is no number of JSON"),
        ('{"sayso": 1, "figures": [{"best": 1e999}]}', "1e999 is too large a number"),
        ('{"sayso": 1, "figures": [' + "[" * 100_000, "nested too deeply"),
        ('{"sayso": 1, "figures": [{"best": 1234567890123456789012}]}', "1234567890123456789… is too large a number"),
        ('{"sayso": 1, "figures": [' + "9" * 5000 + "]}", "is too large a number"),
    ],
)
def test_a_file_that_does_not_fit_says_where_and_what_to_do(write: Write, content: str | bytes, problem: str) -> None:
    assert problem in refusal(write, content)


@pytest.mark.parametrize("meta_first", [True, False])
def test_an_archive_is_told_from_a_broken_export_with_how_to_export_from_it(write: Write, meta_first: bool) -> None:
    found = {"_meta": {"1": {"schema": 1}}, "actors": {"1": {"id": "ac-1"}}}
    sentence = refusal(write, json.dumps(found if meta_first else dict(reversed(found.items()))))
    path = write("")
    assert "is an archive, not an export of one" in sentence
    assert f"sayso --archive {path} export --format json --output incoming-export.json" in sentence


def test_an_id_that_stands_twice_names_both_lines(write: Write) -> None:
    actor = json.dumps(to_builtins(ENVOY))
    sentence = refusal(write, f'{{"sayso": 1,\n"actors": [\n{actor},\n{actor}]}}')
    assert "line 4, record ac-envoy00000, field id: the id stands on line 3 already" in sentence


def test_a_wrong_hash_is_refused(write: Write) -> None:
    sentence = refusal(write, tables(replace(DOCUMENT, sha256="0" * 64)))
    assert "record do-1111111111, field sha256: is not the hash of the text" in sentence


def test_a_file_that_is_not_there_or_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ImportRefusedError, match=r"gone\.json: can't be read: No such file"):
        exchange.read(tmp_path / "gone.json")
    monkeypatch.setattr("store.exchange.reading.MAX_BYTES", 2**20)
    (tmp_path / "large.json").write_bytes(b" " * (2**20 + 1))
    with pytest.raises(ImportRefusedError, match="larger than 1 MiB"):
        exchange.read(tmp_path / "large.json")


def test_a_byte_order_mark_does_no_harm(write: Write) -> None:
    assert exchange.read(write(b'\xef\xbb\xbf{"sayso": 1}')).records == ()


@settings(max_examples=100, deadline=None)
@given(cut=st.integers(0, 10_000), byte=st.binary(max_size=1))
def test_a_damaged_file_is_refused_or_read_and_never_a_crash(
    tmp_path_factory: pytest.TempPathFactory, cut: int, byte: bytes
) -> None:
    whole = export.json(Selection.of(archive(), [TWEETED.id, KILLED.id], MADE)).encode()
    at = cut % len(whole)
    path = tmp_path_factory.getbasetemp() / "damaged.json"
    path.write_bytes(whole[:at] + byte + (whole[at + 1 :] if byte else b""))
    with suppress(ImportRefusedError):
        plan = exchange.plan(Records.of(), exchange.read(path))
        assert check(Records.of(*plan.new)) == []


def test_records_keep_the_order_of_the_file(write: Write) -> None:
    found = exchange.read(write(tables(DOCUMENT, ENVOY, MOSCOW, TWEETED, DENIAL)))
    assert [record.id for record in found.records] == [DOCUMENT.id, ENVOY.id, MOSCOW.id, TWEETED.id, DENIAL.id]
    assert isinstance(found.records[3], Statement)
