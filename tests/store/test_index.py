"""What a filter finds in an archive, told by the archive of Aleppo."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from store.errors import FilterError
from store.index import OWN_VOICE, Index
from store.model import Actor, Anchor, Document, Figure, Hop, Name, Place, Relation, Review, Speaker, Statement, When
from store.query import parse
from store.records import Records

TEXT = "They are accountable for any and all atrocities. Some 990 civilians were killed."
ATROCITIES, CIVILIANS = Anchor(0, 48, TEXT[:48]), Anchor(49, 67, TEXT[49:67])


def said(edtf: str | None, **basis: str) -> When:
    return When(edtf=edtf, **basis)


ARCHIVE = (
    Document(
        id="do-1", title="Aleppo under siege", text=TEXT, sha256="", published=said("2016-12-13"), language="en-GB"
    ),
    Document(id="do-2", title="Counting in Aleppo", text="Of 676.", sha256="", publisher="UCDP", language="en"),
    Actor(id="ac-egel", name="Jan Egeland", kind="person", parent="ac-un"),
    Actor(
        id="ac-un", name="United Nations", kind="organisation", names=(Name("UN"), Name("a big body", "description"))
    ),
    Actor(id="ac-onu", name="ONU", kind="organisation", merged_into="ac-un"),
    Actor(id="ac-rus", name="Russia", kind="state", names=(Name("the Kremlin", "weak"),)),
    Actor(id="ac-loc", name="local sources", kind="collective", document="do-1"),
    Statement(
        id="st-tweet",
        document="do-1",
        type="direct",
        content=(ATROCITIES,),
        speakers=(Speaker("ac-egel", "UN adviser"),),
        via=(Hop("ac-loc", "tweet"),),
        accuses=("ac-rus",),
        uttered=said("2016-12-12", basis="inferred"),
        review=Review("accepted"),
    ),
    Statement(
        id="st-onu", document="do-1", type="indirect", content=(Anchor(0, 4, "Thex"),), speakers=(Speaker("ac-onu"),)
    ),
    Statement(id="st-own", document="do-1", type="indirect", content=(CIVILIANS,), uttered=said("2016-12-13")),
    Figure(
        id="fi-990",
        document="do-1",
        anchor=CIVILIANS,
        bound="approximate",
        best=990,
        counted="civilians",
        outcome="killed",
        claimants=(Speaker("ac-loc"),),
        place=Place("eastern Aleppo"),
        period=said("2016-11-17/2016-12-13"),
        statement="st-tweet",
        gloss="Blamed on one side.",
    ),
    Figure(
        id="fi-676", document="do-2", anchor=Anchor(3, 6, "676"), bound="range", low=676, high=678, counted="people"
    ),
    Figure(id="fi-many", document="do-1", anchor=CIVILIANS, bound="order", low=2_000_000, counted="people"),
    Figure(id="fi-least", document="do-1", anchor=CIVILIANS, bound="at-least", low=12, best=12),
    Figure(id="fi-none", document="do-2", anchor=CIVILIANS, bound="order", note="no number in it"),
    Relation(id="re-1", kind="qualifies", subject="st-own", object="fi-990", why="Not independently verified."),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(Records.of(*ARCHIVE))


def found(index: Index, text: str) -> set[str]:
    """The ids of statements and figures."""
    result = index.search(text)
    return {*result.ids("statements"), *result.ids("figures")}


STATEMENTS = {"st-tweet", "st-onu", "st-own"}
FIGURES = {"fi-990", "fi-676", "fi-many", "fi-least", "fi-none"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", STATEMENTS | FIGURES),
        # words: of the text, of titles, of names, of our own remarks
        ("ATROCITIES", {"st-tweet"}),
        ('"all atrocities"', {"st-tweet"}),
        ('"atrocities all"', set()),
        ("adviser", {"st-tweet"}),
        ("siege", STATEMENTS | {"fi-990", "fi-many", "fi-least"}),
        ("kremlin", {"st-tweet"}),
        ("local", {"st-tweet", "fi-990"}),
        ("nations", {"st-onu"}),
        ("body", set()),
        ("blamed", {"fi-990"}),
        ("eastern", {"fi-990"}),
        # actors
        ("actor:egel", {"st-tweet"}),
        ("actor:jan", {"st-tweet"}),
        ("actor:land", set()),
        ('actor:"Jan Egeland"', {"st-tweet"}),
        ('actor:"jan egeland"', {"st-tweet"}),
        ('actor:"Jan"', set()),
        ("actor:ac-egel", {"st-tweet"}),
        ("actor:ac-e", {"st-tweet"}),
        ("actor:UN", {"st-onu"}),
        ("actor:ONU", {"st-onu"}),
        ("actor:ac-onu", {"st-onu"}),
        ("actor:body", set()),
        ("under:UN", {"st-tweet", "st-onu"}),
        ("actor:none", {"st-own", "fi-676", "fi-many", "fi-least", "fi-none"}),
        ("-actor:none", {"st-tweet", "st-onu", "fi-990"}),
        ("actor:?", set()),
        ("blamed:kremlin", {"st-tweet"}),
        ("via:local", {"st-tweet"}),
        # of the document
        ("doc:siege -actor:none", {"st-tweet", "st-onu", "fi-990"}),
        ('doc:"Counting"', set()),
        ('doc:"counting in aleppo"', {"fi-676", "fi-none"}),
        ("doc:do-2", {"fi-676", "fi-none"}),
        ("publisher:ucdp", {"fi-676", "fi-none"}),
        ("publisher:none", STATEMENTS | {"fi-990", "fi-many", "fi-least"}),
        ("lang:en", STATEMENTS | FIGURES),
        ("lang:en-gb type:direct", {"st-tweet"}),
        # dates
        ("said:2016-12-12", {"st-tweet", "fi-990"}),
        ("said:2016-12-13..", {"st-own", "fi-many", "fi-least"}),
        ("said:none", {"st-onu", "fi-676", "fi-none"}),
        ("period:2016-12", {"fi-990"}),
        ("period:<2016-12", {"fi-990"}),
        ("period:>2016-12-13", set()),
        # numbers
        ("value:>500", {"fi-990", "fi-676", "fi-many", "fi-least"}),
        ("value:>990", {"fi-many", "fi-least"}),
        ("value:677", {"fi-676", "fi-least"}),
        ("value:..11", set()),
        ("value:none", {"fi-none"}),
        ("-value:>500", STATEMENTS | {"fi-none"}),
        # states
        ("is:broken", {"st-onu", "fi-none"}),
        ("is:draft type:direct", set()),
        ("is:vague", {"fi-many", "fi-none"}),
        ("is:inferred", {"st-tweet"}),
        ("has:gloss", {"fi-990"}),
        ("has:relation", {"st-own", "fi-990"}),
        ("has:note", {"fi-none"}),
        # joined
        ("actor:egel OR counted:people", {"st-tweet", "fi-676", "fi-many"}),
        ("counted:people -value:>1000", {"fi-676"}),
        ("-(counted:people OR siege)", {"fi-none"}),
        ("id:st-tw,fi-990,st-", {"st-tweet", "fi-990"}),
        ("channel:tweet", {"st-tweet"}),
    ],
)
def test_a_filter_finds(index, text, expected):
    assert found(index, text) == expected


def test_a_field_that_a_table_lacks_finds_nothing_there_and_its_contrary_all(index):
    assert index.search("period:2016").ids("statements") == []
    assert index.search("-period:2016").count("statements") == 3


def test_actors_and_documents_are_found_too(index):
    assert index.search("actor:egel").ids("actors") == ["ac-egel"]
    assert index.search("kind:state").ids("actors") == ["ac-rus"]
    assert index.search("big").ids("actors") == ["ac-un"]
    assert index.search("accountable").ids("documents") == ["do-1"]
    assert index.search("lang:en publisher:UCDP").ids("documents") == ["do-2"]
    assert index.search("kind:qualifies").ids("relations") == ["re-1"]
    assert index.search("verified").ids("relations") == ["re-1"]


def test_statements_stand_newest_first_and_those_without_a_date_last(index):
    assert index.ids("statements") == ["st-own", "st-tweet", "st-onu"]


def test_a_figure_has_the_date_of_its_statement_else_of_its_report(index):
    assert index.ids("figures") == ["fi-many", "fi-least", "fi-990", "fi-676", "fi-none"]


def test_actors_stand_by_name(index):
    assert index.ids("actors") == ["ac-egel", "ac-loc", "ac-onu", "ac-rus", "ac-un"]


def test_counts_and_totals(index):
    result = index.search("counted:people")
    assert (result.count("figures"), result.total("figures")) == (2, 5)
    assert result.has("figures", "fi-676")
    assert not result.has("figures", "fi-990")
    assert not result.has("figures", "fi-gone")


def test_counts_beside_actors_are_those_without_the_actor_terms(index):
    for text in ("", "actor:egel", "-actor:egel -actor:none"):
        assert index.search(text).actor_counts == {
            "ac-egel": (1, 0),
            "ac-un": (1, 0),
            OWN_VOICE: (1, 4),
            "ac-loc": (0, 1),
        }
    assert index.search("actor:egel type:indirect").actor_counts == {"ac-un": (1, 0), OWN_VOICE: (1, 0)}


def test_of_whom_it_isnt_clear_who_speaks_is_not_the_reports_own_voice():
    said, counted = (record for record in ARCHIVE if record.id in ("st-own", "fi-many"))
    unclear = {said: replace(said, source=(Anchor(0, 4, TEXT[:4]),)), counted: replace(counted, source=(CIVILIANS,))}
    index = Index(Records.of(*(unclear.get(record, record) for record in ARCHIVE)))
    assert found(index, "actor:none") == {"fi-676", "fi-least", "fi-none"}
    assert found(index, "actor:?") == {"st-own", "fi-many"}
    assert index.search("").actor_counts == {
        "ac-egel": (1, 0),
        "ac-un": (1, 0),
        "ac-loc": (0, 1),
        OWN_VOICE: (0, 3),
    }


def test_counts_beside_documents_are_those_without_the_document_terms(index):
    assert index.search("doc:siege actor:none").document_counts == {"do-1": (1, 2), "do-2": (0, 2)}


def test_who_is_named_twice_counts_once():
    records = Records.of(
        Actor(id="ac-a", name="A", kind="person"),
        Actor(id="ac-b", name="B", kind="person", merged_into="ac-a"),
        Statement(id="st-1", document="do-1", type="direct", content=(), speakers=(Speaker("ac-a"), Speaker("ac-b"))),
    )
    assert Index(records).search("").actor_counts == {"ac-a": (1, 0)}


def test_those_left_out_for_want_of_a_date_are_counted(index):
    result = index.search("said:2016-12-12")
    assert (result.undated("statements"), result.undated("figures")) == (1, 2)
    assert index.search("said:2016-12-12 actor:egel").undated("statements") == 0
    assert index.search("-said:2016-12-12").undated("statements") == 0
    assert index.search("-(actor:onu -said:2016)").undated("statements") == 1
    assert index.search("siege").undated("statements") == 0


def test_what_is_marked_is_what_the_screen_says(index):
    result = index.search("is:marked", marked=frozenset({"st-own", "fi-990", "st-gone"}))
    assert (result.ids("statements"), result.ids("figures")) == (["st-own"], ["fi-990"])
    assert index.search("is:marked").ids("statements") == []
    assert "st-own" not in index.search("is:none", marked=frozenset({"st-own"})).ids("statements")


def test_a_filter_that_was_read_can_be_searched_as_well_as_its_text(index):
    assert index.search(parse("siege")).ids("statements") == index.search("siege").ids("statements")


def test_a_wrong_filter_is_told(index):
    with pytest.raises(FilterError):
        index.search("type:spoken")


def test_an_empty_archive_has_nothing():
    result = Index(Records.of()).search("siege OR -actor:x said:2016")
    assert result.ids("statements") == []
    assert result.count("actors") == result.undated("figures") == 0
    assert result.actor_counts == {}


def test_actors_who_belong_to_each_other_in_a_ring_are_still_found():
    records = Records.of(
        Actor(id="ac-a", name="A", kind="person", parent="ac-b"),
        Actor(id="ac-b", name="B", kind="person", parent="ac-a"),
        Actor(id="ac-c", name="C", kind="person", merged_into="ac-a"),
        Statement(id="st-1", document="do-1", type="direct", content=(), speakers=(Speaker("ac-b"),)),
    )
    assert Index(records).search("under:c").ids("statements") == ["st-1"]


def test_preparing_tells_each_table_and_changes_nothing(index):
    told: list[str] = []
    fresh = Index(Records.of(*ARCHIVE))
    fresh.prepare(told.append)
    assert told == ["documents", "actors", "statements", "figures", "relations"]
    assert fresh.search("siege").ids("figures") == index.search("siege").ids("figures")
