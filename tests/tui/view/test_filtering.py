"""What single keys do to the filter's text: a term comes, a term goes, and what was typed stays as it was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.identity import text_sha256
from store.index import Index
from store.model import Actor, Anchor, Document, Figure, Name, When
from store.query import parse
from store.records import Records
from tui.view.filtering import (
    actor_term,
    all_but,
    asks_for_marked,
    document_term,
    only,
    rivals_filter,
    toggled,
    with_ids,
    without_last,
)

EGELAND, AYRAULT = 'actor:"Jan Egeland"', 'actor:"Jean-Marc Ayrault"'


def actor(number: int, name: str, **fields: object) -> Actor:
    return Actor(id=f"ac-{number:010}", name=name, kind="person", **fields)  # type: ignore[arg-type]


def document(number: int, title: str) -> Document:
    return Document(id=f"do-{number:010}", title=title, text="x", sha256=text_sha256("x"))


def test_only_an_actor_takes_the_place_of_another_and_leaves_the_rest_as_typed() -> None:
    assert only(f"siege {AYRAULT} said:2016", EGELAND) == f"siege said:2016 {EGELAND}"


def test_only_is_its_own_undo() -> None:
    assert only(only("siege", EGELAND), EGELAND) == "siege"


def test_only_an_actor_takes_it_back_from_among_those_left_out() -> None:
    assert only(f"-{EGELAND}", EGELAND) == EGELAND


def test_only_a_document_leaves_the_actor_alone() -> None:
    assert only(EGELAND, 'doc:"Aleppo under siege"') == f'{EGELAND} doc:"Aleppo under siege"'


def test_only_within_an_or_keeps_the_or_together() -> None:
    filtered = parse(only("siege OR tweet", EGELAND))
    assert filtered == parse(f"(siege OR tweet) {EGELAND}")


def test_all_but_leaves_several_out_one_by_one() -> None:
    assert all_but(all_but("siege", EGELAND), AYRAULT) == f"siege -{EGELAND} -{AYRAULT}"


def test_all_but_again_brings_back_this_one_alone() -> None:
    assert all_but(f"-{EGELAND} -{AYRAULT}", EGELAND) == f"-{AYRAULT}"


def test_all_but_the_only_one_shown_drops_the_only() -> None:
    assert all_but(EGELAND, EGELAND) == f"-{EGELAND}"


def test_a_toggled_term_comes_and_goes() -> None:
    assert toggled("siege", "is:marked") == "siege is:marked"
    assert toggled("siege is:marked", "is:marked") == "siege"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("siege said:2016", "siege"),
        ("siege (a OR b)", "siege"),
        ('siege "safe passage"', "siege"),
        ("siege", ""),
        ("", ""),
    ],
)
def test_the_last_term_goes_whole(text: str, left: str) -> None:
    assert without_last(text) == left


def test_only_a_term_at_the_top_asks_for_what_is_marked() -> None:
    assert asks_for_marked("siege is:marked")
    assert not asks_for_marked("siege")


def test_marks_become_ids_that_a_command_line_knows() -> None:
    assert parse(with_ids("is:marked siege", ["st-b", "st-a"])) == parse("id:st-a,st-b siege")


@pytest.mark.parametrize("text", ["-is:marked", "siege (is:marked OR act:denies)"])
def test_marks_become_ids_wherever_in_the_filter_they_are_asked_for(text: str) -> None:
    assert "is:marked" not in with_ids(text, ["st-a"])


NAMES = st.sampled_from(
    ["none", "Jan", 'Ana "Bo" P.', "a:b", "-x", "OR", "back\\slash", "(x)", "“Ana”", "Jan Egeland", "", " "]
)


@given(st.lists(NAMES, min_size=1, max_size=4))
def test_an_actors_term_finds_this_actor_and_no_other_whatever_the_names(names: list[str]) -> None:
    records = Records.of(*(actor(number, name) for number, name in enumerate(names)))
    index = Index(records)
    for found in records.actors:
        assert index.search(actor_term(records, found)).ids("actors") == [found]


def test_an_actor_whose_name_is_anothers_alias_is_found_by_id() -> None:
    records = Records.of(actor(1, "UN"), actor(2, "United Nations", names=(Name("un"),)))
    assert actor_term(records, "ac-0000000001") == 'actor:"ac-0000000001"'
    assert actor_term(records, "ac-0000000002") == 'actor:"United Nations"'


def test_the_term_of_a_merged_actor_is_that_of_its_target() -> None:
    records = Records.of(actor(1, "Egeland", merged_into="ac-0000000002"), actor(2, "Jan Egeland"))
    assert actor_term(records, "ac-0000000001") == EGELAND


def test_the_own_voice_has_a_term_and_so_has_an_actor_who_is_gone() -> None:
    assert actor_term(Records.of(), "none") == "actor:none"
    assert actor_term(Records.of(), "ac-gone000000") == 'actor:"ac-gone000000"'


@given(st.lists(NAMES, min_size=1, max_size=4))
def test_a_documents_term_finds_it_whatever_the_titles(titles: list[str]) -> None:
    records = Records.of(*(document(number, title) for number, title in enumerate(titles)))
    index = Index(records)
    for found in records.documents.values():
        assert found.id in index.search(document_term(records, found)).ids("documents")


def test_documents_of_one_title_are_told_apart_by_id() -> None:
    records = Records.of(document(1, "Siege"), document(2, "siege"))
    first = records.documents["do-0000000001"]
    assert Index(records).search(document_term(records, first)).ids("documents") == [first.id]


@pytest.mark.parametrize("title", ["Siege", "siege of Aleppo"])
def test_the_term_of_a_document_finds_no_other_that_only_resembles_it(title: str) -> None:
    records = Records.of(document(1, "Siege"), document(2, "Siege of Aleppo"))
    named = next(found for found in records.documents.values() if found.title.casefold() == title.casefold())
    assert Index(records).search(document_term(records, named)).ids("documents") == [named.id]


def figure(**fields: object) -> Figure:
    plain = {"id": "fi-1", "document": "do-1", "anchor": Anchor(0, 1, "9"), "bound": "exact"}
    return Figure(**{**plain, **fields})  # type: ignore[arg-type]


def test_rivals_are_of_the_same_counted_and_outcome_over_the_same_time() -> None:
    text = rivals_filter(figure(counted="civilians", outcome="killed", period=When(edtf="2016-11-17/2016-12-13")))
    assert text == "counted:civilians outcome:killed period:2016-11-17..2016-12-13"
    parse(text)


@pytest.mark.parametrize(
    "edtf", ["2016", "2016-12?", "../2016-12", "2011/..", "/2016", "2016-12-XX", "2016-21", "201X"]
)
def test_the_filter_for_rivals_can_be_read_whatever_their_period(edtf: str) -> None:
    parse(rivals_filter(figure(counted='"civilians"', outcome="killed", period=When(edtf=edtf))))


def test_a_figure_that_tells_no_counted_or_outcome_has_no_rivals() -> None:
    assert rivals_filter(figure(counted="civilians")) == rivals_filter(figure(outcome="killed")) == ""
