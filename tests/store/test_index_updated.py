"""An index that is carried on with what changed answers as one that is made anew."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.index import SORTS, Index
from store.index import table as tables
from store.model import TABLES, Actor, Document, Figure, Record, Relation, Speaker, Statement, When
from store.query import Condition, Node, Not, Or, Query, Word
from store.records import Records
from tests.store.archives import ACTORS, DOCUMENTS, archives, record
from tests.store.conftest import TEXT, anchor
from tests.store.test_index_oracle import MARKED, TREES

IDS = [*ACTORS, *DOCUMENTS, *(f"{kind}-{n}" for kind in ("st", "fi", "re") for n in range(8))]
ASKED: tuple[Node, ...] = (
    Word("safe"),
    Word("e passage"),
    Word("jan"),
    Condition("said", "2016-12"),
    Not(Condition("said", "2016-12-13")),
    Condition("has", "relation"),
    Condition("is", "broken"),
    Condition("is", "marked"),
    Condition("id", "st-,fi-1"),
    Condition("publisher", "none"),
    Or((Condition("under", "ac-1"), Condition("actor", "none"))),
)


@st.composite
def changes(draw: st.DrawFn) -> dict[str, Record | None]:
    """Id -> the record as it is to stand, None where it's to go."""
    ids = draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=6, unique=True))
    return {record_id: draw(st.none() | record(record_id)) for record_id in ids}


def changed(records: Records, change: dict[str, Record | None]) -> Records:
    """Changed records stay where they were filed, new ones come last."""
    fresh = {found.id: found for found in records} | change
    return Records.of(*(found for found in fresh.values() if found is not None))


@pytest.mark.parametrize("most", [2, 5, 2_000])
@settings(max_examples=20, deadline=None)
@given(archives(), st.lists(changes(), min_size=1, max_size=5), st.lists(TREES, max_size=2), st.booleans())
def test_whatever_changes_the_index_answers_as_one_made_anew(
    most: int, records: Records, rounds: list[dict[str, Record | None]], trees: list[Node], warm: bool
):
    """`most` rows changed, and a table is made anew; `warm` is an index that was asked much before."""
    index = Index(records)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "_MOST", most)
        for change in rounds:
            if warm:
                index.prepare()
                same(index, Index(records), trees)
            records = changed(records, change)
            before, index = index, index.updated(records, change)
            assert before is not index
        same(index, Index(records), [*ASKED, *trees])


def same(index: Index, fresh: Index, trees: list[Node]) -> None:
    """Whatever is asked of the one is answered as by the other."""
    for table in TABLES:
        ids = fresh.ids(table)
        assert index.ids(table) == ids
        for column in SORTS[table]:
            assert index.sort(table, ids, column) == fresh.sort(table, ids, column)
    for table in ("figures", "relations"):
        for record_id in IDS:
            assert index.linked(table, record_id) == plainly_linked(fresh.records, record_id)[table]
    for tree in trees:
        query = Query(tree, (), "")
        found, expected = index.search(query, MARKED), fresh.search(query, MARKED)
        for table in TABLES:
            ids = list(expected.ids(table))
            chosen = found.ids(table)
            assert list(chosen) == ids
            assert (found.count(table), found.total(table)) == (len(ids), expected.total(table))
            assert found.undated(table) == expected.undated(table)
            assert [chosen[at] for at in range(-len(ids), len(ids))] == ids * 2
            assert [chosen.index(record_id) for record_id in ids] == list(range(len(ids)))
            assert (chosen[1:3], chosen[::-2], chosen[-2:]) == (ids[1:3], ids[::-2], ids[-2:])
            for record_id in IDS:
                assert (record_id in chosen) == found.has(table, record_id) == expected.has(table, record_id)
        assert (found.actor_counts, found.document_counts) == (expected.actor_counts, expected.document_counts)
        for table in ("actors", "documents"):
            assert found.described(table) == expected.described(table)


def plainly_linked(records: Records, record_id: str) -> dict[str, list[str]]:
    """The ids of a record's figures and relations, by going through all."""
    figures = [found.id for found in records.figures.values() if record_id in (found.statement, found.part_of)]
    relations = [found.id for found in records.relations.values() if record_id in (found.subject, found.object)]
    return {"figures": figures, "relations": relations}


RECORDS = (
    Document(id="do-1", title="Siege", text=TEXT, sha256="", published=When(edtf="2016")),
    Actor(id="ac-1", name="Russia", kind="state"),
    Statement(id="st-1", document="do-1", type="direct", content=(), speakers=(Speaker("ac-1"),)),
    Figure(id="fi-1", document="do-1", anchor=anchor("12 dead"), bound="exact", statement="st-1"),
)


def replaced(*records: Record) -> Index:
    """The index of the records above, carried on with these."""
    before = Index(Records.of(*RECORDS))
    before.prepare()
    after = {record.id: record for record in (*RECORDS, *records)}
    return before.updated(Records.of(*after.values()), [record.id for record in records])


def test_a_statement_is_found_by_the_new_title_of_its_document():
    index = replaced(Document(id="do-1", title="Relief", text="They are safe.", sha256=""))
    assert index.search("relief").ids("statements") == ["st-1"]
    assert index.search("siege").ids("statements") == []


def test_a_statement_is_found_by_the_new_name_of_who_said_it():
    index = replaced(Actor(id="ac-1", name="Moscow", kind="state"))
    assert index.search("moscow").ids("statements") == ["st-1"]
    assert index.search("russia").ids("statements") == []


def test_what_a_merged_actor_said_counts_for_the_other_one():
    index = replaced(
        Actor(id="ac-1", name="Russia", kind="state", merged_into="ac-2"),
        Actor(id="ac-2", name="Russian Federation", kind="state"),
    )
    assert index.search("").actor_counts["ac-2"] == (1, 0)
    assert index.search("actor:federation").ids("statements") == ["st-1"]


def test_a_figure_has_the_new_date_of_its_statement():
    index = replaced(Statement(id="st-1", document="do-1", type="direct", content=(), uttered=When(edtf="2020")))
    assert index.search("said:2020").ids("figures") == ["fi-1"]


def test_an_anchor_is_broken_by_another_text():
    assert replaced().search("is:broken").ids("figures") == []
    index = replaced(Document(id="do-1", title="Siege", text="They are safe.", sha256=""))
    assert index.search("is:broken").ids("figures") == ["fi-1"]


def test_a_new_relation_is_one_of_both_its_ends():
    found = replaced(Relation(id="re-1", kind="restates", subject="st-1", object="fi-1")).search("has:relation")
    assert (found.ids("statements"), found.ids("figures")) == (["st-1"], ["fi-1"])


def test_an_index_stays_as_it_was_when_another_is_carried_on_from_it():
    before = Index(Records.of(*RECORDS))
    assert before.search("siege").ids("statements") == ["st-1"]
    for title in ("One", "Two"):
        document = Document(id="do-1", title=title, text="", sha256="")
        after = before.updated(Records.of(document, *RECORDS[1:]), ["do-1"])
        assert after.search(title).ids("documents") == ["do-1"]
    assert before.search("siege").ids("statements") == ["st-1"]
    assert before.search("one OR two").ids("documents") == []
