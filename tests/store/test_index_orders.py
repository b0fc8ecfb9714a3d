"""Sorting a list by a column."""

from __future__ import annotations

import pytest

from store.index import SORTS, Index, sort
from store.model import TABLES, Actor, Document, Figure, Place, Relation, Speaker, Statement, When
from store.records import Records
from tests.store.conftest import anchor

RECORDS = Records.of(
    Document(id="do-1", title="Zebra", text="", sha256="", published=When(edtf="2016"), publisher="Reuters"),
    Document(id="do-2", title="ábaco", text="", sha256="", published=When(edtf="2017")),
    Document(id="do-3", title="bulletin", text="", sha256=""),
    Actor(id="ac-1", name="Russia", kind="state"),
    Actor(id="ac-2", name="al-Assad", kind="person"),
    *(
        Statement(
            id=f"st-{n}", document=document, type="direct", content=(), speakers=speakers, uttered=When(edtf=date)
        )
        for n, (document, speakers, date) in enumerate(
            [
                ("do-1", (Speaker("ac-1"),), "2016-12"),
                ("do-2", (Speaker("ac-2"),), None),
                ("do-1", (), "2016-12-13"),
                ("do-gone", (Speaker("ac-1"),), "2016-12-13"),
            ]
        )
    ),
    *(
        Figure(id=f"fi-{n}", document="do-1", anchor=anchor("12 dead"), bound="exact", low=low, best=best, place=place)
        for n, (low, best, place) in enumerate([(None, 990, Place("Homs")), (8.6, None, None), (None, None, None)])
    ),
    Relation(id="re-1", kind="restates", subject="st-0", object="st-1"),
)


@pytest.mark.parametrize(
    ("table", "column", "order"),
    [
        ("statements", "said", ["st-2", "st-3", "st-0", "st-1"]),
        ("statements", "who", ["st-1", "st-3", "st-0", "st-2"]),
        ("statements", "document", ["st-1", "st-2", "st-0", "st-3"]),
        ("figures", "value", ["fi-0", "fi-1", "fi-2"]),
        ("figures", "place", ["fi-0", "fi-1", "fi-2"]),
        ("documents", "title", ["do-2", "do-3", "do-1"]),
        ("documents", "published", ["do-2", "do-1", "do-3"]),
        ("documents", "publisher", ["do-1", "do-2", "do-3"]),
        ("documents", "statements", ["do-1", "do-2", "do-3"]),
        ("actors", "name", ["ac-2", "ac-1"]),
        ("actors", "statements", ["ac-1", "ac-2"]),
    ],
)
def test_a_list_is_sorted_by_a_column(table, column, order):
    index = Index(RECORDS)
    assert index.sort(table, index.ids(table), column) == order


def test_what_has_nothing_in_the_column_stands_last_either_way():
    index = Index(RECORDS)
    assert index.sort("statements", index.ids("statements"), "said", reverse=True) == ["st-0", "st-2", "st-3", "st-1"]
    assert index.sort("figures", ["fi-2", "fi-1", "fi-0"], "value", reverse=True) == ["fi-1", "fi-0", "fi-2"]


def test_equal_rows_keep_the_order_they_had():
    index = Index(RECORDS)
    assert index.sort("statements", ["st-3", "st-2"], "said") == ["st-3", "st-2"]
    assert index.sort("statements", ["st-2", "st-3"], "type", reverse=True) == ["st-2", "st-3"]


def test_actors_are_sorted_by_the_counts_on_the_screen():
    counts = {"ac-2": (5, 0), "ac-1": (1, 2)}
    assert sort(Index(RECORDS), "actors", ["ac-1", "ac-2"], "statements", counts=counts) == ["ac-2", "ac-1"]
    assert sort(Index(RECORDS), "actors", ["ac-2", "ac-1"], "figures", counts=counts) == ["ac-1", "ac-2"]


def test_the_first_column_of_a_list_is_the_order_it_begins_with():
    index = Index(RECORDS)
    for table in ("actors", "statements", "figures", "documents"):
        assert index.sort(table, list(RECORDS.table(table)), next(iter(SORTS[table]))) == index.ids(table)


@pytest.mark.parametrize("table", TABLES)
def test_every_column_sorts_and_says_how(table):
    ids = list(RECORDS.table(table))
    for column, by in SORTS[table].items():
        assert sorted(sort(RECORDS, table, ids, column)) == sorted(ids)
        assert by.first != by.last
