"""What a view makes of an archive: rows, counts, their order, and why a pane is empty."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from seeds import sample_bytes
from seeds.actors import AYRAULT, EGELAND, RUSSIA
from seeds.aleppo.figures import KILLED
from seeds.aleppo.report import LOCAL_SOURCES
from seeds.aleppo.report import REPORT as ALEPPO
from seeds.aleppo.statements import ASSURANCE, BLAME, TWEET
from seeds.ucdp import CIVILIANS
from seeds.ucdp import REPORT as COUNT
from store.archive import Archive
from store.errors import FilterError
from store.identity import text_sha256
from store.index import SORTS
from store.model import Actor, Anchor, Document, Speaker, Statement
from tests.tui.conftest import archived, written
from tui.view.shown import Shown, show
from tui.view.view import Sort, View

ONLY_EGELAND = 'actor:"Jan Egeland"'


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return Archive.open(written(tmp_path_factory.mktemp("shown") / "sample.json", sample_bytes()))


def shown(archive: Archive, text: str = "", **view: object) -> Shown:
    return show(archive, View(filter=text, **view))  # type: ignore[arg-type]


def test_the_filter_decides_the_statements_and_figures(archive: Archive) -> None:
    found = shown(archive, ONLY_EGELAND)
    assert set(found.ids("statements")) == {TWEET.id, BLAME.id}
    assert found.ids("figures") == []


def test_the_other_actors_stay_with_the_counts_they_would_bring(archive: Archive) -> None:
    found = shown(archive, ONLY_EGELAND)
    assert AYRAULT.id in found.ids("actors")
    assert found.counts("actors")[AYRAULT.id] == (3, 0)
    assert found.counts("actors")["none"] == (0, 4)


def test_the_other_documents_stay_with_the_counts_they_would_bring(archive: Archive) -> None:
    found = shown(archive, f"doc:{ALEPPO.document.id} outcome:killed")
    assert found.counts("documents") == {ALEPPO.document.id: (0, 2), COUNT.document.id: (0, 5)}


def test_who_speaks_comes_before_who_is_only_named_and_the_own_voice_last(archive: Archive) -> None:
    rows = shown(archive).ids("actors")
    assert rows[0] == EGELAND.id
    assert rows[-1] == "none"
    spoken = [found in shown(archive).counts("actors") for found in rows[:-1]]
    assert spoken == sorted(spoken, reverse=True)


def test_an_actor_left_out_keeps_a_dimmed_row(archive: Archive) -> None:
    found = shown(archive, "-actor:Russia")
    assert RUSSIA.id in found.ids("actors")
    assert found.dimmed("actors", RUSSIA.id)
    assert not found.dimmed("actors", EGELAND.id)
    assert ASSURANCE.id not in found.ids("statements")


def test_the_own_voice_left_out_keeps_a_dimmed_row(archive: Archive) -> None:
    found = shown(archive, "-actor:none")
    assert found.ids("actors")[-1] == "none"
    assert found.dimmed("actors", "none")


def test_a_document_left_out_keeps_a_dimmed_row(archive: Archive) -> None:
    found = shown(archive, '-doc:"Aleppo under siege"')
    assert found.dimmed("documents", ALEPPO.document.id)
    assert not found.dimmed("documents", COUNT.document.id)


def test_lit_all_rows_stand_there_and_those_not_found_are_dimmed(archive: Archive) -> None:
    found = shown(archive, ONLY_EGELAND, light=True)
    assert len(found.ids("statements")) == 10
    assert not found.dimmed("statements", TWEET.id)
    assert found.dimmed("statements", ASSURANCE.id)


@pytest.mark.parametrize(("table", "column"), [(t, c) for t in SORTS for c in SORTS[t] if t != "relations"])
def test_every_order_holds_the_same_rows_and_tells_how_it_runs(archive: Archive, table: str, column: str) -> None:
    plain = shown(archive)
    for reverse in (False, True):
        found = shown(archive, sorts={table: Sort(column, reverse)})
        assert sorted(found.ids(table)) == sorted(plain.ids(table))
        assert found.order(table) == (SORTS[table][column].last if reverse else SORTS[table][column].first)


def test_figures_can_begin_with_the_largest_or_the_smallest(archive: Archive) -> None:
    falling = shown(archive, "outcome:killed unit:person", sorts={"figures": Sort("value")}).ids("figures")
    rising = shown(archive, "outcome:killed unit:person", sorts={"figures": Sort("value", reverse=True)}).ids("figures")
    assert falling == rising[::-1]
    assert falling.index(KILLED.id) < falling.index(CIVILIANS.id)


def test_the_own_voice_comes_last_in_every_order(archive: Archive) -> None:
    for reverse in (False, True):
        assert shown(archive, sorts={"actors": Sort("figures", reverse)}).ids("actors")[-1] == "none"


def test_a_tally_names_the_whole_only_where_something_is_left_out(archive: Archive) -> None:
    assert shown(archive).tally("statements") == "10"
    assert shown(archive, ONLY_EGELAND).tally("statements") == "2 of 10"


def test_an_empty_pane_says_why_which_key_helps_and_which_pane_has_hits(archive: Archive) -> None:
    why = shown(archive, ONLY_EGELAND).why_empty("figures")
    assert ONLY_EGELAND in why
    assert "X shows all" in why
    assert "2 statements · 2" in why
    assert "1 figures" not in why


def test_an_empty_pane_says_how_many_were_left_out_for_having_no_date(archive: Archive) -> None:
    assert "2 without a date left out" in shown(archive, "said:2019").why_empty("statements")


def test_an_empty_archive_says_how_to_fill_it(tmp_path: Path) -> None:
    empty = Archive.create(tmp_path / "my reports.json")
    why = show(empty, View()).why_empty("statements")
    command = why.partition(": ")[2]
    assert shlex.split(command) == ["sayso", "--archive", str(tmp_path / "my reports.json"), "import", "FILE"]


def test_a_wrong_filter_is_refused(archive: Archive) -> None:
    with pytest.raises(FilterError):
        shown(archive, "said:whenever")


def test_marks_can_be_asked_for(archive: Archive) -> None:
    found = shown(archive, "is:marked", marks=frozenset({TWEET.id, KILLED.id}))
    assert (list(found.ids("statements")), list(found.ids("figures"))) == ([TWEET.id], [KILLED.id])


def test_only_those_who_speak_or_claim_or_are_found_themselves_have_a_row(archive: Archive) -> None:
    assert shown(archive, '"the last 27 days"').ids("actors") == [LOCAL_SOURCES.id]
    assert AYRAULT.id in shown(archive, "Minister").ids("actors")


def test_a_merged_actor_has_no_row_and_its_words_count_for_its_target(tmp_path: Path) -> None:
    text = "Ana spoke."
    report = Document(id="do-1", title="A report", text=text, sha256=text_sha256(text))
    old = Actor(id="ac-old", name="A. Petrović", kind="person", merged_into="ac-new")
    new = Actor(id="ac-new", name="Ana Petrović", kind="person")
    said = Statement(
        id="st-1", document="do-1", type="indirect", content=(Anchor(0, 9, text[:9]),), speakers=(Speaker("ac-old"),)
    )
    merged = Archive.open(archived(tmp_path / "merged.json", [report, old, new, said]))
    found = show(merged, View())
    assert found.ids("actors") == ["ac-new"]
    assert found.counts("actors") == {"ac-new": (1, 0)}
